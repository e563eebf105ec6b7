package e2e

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// traces reads everything a browser could keep or show of what was done in the page.
const traces = `async () => {
  const caches_ = {};
  for (const name of await caches.keys()) {
    const bodies = [];
    for (const request of await (await caches.open(name)).keys()) {
      const response = await (await caches.open(name)).match(request);
      bodies.push([request.url, (await response.text()).length]);
    }
    caches_[name] = bodies.sort();
  }
  return JSON.stringify({
    url: location.href,
    title: document.title,
    state: history.state,
    cookies: document.cookie,
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).map((d) => d.name),
    caches: caches_,
    name: window.name,
  });
}`

type traced struct {
	URL, Title, Cookies, Name string
	State                     map[string]any
	Local, Session            map[string]string
	Databases                 []string
	Caches                    map[string][][]any
}

func (p *tab) traces() traced {
	p.t.Helper()
	var got traced
	must(p.t, json.Unmarshal([]byte(p.evaluate(traces).(string)), &got))
	return got
}

// A full consultation leaves nothing of its answers: not in the address, the history, cookies, storage, caches, the
// server's log or any request; and the app never sends anything but GET.
func TestAConsultationLeavesNoTrace(t *testing.T) {
	t.Parallel()
	a := start(t)
	context, p := launch(t, t.TempDir())
	p.visit(a)
	before := p.traces()
	logBefore := a.log.String()
	requestsBefore := len(p.seen())

	p.consult(cardTopic, cardConsultation)
	p.change("カードの場所", "なくした")
	p.heading(resultHeading)

	during := p.traces()
	compareTraces(t, before, during)
	if len(during.State) != 1 || during.State["n"] == nil {
		t.Errorf("the history entry holds %v, want a step number only", during.State)
	}
	context2, err := context.StorageState()
	must(t, err)
	if len(context2.Cookies) != 0 || len(context2.Origins) != 0 {
		t.Errorf("the browser keeps %+v", context2)
	}
	for _, r := range p.seen() {
		if r.method != "GET" {
			t.Errorf("%s %s: want GET only", r.method, r.url)
		}
		if strings.ContainsAny(strings.TrimPrefix(r.url, a.url), "?#&=") {
			t.Errorf("request %s carries parameters", r.url)
		}
	}
	for _, r := range p.seen()[requestsBefore:] {
		if r.url != a.url+"/content/manifest.json" && r.url != a.url+"/sw.js" {
			t.Errorf("the consultation asked the server for %s", r.url)
		}
	}
	checkLog(t, strings.TrimPrefix(a.log.String(), logBefore))

	p.end()
	compareTraces(t, before, p.traces())
}

func compareTraces(t *testing.T, before, after traced) {
	t.Helper()
	if after.URL != before.URL || after.Title != before.Title || after.Name != before.Name {
		t.Errorf("address or title changed from %q %q to %q %q", before.URL, before.Title, after.URL, after.Title)
	}
	if after.Cookies != "" || len(after.Local) > 0 || len(after.Session) > 0 || len(after.Databases) > 0 {
		t.Errorf("kept: cookies %q, local %v, session %v, databases %v", after.Cookies, after.Local, after.Session, after.Databases)
	}
	b, _ := json.Marshal(before.Caches)
	n, _ := json.Marshal(after.Caches)
	if string(b) != string(n) {
		t.Errorf("the caches changed:\n%s\n%s", b, n)
	}
}

// checkLog wants no address, agent, query or content path in what the server wrote.
func checkLog(t *testing.T, log string) {
	t.Helper()
	for _, secret := range []string{"127.0.0.1", "[::1]", "Mozilla", "Chrome", ".json?", "left_behind", "card="} {
		if strings.Contains(log, secret) {
			t.Errorf("the log holds %q:\n%s", secret, log)
		}
	}
	for line := range strings.Lines(log) {
		if i := strings.Index(line, "/content/"); i >= 0 && !strings.HasPrefix(line[i:], "/content/manifest.json") && !strings.HasPrefix(line[i:], "/content/:") {
			t.Errorf("the log names content: %s", line)
		}
	}
}

// A bystander who takes the tablet after the end finds the home screen, whatever she presses.
func TestAfterTheEndBackShowsNothing(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 820, 1180)
	p.consult(cardTopic, cardConsultation)
	p.end()
	for range 12 {
		if _, err := p.GoBack(); err != nil {
			break
		}
		if p.URL() == "about:blank" {
			_, err := p.GoForward()
			must(t, err)
			break
		}
		p.nothingOfTheConsultation()
	}
	_, err := p.Reload()
	must(t, err)
	p.nothingOfTheConsultation()
}

// end ends the consultation, as a counselor does when her client leaves.
func (p *tab) end() {
	p.t.Helper()
	must(p.t, p.GetByRole("button", playwright.PageGetByRoleOptions{Name: "相談を終える"}).First().Click())
	p.press("終えて消す")
}

func (p *tab) nothingOfTheConsultation() {
	p.t.Helper()
	p.heading(homeHeading)
	text, err := p.Locator("body").InnerText()
	must(p.t, err)
	for _, left := range []string{"これまでの答え", "相手のところにある", resultHeading} {
		if strings.Contains(text, left) {
			p.t.Errorf("after the end the screen still shows %q", left)
		}
	}
}
