package e2e

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/playwright-community/playwright-go"

	"michishirube/e2e/disk"
)

// What is typed is in no address, history, storage, cache, request or log, and gone after the end and after a reload.
func TestTheLookUpLeavesNoTrace(t *testing.T) {
	t.Parallel()
	a := start(t)
	profile := t.TempDir()
	context, p := launch(t, profile)
	p.visit(a)
	before, logged, asked := p.traces(), a.log.String(), len(p.seen())
	p.press(lookUp)
	p.newHeading(lookUp)
	must(t, p.field().PressSequentially("01130013"))
	p.look(typed)
	must(t, p.field().Press("Enter"))
	during := p.traces()
	compareTraces(t, before, during)
	p.holds(during, typed, "01130013", "lookup")
	p.look("府中市 広島")
	p.openHit("府中市")
	p.press("つながらない")
	p.press("担当者に知らせる")
	during = p.traces()
	compareTraces(t, before, during)
	p.holds(during, "府中市", "34208", "contact", "report")
	if len(during.State) != 1 || during.State["n"] == nil {
		t.Errorf("the history entry holds %v, want a step number only", during.State)
	}
	p.onlyGets(a, asked)
	checkLog(t, strings.TrimPrefix(a.log.String(), logged))
	for _, line := range []string{typed, "34208", "01130013"} {
		if strings.Contains(a.log.String(), line) {
			t.Errorf("the log holds %s", line)
		}
	}

	_, err := p.Reload()
	must(t, err)
	p.lookedUpNothing()
	compareTraces(t, before, p.traces())
	must(t, context.Close())
	found, err := disk.Search(profile, []string{typed, typed[:5], "municipality-34208\nrelease"})
	must(t, err)
	if len(found) > 0 {
		t.Errorf("on disk: %v", found)
	}
}

// holds wants none of the words in what the browser keeps; the caches, which hold the content, are compared elsewhere.
func (p *tab) holds(kept traced, words ...string) {
	p.t.Helper()
	kept.Caches = nil
	text, err := json.Marshal(kept)
	must(p.t, err)
	for _, word := range words {
		if strings.Contains(string(text), word) {
			p.t.Errorf("the browser keeps %q: %s", word, text)
		}
	}
}

// onlyGets wants no request that carries anything, and none for anything but news.
func (p *tab) onlyGets(a *app, from int) {
	p.t.Helper()
	for _, r := range p.seen() {
		if r.method != "GET" || strings.ContainsAny(strings.TrimPrefix(r.url, a.url), "?#&=%") {
			p.t.Errorf("%s %s", r.method, r.url)
		}
	}
	for _, r := range p.seen()[from:] {
		if r.url != a.url+"/content/manifest.json" && r.url != a.url+"/sw.js" {
			p.t.Errorf("the look-up asked the server for %s", r.url)
		}
	}
}

// lookedUpNothing wants the look-up, opened from home, empty and without a mark.
func (p *tab) lookedUpNothing() {
	p.t.Helper()
	p.heading(homeHeading)
	p.press(lookUp)
	p.heading(lookUp)
	must(p.t, expect.Locator(p.field()).ToHaveValue(""))
	p.look("府中市")
	must(p.t, p.hit("府中市").WaitFor())
	if n := p.count(p.GetByText("つながらない", playwright.PageGetByTextOptions{Exact: playwright.Bool(true)})); n != 0 {
		p.t.Errorf("%d marks are left", n)
	}
	p.look("")
	p.press("もどる")
}

// After the end nothing of the look-up is left, whatever is pressed.
func TestTheEndForgetsTheLookUp(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 820, 1180)
	p.begin(everything)
	p.press(appTitle)
	p.heading("相談の途中です")
	p.contact("府中市", "府中市")
	p.press("つながらない")
	p.press("もどる")
	must(t, expect.Locator(p.field()).ToHaveValue("府中市"))
	must(t, p.GetByText("つながらない", playwright.PageGetByTextOptions{Exact: playwright.Bool(true)}).WaitFor())
	p.press(appTitle)
	p.end()
	p.lookedUpNothing()
	for range 6 {
		if _, err := p.GoBack(); err != nil || p.URL() == "about:blank" {
			break
		}
		p.heading(homeHeading)
	}
}
