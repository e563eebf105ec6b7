package e2e

import (
	"github.com/playwright-community/playwright-go"
)

// answer is what a counselor chooses: the question's words and the options' labels.
type answer struct {
	question string
	options  []string
}

// visit opens the app and waits until it can be used without the server.
func (p *tab) visit(a *app) {
	p.t.Helper()
	_, err := p.Goto(a.url + "/")
	must(p.t, err)
	p.ready()
}

// ready waits until the device says that it could go without the server.
func (p *tab) ready() {
	p.t.Helper()
	must(p.t, p.GetByText("オフライン可").WaitFor())
}

// press clicks the button of this exact name.
func (p *tab) press(name string) {
	p.t.Helper()
	must(p.t, p.GetByRole("button", playwright.PageGetByRoleOptions{Name: name, Exact: playwright.Bool(true)}).Click())
}

// begin starts a consultation about the topics.
func (p *tab) begin(topics ...string) {
	p.t.Helper()
	for _, topic := range topics {
		p.tick("checkbox", topic)
	}
	must(p.t, p.GetByRole("button", playwright.PageGetByRoleOptions{Name: "相談を始める"}).Click())
	p.leaves(homeHeading)
}

// tick chooses an option; its label lies over the native control, as under a finger.
func (p *tab) tick(role playwright.AriaRole, name string) {
	p.t.Helper()
	option := p.GetByRole(role, playwright.PageGetByRoleOptions{Name: name, Exact: playwright.Bool(true)})
	must(p.t, option.Check(playwright.LocatorCheckOptions{Force: playwright.Bool(true)}))
}

// answer answers the question on screen and moves on.
func (p *tab) answer(a answer) {
	p.t.Helper()
	p.heading(a.question)
	role := playwright.AriaRole("radio")
	if boxes, err := p.GetByRole("checkbox").Count(); err == nil && boxes > 0 {
		role = "checkbox"
	}
	for _, option := range a.options {
		p.tick(role, option)
	}
	p.press("次へ")
}

// heading waits for the screen with this heading.
func (p *tab) heading(text string) {
	p.t.Helper()
	must(p.t, p.GetByRole("heading", playwright.PageGetByRoleOptions{Name: text, Level: playwright.Int(1)}).WaitFor())
}

// leaves waits until another screen has taken the place of the one with this heading.
func (p *tab) leaves(heading string) {
	p.t.Helper()
	next := p.GetByRole("heading", playwright.PageGetByRoleOptions{Level: playwright.Int(1)})
	must(p.t, next.Filter(playwright.LocatorFilterOptions{HasNotText: heading}).WaitFor())
}

// The name of the app, which stands in its bar and leads home, and the headings over the first screen and over the result.
const (
	appTitle      = "医療保険 手続きガイド"
	homeHeading   = "今日は、どのようなご相談ですか"
	resultHeading = "これからすること"
)

// cardConsultation is a short consultation about a card left behind.
var cardConsultation = []answer{
	{"はじめに、今、身の危険を感じることはありますか。", []string{"今は大丈夫"}},
	{"こちらや保険者から連絡しても、安全な方法はありますか。", []string{"安全な方法がない"}},
	{"今、どの健康保険に入っていますか。", []string{"相手の勤め先の保険の扶養"}},
	{"マイナンバーカードは、今どこにありますか。", []string{"相手のところにある"}},
	{"マイナポータルの「代理人」に、相手が登録されていますか。", []string{"わからない"}},
	{"相手が暗証番号を知っていたり、あなたの電子証明書が入ったスマホを持っていたりしますか。", []string{"どちらかに当てはまる"}},
	{"保険の情報を見られにくくするしるし、「DVフラグ」は、今付いていますか。", []string{"付いていない"}},
	{"保険の郵便は、今どこに届いて、だれが受け取りますか。", []string{"相手の家に届く"}},
	{"住民票は、今住んでいるところに移してありますか。", []string{"移していない"}},
	{"書類の期限を確かめるためにうかがいますが、外国籍でいらっしゃいますか。", []string{"いいえ"}},
}

// cardTopic is the topic cardConsultation is about.
const cardTopic = "マイナンバーカードやスマホが心配"

// consult walks the whole consultation to its result.
func (p *tab) consult(topic string, answers []answer) {
	p.t.Helper()
	p.begin(topic)
	for _, a := range answers {
		p.answer(a)
	}
	p.heading(resultHeading)
}

// step waits for a step of the result by its title.
func (p *tab) step(title string) playwright.Locator {
	return p.GetByRole("heading", playwright.PageGetByRoleOptions{Name: title, Level: playwright.Int(3)})
}

// count says how often something is on screen.
func (p *tab) count(l playwright.Locator) int {
	p.t.Helper()
	n, err := l.Count()
	must(p.t, err)
	return n
}

// evaluate runs a script in the page and gives its value.
func (p *tab) evaluate(script string) any {
	p.t.Helper()
	value, err := p.Evaluate(script)
	must(p.t, err)
	return value
}
