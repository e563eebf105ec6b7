package e2e

import "github.com/playwright-community/playwright-go"

// tourLeaflets sees every screen on the way to a printed paper, and ends at home.
func (p *tab) tourLeaflets(see look) {
	p.press(leafletsTitle)
	p.heading(leafletsTitle)
	must(p.t, p.Locator(".leafletcard").First().WaitFor())
	see("leaflets")
	const title = "健康保険の2つのフラグ"
	p.press(title)
	p.heading(title)
	see("leaflet")
	p.press("つぎへ")
	p.heading(takeHome)
	see("take home")
	p.pressStarting("紙は渡さない")
	p.heading("紙は渡しません")
	see("no paper")
	p.press("もどる")
	p.pressStarting("安全")
	p.heading(paperHeading)
	must(p.t, p.Locator(".papersheet").First().WaitFor())
	see("paper")
	p.press("もどる")
	p.heading(takeHome)
	p.pressStarting("心配がある")
	p.heading(paperHeading)
	must(p.t, p.Locator(".cards-leaf").First().WaitFor())
	see("paper of cards")
	p.home()
}

// home goes to the first screen from anywhere.
func (p *tab) home() {
	p.t.Helper()
	must(p.t, p.GetByRole("banner").GetByRole("button", playwright.LocatorGetByRoleOptions{Name: appTitle}).Click())
}
