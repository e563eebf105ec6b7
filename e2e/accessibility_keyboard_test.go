package e2e

import (
	"testing"
	"time"

	"github.com/playwright-community/playwright-go"
)

// A whole visit by keys alone, on a small screen, with what a screen reader is told at every stage: home, every question,
// the result with a step open, the look-up with a contact, a leaflet on paper, and the end.
func TestAWholeVisitByKeyboardAndByEar(t *testing.T) {
	still := playwright.BrowserNewContextOptions{ReducedMotion: playwright.ReducedMotionReduce, Viewport: &playwright.Size{Width: 360, Height: 640}}
	p := openWith(t, shared, still, func(p *tab) {
		must(t, p.Clock().SetFixedTime(time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC)))
	})
	p.ready()
	h := listen(p)
	h.arrives(homeHeading, "home")
	h.silentReadings("home")

	p.startByKeyboard()
	must(t, p.GetByRole("alert").WaitFor())
	p.seesFocus()
	h.hears("home, nothing chosen")
	p.backTo(p.GetByRole("checkbox", playwright.PageGetByRoleOptions{Name: cardTopic, Exact: playwright.Bool(true)}))
	p.keys("Space")
	p.startByKeyboard()
	for i, a := range cardConsultation {
		p.newHeading(a.question)
		if i < 4 { // one of each kind; the others sound alike
			h.arrives(a.question, "question, "+a.question)
		}
		p.answerByKeyboard(a)
	}
	h.arrives(resultHeading, "result")
	step := p.GetByRole("main").Locator("summary").First()
	p.tabTo(step)
	p.keys("Space")
	must(t, p.GetByRole("heading", playwright.PageGetByRoleOptions{Name: "ご本人にこう話す"}).First().WaitFor())
	p.seesFocus()
	h.hears("result, a step open")
	h.silentReadings("result, a step open")

	p.homeByKeyboard()
	p.tabTo(p.named(lookUp))
	p.keys("Enter")
	h.arrives(lookUp, "look-up")
	p.tabTo(p.field())
	must(t, p.Keyboard().Type("01130012"))
	must(t, expect.Locator(p.Locator(".hit").First()).ToBeVisible())
	h.hears("look-up, a hit")
	p.keys("ArrowDown")
	p.focused(p.Locator(".hit").First())
	p.keys("Enter")
	h.arrives(contacts[2][1], "contact")

	p.homeByKeyboard()
	p.tabTo(p.named(leafletsTitle))
	p.keys("Enter")
	h.arrives(leafletsTitle, "leaflets")
	const title = "健康保険の2つのフラグ"
	p.tabTo(p.named(title))
	p.keys("Enter")
	h.arrives(title, "leaflet")
	p.tabTo(p.GetByRole("checkbox", playwright.PageGetByRoleOptions{Name: "Tiếng Việt"}))
	p.keys("Space")
	p.tabTo(p.named("つぎへ"))
	p.keys("Enter")
	h.arrives(takeHome, "take home")
	p.tabTo(p.Locator(".takehome__answer").First())
	p.keys("Enter")
	p.newHeading(paperHeading)
	must(t, p.Locator(".papersheet").First().WaitFor())
	h.arrives(paperHeading, "paper")
	p.tabTo(p.named("印刷する"))

	p.homeByKeyboard()
	p.tabTo(p.named("相談を続ける"))
	p.keys("Enter")
	p.newHeading(resultHeading)
	p.endByKeyboard()
	h.hears("home after the end")
	h.compare("visit")
}

// startByKeyboard presses the button that begins a consultation.
func (p *tab) startByKeyboard() {
	p.t.Helper()
	p.tabTo(p.GetByRole("button", playwright.PageGetByRoleOptions{Name: "相談を始める"}))
	p.keys("Enter")
}

// homeByKeyboard goes to the first screen by the bar at the top, from anywhere.
func (p *tab) homeByKeyboard() {
	p.t.Helper()
	p.backTo(p.GetByRole("banner").GetByRole("button", playwright.LocatorGetByRoleOptions{Name: appTitle}))
	p.keys("Enter")
	p.newHeading("相談の途中です")
}
