package content

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// world of a tiny guide: a is asked always, b only when a is yes, c only when b is not no.
func tinyGuide(when Pred) *Guide {
	options := []string{"yes", "no", DontKnow}
	return &Guide{
		CoversFrom: "2024-12-02",
		Facts: []Fact{
			{ID: "a", Options: options, Asked: Pred{All: []Pred{}}},
			{ID: "b", Options: options, Asked: Pred{Fact: "a", Is: "yes"}},
			{ID: "c", Options: options, Asked: Pred{Not: &Pred{Fact: "b", Is: "no"}}},
		},
		Rules: map[string]Pred{"never": {Any: []Pred{}}},
		Steps: []Step{{ID: "step", Urgency: "now", Periods: []Period{{From: "2024-12-02", When: when}}}},
	}
}

func TestConditionsAreThreeValued(t *testing.T) {
	is := func(fact, option string) Pred { return Pred{Fact: fact, Is: option} }
	not := func(p Pred) Pred { return Pred{Not: &p} }
	a, b, c := is("a", "yes"), is("b", "yes"), is("c", "yes")
	tests := []struct {
		name    string
		answers string
		when    Pred
		want    Tri
	}{
		{"an answer that fits", "a=yes", a, Yes},
		{"an answer that does not", "a=no", a, No},
		{"no answer is unknown, not false", "", a, Unknown},
		{"not of unknown is unknown", "", not(a), Unknown},
		{"not of an answer that does not fit", "a=no", not(a), Yes},
		{"dont_know is an answer", "a=dont_know", not(a), Yes},
		{"a masked answer is false", "a=no,b=yes", b, No},
		{"not of a masked answer is true", "a=no,b=yes", not(b), Yes},
		{"masked without any answer", "a=no", b, No},
		{"an answer to a question that may yet be masked is unknown", "b=yes", b, Unknown},
		{"an answer to a question asked since another is masked", "a=no,c=yes", c, Yes},
		{"all with a false part is false, whatever is unknown", "a=no", Pred{All: []Pred{a, c}}, No},
		{"all with an unknown part", "a=yes", Pred{All: []Pred{a, b}}, Unknown},
		{"any with a true part is true, whatever is unknown", "a=yes", Pred{Any: []Pred{b, a}}, Yes},
		{"any with an unknown part", "a=no,b=yes", Pred{Any: []Pred{b, c}}, Unknown},
		{"all of nothing", "", Pred{All: []Pred{}}, Yes},
		{"any of nothing", "", Pred{Rule: "never"}, No},
		{"one of several options", "a=dont_know", Pred{Fact: "a", In: []string{"no", DontKnow}}, Yes},
		{"none of several options", "a=yes", Pred{Fact: "a", In: []string{"no", DontKnow}}, No},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := tinyGuide(tt.when)
			answers, err := ParseAnswers(g, tt.answers)
			if err != nil {
				t.Fatal(err)
			}
			if got := NewEngine(g).on(answers, "2024-12-02").step(0); got != tt.want {
				t.Errorf("value = %d, want %d", got, tt.want)
			}
		})
	}
}

// The rules of the vocabulary on the content that is shipped.
func TestThePlanOfTheRealContent(t *testing.T) {
	g := real(t).Finish()
	e := NewEngine(g)
	const today = "2026-11-22"
	tests := []struct {
		name    string
		day     Date
		answers string
		next    string
		holds   []string
		absent  []string
	}{
		{"danger is asked first", today, "", "danger", nil, []string{"paper_home_safe", "call_110"}},
		{"in danger nothing else is asked or said", today, "danger=now,topic=full,card=lost,contact=unsafe", "", []string{"call_110"}, []string{"stop_card", "agree_safe_contact", "paper_home_safe"}},
		{"the topic comes next, and paper is always asked about", today, "danger=not_now", "topic", []string{"paper_home_safe"}, []string{"call_110"}},
		{"an answer before danger is known is not certain yet", today, "topic=card,card=lost", "danger", nil, []string{"stop_card"}},
		{"a step is certain as soon as nothing can take it away", today, "danger=not_now,topic=card,card=lost", "contact", []string{"stop_card"}, nil},
		{"an answer outside the topics is masked", today, "danger=not_now,topic=visit,card=lost", "contact", nil, []string{"stop_card"}},
		{"full asks what other topics would not", today, "danger=not_now,topic=full,card=lost", "contact", []string{"stop_card"}, nil},
		{"dont_know leads to the safe side", today, "danger=not_now,topic=card,card=dont_know,pin_known=dont_know,agent=dont_know,contact=dont_know", "insurance", []string{"stop_card", "stop_phone_certificate", "remove_agent", "agree_safe_contact"}, nil},
		{"a card she never had has no agent and no PIN", today, "danger=not_now,topic=card,contact=safe,insurance=own_work,card=never,agent=yes,pin_known=yes", "flags", nil, []string{"remove_agent", "stop_phone_certificate"}},
		{"`without` reads no masked answer: proof is not asked outside a change", today, "danger=not_now,topic=visit,contact=safe,insurance=his_work,flags=none,document=myna,mail=safe,visit_soon=no", "", []string{"leave_his_insurance"}, []string{"get_certificate_of_consultation"}},
		{"no papers yet", today, "danger=not_now,topic=change,insurance=his_work,proof=none", "contact", []string{"get_certificate_of_consultation"}, nil},
		{"papers of the police are not enough", today, "danger=not_now,topic=change,insurance=his_work,proof=police", "contact", []string{"get_certificate_of_consultation"}, nil},
		{"papers of a centre beside those of the police are", today, "danger=not_now,topic=change,insurance=his_work,proof=police+center", "contact", nil, []string{"get_certificate_of_consultation"}},
		{"proof is asked when leaving an insurance she cannot name", today, "danger=not_now,topic=change,insurance=dont_know,insurance_change=leaving_his,proof=none", "contact", []string{"get_certificate_of_consultation", "he_may_be_notified"}, nil},
		{"each wish is judged by itself", today, "danger=not_now,topic=release,flags=both,card=with_her,agent=no,pin_known=no,release_wish=both,free_of_violence=no", "contact", []string{"release_self_info", "do_not_release_yet", "release_one_keep_other"}, []string{"release_non_disclosure"}},
		{"a wish without a known flag", today, "danger=not_now,topic=release,flags=dont_know,release_wish=self_info", "contact", []string{"do_not_release_yet", "ask_flag_status"}, []string{"release_self_info"}},
		{"under public assistance the caseworker, and no certificate", today, "danger=not_now,topic=certificate,contact=safe,insurance=welfare,flags=none,document=nothing,mail=abuser_home,foreign=no,visit_soon=yes", "", []string{"ask_caseworker"}, []string{"contact_insurer_certificate", "no_mail_to_known_address", "visit_without_document", "request_non_disclosure_flag"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			answers, err := ParseAnswers(g, tt.answers)
			if err != nil {
				t.Fatal(err)
			}
			plan := evaluate(t, e, answers, tt.day)
			if plan.Next != tt.next {
				t.Errorf("next = %q, want %q", plan.Next, tt.next)
			}
			for _, id := range tt.holds {
				if !slices.Contains(stepIDs(plan), id) {
					t.Errorf("%s does not hold; steps = %v", id, stepIDs(plan))
				}
			}
			for _, id := range tt.absent {
				if slices.Contains(stepIDs(plan), id) {
					t.Errorf("%s holds", id)
				}
			}
		})
	}
}

// Notice, 別添2 ※2: only somebody who has a certificate, or may have one, can be asked to return it.
func TestACertificateIsReturnedOnlyByWhoMayHaveOne(t *testing.T) {
	g := real(t).Finish()
	e := NewEngine(g)
	const released = "danger=not_now,topic=release,flags=self_info,card=with_her,agent=no,pin_known=no,release_wish=self_info"
	tests := map[string]bool{
		"":                                    true, // the topic does not ask what she has
		"+visit,document=certificate":         true,
		"+visit,document=dont_know":           true,
		"+visit,document=certificate_expired": false,
		"+visit,document=myna":                false,
		"+visit,document=old_card":            false,
		"+visit,document=notice_only":         false,
		"+visit,document=nothing":             false,
	}
	for document, want := range tests {
		topics, answer, _ := strings.Cut(document, ",")
		text := strings.TrimSuffix(strings.Replace(released, "topic=release", "topic=release"+topics, 1)+","+answer, ",")
		answers, err := ParseAnswers(g, text)
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.Contains(stepIDs(evaluate(t, e, answers, "2026-11-22")), "may_return_certificate"); got != want {
			t.Errorf("%s: may_return_certificate holds: %v, want %v", text, got, want)
		}
	}
}

// Facts §2.4: what an old card or a notice alone was worth, to the day.
func TestTheDatedRulesChangeOnTheirDay(t *testing.T) {
	g := real(t).Finish()
	e := NewEngine(g)
	steps := []string{"old_card_until_expiry", "expired_card_interim", "old_card_ended", "notice_only_not_enough"}
	const work, kokuho, elderly = "insurance=own_work", "insurance=kokuho_own", "insurance=late_elderly"
	tests := []struct {
		name, answers string
		from, until   Date
		want          string
	}{
		{"old card, through work", work + ",document=old_card", "2024-12-02", "2025-12-01", "old_card_until_expiry"},
		{"old card, through work", work + ",document=old_card", "2025-12-02", "2026-07-31", "expired_card_interim"},
		{"old card, through work", work + ",document=old_card", "2026-08-01", "2030-01-01", "old_card_ended"},
		{"old card, of the city", kokuho + ",document=old_card", "2024-12-02", "2025-07-31", "old_card_until_expiry"},
		{"old card, of the city", kokuho + ",document=old_card", "2025-08-01", "2026-07-31", "expired_card_interim"},
		{"old card, of the city", kokuho + ",document=old_card", "2026-08-01", "2030-01-01", "old_card_ended"},
		{"old card, over 75", elderly + ",document=old_card", "2025-08-01", "2026-07-31", "expired_card_interim"},
		{"old card, insurance not known", "insurance=dont_know,document=old_card", "2025-08-01", "2025-12-01", "old_card_until_expiry"},
		{"notice alone, through work", work + ",document=notice_only", "2024-12-02", "2025-12-01", "notice_only_not_enough"},
		{"notice alone, through work", work + ",document=notice_only", "2025-12-02", "2026-07-31", "expired_card_interim"},
		{"notice alone, through work", work + ",document=notice_only", "2026-08-01", "2030-01-01", "notice_only_not_enough"},
		{"notice alone, of the city", kokuho + ",document=notice_only", "2024-12-02", "2025-07-31", "notice_only_not_enough"},
		{"notice alone, of the city", kokuho + ",document=notice_only", "2025-08-01", "2026-07-31", "expired_card_interim"},
		{"notice alone, no insurance", "insurance=none,document=notice_only", "2025-12-02", "2026-07-31", "notice_only_not_enough"},
	}
	for _, tt := range tests {
		t.Run(tt.name+" from "+string(tt.from), func(t *testing.T) {
			answers, err := ParseAnswers(g, "danger=not_now,topic=visit,"+tt.answers)
			if err != nil {
				t.Fatal(err)
			}
			for _, day := range []Date{tt.from, tt.from.Add(1), tt.until} {
				plan := evaluate(t, e, answers, day)
				for _, id := range steps {
					if slices.Contains(stepIDs(plan), id) != (id == tt.want) {
						t.Errorf("%s on %s: want %s of %v, got %v", tt.answers, day, tt.want, steps, stepIDs(plan))
					}
				}
			}
		})
	}
}

func TestTheBoundariesAreThoseOfTheVocabulary(t *testing.T) {
	got := real(t).Finish().Boundaries
	for _, day := range []Date{"2024-12-02", "2025-08-01", "2025-12-02", "2026-08-01"} {
		if !slices.Contains(got, day) {
			t.Errorf("boundaries = %v, want %s among them", got, day)
		}
	}
	if got[0] != "2024-12-02" || !slices.IsSorted(got) {
		t.Errorf("boundaries = %v, want them in order from 2024-12-02", got)
	}
}

func TestADayBeforeTheGuidanceIsAnError(t *testing.T) {
	e := NewEngine(real(t).Finish())
	if _, err := e.Evaluate(Answers{}, "2024-12-01"); !errors.Is(err, ErrNotCovered) {
		t.Errorf("error = %v, want ErrNotCovered", err)
	}
	if _, err := e.Evaluate(Answers{}, "2024-12-02"); err != nil {
		t.Errorf("the first day is covered, got %v", err)
	}
}

func TestThereAreEnoughCases(t *testing.T) {
	if n := len(real(t).Cases); n < 40 {
		t.Errorf("there are %d cases, want 40 or more", n)
	}
}

func TestTheRealContentHasNoFault(t *testing.T) {
	t.Parallel()
	for _, i := range Check(real(t)) {
		t.Error(i)
	}
}
