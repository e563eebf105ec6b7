package e2e

import (
	"slices"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// A whole consultation without a pointer, on a small screen, where bars are nearest to what has the focus.
func TestAConsultationByKeyboardAlone(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 360, 640)
	p.focused(p.GetByRole("heading", playwright.PageGetByRoleOptions{Level: playwright.Int(1)}))
	p.tabTo(p.GetByRole("checkbox", playwright.PageGetByRoleOptions{Name: cardTopic, Exact: playwright.Bool(true)}))
	p.keys("Space")
	p.tabTo(p.GetByRole("button", playwright.PageGetByRoleOptions{Name: "相談を始める"}))
	p.keys("Enter")
	for i, a := range cardConsultation {
		p.answerByKeyboard(a)
		if i == 1 {
			p.goBackByKeyboard(a)
		}
	}
	p.newHeading(resultHeading)

	p.tabTo(p.GetByRole("main").GetByRole("checkbox").First())
	p.keys("Space")
	must(t, expect.Locator(p.GetByRole("main").GetByRole("checkbox").First()).ToBeChecked())
	p.keys("Tab", "Enter")
	p.seesFocus()
	must(t, p.GetByRole("heading", playwright.PageGetByRoleOptions{Name: "ご本人にこう話す"}).First().WaitFor())

	p.tabTo(p.named("「カードの場所」の答えを変える"))
	p.keys("Enter")
	p.answerByKeyboard(answer{cardConsultation[3].question, []string{"作っていない"}})
	p.newHeading(resultHeading)
	if p.count(p.step("マイナポータルの代理人を外す")) != 0 {
		t.Error("the changed answer does not count")
	}
	p.endByKeyboard()
}

// goBackByKeyboard goes back to a question just answered, finds the answer there, and goes on with it.
func (p *tab) goBackByKeyboard(a answer) {
	p.t.Helper()
	p.backTo(p.named("もどる"))
	p.keys("Enter")
	p.newHeading(a.question)
	must(p.t, expect.Locator(p.radio(a.options[0])).ToBeChecked())
	p.tabTo(p.named("次へ"))
	p.keys("Enter")
}

func (p *tab) endByKeyboard() {
	p.t.Helper()
	end := p.named("相談を終える").First()
	p.backTo(end)
	p.keys("Enter")
	dialog := p.GetByRole("dialog")
	must(p.t, dialog.WaitFor())
	p.seesFocus()
	p.keys("Escape")
	must(p.t, expect.Locator(dialog).ToBeHidden())
	p.focused(end)
	p.keys("Enter")
	must(p.t, dialog.WaitFor())
	p.tabTo(p.named("終えて消す"))
	p.keys("Enter")
	p.newHeading(homeHeading)
	if n := p.count(p.GetByRole("checkbox", playwright.PageGetByRoleOptions{Checked: playwright.Bool(true)})); n != 0 {
		p.t.Errorf("%d topics are still chosen", n)
	}
}

// The cover goes and comes by keyboard. A key that is held repeats, also after the cover is away.
func TestTheCoverByKeyboard(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 820, 1180)
	for _, key := range []string{"Enter", "Space"} {
		hide := p.named("隠す")
		p.backTo(hide)
		p.keys(key)
		p.focused(p.month())
		p.keys(key) // a short press does nothing
		must(t, expect.Locator(p.month()).ToBeVisible())
		p.keys("Tab", "Enter") // the next month, for somebody who comes by
		p.keys("Shift+Tab")

		must(t, p.Keyboard().Down(key))
		must(t, p.month().WaitFor(playwright.LocatorWaitForOptions{State: playwright.WaitForSelectorStateDetached}))
		p.focused(hide)
		for range 3 {
			must(t, p.Keyboard().Down(key))
		}
		must(t, p.Keyboard().Up(key))
		must(t, p.painted())
		if p.count(p.month()) != 0 {
			t.Fatalf("%s, held on after the cover is away, covers again", key)
		}
	}
}

func TestTheSkipLinkLeadsToTheHeading(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 360, 640)
	skip := p.named("本文へ進む")
	p.backTo(skip)
	must(t, expect.Locator(skip).ToBeInViewport())
	p.keys("Enter")
	p.focused(p.GetByRole("heading", playwright.PageGetByRoleOptions{Level: playwright.Int(1)}))
}

// expect waits for what must become true.
var expect = playwright.NewPlaywrightAssertions()

func (p *tab) keys(keys ...string) {
	p.t.Helper()
	for _, key := range keys {
		must(p.t, p.Keyboard().Press(key))
	}
}

func (p *tab) radio(name string) playwright.Locator {
	return p.GetByRole("radio", playwright.PageGetByRoleOptions{Name: name, Exact: playwright.Bool(true)})
}

// focused waits until the focus is there, and seen.
func (p *tab) focused(l playwright.Locator) {
	p.t.Helper()
	must(p.t, expect.Locator(l).ToBeFocused())
	p.seesFocus()
}

// newHeading waits for a screen; its heading must have the focus.
func (p *tab) newHeading(text string) {
	p.t.Helper()
	p.heading(text)
	p.focused(p.GetByRole("heading", playwright.PageGetByRoleOptions{Name: text, Level: playwright.Int(1)}))
}

// tabTo presses Tab until the focus is there, and sees every focus on the way.
func (p *tab) tabTo(l playwright.Locator) { p.t.Helper(); p.moveTo("Tab", l) }

// backTo presses Shift+Tab until the focus is there.
func (p *tab) backTo(l playwright.Locator) { p.t.Helper(); p.moveTo("Shift+Tab", l) }

func (p *tab) moveTo(key string, l playwright.Locator) {
	p.t.Helper()
	must(p.t, l.WaitFor())
	for range 200 {
		p.keys(key)
		p.seesFocus()
		if there, err := l.Evaluate("one => one === document.activeElement", nil); err == nil && there == true {
			return
		}
	}
	p.t.Fatalf("%s never gets to %v", key, l)
}

// answerByKeyboard chooses with the arrows and goes on.
func (p *tab) answerByKeyboard(a answer) {
	p.t.Helper()
	p.newHeading(a.question)
	q := p.asked()
	chosen := p.GetByRole("radio", playwright.PageGetByRoleOptions{Checked: playwright.Bool(true)})
	at := 0
	if p.count(chosen) > 0 {
		label, err := chosen.Evaluate("one => one.labels[0].textContent", nil)
		must(p.t, err)
		at = slices.Index(q.options, label.(string))
		p.tabTo(chosen)
	} else {
		p.tabTo(p.radio(q.options[0]))
		p.keys("Space")
	}
	for want := slices.Index(q.options, a.options[0]); at < want; at++ {
		p.keys("ArrowDown")
		p.seesFocus()
	}
	must(p.t, expect.Locator(p.radio(a.options[0])).ToBeChecked())
	p.tabTo(p.named("次へ"))
	p.keys("Enter")
}
