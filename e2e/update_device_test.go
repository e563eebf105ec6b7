package e2e

import (
	"testing"
	"time"

	"github.com/playwright-community/playwright-go"
)

// device is a browser with what it keeps of one site; the counselor closes the app and starts it again.
type device struct {
	*tab
	t       *testing.T
	s       *station
	context playwright.BrowserContext
}

// newDevice is a browser that has never been here.
func newDevice(t *testing.T, s *station) *device {
	t.Helper()
	context, err := browser.NewContext(playwright.BrowserNewContextOptions{
		Locale: playwright.String("ja-JP"), Viewport: &playwright.Size{Width: 820, Height: 1180},
	})
	must(t, err)
	t.Cleanup(func() { _ = context.Close() })
	return &device{t: t, s: s, context: context}
}

// starts closes the app, if it is open, and starts it.
func (d *device) starts() {
	d.t.Helper()
	if d.tab != nil {
		waits, _ := d.tab.Evaluate(buildWaits) // no answer, no worker: then nothing is to be waited for
		must(d.t, d.tab.Close())
		if waits == true {
			time.Sleep(changeover)
		}
	}
	d.tab = d.opens()
}

// opens opens the app in one more tab and waits until its home screen is there.
func (d *device) opens() *tab {
	d.t.Helper()
	p := d.loads()
	must(d.t, p.GetByRole("heading", playwright.PageGetByRoleOptions{Name: homeHeading}).WaitFor())
	p.evaluate(`globalThis.sameLoad = true`)
	return p
}

// loads opens the address in one more tab, whatever comes.
func (d *device) loads() *tab {
	d.t.Helper()
	p := newTab(d.t, d.context)
	p.quiet = true // the line fails in these tests, and the browser notes it
	p.provoked = []string{"Failed to load resource", "unsupported MIME type", "Failed to load module script", "Refused to apply style", "strict MIME"}
	_, err := p.Goto(d.s.url + "/")
	must(d.t, err)
	return p
}

// settled is a site on which these generations ran, one after the other, and a device that has the last whole and is open.
func settled(t *testing.T, generations ...int) (*station, *device) {
	t.Helper()
	s := newStation(t, generations...)
	d := newDevice(t, s)
	d.starts()
	d.ready()
	return s, d
}

// goesOn wants a consultation in the words of a generation from a device that is started without the server.
func (d *device) goesOn(generation int) {
	d.t.Helper()
	d.s.stop()
	d.starts()
	d.ready()
	d.consults(generation)
}

// until waits until a script gives true.
func (p *tab) until(what, script string) {
	p.t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if holds, err := p.Evaluate(script); err == nil && holds == true { // it fails while another page loads
			return
		}
	}
	p.t.Fatalf("%s: not within %v; kept: %v, on screen:\n%s", what, patience, p.evaluate(keptScript), p.onScreen())
}

// eventually waits until something outside of the browser holds.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); !holds(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%s: not within %v", what, patience)
		}
	}
}

// changeover is what a browser takes to put a waiting worker in charge once the last page is closed. No page can tell when it
// has: it would be one that keeps the old worker.
const changeover = 2 * time.Second

// patience is how long a device may take on a machine with much else to do.
const patience = time.Minute

const keptScript = `(async () => {
  const all = {};
  for (const name of await caches.keys()) all[name] = (await (await caches.open(name)).keys()).length;
  const { active, waiting, installing } = await navigator.serviceWorker.getRegistration() ?? {};
  return { all, workers: [active, waiting, installing].map(w => w?.state ?? '') };
})()`

// What lies on the device: a release that waits for its turn, and a build of the app that does.
const (
	releaseWaits = `caches.open('content').then(c => c.match('/content/staged')).then(r => !!r)`
	buildWaits   = `navigator.serviceWorker.getRegistration().then(r => !!r?.waiting)`
)

// back is what the app takes for the tablet being taken up again: it then looks for news.
func (p *tab) back() {
	p.t.Helper()
	p.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
}

// arrived waits until the news lies whole on the device.
func (p *tab) arrived() {
	p.t.Helper()
	p.until("a new release", releaseWaits)
	p.until("a new build", buildWaits)
}

// undisturbed fails the test if the page was loaded anew.
func (p *tab) undisturbed() {
	p.t.Helper()
	if p.evaluate(`globalThis.sameLoad === true`) != true {
		p.t.Error("the page was loaded anew")
	}
}

// takeUpdate is the button of the bar that offers something new.
const takeUpdate = "新しい版にする"

// takesUpdate takes the newest release from the bar of an open home screen, and then the newest app.
func (p *tab) takesUpdate() {
	p.t.Helper()
	p.press(takeUpdate)
	must(p.t, p.GetByRole("heading", playwright.PageGetByRoleOptions{Name: homeHeading, Exact: playwright.Bool(true)}).WaitFor())
	p.undisturbed()
	p.press(takeUpdate)
	p.until("the new app", `globalThis.sameLoad !== true && document.readyState === 'complete'`)
	p.heading(homeHeading)
	p.wholly(0)
	p.ready()
}

// consults goes through a whole consultation in the words of a generation.
func (p *tab) consults(generation int) {
	p.t.Helper()
	p.begin(cardTopic)
	for _, a := range consultationOf(generation) {
		p.answer(a)
	}
	p.heading(resultHeading + markOf(generation))
	p.wholly(generation)
}
