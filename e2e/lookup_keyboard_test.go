package e2e

import (
	"testing"

	"github.com/playwright-community/playwright-go"
)

// From the field to a contact and back without a pointer.
func TestTheLookUpByKeyboardAlone(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 360, 640)
	p.tabTo(p.named(lookUp))
	p.keys("Enter")
	p.newHeading(lookUp)
	p.tabTo(p.field())
	must(t, p.Keyboard().Type("fuchu"))
	hits := p.Locator(".hit")
	must(t, expect.Locator(hits.Nth(1)).ToBeVisible())
	p.keys("ArrowDown")
	p.focused(hits.Nth(0))
	p.keys("ArrowDown")
	p.focused(hits.Nth(1))
	p.keys("End")
	p.focused(hits.Last())
	p.keys("Home")
	p.focused(hits.Nth(0))
	p.keys("ArrowUp")
	p.focused(p.field())
	p.keys("Enter")
	p.focused(hits.Nth(0))
	p.keys("Escape")
	p.focused(p.field())
	p.tabTo(hits.Nth(0))

	name, err := hits.Nth(0).Locator(".hit__name").TextContent()
	must(t, err)
	p.keys("Enter")
	p.newHeading(name)
	p.tabTo(p.named("つながらない"))
	p.keys("Enter")
	p.tabTo(p.named("担当者に知らせる"))
	p.keys("Enter")
	p.newHeading("つながらない連絡先を知らせる")
	p.backTo(p.named("もどる"))
	p.keys("Enter")
	p.newHeading(name)
	p.backTo(p.named("もどる"))
	p.keys("Enter")
	p.newHeading(lookUp)
	must(t, expect.Locator(p.field()).ToHaveValue("fuchu"))
}

// Readings over every word, with the largest text, on the smallest screen and for every reader.
func TestTheLookUpHoldsFurigana(t *testing.T) {
	t.Parallel()
	p := withAxe(t, shared, playwright.BrowserNewContextOptions{}, nil)
	p.ready()
	p.press(lookUp)
	p.heading(lookUp)
	p.large()
	see := func(state string) {
		t.Helper()
		p.see(state + ", large with furigana")
		must(t, p.SetViewportSize(320, 640))
		p.report(state+" with furigana, 200 %", clipped)
		p.report(state+" with furigana, 200 %", small)
	}
	see("look-up")
	p.look("01130013")
	see("wrong check digit")
	p.look("府中市")
	see("hits")
	must(t, p.Locator(".hit").Last().Click())
	must(t, p.Locator(".contact__number, .contact__id").First().WaitFor())
	see("contact")
	must(t, p.Locator(".contact .actions button").First().Click())
	must(t, p.Locator(".failing button").First().Click())
	must(t, p.Locator("svg.qr").First().WaitFor())
	see("report")
}
