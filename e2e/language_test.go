package e2e

import (
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// tags are the languages of the guidance but for Japanese.
var tags = []string{"ja-Hira", "en", "zh-Hans", "ko", "tl", "vi", "pt-BR", "es", "th", "ne", "id"}

// blob reads a file of the release in force.
func (a *app) blob(t *testing.T, name string, into any) {
	t.Helper()
	hash := a.hash(t, name)
	if hash == "" {
		t.Fatalf("the release has no %s", name)
	}
	a.read(t, "/content/"+hash+".json", into)
}

// hash names the file of a part of the release in force; empty when it has none.
func (a *app) hash(t *testing.T, name string) string {
	t.Helper()
	var manifest struct{ Blobs []struct{ Name, Hash string } }
	a.read(t, "/content/manifest.json", &manifest)
	for _, b := range manifest.Blobs {
		if b.Name == name {
			return b.Hash
		}
	}
	return ""
}

func (a *app) read(t *testing.T, path string, into any) {
	t.Helper()
	res, err := http.Get(a.url + path)
	must(t, err)
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	must(t, err)
	must(t, json.Unmarshal(data, into))
}

// complete tells which languages say everything that a client reads.
func (a *app) complete(t *testing.T) map[string]bool {
	t.Helper()
	type text struct {
		Messages map[string]string
		Stale    []string
	}
	var source text
	a.blob(t, "text.ja", &source)
	complete := map[string]bool{}
	for _, tag := range tags {
		if a.hash(t, "text."+tag) == "" {
			continue // not begun
		}
		var translated text
		a.blob(t, "text."+tag, &translated)
		complete[tag] = len(translated.Messages) >= len(source.Messages) && len(translated.Stale) == 0
	}
	return complete
}

// clientLines are the lines a client may read, in Japanese.
func (a *app) clientLines(t *testing.T) string {
	t.Helper()
	var text struct{ Messages map[string]string }
	a.blob(t, "text.ja", &text)
	var lines []string
	for _, message := range text.Messages {
		for line := range strings.Lines(message) {
			lines = append(lines, strings.TrimPrefix(strings.TrimSpace(line), "- "))
		}
	}
	data, err := json.Marshal(lines)
	must(t, err)
	return string(data)
}

// speak chooses the client's language.
func (p *tab) speak(tag string) {
	p.t.Helper()
	_, err := p.GetByRole("combobox", playwright.PageGetByRoleOptions{Name: "Language / 言語"}).SelectOption(playwright.SelectOptionValues{Values: &[]string{tag}})
	must(p.t, err)
}

// holes lists IDs in the place of messages, and tokens and placeholders in the place of words.
const holes = `(() => {
	const ids = /(?<![\w/.])(ui|fact|option|step|explain|timeline|helpline|desk|route|glossary|checklist)\.[a-z_0-9]+(\.[a-z_0-9]+)*(?![\w/])|\{\{?[^}]*\}?\}/g;
	return [...new Set(document.body.innerText.match(ids) ?? [])].map(id => 'no words: ' + id);
})()`

// japaneseOnly lists words for the client that stand in Japanese alone. What only the counselor reads may: the answers so
// far, what is certain, reasons, her record, and whatever stands in the list of the languages.
const japaneseOnly = `(() => {
	const counselor = '.route, .cites__for, button:not(.pointing__reply), .facing__bar, .certain, .answers, .because, .cites, .keep, .sheet, .header, .language, .result__side, .progress, .banners';
	return [...document.querySelectorAll('#main *')].filter(one =>
		clientLines.has(one.textContent.trim()) && !one.querySelector('.both') && !one.closest('.both') && !one.closest(counselor) &&
		one.checkVisibility() && ![...one.children].some(child => clientLines.has(child.textContent.trim()))
	).map(one => 'in Japanese only: ' + one.textContent.trim() + ' (' + one.className + ')');
})()`

// offered reads the options of the question on screen, in Japanese.
func (p *tab) offered() []string {
	p.t.Helper()
	all := p.evaluate(`[...document.querySelectorAll('main .choice__input')].map(one => {
		const label = one.labels[0].cloneNode(true);
		label.querySelectorAll('rt, rp').forEach(reading => reading.remove());
		return (label.querySelector('.both__ours') ?? label).textContent.trim();
	})`)
	var japanese []string
	for _, option := range all.([]any) {
		japanese = append(japanese, option.(string))
	}
	return japanese
}

// walkIn answers everything to the result in any language; see looks at each screen on the way.
func (p *tab) walkIn(see func(state string)) {
	p.t.Helper()
	p.begin(everything)
	for i := range 40 {
		heading, err := p.GetByRole("heading", playwright.PageGetByRoleOptions{Level: playwright.Int(1)}).TextContent()
		must(p.t, err)
		if heading == resultHeading {
			return
		}
		see("question " + heading)
		if i%6 == 0 {
			p.press("ご本人に見せる")
			must(p.t, p.named("向きを変える").WaitFor())
			see("face to face, " + heading)
			p.press("もどる")
			must(p.t, p.GetByRole("banner").WaitFor())
		}
		japanese := p.offered()
		at := 0
		for _, preferred := range worst {
			if found := slices.Index(japanese, preferred); found >= 0 {
				at = found
				break
			}
		}
		must(p.t, p.Locator("main .choice__input").Nth(at).Check(playwright.LocatorCheckOptions{Force: playwright.Bool(true)}))
		p.press("次へ")
		p.leaves(heading)
	}
	p.t.Fatal("the questions do not end")
}

// In every language the whole way can be gone with her: every question, face to face, the result with every step open,
// every page and the lines to call. Where a language is complete, nothing for her is left in Japanese alone.
func TestEveryLanguageGoesTheWholeWay(t *testing.T) {
	t.Parallel()
	complete, lines := shared.complete(t), shared.clientLines(t)
	for _, tag := range tags {
		t.Run(tag, func(t *testing.T) {
			t.Parallel()
			p := open(t, shared, 820, 1180)
			p.evaluate("globalThis.clientLines = new Set(" + lines + ")")
			if !complete[tag] {
				t.Logf("%s is not complete: what it lacks may stand in Japanese", tag)
			}
			see := func(state string) {
				must(t, p.painted())
				p.report(state, holes)
				if complete[tag] {
					p.report(state, japaneseOnly)
				}
				if hers := p.count(p.Locator(`.both__hers[lang="` + tag + `"]`)); hers == 0 && complete[tag] {
					t.Errorf("%s: nothing is in her language", state)
				}
			}
			p.speak(tag)
			p.walkIn(see)
			p.unfold()
			see("result")
			must(t, p.GetByRole("main").GetByRole("button", playwright.LocatorGetByRoleOptions{Name: "ご本人に見せる"}).First().Click())
			must(t, p.named("向きを変える").WaitFor())
			see("face to face, a step")
			if n := p.count(p.named("読み上げる")); n != 0 {
				t.Errorf("reading aloud is offered %d times without a voice", n)
			}
			p.press("もどる")
			p.press(appTitle)
			p.heading("相談の途中です")
			p.tourHerPages(see)
		})
	}
}

// tourHerPages sees every page of explanation, face to face too, and the lines to call, from home.
func (p *tab) tourHerPages(see func(state string)) {
	p.t.Helper()
	pages := p.GetByRole("region", playwright.PageGetByRoleOptions{Name: "見せて説明する"}).GetByRole("button")
	for i := range p.count(pages) {
		must(p.t, pages.Nth(i).Click())
		must(p.t, p.named("もどる").WaitFor())
		p.unfold()
		see("page")
		must(p.t, p.GetByRole("main").GetByRole("button", playwright.LocatorGetByRoleOptions{Name: "ご本人に見せる"}).Click())
		must(p.t, p.named("向きを変える").WaitFor())
		see("face to face, a page")
		p.press("もどる")
		must(p.t, p.GetByRole("banner").WaitFor())
		p.press("もどる")
		must(p.t, pages.First().WaitFor())
	}
	p.press("相談窓口")
	p.heading("相談窓口")
	see("helplines")
	p.press("もどる")
	must(p.t, pages.First().WaitFor())
}
