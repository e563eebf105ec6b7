package e2e

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/playwright-community/playwright-go"
)

const (
	leafletsTitle = "リーフレット"
	takeHome      = "この紙を持ち帰って安全ですか"
	paperHeading  = "印刷する紙"
)

// pick opens a leaflet from home.
func (p *tab) pick(title string) {
	p.t.Helper()
	p.press(leafletsTitle)
	p.heading(leafletsTitle)
	p.press(title)
	p.heading(title)
}

// pressStarting clicks the button whose name begins so.
func (p *tab) pressStarting(name string) {
	p.t.Helper()
	must(p.t, p.Locator(".takehome__answer", playwright.PageLocatorOptions{HasText: name}).Click())
}

// sheets waits until so many sheets of paper are on screen: they are laid out after the heading stands.
func (p *tab) sheets(n int) {
	p.t.Helper()
	must(p.t, expect.Locator(p.Locator(".papersheet")).ToHaveCount(n))
}

// onPaper reads what is on the sheets.
func (p *tab) onPaper() string {
	p.t.Helper()
	must(p.t, p.Locator(".papersheet").First().WaitFor())
	text, err := p.Locator(".papers").TextContent()
	must(p.t, err)
	return text
}

// Nothing of a paper is shown before it is known whether she can have it; a worry leads to the card that tells nothing.
func TestPaperIsAskedAboutBeforeItIsShown(t *testing.T) {
	t.Parallel()
	p := openPress(t, shared)
	p.pick("健康保険の2つのフラグ")
	p.press("つぎへ")
	p.heading(takeHome)
	must(t, p.painted())
	p.sheets(0) // before the question is answered
	p.pressStarting("紙は渡さない")
	p.heading("紙は渡しません")
	must(t, p.GetByText("#8008").First().WaitFor())
	p.sheets(0)
	p.press("もどる")
	p.heading(takeHome)
	p.pressStarting("心配がある")
	p.heading(paperHeading)
	card := p.onPaper()
	for _, telling := range []string{"DV", "暴力", "フラグ", "被害", "支援", "相手"} {
		if strings.Contains(card, telling) {
			t.Errorf("the neutral card says %s: %s", telling, card)
		}
	}
	if strings.Count(card, "#8008") != 10 {
		t.Errorf("not ten cards: %s", card)
	}
	p.press("もどる")
	p.heading(takeHome)
	p.press("もどる")
	p.heading("健康保険と暮らしの電話")

	// What a counselor uses herself is not taken home.
	p.press("もどる")
	p.press("相談のときの確認表")
	p.heading("相談のときの確認表")
	p.press("つぎへ")
	p.heading(paperHeading)
	p.sheets(readPages(t)["staff_checklist"]["a4"]["ja"])
}

// Of her insurer and her municipality nothing goes onto paper unless it is ticked, and nothing is kept after the end.
func TestNothingOfHersIsOnPaperUnlessTicked(t *testing.T) {
	t.Parallel()
	p := openPress(t, shared)
	p.consult(cardTopic, cardConsultation)
	p.press(appTitle)
	p.contact("府中市 広島", "府中市")
	p.press(appTitle)

	p.pick("健康保険の2つのフラグ")
	boxes := p.GetByRole("checkbox", playwright.PageGetByRoleOptions{Checked: playwright.Bool(true)})
	if ticked := p.count(boxes); ticked != 1 { // the language
		t.Errorf("%d boxes are ticked at first", ticked)
	}
	const phone = "0847-43-7111"
	p.press("つぎへ")
	p.pressStarting("安全")
	p.heading(paperHeading)
	if text := p.onPaper(); strings.Contains(text, "府中市") || strings.Contains(text, phone) {
		t.Errorf("the paper names her municipality: %s", text)
	}
	p.press("選び直す")
	p.heading(takeHome)
	p.press("もどる")
	p.tick("checkbox", "市区町村「広島県府中市」")
	p.press("つぎへ")
	p.pressStarting("安全")
	p.heading(paperHeading)
	if text := p.onPaper(); !strings.Contains(text, "広島県府中市") || strings.Contains(text, phone) {
		t.Errorf("the paper does not name just what was ticked: %s", text)
	}
	if d := p.pdf(); !d.has("広島県府中市") {
		t.Errorf("what was ticked is not printed: %s", d.text)
	}

	p.press(appTitle)
	p.end()
	p.pick("健康保険の2つのフラグ")
	if p.count(p.GetByText("府中市")) != 0 {
		t.Error("the municipality is known after the end")
	}
}

// Two and three languages on a sheet, large letters, and both: nothing is cut; of those printed, nothing is lost.
func TestSeveralLanguagesAndLargeLettersFit(t *testing.T) {
	t.Parallel()
	p := openPress(t, shared)
	all := several(t)
	for _, o := range all {
		p.stand(o)
		p.fits(o)
		if o.ID == "neutral_card" {
			p.sheets(1)
		}
	}
	for _, o := range some(all) {
		p.proof(o, p.print(o))
	}
}

// several are papers in more than one language or with large letters, as far as they are offered.
func several(t *testing.T) (all []order) {
	t.Helper()
	offered := map[string]bool{}
	for _, o := range listed(t) {
		if o.ID == "two_flags" {
			offered[o.Languages[0]] = true
		}
	}
	most := map[string]int{"a4": 2, "a5": 1} // languages, with large letters
	for _, languages := range [][]string{{"ja"}, {"vi", "ja"}, {"ne", "th", "ja"}, {"ja-Hira", "ja"}, {"ko", "zh-Hans", "pt-BR"}} {
		if slices.ContainsFunc(languages, func(tag string) bool { return !offered[tag] }) {
			continue
		}
		for _, format := range []string{"a4", "a5"} {
			o := order{ID: "two_flags", Format: format, Languages: languages, Origin: leafletOrigin}
			all = append(all, o)
			if len(languages) <= most[format] {
				o.Large = true
				all = append(all, o)
			}
		}
		for _, format := range []string{"card", "sticker"} {
			all = append(all, order{ID: "neutral_card", Format: format, Languages: languages, Origin: leafletOrigin})
		}
	}
	return all
}

// The code on paper opens what is written under it: the neutral page of the language. Without an origin there is none.
func TestTheCodeOnPaperIsTheAddressUnderIt(t *testing.T) {
	t.Parallel()
	p := openPress(t, shared)
	for _, o := range []order{
		{ID: "two_flags", Format: "a4", Languages: []string{"ja"}, Origin: leafletOrigin},
		{ID: "neutral_card", Format: "card", Languages: []string{"ja"}, Origin: leafletOrigin},
		{ID: "neutral_card", Format: "sticker", Languages: []string{"ja"}, Origin: "https://josei-soudan.city.example-long-name.lg.jp"},
	} {
		d := p.print(o)
		if code := p.qr(); code != o.Origin+"/i/ja" || !d.has(code) {
			t.Errorf("%s: the code says %q", o, code)
		}
		p.fits(o)
		o.Origin = ""
		if d := p.print(o); strings.Contains(d.text, "/i/") || p.count(p.Locator(".papers .qr")) != 0 {
			t.Errorf("%s has a code without an origin", o)
		}
	}
}

// With the server gone, as many copies as were asked for, and nothing is left of it in the browser.
func TestLeafletsPrintWithoutTheServer(t *testing.T) {
	t.Parallel()
	a := start(t)
	p := openPress(t, a)
	p.offline(a)
	before := p.traces()
	p.pick("75歳になるときの健康保険")
	must(t, p.GetByLabel("部数(1から50)").Fill("3"))
	p.tick("checkbox", "日本語")
	p.tick("radio", "A5(二つ折り)")
	p.press("つぎへ")
	p.pressStarting("安全")
	p.heading(paperHeading)
	must(t, p.Locator(".papersheet").First().WaitFor())
	d := p.pdf()
	if want := 3 * readPages(t)["turning_75"]["a5"]["ja"]; d.pages() != want {
		t.Errorf("%d pages, not %d", d.pages(), want)
	}
	if strange := d.strangeFonts(t); len(strange) > 0 {
		t.Errorf("without the server the fonts are others: %v", strange)
	}
	compareTraces(t, before, p.traces())
}

// A paper outlives the day: past its review, and for practice, it says so.
func TestLeafletsCarryTheirWarnings(t *testing.T) {
	t.Parallel()
	late := at(t, shared, time.Date(2027, 6, 1, 3, 0, 0, 0, time.UTC))
	late.pick("相談のときの確認表")
	late.press("つぎへ")
	if text := late.onPaper(); !strings.Contains(text, "内容を見直す日を過ぎています。") {
		t.Errorf("a paper past its review does not say so: %s", text)
	}
	p := open(t, shared, 820, 1180)
	p.press("別の日で練習する")
	must(t, p.GetByLabel("案内する日", playwright.PageGetByLabelOptions{Exact: playwright.Bool(true)}).Fill("2026-08-03"))
	p.press("この日で案内する")
	p.pick("相談のときの確認表")
	p.press("つぎへ")
	if text := p.onPaper(); !strings.Contains(text, "練習") {
		t.Errorf("a paper for practice does not say so: %s", text)
	}
}
