package e2e

import (
	"strings"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// sweep reports what axe-core does not look at. Paper has distances of its own, and is seen on the screen as it is printed.
func (p *tab) sweep(state string) {
	p.t.Helper()
	if strings.HasPrefix(state, printed) {
		return
	}
	p.report(state, untold)
	p.report(state, unsound)
	if !strings.HasPrefix(state, "paper") {
		p.report(state, spaced)
	}
	for _, colour := range schemes {
		scheme := playwright.ColorScheme(colour)
		must(p.t, p.EmulateMedia(playwright.PageEmulateMediaOptions{ColorScheme: &scheme}))
		p.report(state+", "+colour, unbounded)
	}
}

// At 400 % zoom a notebook shows 320 by 256 px: the bars that stay must leave what has the focus in sight.
func TestFocusIsSeenAtFourTimesTheSize(t *testing.T) {
	p := open(t, shared, 320, 256)
	p.tabTo(p.GetByRole("checkbox", playwright.PageGetByRoleOptions{Name: cardTopic, Exact: playwright.Bool(true)}))
	p.keys("Space")
	p.startByKeyboard()
	for _, a := range cardConsultation[:3] {
		p.answerByKeyboard(a)
	}
	p.backTo(p.GetByRole("combobox"))
}

// The result stands in the app for whoever has no network: every criterion, and in the open what is not met.
func TestTheResultNamesEveryCriterion(t *testing.T) {
	p := open(t, shared, 820, 1180)
	must(t, p.Context().SetOffline(true))
	p.press("このアプリについて")
	p.heading("このアプリについて")
	for _, want := range []string{"適合レベルAAに一部準拠しています", "1.4.4 テキストのサイズ変更", "2.2.1 タイミング調整可能"} {
		must(t, p.GetByText(want).First().WaitFor())
	}
	p.unfold()
	table := p.GetByRole("table", playwright.PageGetByRoleOptions{Name: "使いやすさ"})
	if n := p.count(table.GetByRole("rowheader")); n != 56 {
		t.Errorf("%d criteria, want the 55 of WCAG 2.2 and parsing of the JIS", n)
	}
	for _, want := range []string{"不適合", "一部不適合"} {
		must(t, table.GetByRole("cell", playwright.LocatorGetByRoleOptions{Name: want, Exact: playwright.Bool(true)}).First().WaitFor())
	}
}

// seeSmall sees a state on the smallest screen, in light and dark, with axe-core and with what that does not look at.
func (i *inspector) seeSmall(state string) {
	i.t.Helper()
	i.states++
	must(i.t, i.SetViewportSize(320, 640))
	for _, colour := range schemes {
		i.inspect(state, 320, colour)
	}
	i.report(state, clipped)
	i.sweep(state)
}

// The editor's pages, each alone on the smallest screen, in light and dark, and with what axe-core does not look at.
func (s *site) editorIsAccessible(t *testing.T) {
	const at = "/regions/01202"
	i := &inspector{tab: s.desk(t, "admin")}
	must(t, i.Context().AddInitScript(axe))
	for _, path := range []string{
		"", "/login", "/passkey", "/start", "/account", "/account/password", "/account/passkey", "/accounts", "/accounts/new", "/accounts/hana", "/audit",
		"/regions", "/regions/new", "/list", "/manual", at, at + "/fields/flag_self_info", at + "/fields/auto_flags", at + "/draft", at + "/history", at + "/files",
		at + "/settings", at + "/preview", at + "/distribution", at + "/distribution/poster", at + "/distribution/letter",
	} {
		path = "/editor" + path
		res, err := i.Goto(s.url + path)
		must(t, err)
		if !res.Ok() {
			t.Errorf("%s: %d", path, res.Status())
		}
		i.seeSmall(path)
	}
	t.Logf("axe-core: %d pages, %d runs", i.states, i.runs)
}

// regionIsAccessible sees the screens on which a region says something for itself, on a device that belongs to it.
func (s *site) regionIsAccessible(t *testing.T) {
	i := withAxe(t, s.app, playwright.BrowserNewContextOptions{}, nil)
	i.join(s.app, "01202", "函館市")
	see := func(state string) { i.seeSmall(state + " of 函館市") }
	see("home")
	i.press("函館市の案内")
	i.heading("函館市の案内")
	i.unfold()
	see("whose text it is")
	i.press("もどる")
	i.begin(localTopics...)
	i.walk(localAnswers, nil)
	i.unfold()
	see("result")
	i.press(appTitle)
	i.press(lookUp)
	i.heading(lookUp)
	i.unfold()
	see("look-up")
	i.press(appTitle)
	i.pick("健康保険の2つのフラグ")
	see("leaflet")
	must(t, i.GetByRole("checkbox", playwright.PageGetByRoleOptions{Name: "この地域のことを入れる"}).Check(playwright.LocatorCheckOptions{Force: playwright.Bool(true)}))
	i.press("つぎへ")
	i.pressStarting("安全")
	i.heading(paperHeading)
	must(t, i.Locator(".papersheet").First().WaitFor())
	see("paper")
	t.Logf("axe-core: %d states, %d runs", i.states, i.runs)
}
