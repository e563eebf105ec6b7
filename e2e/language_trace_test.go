package e2e

import (
	"strings"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// A language is chosen with the server gone, shown at once, and gone with the consultation: nothing of it is kept, and
// nothing is asked of the network for it.
func TestHerLanguageLeavesNoTrace(t *testing.T) {
	t.Parallel()
	a := start(t)
	p := open(t, a, 820, 1180)
	before, requests := p.traces(), len(p.seen())
	p.offline(a)

	p.begin(everything)
	hers := p.Locator(`h1 .both__hers[lang="vi"]`)
	p.speak("vi")
	must(t, hers.WaitFor())
	p.speak("es")
	must(t, p.Locator(`h1 .both__hers[lang="es"]`).WaitFor())
	p.speak("vi")
	must(t, hers.WaitFor())
	words, err := hers.InnerText()
	must(t, err)
	compareTraces(t, before, p.traces())
	for _, r := range p.seen()[requests:] {
		if strings.HasSuffix(r.url, ".json") && !strings.HasSuffix(r.url, "/content/manifest.json") {
			t.Errorf("her language asked the server for %s", r.url)
		}
	}

	p.end()
	p.nothingOf("vi", words)
	p.speak("vi")
	_, err = p.Reload()
	must(t, err)
	p.nothingOf("vi", words)
	compareTraces(t, before, p.traces())
}

// nothingOf wants Japanese only, and none of the words.
func (p *tab) nothingOf(tag, words string) {
	p.t.Helper()
	p.heading(homeHeading)
	chosen, err := p.GetByRole("combobox", playwright.PageGetByRoleOptions{Name: "Language / 言語"}).InputValue()
	must(p.t, err)
	text, err := p.Locator("body").InnerText()
	must(p.t, err)
	if chosen != "ja" || strings.Contains(text, words) || p.count(p.Locator(".both__hers")) != 0 {
		p.t.Errorf("the language %s is left: %q is chosen", tag, chosen)
	}
}

// On a first visit the questions can begin before the other languages are there. One that is not says so, and comes by
// itself; until then the device does not count as ready.
func TestALanguageThatIsNotThereYetSaysSo(t *testing.T) {
	t.Parallel()
	vietnamese := "**/content/" + shared.hash(t, "text.vi") + ".json"
	p := openWith(t, shared, playwright.BrowserNewContextOptions{}, func(p *tab) {
		p.quiet = true
		must(t, p.Context().Route(vietnamese, func(r playwright.Route) { _ = r.Abort() }))
	})
	must(t, p.GetByText("準備不足").WaitFor())
	p.begin(everything)
	p.speak("vi")
	must(t, p.GetByText("Tiếng Việtの文が、この端末にありません").WaitFor())
	p.speak("es")
	must(t, p.Locator(`h1 .both__hers[lang="es"]`).WaitFor())
	p.speak("vi")
	must(t, p.GetByText("Tiếng Việtの文が、この端末にありません").WaitFor())

	must(t, p.Context().Unroute(vietnamese))
	p.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
	must(t, p.Locator(`h1 .both__hers[lang="vi"]`).WaitFor())
}

// The counselor's own screens in English: what they say is English, the words for the phone stay Japanese, and a Japanese
// client reads Japanese.
func TestTheCounselorReadsEnglish(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 1180, 820)
	p.press("表示")
	p.tick("radio", "English")
	must(t, p.named("Close").Click())
	must(t, p.Locator("html[lang=en]").WaitFor(playwright.LocatorWaitForOptions{State: playwright.WaitForSelectorStateAttached}))
	p.tick("checkbox", "Go through everything")
	must(t, p.GetByRole("button", playwright.PageGetByRoleOptions{Name: "Start"}).Click())
	must(t, p.Locator(`h1 .both__hers[lang="ja"]`).WaitFor())
	must(t, p.Locator(`h1 .both__ours`).WaitFor())
	must(t, p.named("Show to the client").Click())
	must(t, p.Locator(`.facing h1 .both__hers[lang="ja"]`).WaitFor())
	p.report("face to face", holes)
	must(t, p.named("Back").Click())
	_, err := p.Reload()
	must(t, err)
	p.heading(homeHeading)
}
