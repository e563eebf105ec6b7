package e2e

import (
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/playwright-community/playwright-go"
	"go.yaml.in/yaml/v3"
)

// mostPageBytes is how large the page for her phone may be, as it is served without compression.
const mostPageBytes = 30 << 10

// tellingWords are the words that must not stand on that page, by language.
func tellingWords(t *testing.T) map[string][]string {
	t.Helper()
	data, err := os.ReadFile("../assets/content/neutral_words.yaml")
	must(t, err)
	var list struct{ Words map[string][]string }
	must(t, yaml.Unmarshal(data, &list))
	return list.Words
}

// shown is everything of the page that can be seen or read aloud, with and without the readings over words, in small letters.
const shown = `(() => {
	const plain = document.body.cloneNode(true);
	plain.querySelectorAll('rt, rp, script, style').forEach(one => one.remove());
	const names = [...document.querySelectorAll('[aria-label], [title], [alt]')].flatMap(one => ['aria-label', 'title', 'alt'].map(name => one.getAttribute(name) ?? ''));
	return [document.title, document.body.innerText, plain.textContent, ...names].join('\n').toLowerCase();
})()`

// keeps is whatever a page could leave on a phone.
const keeps = `(async () => [
	...(await navigator.serviceWorker.getRegistrations()).map(one => 'worker ' + one.scope),
	...(await caches.keys()).map(one => 'cache ' + one), ...(await indexedDB.databases()).map(one => 'database ' + one.name),
	...Object.keys(localStorage).map(one => 'local ' + one), ...Object.keys(sessionStorage).map(one => 'session ' + one),
	...(document.cookie ? ['cookie ' + document.cookie] : []), ...(document.querySelector('link[rel~=manifest]') ? ['manifest'] : []),
	...(navigator.serviceWorker.controller ? ['controlled'] : []), ...(window.name ? ['name'] : []), ...(history.state ? ['state'] : []),
])()`

// phonePages looks at the page behind a leaflet's code in every language, on a phone that never saw the app.
func (s *site) phonePages(t *testing.T) {
	words := tellingWords(t)
	context, err := browser.NewContext(playwright.BrowserNewContextOptions{Viewport: &playwright.Size{Width: 320, Height: 640}, HasTouch: playwright.Bool(true)})
	must(t, err)
	t.Cleanup(func() { _ = context.Close() })
	must(t, context.AddInitScript(axe))
	p := &inspector{tab: newTab(t, context)}
	for _, tag := range append([]string{"ja"}, tags...) {
		before := len(p.seen())
		res, err := p.Goto(s.url + "/i/" + tag)
		must(t, err)
		body, err := res.Body()
		must(t, err)
		if len(body) > mostPageBytes || res.Status() != http.StatusOK {
			t.Errorf("%s: %d, %d bytes", tag, res.Status(), len(body))
		}
		if asked := p.seen()[before:]; len(asked) != 1 {
			t.Errorf("%s: asks for more than itself: %v", tag, asked)
		}
		if headers := res.Headers(); headers["cache-control"] != "no-store" || headers["set-cookie"] != "" {
			t.Errorf("%s: %v", tag, headers)
		}
		if kept := p.evaluate(keeps).([]any); len(kept) > 0 {
			t.Errorf("%s: keeps %v", tag, kept)
		}
		text := p.evaluate(shown).(string)
		if len(words[tag]) == 0 {
			t.Errorf("%s has no list of telling words", tag)
		}
		for _, word := range words[tag] {
			if strings.Contains(text, strings.ToLower(word)) {
				t.Errorf("%s tells %q", tag, word)
			}
		}
		p.report("page "+tag, moving)
		p.seeSmall("page " + tag)
	}
	cookies, err := context.Cookies()
	must(t, err)
	if len(cookies) > 0 {
		t.Errorf("cookies %v", cookies)
	}
	s.exitLeavesNothing(t, context)
}

// exitLeavesNothing: the exit covers before the other page is there, and no step leads back.
func (s *site) exitLeavesNothing(t *testing.T, context playwright.BrowserContext) {
	p := newTab(t, context)
	elsewhere, asked := "<!doctype html><title>-</title><link rel=icon href='data:,'>", make(chan playwright.Route, 1)
	must(t, p.Route("https://www.jma.go.jp/**", func(r playwright.Route) { asked <- r }))
	_, err := p.Goto(s.url + "/i/ja")
	must(t, err)
	must(t, p.Locator("[data-replace]", playwright.PageLocatorOptions{HasText: "English"}).Click())
	must(t, p.WaitForURL("**/i/en")) // a language is no step either
	steps := p.evaluate("history.length")
	// While the other page has not even answered, nothing of this one is to be seen.
	if covered := p.evaluate(`(() => {
		document.getElementById('exit').click();
		return !document.body.checkVisibility() && document.title === '';
	})()`); covered != true {
		t.Error("the exit does not cover at once")
	}
	other := <-asked
	must(t, other.Fulfill(playwright.RouteFulfillOptions{ContentType: playwright.String("text/html"), Body: elsewhere}))
	must(t, p.WaitForURL("https://www.jma.go.jp/**"))
	if now := p.evaluate("history.length"); now != steps {
		t.Errorf("the history grew from %v to %v", steps, now)
	}
	_, _ = p.GoBack() // there may be nothing to go back to
	if strings.Contains(p.URL(), "/i/") {
		t.Errorf("one step back is %s", p.URL())
	}
}

// workerLeavesOthersAlone uses the editor and the phone page on a device that has the app: neither comes from the device,
// neither stays on it, and without the server only the app is there.
func (s *site) workerLeavesOthersAlone(t *testing.T) {
	p := open(t, s.app, 820, 1180)
	p.join(s.app, "28381", "稲美町")
	before := p.traces().Caches
	p.OnResponse(func(r playwright.Response) {
		path := strings.TrimPrefix(r.URL(), s.url)
		if r.FromServiceWorker() && (strings.HasPrefix(path, "/editor") || strings.HasPrefix(path, "/i/")) {
			t.Errorf("the worker answers %s", path)
		}
	})
	p.logIn(s.app, "admin")
	for _, path := range []string{"/editor", "/editor/regions", "/editor/regions/28381", "/editor/manual", "/i/ja", "/i/th"} {
		res, err := p.Goto(s.url + path)
		must(t, err)
		if res.Status() != http.StatusOK {
			t.Errorf("%s: %d", path, res.Status())
		}
	}
	p.visit(s.app)
	for name, kept := range p.traces().Caches {
		for _, one := range kept {
			if address := one[0].(string); strings.Contains(address, "/editor") || strings.Contains(address, "/i/") {
				t.Errorf("%s holds %s", name, address)
			}
		}
		if len(kept) != len(before[name]) {
			t.Errorf("%s holds %d files, before the editor %d", name, len(kept), len(before[name]))
		}
	}

	p.offline(s.app)
	for _, path := range []string{"/editor", "/editor/login", "/editor/regions/28381", "/i/ja"} {
		// A page of its own: the browser's word that nobody answers comes late, and would take the place of the next address.
		page, err := p.Context().NewPage()
		must(t, err)
		if _, err := page.Goto(s.url + path); err == nil || !strings.Contains(err.Error(), "ERR_CONNECTION_REFUSED") {
			t.Errorf("without the server %s gives %v", path, err)
		}
		must(t, page.Close())
	}
	p.visit(s.app)
	p.whose("稲美町の案内")
}
