package editor

import (
	"bytes"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"michishirube/server/content"
	"michishirube/server/editorial"
)

func TestFaultsStandBesideTheirFieldAndInputIsKept(t *testing.T) {
	o := newRegionOffice(t)
	hana := o.as("hana")
	for _, tt := range []struct {
		field string
		pairs []string
		texts []string
	}{
		{"auto_flags", []string{"value", "all"}, []string{`href="#f-value"`, "1つ選んでください"}},
		{"auto_flags", nil, []string{"1つ選んでください"}},
		{"flag_form", []string{"value", " "}, []string{`aria-invalid="true"`, "入力してください"}},
		{"flag_form", []string{"value", strings.Repeat("申", 81)}, []string{"81字", "80字まで", strings.Repeat("申", 81)}},
		{"flag_form", []string{"value", "<b>申出書</b>"}, []string{"記号の", "&lt;b&gt;申出書"}},
		{"leaflet_extra", []string{"value", "必ず届きます。"}, []string{"「必ず」という言葉は使えません", "必ず届きます。</textarea>"}},
		{"city_kokuho", []string{"name", "", "phone", "079-492-913", "hours", "平日", "note", "絶対に漏れません"},
			[]string{`href="#f-name"`, "窓口の名前: 入力してください", `href="#f-phone"`, `href="#f-note"`, `value="079-492-913"`, `value="平日"`, "絶対に漏れません</textarea>"}},
	} {
		at := inami + "/fields/" + tt.field
		hana.get(at)
		hana.want(hana.press(at, append([]string{"do", "save"}, tt.pairs...)...), http.StatusUnprocessableEntity, append(tt.texts, "エラー: ")...)
	}
	if d, err := o.store.Draft(t.Context(), "28381"); err == nil {
		t.Errorf("something was saved: %+v", d)
	}
	hana.want(hana.get(inami+"/fields/none"), http.StatusNotFound)
	hana.get(inami + "/fields/flag_form")
	for _, do := range []string{"verify", "destroy", ""} {
		hana.want(hana.press(inami+"/fields/flag_form", "do", do), http.StatusBadRequest)
	}
}

func TestTheNationalTextStandsBesideAField(t *testing.T) {
	o := newRegionOffice(t)
	hana := o.as("hana")
	c := national(t)
	hana.want(hana.get(inami+"/fields/flag_form"), http.StatusOK, c.Texts["ja"]["step.request_self_info_flag.title"], "80字まで", "あと80字")
	hana.want(hana.get(inami+"/fields/city_kokuho"), http.StatusOK, c.Texts["ja"]["desk.city_kokuho.name"])
	hana.want(hana.get(inami+"/fields/leaflet_footer"), http.StatusOK, "印刷される紙")
	hana.want(hana.get(inami+"/fields/auto_flags"), http.StatusOK, "自動では付かない扱い")
}

func TestPhonesAreTypedInAnyWidth(t *testing.T) {
	for typed, want := range map[string]string{
		"\uff10\uff17\uff19\u2212\uff14\uff19\uff12\u30fc\uff19\uff11\uff13\uff15": "079-492-9135", "079 492\u30009135": "0794929135", "#8008": "#8008",
	} {
		if got := narrow(typed); got != want {
			t.Errorf("%q = %q, want %q", typed, got, want)
		}
	}
}

func TestDaysOfBothCalendars(t *testing.T) {
	o := newRegionOffice(t)
	hana := o.as("hana")
	hana.says("city_kokuho", "name", "国保係", "phone", "079-492-9135")
	at := inami + "/fields/city_kokuho"
	for _, typed := range []string{"令和8年11月22日", "R8.11.22", "2026-11-22", "2026/11/22", "\uff12\uff10\uff12\uff16年11月22日"} {
		hana.get(at)
		hana.wantTo(hana.press(at, "do", "verify", "day", typed), at+"?done=verified")
		hana.want(hana.get(at), http.StatusOK, "2026年11月22日(令和8年)")
		if d, _ := o.store.Draft(t.Context(), "28381"); d.Edition.Values["city_kokuho"].Window.VerifiedOn != "2026-11-22" {
			t.Errorf("%s: %+v", typed, d.Edition.Values["city_kokuho"].Window)
		}
	}
	for typed, text := range map[string]string{"令和8年2月30日": "日付として読めません", "": "日付として読めません", "2026-11-23": "まだ来ていない日"} {
		hana.get(at)
		hana.want(hana.press(at, "do", "verify", "day", typed), http.StatusUnprocessableEntity, text)
	}
}

func TestWindowsFallDue(t *testing.T) {
	o := newRegionOffice(t)
	hana := o.as("hana")
	hana.says("city_kokuho", "name", "国保係", "phone", "079-492-9135")
	hana.want(hana.get(inami), http.StatusOK, "確かめてから180日を過ぎています")
	at := inami + "/fields/city_kokuho"
	hana.get(at)
	hana.wantTo(hana.press(at, "do", "verify", "day", "2026-11-22"), at+"?done=verified")
	hana.get(inami)
	if strings.Contains(hana.page, "180日") {
		t.Error("it is due on the day it was called")
	}
	o.now = o.now.AddDate(0, 0, 180)
	hana = o.as("hana")
	hana.want(hana.get("/editor"), http.StatusOK, "電話で確かめる窓口が1件あります")
}

func TestWordsBesideAChangedNationalTextAreReadAgain(t *testing.T) {
	o := newRegionOffice(t)
	hana, ito := o.as("hana"), o.as("ito")
	hana.says("auto_flags", "value", "both")
	hana.says("flag_form", "value", "申出書")
	hana.asks()
	ito.approves()

	// The next release of the program says something else beside one of them.
	changed := *o.editor.Content
	changed.Texts = maps.Clone(changed.Texts)
	changed.Texts["ja"] = maps.Clone(changed.Texts["ja"])
	before := changed.Texts["ja"]["local.auto_flags.separate"]
	changed.Texts["ja"]["local.auto_flags.separate"] = "新しい国の文です。"
	o.restart(&changed)

	hana.want(hana.get("/editor"), http.StatusOK, "見直しが必要な項目が1件")
	hana.want(hana.get(inami), http.StatusOK, "いま端末に出ていません", "見直しが必要")
	if strings.Contains(string(o.served("28381").Blob.JSON), "auto_flags") {
		t.Error("words beside another national text are served")
	}
	at := inami + "/fields/auto_flags"
	hana.want(hana.get(at), http.StatusOK, "国の文が変わりました", strings.Split(before, "\n")[0], "新しい国の文です。")
	hana.want(hana.get(inami+"/fields/flag_form"), http.StatusOK)
	if strings.Contains(hana.page, "国の文が変わりました") {
		t.Error("a field beside unchanged words is to be read again")
	}
	hana.get(at)
	hana.wantTo(hana.press(at, "do", "keep"), at+"?done=draft_saved")
	hana.asks()
	ito.want(ito.get(inami+"/approve"), http.StatusOK, "2つのフラグが付く扱い")
	ito.approves()
	if !strings.Contains(string(o.served("28381").Blob.JSON), `"auto_flags":{"choice":"both"}`) {
		t.Errorf("served %s", o.served("28381").Blob.JSON)
	}
}

func TestAFieldThatIsNoLongerThereCanBeTakenAway(t *testing.T) {
	o := newRegionOffice(t)
	hana, ito := o.as("hana"), o.as("ito")
	hana.says("mailing", "value", "窓口へ")
	hana.asks()
	ito.approves()
	changed := *o.editor.Content
	changed.Guide.Local = slices.DeleteFunc(slices.Clone(changed.Guide.Local), func(f content.LocalField) bool { return f.ID == "mailing" })
	o.restart(&changed)
	at := inami + "/fields/mailing"
	hana.want(hana.get(at), http.StatusOK, "国の内容からなくなりました", "窓口へ")
	hana.want(hana.get(inami+"/draft"), http.StatusOK, "いまの内容にはありません")
	hana.get(at)
	hana.want(hana.press(at, "do", "save", "value", "x"), http.StatusBadRequest)
	hana.get(at)
	hana.wantTo(hana.press(at, "do", "remove"), inami+"/draft?done=draft_saved")
	hana.want(hana.get(inami+"/draft"), http.StatusOK, "公開を妨げる誤りはありません")
}

func TestPreviewInEveryLanguage(t *testing.T) {
	o := newRegionOffice(t)
	hana := o.as("hana")
	c := national(t)
	hana.want(hana.get(inami+"/preview"), http.StatusOK, "この地域の文が出る場所はありません")
	hana.says("auto_flags", "value", "both")
	hana.says("leaflet_footer", "value", "稲美町 住民課")
	hana.says("city_kokuho", "name", "国保年金係")
	for _, l := range c.Guide.Languages {
		hana.want(hana.get(inami+"/preview?language="+l.Tag+"&leaflet=two_flags"), http.StatusOK, `lang="`+l.Tag+`"`, "稲美町 住民課", "国保年金係", "この地域の文")
	}
	hana.want(hana.get(inami+"/preview?language=en&day=令和7年1月10日"), http.StatusOK, "2025年1月10日(令和7年)", c.Texts["en"]["step.ask_flag_status.title"])
	hana.want(hana.get(inami+"/preview?day=2024-12-01"), http.StatusUnprocessableEntity, "この日付より前")
	hana.want(hana.get(inami+"/preview?day=<b>"), http.StatusUnprocessableEntity, "日付として読めません", "&lt;b&gt;")
	hana.want(hana.get(inami+"/preview?language=xx&leaflet=xx"), http.StatusOK)
}

func TestOfficialLeafletsAreLookedAt(t *testing.T) {
	o := newRegionOffice(t)
	hana, jiro, ito, far := o.as("hana"), o.as("jiro"), o.as("ito"), o.as("far")
	at := inami + "/files"
	pdf := onePage("")
	for _, tt := range []struct {
		title, name string
		file        []byte
		texts       []string
	}{
		{"ご案内", "", nil, []string{"PDFファイルを選んでください", `value="ご案内"`}},
		{"", "a.pdf", pdf, []string{"入力してください", `href="#f-title"`}},
		{"ご案内", "a.pdf", []byte("<html></html>"), []string{"PDFではありません"}},
		{"ご案内", "a.pdf", pdf[:60], []string{"壊れていないか"}},
		{"ご案内", "a.pdf", onePage("/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"), []string{"動くしかけ"}},
		{"ご案内", "a.pdf", append(bytes.Clone(pdf), make([]byte, 5<<20)...), []string{"大きすぎます"}},
	} {
		hana.get(at)
		seen := seenField.FindStringSubmatch(hana.page)[1]
		hana.want(hana.sendFile(at, tt.name, tt.file, "title", tt.title, "seen", seen), http.StatusUnprocessableEntity, tt.texts...)
	}
	add := func(b *browser, title string, file []byte) *http.Response {
		return b.sendFile(at, "a.pdf", file, "title", title, "seen", seenField.FindStringSubmatch(b.page)[1])
	}
	hana.get(at)
	jiro.get(at)
	hana.wantTo(add(hana, "ご案内", pdf), at+"?done=draft_saved")
	jiro.want(add(jiro, "別の案内", pdf), http.StatusConflict, "ほかの人が資料を変えました", "ご案内")
	jiro.wantTo(add(jiro, "別の案内", append(bytes.Clone(pdf), '\n')), at+"?done=draft_saved")
	d, err := o.store.Draft(t.Context(), "28381")
	if err != nil || len(d.Edition.Files) != 2 {
		t.Fatalf("draft = %+v, %v", d, err)
	}
	first := d.Edition.Files[0].Hash
	r := hana.get(at + "/" + first + ".pdf")
	if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != "application/pdf" || r.Header.Get("Cache-Control") != "no-store" || hana.page != string(pdf) {
		t.Errorf("status %d, %v", r.StatusCode, r.Header)
	}
	far.want(far.get("/editor/regions/13112/files/"+first+".pdf"), http.StatusNotFound)
	hana.get(at)
	hana.wantTo(hana.press(at+"/"+first, "do", "down"), at+"?done=draft_saved")
	hana.get(at)
	hana.want(hana.press(at+"/"+first, "do", "rename", "title-"+first, strings.Repeat("長", 41)), http.StatusUnprocessableEntity, "41字")
	hana.get(at)
	hana.wantTo(hana.press(at+"/"+first, "do", "rename", "title-"+first, "新しい案内"), at+"?done=draft_saved")
	hana.asks()
	if s, _ := o.current.Load(); s.HasFile(first) {
		t.Error("served before it is published")
	}
	ito.approves()
	if s, _ := o.current.Load(); !s.HasFile(first) {
		t.Error("not served")
	}
	p, err := o.store.InForceEdition(t.Context(), "28381")
	if want := []string{"別の案内", "新しい案内"}; err != nil || !slices.EqualFunc(p.Edition.Files, want, func(f editorial.File, title string) bool { return f.Title == title && f.Pages == 1 }) {
		t.Errorf("files = %+v, %v", p.Edition.Files, err)
	}
	hana.get(at)
	hana.wantTo(hana.press(at+"/"+first, "do", "remove"), at+"?done=draft_saved")
	hana.want(hana.get(at+"/"+first+".pdf"), http.StatusOK) // still in the record
}

// onePage is a PDF written by hand; catalog stands in its catalog. Its table is left to be rebuilt.
func onePage(catalog string) []byte {
	return []byte("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R" + catalog + ">>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n" +
		"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>\nendobj\ntrailer\n<</Size 4/Root 1 0 R>>\n%%EOF\n")
}

// What paper takes from another font is told where it is written and where it is approved, and stops nobody.
func TestCharactersThatThePaperFontsLackAreTold(t *testing.T) {
	o := newRegionOffice(t)
	b := o.as("hana")
	lacking, footer := "印刷用の書体にない字: 𠮷", inami+"/fields/leaflet_footer"
	b.says("leaflet_footer", "value", "稲美町福祉課 𠮷田")
	b.want(b.get(footer), http.StatusOK, lacking, "配る紙に印刷します")
	b.want(b.get(inami+"/draft"), http.StatusOK, "次の字は、印刷用の書体にありません", "公開を妨げる誤りはありません")
	b.says("flag_form", "value", "𠮷田様式") // on no paper
	for _, path := range []string{"/fields/flag_form", "/fields/city_kokuho"} {
		if b.want(b.get(inami+path), http.StatusOK); strings.Contains(b.page, "印刷用の書体") {
			t.Errorf("%s speaks of paper", path)
		}
	}
	b.get(footer)
	b.want(b.press(footer, "do", "save", "value", "\ue000課"), http.StatusUnprocessableEntity, "外字があります", "\ue000課")
}
