package e2e

import (
	"github.com/playwright-community/playwright-go"
)

const (
	lookUp    = "保険者を調べる"
	routePage = "この保険の進め方"
)

// contacts are what the tour opens: what is typed, and the name of the hit. The first has a switchboard, the second no
// number but a site, the third neither, the last the direct line of a centre.
var contacts = [][2]string{
	{"府中市 広島", "府中市"},
	{"立川市", "立川市"},
	{"01130012", "全国健康保険協会 東京支部"},
	{"女性相談支援センター 神奈川", "神奈川県立かながわ男女共同参画センター"},
}

// tourLookup leads through the look-up, its contacts, the report of one that does not work, and every route.
func (p *tab) tourLookup(see look) {
	p.press(lookUp)
	p.heading(lookUp)
	see("look-up, empty")
	for _, state := range [][2]string{
		{"number being typed", "0613"}, {"wrong check digit", "01130013"}, {"hits", "大阪"}, {"no hit", "qqqq"},
	} {
		p.look(state[1])
		p.unfold()
		see("look-up, " + state[0])
	}
	for _, contact := range contacts {
		p.look(contact[0])
		p.openHit(contact[1])
		p.tourContact(see, contact[1])
	}
	p.look(contacts[0][0])
	p.openHit(contacts[0][1])
	p.tourReport(see, contacts[0][1])
	p.tourRoutes(see)
}

// tourContact ends where the contact was opened.
func (p *tab) tourContact(see look, name string) {
	state := "contact " + name
	p.unfold()
	see(state)
	p.print(see, state)
	if windows := p.Locator(".windows button"); p.count(windows) > 0 {
		must(p.t, windows.First().Click())
		see(state + ", for a window")
	}
	p.press("もどる")
	p.heading(lookUp)
}

// tourReport marks the contact on screen, and ends where it was opened.
func (p *tab) tourReport(see look, name string) {
	p.press("つながらない")
	must(p.t, p.named("担当者に知らせる").WaitFor())
	see("contact marked")
	p.press("担当者に知らせる")
	p.heading("つながらない連絡先を知らせる")
	see("report")
	p.print(see, "report")
	p.press("もどる")
	p.heading(name)
	p.press("もどる")
	p.heading(lookUp)
	see("look-up, marked " + name)
}

// routes are the ways of every insurance, by what is typed to be led to it, and their headings.
var routes = [][2]string{
	{"0113001", "協会けんぽ"}, {"0613000", "健康保険組合"}, {"3213000", "共済組合"}, {"133033", "国民健康保険組合"}, {"138016", "国民健康保険(市区町村)"},
	{"3913000", "後期高齢者医療"}, {"0713000", "勤め先の保険(種類がわからない)"}, {"qqqq", "保険がわからない"},
}

// tourRoutes sees every route, and ends at home.
func (p *tab) tourRoutes(see look) {
	for _, route := range routes {
		p.look(route[0])
		if route[0] == "qqqq" {
			p.press("保険がわからないときの進め方")
		} else {
			p.press("「" + route[1] + "」の進め方を見る")
		}
		p.tourRoute(see, route[1])
		p.heading(lookUp)
	}
	p.look("")
	p.press("もどる")

	// Who is on welfare or has no insurance has no number: these two open from a consultation.
	p.begin(everything)
	p.walk(append([]string{"生活保護"}, worst...), nil)
	p.tourRouteOf(see, "生活保護(医療扶助)")
	p.change("保険", "どこにも入っていない")
	p.walk(worst, nil)
	p.tourRouteOf(see, "どこにも入っていない")
	p.finish(func(string) {})
}

// tourRouteOf opens the only route that a result leads to.
func (p *tab) tourRouteOf(see look, name string) {
	p.unfold()
	must(p.t, p.named(routePage).First().Click())
	p.tourRoute(see, name)
	p.heading(resultHeading)
}

func (p *tab) tourRoute(see look, name string) {
	p.heading(name)
	p.unfold()
	see("route " + name)
	p.print(see, "route "+name)
	p.press("もどる")
}

// field is where everything is typed.
func (p *tab) field() playwright.Locator { return p.Locator("#look-up") }

// look types a text into the empty field.
func (p *tab) look(text string) {
	p.t.Helper()
	must(p.t, p.field().Fill(text))
	must(p.t, p.painted())
}

// hit is the first hit of this name.
func (p *tab) hit(name string) playwright.Locator {
	return p.Locator(".hit", playwright.PageLocatorOptions{
		Has: p.Locator(".hit__name").GetByText(name, playwright.LocatorGetByTextOptions{Exact: playwright.Bool(true)}),
	}).First()
}

func (p *tab) openHit(name string) {
	p.t.Helper()
	must(p.t, p.hit(name).Click())
	p.heading(name)
}

// contact looks for something and opens a hit, from home.
func (p *tab) contact(text, name string) {
	p.t.Helper()
	p.press(lookUp)
	p.heading(lookUp)
	p.look(text)
	p.openHit(name)
}
