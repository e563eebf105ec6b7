package e2e

import (
	"strings"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// mark stands on every screen and paper of a practice run.
const mark = "練習:"

// model answers the practice case of a document that has expired as its model does.
var model = []string{
	"今は大丈夫", "安全な方法がある", "国民健康保険(相手とは別の世帯)", "自己情報提供不可フラグだけ", "資格確認書(期限切れ)", "世帯主の相手あてに届く", "いいえ",
}

// practise opens the list of cases and begins one.
func (p *tab) practise(title string) {
	p.t.Helper()
	p.press("練習する")
	p.heading("練習する")
	p.press("この練習を始める:" + title)
	must(p.t, p.GetByText("練習の話:"+title).WaitFor())
}

// marked wants the mark on what is to be seen now.
func (p *tab) marked(state string) {
	p.t.Helper()
	if err := p.GetByText(mark).First().WaitFor(); err != nil {
		p.t.Errorf("%s is not marked as practice: %v", state, err)
	}
}

// tourPractice sees the practice cases, one of them to its end, and what changed.
func (p *tab) tourPractice(see look) {
	p.press("変わったこと")
	p.heading("変わったこと")
	see("what changed")
	p.press("もどる")
	p.press("全国共通の案内")
	p.heading("全国共通の案内")
	see("whose text it is")
	p.press("もどる")
	p.press("練習する")
	p.heading("練習する")
	see("practice cases")
	p.press("もどる")
	p.practise("期限が切れた資格確認書")
	see("practice, a question")
	p.walk(worst, nil)
	see("practice, result")
	p.print(see, "practice")
	p.press("練習をふりかえる")
	p.heading("期限が切れた資格確認書")
	see("practice, review")
	p.press("練習を終える")
	must(p.t, p.GetByRole("button", playwright.PageGetByRoleOptions{Name: "相談を始める"}).WaitFor())
}

// Every screen and paper of a practice run says that it is one, and its end tells what was found.
func TestPracticeIsMarkedEverywhereAndLookedBackOn(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 820, 1180)
	p.practise("期限が切れた資格確認書")
	p.marked("the question")
	p.press("ご本人に見せる")
	p.marked("the question turned to the client")
	p.press("もどる")
	must(t, p.GetByRole("banner").WaitFor())
	p.walk(model, nil)
	p.marked("the result")
	must(t, p.GetByText("相談記録に写す文").Click())
	if text, err := p.Locator(".record").TextContent(); err != nil || !strings.HasPrefix(text, mark) {
		t.Errorf("the text for the record begins with %.20q (%v), want the mark", text, err)
	}
	must(t, p.EmulateMedia(playwright.PageEmulateMediaOptions{Media: playwright.MediaPrint}))
	if text, err := p.Locator(".sheet").InnerText(); err != nil || !strings.Contains(text, mark) {
		t.Errorf("the paper for the file is not marked (%v)", err)
	}
	must(t, p.EmulateMedia(playwright.PageEmulateMediaOptions{Media: playwright.MediaScreen}))

	p.press("練習をふりかえる")
	p.heading("期限が切れた資格確認書")
	p.marked("the review")
	for _, want := range []string{"3件のうち3件が、答えから出てきました。", "おぼえておくこと"} {
		must(t, p.GetByText(want).WaitFor())
	}
	p.press("もう一度")
	p.leaves("期限が切れた資格確認書")
	p.walk(append([]string{"付いていない"}, model...), nil)
	p.press("練習をふりかえる")
	must(t, p.GetByText("手本の答えにすると、増えること").First().WaitFor())
	p.press("次の練習へ")
	must(t, p.GetByText("練習の話:カードを置いてきた").WaitFor())
}

// A practice run leaves nothing, neither on the device nor for the consultation after it; and none begins over a consultation.
func TestPracticeLeavesNoTrace(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 820, 1180)
	p.ready()
	before := p.traces()
	p.practise("お知らせだけ持っている")
	must(t, p.GetByText("練習:2026年9月15日").WaitFor())
	p.walk(worst, nil)
	compareTraces(t, before, p.traces())
	p.press("練習をふりかえる")
	p.press("練習を終える")
	must(t, p.GetByRole("button", playwright.PageGetByRoleOptions{Name: "相談を始める"}).WaitFor())
	compareTraces(t, before, p.traces())
	if n := p.count(p.GetByText(mark)); n != 0 {
		t.Errorf("%d marks are left at home after the practice", n)
	}

	p.begin(cardTopic)
	p.answer(cardConsultation[0])
	p.heading(cardConsultation[1].question)
	if n := p.count(p.GetByText(mark)); n != 0 {
		t.Errorf("%d marks stand in a consultation", n)
	}
	p.press(appTitle)
	p.press("練習する")
	p.heading("練習する")
	disabled, err := p.named("この練習を始める:もうすぐ75歳").IsDisabled()
	must(t, err)
	if !disabled {
		t.Error("practice can begin over a consultation, and would wipe it")
	}
}

// What changed is told once after the app is opened, and can be read again.
func TestWhatChangedIsToldOnce(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 390, 844)
	p.visit(shared)
	card := p.GetByRole("region", playwright.PageGetByRoleOptions{Name: "変わったこと"})
	must(t, card.WaitFor())
	p.press("読んだので閉じる")
	must(t, card.WaitFor(playwright.LocatorWaitForOptions{State: playwright.WaitForSelectorStateDetached}))
	p.press("変わったこと")
	p.heading("変わったこと")
	must(t, p.GetByRole("heading", playwright.PageGetByRoleOptions{Level: playwright.Int(2)}).First().WaitFor())
	p.press("もどる")
	must(t, p.GetByRole("button", playwright.PageGetByRoleOptions{Name: "相談を始める"}).WaitFor())
	if n := p.count(card); n != 0 {
		t.Error("what was read is told again")
	}
	p.visit(shared)
	must(t, card.WaitFor()) // the next start
}
