package content

import (
	"strings"
	"testing"
)

func TestLeafletsThatAreWrong(t *testing.T) {
	wantFaults(t, "leaflet", []fault{
		{"a reader we do not know", []edit{{leafletsFile, "audience: client", "audience: anybody"}}, leafletsFile, "id: paper", "anybody"},
		{"a format we do not know", []edit{{leafletsFile, "[a4, a5]", "[a4, a6]"}}, leafletsFile, "id: paper", "a6"},
		{"no format", []edit{{leafletsFile, "[a4, a5]", "[]"}}, leafletsFile, "id: paper", "no format"},
		{"a review before the version", []edit{{leafletsFile, "review_by: 2027-01-31", "review_by: 2026-01-31"}}, leafletsFile, "id: paper", "due for review"},
		{"a block of no kind", []edit{{leafletsFile, "kind: text", "kind: prose"}}, leafletsFile, "id: what", "prose"},
		{"a block that ends before it begins", []edit{{leafletsFile, "from: 2025-12-02", "from: 2025-12-02, until: 2025-01-01"}}, leafletsFile, "id: order", "before it begins"},
		{"a comparison of nothing", []edit{{leafletsFile, "rows: [card]", "rows: []"}}, leafletsFile, "id: flags", "0 parts"},
		{"rows in a text", []edit{{leafletsFile, "kind: text,", "kind: text, rows: [card],"}}, leafletsFile, "id: what", "1 parts of kind compare"},
		{"a line the directory lacks", []edit{{leafletsFile, "helplines: [police_110]", "helplines: [nobody]"}}, leafletsFile, "id: calls", "nobody"},
		{"steps that are no items", []edit{{"leaflets.ja.toml", "- ふたつ", "ふたつ"}}, "leaflets.ja.toml", "order.body", "no item"},
		{"a day without a word", []edit{{leafletsFile, "      - {id: what, kind: text, cites: [page]}\n", "      - {id: what, kind: text, from: 2025-12-02, cites: [page]}\n"}, {leafletsFile, "kind: compare,", "kind: compare, from: 2025-12-02,"}, {leafletsFile, "kind: lines, ", "kind: lines, from: 2025-12-02, "}}, leafletsFile, "id: paper", "says nothing on 2024-12-02"},
		{"a telling word on the neutral card", []edit{{"leaflets.ja.toml", "いそぐとき", "にげるとき"}}, "leaflets.ja.toml", "calls.police_110", "にげ"},
		{"a telling word on her page", []edit{{"leaflets.ja.toml", `exit = "てんき"`, `exit = "にげる"`}}, "leaflets.ja.toml", "exit", "にげ"},
		{"a term that tells, in another language", []edit{{"leaflets.ko.toml", "", "[leaflet.neutral_card]\ntitle = \"{mark}\"\n"}}, "leaflets.ko.toml", "title", "しるし"},
		{"no list of telling words", []edit{{neutralFile, "  ko: [도망]\n", ""}}, neutralFile, "", "for ko"},
	})
	wantFaults(t, "cites", []fault{
		{"a block without a source", []edit{{leafletsFile, "kind: text, cites: [page]", "kind: text"}}, leafletsFile, "id: what", "cites no source"},
	})
}

func TestLocalFieldsThatAreWrong(t *testing.T) {
	wantFaults(t, "local", []fault{
		{"a kind we do not know", []edit{{localFile, "kind: text", "kind: law"}}, localFile, "id: extra", "law"},
		{"a choice of one", []edit{{localFile, "[both, separate]", "[both]"}, {"leaflets.ja.toml", "auto.separate = \"つきません。\"\n", ""}}, localFile, "id: auto", "1 options"},
		{"a text without an end", []edit{{localFile, ", longest: 10", ""}}, localFile, "id: extra", "longest 0"},
		{"a desk that is not there", []edit{{localFile, "desk: center", "desk: gone"}}, localFile, "id: window", "gone"},
		{"a step that is not there", []edit{{localFile, "steps: [join]", "steps: [gone]"}}, localFile, "id: window", "gone"},
		{"a neutral paper", []edit{{localFile, "[paper]", "[neutral_card]"}}, localFile, "id: auto", "neutral_card"},
		{"no place at all", []edit{{localFile, ", leaflets: [paper]", ""}}, localFile, "id: auto", "shown nowhere"},
	})
}

func TestALeafletIsOfferedOnlyInLanguagesThatSayAllOfIt(t *testing.T) {
	c := edited(t)
	for _, l := range c.FinishLeaflets() {
		if got := strings.Join(l.Languages, " "); got != "ja" {
			t.Errorf("%s is offered in %s, want ja alone: ko is half translated, en not at all", l.ID, got)
		}
	}
}

func TestWordsOfALeafletAsTheyArePrinted(t *testing.T) {
	c := edited(t)
	got := c.LeafletText(c.FinishLeaflets()[0], LeafletPrint{
		Language: "ja", Day: "2027-02-01", Address: "https://a.example/i/ja", Release: "a1f3", Numbers: map[string]string{"police_110": "110"},
	})
	want := `かみ
このかみのことです。
なに
しるしは、めじるしです。
- しるし
1. ひとつ
2. ふたつ
カード
: つかえません。
: つかえます。
まど
けいさつ 110
いつでも
ページ
https://a.example/i/ja
すぎました。
はん 2026-11-22 a1f3
たしかめた 2026-11-22
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	before := c.LeafletText(c.FinishLeaflets()[0], LeafletPrint{Language: "ja", Day: "2025-01-01"})
	for _, gone := range []string{"ひとつ", "ページ", "すぎました"} {
		if strings.Contains(before, gone) {
			t.Errorf("%s is printed before its day, without an address or before the review", gone)
		}
	}
}

func TestTermsStandWithTheirJapanese(t *testing.T) {
	c := edited(t)
	if got, want := c.Plain("ko", "leaflet.paper.what.body"), "표 (しるし, しるし, shirushi)는 표입니다.\n- 표 (しるし)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
