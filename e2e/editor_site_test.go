package e2e

import (
	"strings"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// site is one server with three regions in force, and its administrator.
type site struct {
	*app
	admin *clerk
}

// municipality is a region of the site, and what tells it apart.
type municipality struct {
	code, name string
	says       []said
	windows    []string            // as the look-up shows them
	beside     map[string][]string // words beside steps; all others are nowhere
}

var municipalities = []municipality{
	{"28381", "稲美町", []said{choice("auto_flags", "both"), window("city_kokuho", "住民課 保険係", "079-492-9137")},
		[]string{"住民課 保険係"}, map[string][]string{autoFlags: {saysBoth}, selfInfo: {saysBoth}, nonDisclosure: {saysBoth}, certificate: {saysUnsure}}},
	{"01202", "函館市", []said{window("flag_self_info", "国保年金課 資格係", "0138-21-3145"), window("flag_non_disclosure", "子ども家庭支援課", "0138-21-3010")},
		[]string{"国保年金課 資格係", "子ども家庭支援課"}, map[string][]string{
			autoFlags: {saysUnsure}, selfInfo: {saysUnsure, "国保年金課 資格係", "0138-21-3145"},
			nonDisclosure: {saysUnsure, "子ども家庭支援課", "0138-21-3010"}, certificate: {saysUnsure},
		}},
	{"13112", "世田谷区", []said{choice("kokuho_certificate", "everyone")},
		nil, map[string][]string{autoFlags: {saysUnsure}, selfInfo: {saysUnsure}, nonDisclosure: {saysUnsure}, certificate: {saysEveryone}}},
}

// national is what a device without a region shows: that it must be asked.
var national = municipality{beside: map[string][]string{
	autoFlags: {saysUnsure}, selfInfo: {saysUnsure}, nonDisclosure: {saysUnsure}, certificate: {saysUnsure},
}}

// ownWords are all the words that belong to one region or another.
var ownWords = []string{
	"稲美町", "函館市", "世田谷区", saysBoth, saysEveryone, "住民課 保険係", "079-492-9137",
	"国保年金課 資格係", "0138-21-3145", "子ども家庭支援課", "0138-21-3010",
}

// One server answers the public and the editor. The parts follow each other: the last one goes without the server.
func TestEditorRegionsAndPhonePagesOfOneSite(t *testing.T) {
	t.Parallel()
	a := openOffice(t)
	s := &site{app: a, admin: a.clerk(t, "admin")}
	a.desk(t, "admin").makeRegion(a, "28381", "稲美町")
	s.threePeople(t) // the rest stands on what they publish
	w := team{a.clerk(t, "hana"), a.clerk(t, "ito")}
	for _, m := range municipalities[1:] {
		s.admin.fill("/editor/regions/new", "code", m.code, "name", m.name)
		w.publish(m.code, m.says...)
	}
	t.Run("regions differ", s.regionsDiffer)
	t.Run("region screens are accessible", s.regionIsAccessible)
	t.Run("editor pages are accessible", s.editorIsAccessible)
	t.Run("nobody is let in", s.nobodyIsLetIn)
	t.Run("forged forms are refused", s.forgedFormsAreRefused)
	t.Run("the public side takes nothing", s.publicSideTakesNothing)
	t.Run("phone pages", s.phonePages)
	t.Run("the worker leaves the editor and the phone page alone", s.workerLeavesOthersAlone)
}

// regionsDiffer takes one device from the national text through every region: the same consultation, other words.
func (s *site) regionsDiffer(t *testing.T) {
	p := open(t, s.app, 820, 1180)
	p.whose("全国共通の案内")
	p.shows(national)
	for _, m := range municipalities {
		p.join(s.app, m.code, m.name)
		p.shows(m)
	}
	p.press("世田谷区の案内")
	p.heading("世田谷区の案内")
	p.press("全国共通に戻す")
	p.heading("全国共通の案内")
	p.press("もどる")
	p.whose("全国共通の案内")
	p.begin(localTopics...)
	p.walk(localAnswers, nil)
	if text := p.beside(certificate); strings.Contains(text, saysEveryone) || !strings.Contains(text, saysUnsure) {
		t.Errorf("back at the national text, beside the step stands %s", text)
	}
}

// shows looks at the steps, the look-up and a leaflet of a region.
func (p *tab) shows(m municipality) {
	p.t.Helper()
	p.begin(localTopics...)
	p.walk(localAnswers, nil)
	for step, wanted := range m.beside {
		text := p.beside(step)
		allowed := append([]string{m.name}, wanted...)
		for _, want := range wanted {
			if !strings.Contains(text, want) {
				p.t.Errorf("%s: beside %s does not stand %s, but %s", m.name, step, want, text)
			}
		}
		p.onlyOwn(m.name+", "+step, text, allowed)
	}
	p.end()

	p.press(lookUp)
	p.heading(lookUp)
	own := p.GetByRole("region", playwright.PageGetByRoleOptions{Name: "この地域の窓口"})
	if len(m.windows) == 0 {
		if p.count(own) != 0 {
			p.t.Errorf("%s: the look-up shows windows of a region", m.name)
		}
	} else {
		must(p.t, own.WaitFor())
		_, err := own.Locator("details:not([open]) > summary").EvaluateAll("all => all.forEach(one => one.click())")
		must(p.t, err)
		for _, name := range m.windows {
			must(p.t, own.GetByText(name).WaitFor())
		}
		text, err := own.InnerText()
		must(p.t, err)
		p.onlyOwn(m.name+", look-up", text, append([]string{m.name, "079-492-9137", "0138-21-3145", "0138-21-3010"}, m.windows...))
		p.look(m.windows[0])
		must(p.t, own.GetByText(m.windows[0]).WaitFor())
	}
	p.press(appTitle)
	p.paperOf(m)
}

// onlyOwn wants no words of any region but those allowed.
func (p *tab) onlyOwn(where, text string, allowed []string) {
	p.t.Helper()
	for _, word := range ownWords {
		if strings.Contains(text, word) && !strings.Contains(strings.Join(allowed, "\n"), word) {
			p.t.Errorf("%s says %s: %s", where, word, text)
		}
	}
}

// papers of the regions: the title of a leaflet, and what a region has on it once it is ticked.
var regionPapers = map[string]struct {
	title string
	says  []string
}{
	"":     {"健康保険の2つのフラグ", nil},
	"稲美町":  {"健康保険の2つのフラグ", []string{saysBoth, "住民課 保険係"}},
	"函館市":  {"健康保険の2つのフラグ", []string{"国保年金課 資格係", "子ども家庭支援課"}},
	"世田谷区": {"資格確認書が届かないとき、期限が切れたとき", []string{saysEveryone}},
}

// paperOf prints a leaflet with what the region says, which is not on it unless it is ticked.
func (p *tab) paperOf(m municipality) {
	p.t.Helper()
	wanted := regionPapers[m.name]
	p.pick(wanted.title)
	tick := p.GetByRole("checkbox", playwright.PageGetByRoleOptions{Name: "この地域のことを入れる"})
	if m.name == "" {
		if p.count(tick) != 0 {
			p.t.Error("without a region a leaflet offers its words")
		}
		p.press(appTitle)
		return
	}
	if on, err := tick.IsChecked(); err != nil || on {
		p.t.Errorf("%s: its words are ticked at first, or cannot be (%v)", m.name, err)
	}
	p.press("つぎへ")
	p.pressStarting("安全")
	p.heading(paperHeading)
	p.onlyOwn(m.name+", leaflet without its words", p.onPaper(), nil)
	p.press("選び直す")
	p.heading(takeHome)
	p.press("もどる")
	must(p.t, tick.Check(playwright.LocatorCheckOptions{Force: playwright.Bool(true)}))
	p.press("つぎへ")
	p.pressStarting("安全")
	p.heading(paperHeading)
	text := p.onPaper()
	for _, want := range append([]string{m.name}, wanted.says...) {
		if !strings.Contains(text, want) {
			p.t.Errorf("%s: the leaflet does not say %s", m.name, want)
		}
	}
	p.press(appTitle)
}
