package e2e

import (
	"testing"

	"github.com/playwright-community/playwright-go"
)

// tourHers sees the screens of two languages: some questions, face to face, the result, every page, the lines to call.
func (p *tab) tourHers(tag string, see look) {
	p.t.Helper()
	p.speak(tag)
	see(tag + ", home")
	questions := 0
	p.walkIn(func(state string) {
		if questions++; questions <= 4 {
			see(tag + ", " + state)
		}
	})
	p.unfold()
	see(tag + ", result")
	must(p.t, p.GetByRole("main").GetByRole("button", playwright.LocatorGetByRoleOptions{Name: "ご本人に見せる"}).First().Click())
	must(p.t, p.named("向きを変える").WaitFor())
	see(tag + ", face to face, a step")
	p.press("もどる")
	p.press(appTitle)
	p.heading("相談の途中です")
	p.tourHerPages(func(state string) { see(tag + ", " + state) })
	p.press("このアプリについて")
	p.heading("このアプリについて")
	see(tag + ", about")
}

func TestNoScreenOfTwoLanguagesHasAnAccessibilityViolation(t *testing.T) {
	t.Parallel()
	p := withAxe(t, shared, playwright.BrowserNewContextOptions{}, nil)
	p.ready()
	p.tourHers("vi", p.see)
	t.Logf("axe-core: %d states, %d runs", p.states, p.runs)
}

// Long words, tall letters and letters without spaces fit 320 px too.
func TestTwoLanguagesFitTheSmallestWindow(t *testing.T) {
	t.Parallel()
	for _, tag := range []string{"th", "ne", "vi"} {
		still := playwright.BrowserNewContextOptions{ReducedMotion: playwright.ReducedMotionReduce, Viewport: &playwright.Size{Width: 320, Height: 640}}
		p := openWith(t, shared, still, nil)
		p.ready()
		p.tourHers(tag, func(state string) {
			p.report(state, clipped)
			p.report(state, small)
			p.report(state, untold)
		})
	}
}
