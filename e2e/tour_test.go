package e2e

import (
	"regexp"
	"testing"
	"time"

	"github.com/playwright-community/playwright-go"
)

// look is called in every state of the app that a tour leads to.
type look func(state string)

// tour leads through every screen and its states, one after the other, and ends at home.
func (p *tab) tour(see look) {
	p.tourHome(see)
	p.tourConsultation(see)
	p.tourResult(see)
	p.tourPages(see)
	p.tourLists(see)
	p.tourLookup(see)
	p.tourLeaflets(see)
	p.tourPractice(see)
	p.tourDanger(see)
}

func (p *tab) tourHome(see look) {
	see("home")
	must(p.t, p.GetByRole("button", playwright.PageGetByRoleOptions{Name: "相談を始める"}).Click())
	must(p.t, p.GetByRole("alert").WaitFor())
	see("home, nothing chosen")

	p.press("表示")
	must(p.t, p.GetByRole("dialog").WaitFor())
	see("settings")
	p.press("閉じる")

	p.press("別の日で練習する")
	day := p.GetByLabel("案内する日", playwright.PageGetByLabelOptions{Exact: playwright.Bool(true)})
	must(p.t, day.Fill(""))
	p.press("この日で案内する")
	must(p.t, p.GetByRole("dialog").GetByRole("alert").WaitFor())
	see("choosing no day")
	must(p.t, day.Fill("2025-08-01"))
	p.press("この日で案内する")
	must(p.t, p.GetByText("練習:").First().WaitFor())
	see("home on another day")
	p.press("別の日で練習する")
	p.press("今日に戻す")
}

// tourConsultation sees one question of each kind in each of its states, and ends at the result.
func (p *tab) tourConsultation(see look) {
	seen := map[string]bool{}
	once := func(state string) bool {
		first := !seen[state]
		seen[state] = true
		return first
	}
	p.full(func(q question) {
		unsure := q.options[len(q.options)-1] == "わからない"
		switch {
		case once("first question"):
			see("first question")
			p.press("次へ")
			must(p.t, p.GetByRole("alert").WaitFor())
			see("question, nothing chosen")
		case unsure && !q.many && once("one answer"):
			p.unfold()
			see("question for one answer, all opened")
			p.choose(q, "わからない")
			see("question, I don't know")
			p.press("ご本人に見せる")
			p.tourFacing(see, "a question")
		case q.many && once("many answers"):
			p.choose(q, q.options[0])
			see("question for many answers")
			p.press("ご本人に見せる")
			p.tourFacing(see, "a question for many answers")
		}
	})
}

func (p *tab) tourFacing(see look, subject string) {
	must(p.t, p.GetByRole("button", playwright.PageGetByRoleOptions{Name: "向きを変える"}).WaitFor())
	see("face to face, " + subject)
	p.press("向きを変える")
	see("face to face, turned, " + subject)
	p.press("もどる")
	must(p.t, p.GetByRole("banner").WaitFor())
}

func (p *tab) tourResult(see look) {
	see("result")
	p.print(see, "result")
	p.unfold()
	see("result, all opened")
	must(p.t, p.GetByRole("main").GetByRole("button", playwright.LocatorGetByRoleOptions{Name: "ご本人に見せる"}).First().Click())
	p.tourFacing(see, "a step")

	p.press("「カードの場所」の答えを変える")
	p.tick("radio", "作っていない")
	must(p.t, p.GetByText("次の答えは使わなくなります").WaitFor())
	see("question, an answer that drops others")
	p.press("もどる")

	p.cover()
	see("cover")
	p.uncover()
	p.press(appTitle)
	p.heading("相談の途中です")
	see("home during a consultation")
	p.finish(see)
}

// finish ends the consultation; it must be running.
func (p *tab) finish(see look) {
	must(p.t, p.named("相談を終える").First().Click())
	must(p.t, p.GetByRole("dialog").WaitFor())
	see("end of the consultation")
	p.press("終えて消す")
	must(p.t, p.GetByRole("button", playwright.PageGetByRoleOptions{Name: "相談を始める"}).WaitFor())
}

func (p *tab) tourPages(see look) {
	pages := p.GetByRole("region", playwright.PageGetByRoleOptions{Name: "見せて説明する"}).GetByRole("button")
	for i := range p.count(pages) {
		name, err := pages.Nth(i).TextContent()
		must(p.t, err)
		must(p.t, pages.Nth(i).Click())
		must(p.t, p.named("もどる").WaitFor())
		if day := p.GetByLabel("受診する日"); p.count(day) > 0 {
			must(p.t, day.Fill("2025-08-01"))
		}
		see("page, " + name)
		p.unfold()
		see("page, all opened, " + name)
		p.print(see, "page, "+name)
		must(p.t, p.GetByRole("main").GetByRole("button", playwright.LocatorGetByRoleOptions{Name: "ご本人に見せる"}).Click())
		p.tourFacing(see, name)
		p.press("もどる")
	}
}

func (p *tab) tourLists(see look) {
	p.press("確認リスト")
	p.heading("確認リスト")
	see("checklists")
	lists := p.GetByRole("listitem").GetByRole("button")
	for i := range p.count(lists) {
		name, err := lists.Nth(i).TextContent()
		must(p.t, err)
		must(p.t, lists.Nth(i).Click())
		p.heading(name)
		see("checklist, " + name)
		p.print(see, "checklist, "+name)
		p.press("もどる")
		p.heading("確認リスト")
	}
	p.press("もどる")
	for _, screen := range []string{"相談窓口", "このアプリについて"} {
		p.press(screen)
		p.heading(screen)
		p.unfold()
		see(screen)
		p.press("もどる")
	}
}

func (p *tab) tourDanger(see look) {
	p.press("今、身の危険があるとき")
	must(p.t, p.GetByRole("link", playwright.PageGetByRoleOptions{Name: "110"}).First().WaitFor())
	see("danger now")
	p.press("危険がなくなったので、質問を続ける")
	p.finish(func(string) {})
}

// printed begins the name of every state on paper.
const printed = "printed "

// print sees the screen as paper.
func (p *tab) print(see look, state string) {
	must(p.t, p.EmulateMedia(playwright.PageEmulateMediaOptions{Media: playwright.MediaPrint}))
	must(p.t, p.painted()) // a sheet comes after the screen
	see(printed + state)
	must(p.t, p.EmulateMedia(playwright.PageEmulateMediaOptions{Media: playwright.MediaScreen}))
}

// unfold opens everything that folds, also what folds inside.
func (p *tab) unfold() {
	p.t.Helper()
	must(p.t, p.painted())
	for range 6 {
		closed := p.GetByRole("main").Locator("details:not([open]) > summary")
		if p.count(closed) == 0 {
			return
		}
		_, err := closed.EvaluateAll("all => all.forEach(one => one.click())")
		must(p.t, err)
		must(p.t, p.painted())
	}
	p.t.Fatal("not everything opens")
}

// painted waits until what has changed is on the screen.
func (p *tab) painted() error {
	_, err := p.Evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))")
	return err
}

// cover hides everything.
func (p *tab) cover() {
	p.t.Helper()
	must(p.t, p.named("隠す").First().Click())
	must(p.t, p.month().WaitFor())
}

// month is the button under the calendar's name; held, it leads back.
func (p *tab) month() playwright.Locator {
	return p.GetByRole("button", playwright.PageGetByRoleOptions{Name: regexp.MustCompile(`^\d{4}年\d{1,2}月$`)})
}

// uncover holds the name of the month until the app is back.
func (p *tab) uncover() {
	p.t.Helper()
	must(p.t, p.month().Hover())
	must(p.t, p.Mouse().Down())
	must(p.t, p.month().WaitFor(playwright.LocatorWaitForOptions{State: playwright.WaitForSelectorStateDetached}))
	must(p.t, p.Mouse().Up())
}

// openWith opens the app in a context of the options; prepare may set the clock or the network before.
func openWith(t *testing.T, a *app, options playwright.BrowserNewContextOptions, prepare func(*tab)) *tab {
	t.Helper()
	options.Locale = playwright.String("ja-JP")
	if options.Viewport == nil {
		options.Viewport = &playwright.Size{Width: 820, Height: 1180}
	}
	context, err := browser.NewContext(options)
	must(t, err)
	t.Cleanup(func() { _ = context.Close() })
	p := newTab(t, context)
	if prepare != nil {
		prepare(p)
	}
	_, err = p.Goto(a.url + "/")
	must(t, err)
	return p
}

// at opens the app on a device whose clock shows the day.
func at(t *testing.T, a *app, day time.Time) *tab {
	t.Helper()
	p := openWith(t, a, playwright.BrowserNewContextOptions{}, func(p *tab) { must(t, p.Clock().SetFixedTime(day)) })
	p.ready()
	return p
}
