//go:build prove

package engines

import (
	"encoding/json"
	"strings"
)

// consultation is a short one about a card left behind: each question with the answer chosen.
var consultation = [][2]string{
	{"はじめに、今、身の危険を感じることはありますか。", "今は大丈夫"},
	{"こちらや保険者から連絡しても、安全な方法はありますか。", "安全な方法がない"},
	{"今、どの健康保険に入っていますか。", "相手の勤め先の保険の扶養"},
	{"マイナンバーカードは、今どこにありますか。", "相手のところにある"},
	{"マイナポータルの「代理人」に、相手が登録されていますか。", "わからない"},
	{"相手が暗証番号を知っていたり、あなたの電子証明書が入ったスマホを持っていたりしますか。", "どちらかに当てはまる"},
	{"保険の情報を見られにくくするしるし、「DVフラグ」は、今付いていますか。", "付いていない"},
	{"保険の郵便は、今どこに届いて、だれが受け取りますか。", "相手の家に届く"},
	{"住民票は、今住んでいるところに移してありますか。", "移していない"},
	{"書類の期限を確かめるためにうかがいますが、外国籍でいらっしゃいますか。", "いいえ"},
}

const (
	title     = "医療保険 手続きガイド"
	home      = "今日は、どのようなご相談ですか"
	lookUp    = "保険者を調べる"
	underWay  = "相談の途中です"
	result    = "これからすること"
	cardTopic = "マイナンバーカードやスマホが心配"
)

// visit opens the app and waits until it says that it needs no network, and the worker answers for it.
func (b *browser) visit(s *site) {
	b.t.Helper()
	b.open(s.url + "/")
	b.ready()
}

func (b *browser) ready() {
	b.t.Helper()
	b.shows("オフライン可")
	b.until("a worker in charge", `return !!navigator.serviceWorker.controller`)
}

func (b *browser) begin() {
	b.t.Helper()
	b.heading(home)
	b.tick(cardTopic)
	b.press("相談を始める")
}

// consult walks the consultation to its result.
func (b *browser) consult() {
	b.t.Helper()
	b.begin()
	b.answer()
}

// answer answers every question from the first one to the result.
func (b *browser) answer() {
	b.t.Helper()
	for _, asked := range consultation {
		b.heading(asked[0])
		b.tick(asked[1])
		b.press("次へ")
	}
	b.heading(result)
}

// speak chooses her language.
func (b *browser) speak(tag string) {
	b.t.Helper()
	b.tap(b.element("language "+tag, `return document.querySelector('select.language__select option[value="' + args[0] + '"]')`, tag))
	b.until("words in "+tag, `return !!document.querySelector('.both__hers[lang="' + args[0] + '"]')`, tag)
}

// find types into the look-up, which is on screen.
func (b *browser) find(typed string) {
	b.t.Helper()
	field := b.element("the field", `return document.querySelector('input[type=search]')`)
	b.command(elementType, params{"id": field, "text": typed})
}

// finish ends the consultation from the home screen's notice that one runs.
func (b *browser) finish() {
	b.t.Helper()
	b.press("相談を終える")
	b.press("終えて消す")
	b.heading(home)
}

// kept is what the engine keeps of the app, as a page can see it; files are those of its caches.
type kept struct {
	URL, Title, Cookies, Name string
	State                     map[string]any
	Local, Session            map[string]string
	Databases                 []string
	Files                     map[string]int
}

func (b *browser) kept() kept {
	b.t.Helper()
	return evaluate[kept](b, `
		const files = {};
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) files[name + ' ' + request.url] = (await (await cache.match(request)).arrayBuffer()).byteLength;
		}
		return {
			url: location.href, title: document.title, cookies: document.cookie, name: window.name, state: history.state,
			local: { ...localStorage }, session: { ...sessionStorage }, files,
			databases: (await indexedDB.databases()).map(one => one.name),
		}`)
}

// unchanged wants what is kept to be what was kept before, and nothing in the history but a number.
func (b *browser) unchanged(before kept) {
	b.t.Helper()
	now := b.kept()
	for name, value := range now.State {
		if _, number := value.(float64); name != "n" || !number {
			b.t.Errorf("the history holds %s: %v", name, value)
		}
	}
	before.State, now.State = nil, nil
	was, _ := json.Marshal(before)
	is, _ := json.Marshal(now)
	if string(was) != string(is) {
		b.t.Errorf("kept before and after:\n%s\n%s", was, is)
	}
	if now.Cookies != "" || len(now.Local)+len(now.Session)+len(now.Databases) > 0 || strings.ContainsAny(now.URL, "?#") {
		b.t.Errorf("kept: %s", is)
	}
}

// nothingLeft wants the home screen with nothing of a consultation.
func (b *browser) nothingLeft() {
	b.t.Helper()
	b.heading(home)
	text := b.text()
	for _, asked := range consultation {
		if len([]rune(asked[1])) > 4 && strings.Contains(text, asked[1]) {
			b.t.Errorf("the screen still shows %q", asked[1])
		}
	}
	if strings.Contains(text, underWay) {
		b.t.Error("a consultation still runs")
	}
}
