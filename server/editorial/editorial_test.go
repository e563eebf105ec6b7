package editorial

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"michishirube/server/content"
)

// national is the content as it is shipped.
func national(t *testing.T) *content.Content {
	t.Helper()
	c, issues := content.Load(os.DirFS("../../assets"), os.DirFS("../../locales"))
	if len(issues) > 0 {
		t.Fatal(issues[0])
	}
	return c
}

// inami is an edition as a municipality would write it, beside the national words as they are.
func inami(t *testing.T, c *content.Content) Edition {
	t.Helper()
	e := Edition{Values: map[string]Value{
		"auto_flags":  {Choice: "both"},
		"city_kokuho": {Window: &Window{Name: "住民課 国保年金係", Phone: "079-492-9135", Hours: "平日 8:30〜17:15", VerifiedOn: "2026-11-02"}},
		"flag_form":   {Text: "不開示の申出書"},
	}}
	for id, v := range e.Values {
		f, ok := Field(c, id)
		if !ok {
			t.Fatalf("no local field %s", id)
		}
		v.Base = Base(c, f)
		e.Values[id] = v
	}
	return e
}

func TestAnEditionWithoutFaults(t *testing.T) {
	c := national(t)
	for _, i := range Check(c, inami(t, c)) {
		t.Errorf("%+v", i)
	}
}

func TestFaultsAreToldBesideTheirField(t *testing.T) {
	c := national(t)
	window := func(edit func(*Window)) Value {
		w := Window{Name: "窓口"}
		edit(&w)
		return Value{Window: &w}
	}
	tests := []struct {
		name, field string
		value       Value
		part, code  string
	}{
		{"a choice that is not offered", "auto_flags", Value{Choice: "all"}, "", "choice"},
		{"no choice", "auto_flags", Value{}, "", "choice"},
		{"an empty line", "flag_form", Value{Text: " "}, "", "empty"},
		{"a line of two", "flag_form", Value{Text: "申出書\n届出書"}, "", "one_line"},
		{"a line that is too long", "flag_form", Value{Text: strings.Repeat("申", 81)}, "", "long"},
		{"markup", "flag_form", Value{Text: "<b>申出書</b>"}, "", "markup"},
		{"a term's token", "flag_form", Value{Text: "{certificate}"}, "", "markup"},
		{"a control character", "flag_form", Value{Text: "申出\u0007書"}, "", "control"},
		{"words where a choice belongs", "auto_flags", Value{Choice: "both", Text: "<b>"}, "", "unknown"},
		{"a choice beside words", "flag_form", Value{Text: "申出書", Choice: "both"}, "", "unknown"},
		{"a delete character", "flag_form", Value{Text: "申出\u007f書"}, "", "control"},
		{"a mark that turns the writing round", "flag_form", Value{Text: "\u202e申出書"}, "", "control"},
		{"a character of one machine's own", "flag_form", Value{Text: "申出\ue000書"}, "", "private"},
		{"a line separator", "flag_form", Value{Text: "申出\u2028書"}, "", "control"},
		{"a promise", "leaflet_extra", Value{Text: "必ず届きます。"}, "", "word"},
		{"a window without a name", "city_kokuho", window(func(w *Window) { w.Name = "" }), "name", "empty"},
		{"no window at all", "city_kokuho", Value{}, "name", "empty"},
		{"a phone that lost a figure", "city_kokuho", window(func(w *Window) { w.Phone = "079-492-913" }), "phone", "phone"},
		{"a promise in a note", "city_kokuho", window(func(w *Window) { w.Note = "絶対に漏れません" }), "note", "word"},
		{"hours on two lines", "city_kokuho", window(func(w *Window) { w.Hours = "平日\n土曜" }), "hours", "one_line"},
		{"a day that is none", "city_kokuho", window(func(w *Window) { w.VerifiedOn = "2026-02-30" }), "verified_on", "date"},
		{"a field the content does not mark", "step.stop_card.do", Value{Text: "止めない"}, "", "unknown"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			issues := Check(c, Edition{Values: map[string]Value{tt.field: tt.value}})
			if !slices.ContainsFunc(issues, func(i Issue) bool { return i.Field == tt.field && i.Part == tt.part && i.Code == tt.code }) {
				t.Errorf("got %+v, want %s at %s", issues, tt.code, tt.part)
			}
		})
	}
}

func TestFaultsOfOfficialLeaflets(t *testing.T) {
	c := national(t)
	many := make([]File, MaxFiles+1)
	for i := range many {
		many[i] = File{Hash: strings.Repeat("a", i+1), Title: "ご案内"}
	}
	many[3].Title = ""
	issues := Check(c, Edition{Files: many})
	if len(issues) != 2 || issues[0].Code != "files" || issues[1].Part != "aaaa" || issues[1].Code != "empty" || issues[1].Field != FileField {
		t.Errorf("issues = %+v", issues)
	}
}

func TestWordsBesideAChangedNationalTextWaitForAPerson(t *testing.T) {
	c := national(t)
	p := Publication{Edition: inami(t, c), At: time.Date(2026, 11, 22, 3, 0, 0, 0, time.UTC)}
	r := Region{Code: "28381", Name: "稲美町"}
	b, review := Merge(c, r, p)
	if len(review) != 0 || len(b.Values) != 3 {
		t.Fatalf("unchanged: shown %v, to be reviewed %v", b.Values, review)
	}
	c.Texts[content.SourceLocale]["step.auto_flags_by_municipality.do"] += "\nほかの扱いもあります。"
	b, review = Merge(c, r, p)
	if _, shown := b.Values["auto_flags"]; shown || !slices.Equal(review, []string{"auto_flags"}) || len(b.Values) != 2 {
		t.Errorf("after a change: shown %v, to be reviewed %v", b.Values, review)
	}
	p.Edition.Values["gone"] = Value{Text: "x"}
	if _, review = Merge(c, r, p); !slices.Contains(review, "gone") {
		t.Errorf("a field the content no longer has is not to be reviewed: %v", review)
	}
}

func TestABundleSaysNothingOfWhoWroteIt(t *testing.T) {
	c := national(t)
	b, _ := Merge(c, Region{Code: "28381", Name: "稲美町"}, Publication{Edition: inami(t, c), By: "hana", ApprovedBy: "taro"})
	data, err := b.JSON()
	if err != nil {
		t.Fatal(err)
	}
	var back map[string]any
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"hana", "taro", "base"} {
		if strings.Contains(string(data), secret) {
			t.Errorf("the bundle tells %s: %s", secret, data)
		}
	}
}

func TestWhatDiffers(t *testing.T) {
	c := national(t)
	before, after := inami(t, c), inami(t, c)
	after.Values["auto_flags"] = Value{Choice: "separate", Base: after.Values["auto_flags"].Base}
	delete(after.Values, "flag_form")
	after.Values["mailing"] = Value{Text: "窓口に届け出ます"}
	after.Files = []File{{Hash: "ab", Title: "ご案内"}}
	var got []string
	for _, ch := range Diff(c, before, after) {
		kind := map[bool]string{true: "-", false: "+"}[ch.After == nil]
		if ch.Before != nil && ch.After != nil {
			kind = "~"
		}
		got = append(got, kind+ch.Field)
	}
	if want := []string{"~auto_flags", "-flag_form", "+mailing", "+file"}; !slices.Equal(got, want) {
		t.Errorf("differs %v, want %v", got, want)
	}
	if d := Diff(c, before, before); len(d) != 0 {
		t.Errorf("nothing differs, but %v", d)
	}
}

func TestWritingIsNotVerifying(t *testing.T) {
	w := Window{Name: "国保係", Phone: "079-492-9135", VerifiedOn: "2026-11-02"}
	if got := w.Rewrite(Window{Name: "国保係", Phone: "079-492-9135", Note: "2階", VerifiedOn: "2030-01-01"}); got.VerifiedOn != "2026-11-02" {
		t.Errorf("a note changed the day to %q", got.VerifiedOn)
	}
	if got := w.Rewrite(Window{Name: "国保係", Phone: "079-492-9136"}); got.VerifiedOn != "" {
		t.Errorf("a new phone counts as verified on %q", got.VerifiedOn)
	}
	if got := w.Verify("2026-11-22"); got.VerifiedOn != "2026-11-22" {
		t.Errorf("verified on %q", got.VerifiedOn)
	}
	if w.Due("2026-11-22", 90) || !w.Due("2027-02-01", 90) || !(Window{}).Due("2026-11-22", 90) {
		t.Error("due on the wrong days")
	}
}

func TestCodesThatCanStandInALink(t *testing.T) {
	for code, want := range map[string]bool{
		"28381": true, "tokyo-setagaya": true, "ab": true,
		"": false, "a": false, "A1": false, "-ab": false, "ab-": false, "a--b": false, "a/b": false, "稲美町": false,
		strings.Repeat("a", 24): true, strings.Repeat("a", 25): false,
	} {
		if got := IsRegionCode(code); got != want {
			t.Errorf("%q = %v, want %v", code, got, want)
		}
	}
}
