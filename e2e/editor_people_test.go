package e2e

import (
	"net/http"
	"strings"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// Steps beside which a region may say something, and a consultation that leads to all of them.
const (
	autoFlags     = "自動で付いたフラグがないか確かめる"
	selfInfo      = "自己情報提供不可フラグを相談する"
	nonDisclosure = "不開示該当フラグを相談する"
	certificate   = "申請なしで交付されると伝える"
)

var (
	localTopics  = []string{"フラグを知りたい・設定したい", "保険が変わる(扶養・国保・就職・転居)"}
	localAnswers = []string{
		"今は大丈夫", "国民健康保険(相手とは別の世帯)", "相手のところにある", "付いていない", "受けている(期限は2か月より先)", "いいえ",
	}
)

// Words of the choices, as they stand beside a step.
const (
	saysSeparate = "フラグは自動では付かない扱いです"
	saysBoth     = "2つのフラグが付く扱いです"
	saysUnsure   = "要確認"
	saysEveryone = "全員に資格確認書を送る扱いです"
)

// beside opens a step of the result and reads what its region says there.
func (p *tab) beside(title string) string {
	p.t.Helper()
	step := p.GetByRole("article").Filter(playwright.LocatorFilterOptions{Has: p.step(title)})
	must(p.t, step.Locator("summary").First().Click())
	must(p.t, step.Locator(".part").First().WaitFor())
	text, err := step.Locator("[data-part=local]").AllInnerTexts()
	must(p.t, err)
	return strings.Join(text, "\n")
}

// whose waits until the home screen says whose text it is.
func (p *tab) whose(name string) {
	p.t.Helper()
	must(p.t, p.named(name).WaitFor())
}

// join opens the link of a region and waits until the device has it.
func (p *tab) join(a *app, code, name string) {
	p.t.Helper()
	_, err := p.Goto(a.url + "/r/" + code)
	must(p.t, err)
	p.whose(name + "の案内")
	p.ready()
}

// threePeople: an editor drafts, an approver publishes, and a counselor's tablet, which was offline at the start of a
// consultation, goes on with the words it began with; the new ones come when it is over.
func (s *site) threePeople(t *testing.T) {
	a := s.app
	w := team{a.clerk(t, "hana"), a.clerk(t, "ito")}
	w.publish("28381", choice("auto_flags", "separate"))

	tablet := open(t, a, 820, 1180)
	tablet.whose("全国共通の案内")
	tablet.join(a, "28381", "稲美町")
	tablet.offline(a)
	tablet.begin(localTopics...)
	first := tablet.asked()
	tablet.choose(first, first.choice(localAnswers))
	tablet.press("次へ")
	tablet.leaves(first.heading)
	asked := tablet.asked().heading

	a.run(t)
	editor := a.desk(t, "hana")
	editor.draft(a)
	approver := a.desk(t, "ito")
	approver.approve()

	// The tablet comes back to the network in the middle of its consultation.
	_, err := tablet.ExpectResponse("**/content/region/28381.json", func() error {
		_, err := tablet.Evaluate("document.dispatchEvent(new Event('visibilitychange'))")
		return err
	})
	must(t, err)
	if now := tablet.asked().heading; now != asked {
		t.Errorf("the consultation stood at %s, and now at %s", asked, now)
	}
	tablet.walk(localAnswers, nil)
	if text := tablet.beside(autoFlags); !strings.Contains(text, saysSeparate) || strings.Contains(text, saysBoth) {
		t.Errorf("the running consultation does not keep its words: %s", text)
	}
	update := tablet.named(takeUpdate)
	if tablet.count(update) != 0 {
		t.Error("a new version is offered in the middle of a consultation")
	}
	tablet.end()
	must(t, update.Click())
	must(t, update.WaitFor(playwright.LocatorWaitForOptions{State: playwright.WaitForSelectorStateDetached}))

	tablet.visit(a) // the next start
	tablet.whose("稲美町の案内")
	tablet.begin(localTopics...)
	tablet.walk(localAnswers, nil)
	text := tablet.beside(autoFlags)
	for _, want := range []string{"稲美町", saysBoth} {
		if !strings.Contains(text, want) {
			t.Errorf("after the update the step does not say %s: %s", want, text)
		}
	}
	if strings.Contains(text, saysSeparate) || strings.Contains(text, saysUnsure) {
		t.Errorf("after the update the step still says: %s", text)
	}
	t.Run("changed wording is one file", s.changedWordingIsOneFile)
}

// makeRegion registers a region, as an administrator does.
func (p *tab) makeRegion(a *app, code, name string) {
	p.t.Helper()
	_, err := p.Goto(a.url + "/editor/regions")
	must(p.t, err)
	p.follow("地域を登録する")
	p.write("コード", code)
	p.write("地域の名前", name)
	p.press("登録する")
	p.told("地域を登録しました。")
}

// draft writes two fields, reads the difference, asks for approval, and cannot approve it herself.
func (p *tab) draft(a *app) {
	p.t.Helper()
	region := a.url + "/editor/regions/28381"
	_, err := p.Goto(region + "/fields/auto_flags")
	must(p.t, err)
	must(p.t, p.GetByRole("radio", playwright.PageGetByRoleOptions{Name: saysBoth}).Check())
	p.press("下書きに保存する")
	p.told("下書きに保存しました。")
	_, err = p.Goto(region + "/fields/city_kokuho")
	must(p.t, err)
	p.write("窓口の名前", "住民課 保険係")
	p.write("電話番号", "12")
	p.press("下書きに保存する")
	must(p.t, p.GetByRole("alert").WaitFor())
	if kept, err := p.GetByLabel("窓口の名前").InputValue(); err != nil || kept != "住民課 保険係" {
		p.t.Errorf("beside a fault the name is %q (%v)", kept, err)
	}
	p.write("電話番号", "079-492-9137")
	p.press("下書きに保存する")
	p.told("下書きに保存しました。")

	_, err = p.Goto(region + "/draft")
	must(p.t, err)
	p.heading("下書きの確認")
	text, err := p.GetByRole("main").InnerText()
	must(p.t, err)
	for _, want := range []string{saysSeparate, saysBoth, "住民課 保険係", "079-492-9137"} {
		if !strings.Contains(text, want) {
			p.t.Errorf("the difference does not show %s", want)
		}
	}
	p.press("承認を頼む")
	p.told("承認を頼みました。")
	if n := p.count(p.GetByRole("link", playwright.PageGetByRoleOptions{Name: "承認して公開する"})); n != 0 {
		p.t.Error("who wrote the draft is offered to approve it")
	}
	res, err := p.Context().Request().Get(region + "/approve")
	must(p.t, err)
	if res.Status() != http.StatusForbidden {
		p.t.Errorf("who wrote the draft may open the approval: %d", res.Status())
	}
}

// approve finds the draft on the first page, reads what differs, and publishes it.
func (p *tab) approve() {
	p.t.Helper()
	p.follow("稲美町: 承認を頼まれている下書きがあります")
	p.heading("承認して公開する")
	must(p.t, p.GetByText(saysBoth).First().WaitFor())
	p.press("承認して公開する")
	p.told("公開しました。")
}
