package e2e

import "testing"

// A tablet that was last opened on an earlier release has the newest in two starts, and the second one needs no network.
func TestUpdateTakesTwoStarts(t *testing.T) {
	t.Parallel()
	twoStarts(t, 1)
}

// twoStarts takes a tablet from an earlier generation to the newest.
func twoStarts(t *testing.T, generation int) {
	t.Helper()
	s := newStation(t, generation)
	profile := t.TempDir()
	context, p := launch(t, profile)
	p.visitStation(s)
	p.wholly(generation)
	must(t, context.Close())

	s.run(0)
	context, p = launch(t, profile)
	p.visitStation(s)
	p.wholly(generation)
	p.arrived()
	must(t, context.Close())

	s.stop()
	context, p = launch(t, profile)
	p.quiet = true
	p.visitStation(s)
	p.consults(0)
	must(t, context.Close())
}

// visitStation opens the app and waits until it could go without the server.
func (p *tab) visitStation(s *station) {
	p.t.Helper()
	p.visit(&app{url: s.url})
}

// What arrives during a consultation waits for its end: nothing is loaded anew, nothing of the new can be seen, every
// answer stands, and a language that is read only now is that of the old release.
func TestUpdateDuringAConsultationWaits(t *testing.T) {
	t.Parallel()
	s, d := settled(t, 1)
	d.begin(cardTopic)
	answers := consultationOf(1)
	for _, a := range answers[:3] {
		d.answer(a)
	}
	s.run(0)
	d.back()
	d.arrived()
	for i, a := range answers[3:] {
		d.wholly(1)
		if d.count(d.named(takeUpdate)) > 0 {
			t.Errorf("question %d: something new is offered", i+4)
		}
		d.answer(a)
		d.back()
	}
	d.heading(resultHeading + markOf(1))
	d.wholly(1)
	d.change("カードの場所", "なくした")
	d.heading(resultHeading + markOf(1))
	d.undisturbed()
	d.end()
	must(t, d.named(takeUpdate).WaitFor())
	d.undisturbed()
	d.wholly(1)
	d.goesOn(0)
	d.undisturbed()
}

// The bar takes first the release, then the app, each when it is pressed.
func TestUpdateIsTakenFromTheBar(t *testing.T) {
	t.Parallel()
	s, d := settled(t, 1)
	s.run(0)
	d.back()
	d.arrived()
	d.takesUpdate()
	if d.count(d.named(takeUpdate)) > 0 {
		t.Error("something new is still offered")
	}
	d.goesOn(0)
}

// Two tabs: one consults, the other takes the release and the app. Neither disturbs the other, and each ends by itself.
func TestUpdateInOneOfTwoTabs(t *testing.T) {
	t.Parallel()
	s, d := settled(t, 1)
	d.begin(cardTopic)
	answers := consultationOf(1)
	for _, a := range answers[:5] {
		d.answer(a)
	}
	other := d.opens()
	other.ready()
	s.run(0)
	other.back()
	other.arrived()
	other.takesUpdate()

	s.stop()
	d.back()
	d.undisturbed()
	d.wholly(1)
	for _, a := range answers[5:] {
		d.answer(a)
	}
	d.heading(resultHeading + markOf(1))
	d.wholly(1)
	d.speak("vi")
	must(t, d.GetByText(stopCardVietnamese+markOf(1)).First().WaitFor())
	d.undisturbed()
	other.consults(0)
	d.end()
	other.heading(resultHeading)
	must(t, other.Close())
	d.starts()
	d.consults(0)
}
