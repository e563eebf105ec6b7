package e2e

import (
	"testing"

	"github.com/playwright-community/playwright-go"
)

// Changing an earlier answer keeps the later ones that still apply, says which no longer do, and brings them back when
// the answer is changed back.
func TestChangingAnAnswerLosesNothing(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 1180, 820)
	p.consult(cardTopic, cardConsultation)
	must(t, p.step("マイナポータルの代理人を外す").WaitFor())

	p.change("カードの場所", "作っていない")
	p.heading(resultHeading)
	for _, gone := range []string{"マイナンバーカードを止める", "マイナポータルの代理人を外す", "スマホの電子証明書を止める"} {
		if p.count(p.step(gone)) != 0 {
			t.Errorf("without a card, %q still stands", gone)
		}
	}
	for _, kept := range []string{"今の届け先に送らないよう頼む", "安全な連絡の方法を決める"} {
		must(t, p.step(kept).WaitFor())
	}
	for _, masked := range []string{"「代理人」の答えを変える", "「暗証番号とスマホ」の答えを変える"} {
		if p.count(p.named(masked)) != 0 {
			t.Errorf("the summary still offers %s", masked)
		}
	}

	p.change("カードの場所", "相手のところにある")
	p.heading(resultHeading) // the two masked answers are back: nothing is asked again
	for _, back := range []string{"マイナンバーカードを止める", "マイナポータルの代理人を外す", "スマホの電子証明書を止める"} {
		must(t, p.step(back).WaitFor())
	}
}

// Danger, chosen at any moment, leaves one step and nothing else.
func TestDangerStopsEverything(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 820, 1180)
	p.begin("ひととおり確認する")
	p.heading(cardConsultation[0].question)
	p.tick("radio", "今、危ない")
	p.press("次へ")
	p.heading("110番に電話する")
	call := p.GetByRole("link", playwright.PageGetByRoleOptions{Name: "110"})
	href, err := call.First().GetAttribute("href")
	must(t, err)
	if href != "tel:110" {
		t.Errorf("the call goes to %q", href)
	}
	if n := p.count(p.GetByRole("radio")); n != 0 {
		t.Errorf("%d options of a question are still on screen", n)
	}
}

// change goes from the result to an earlier answer, and on.
func (p *tab) change(short, option string) {
	p.t.Helper()
	p.press("「" + short + "」の答えを変える")
	p.leaves(resultHeading)
	asked := p.asked()
	p.choose(asked, option)
	p.press("次へ")
	p.leaves(asked.heading)
}

// named finds a button by its exact name.
func (p *tab) named(name string) playwright.Locator {
	return p.GetByRole("button", playwright.PageGetByRoleOptions{Name: name, Exact: playwright.Bool(true)})
}
