package e2e

import (
	"testing"

	"github.com/playwright-community/playwright-go"
)

// After one visit everything works with the server process gone, also in a browser that was closed and opened again.
func TestOneVisitIsEnoughForAllThatFollows(t *testing.T) {
	t.Parallel()
	a := start(t)
	profile := t.TempDir()
	first, p := launch(t, profile)
	p.visit(a)
	p.offline(a)
	p.consult(cardTopic, cardConsultation)
	must(t, p.step("マイナンバーカードを止める").WaitFor())
	must(t, first.Close())

	_, again := launch(t, profile)
	again.quiet = true
	again.visit(a)
	again.consult(cardTopic, cardConsultation)
	must(t, again.step("マイナンバーカードを止める").WaitFor())
	again.press(appTitle)
	for _, screen := range []string{"2つのフラグの説明", "資格確認書とは", "受診で見せられるもの", "確認リスト", "相談窓口", "このアプリについて"} {
		must(t, again.GetByRole("button", playwright.PageGetByRoleOptions{Name: screen, Exact: playwright.Bool(true)}).Click())
		must(t, again.GetByRole("heading", playwright.PageGetByRoleOptions{Level: playwright.Int(1)}).First().WaitFor())
		again.press("もどる")
	}
}

// launch opens a browser with a profile on disk, as a device has one.
func launch(t *testing.T, profile string) (playwright.BrowserContext, *tab) {
	t.Helper()
	context, err := launcher.LaunchPersistentContext(profile, playwright.BrowserTypeLaunchPersistentContextOptions{
		ExecutablePath: playwright.String(chromium()), Headless: playwright.Bool(true), Args: chromiumArgs,
		Locale: playwright.String("ja-JP"), Viewport: &playwright.Size{Width: 820, Height: 1180},
	})
	must(t, err)
	t.Cleanup(func() { _ = context.Close() })
	return context, newTab(t, context)
}
