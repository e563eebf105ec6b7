package editorial

import (
	"encoding/json"
	"net/url"
	"os"
	"path"
	"strings"
	"testing"
	"time"

	"michishirube/server/content"
)

// FuzzRegionCode holds that a code stands in a link, a file name and a key of the store as it is, and that no two codes
// that are written differently are the same to any of them.
func FuzzRegionCode(f *testing.F) {
	for _, seed := range []string{"28381", "kobe-shi", "a", "ab", "-a", "a-", "a--b", "A1", strings.Repeat("a", 24), strings.Repeat("a", 25), "28381\n", "２８３８１", "a/b", "..", "a%00", "region.json", "new"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, code string) {
		allowed := len(code) >= 2 && len(code) <= 24 && !strings.Contains(code, "--") && code == strings.Trim(code, "-") &&
			strings.Trim(code, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
		if IsRegionCode(code) != allowed {
			t.Errorf("IsRegionCode(%q) = %t", code, !allowed)
		}
		if allowed && (url.PathEscape(code) != code || path.Clean("/r/"+code) != "/r/"+code || strings.ToLower(code) != code) {
			t.Errorf("%q is not itself in a link", code)
		}
	})
}

// FuzzEdition holds that what a region wrote, whatever the database says it was, is either named as faulty or reaches a
// device as plain words: no markup, no control characters, no field the content does not have.
func FuzzEdition(f *testing.F) {
	c, issues := content.Load(os.DirFS("../../assets"), os.DirFS("../../locales"))
	if len(issues) > 0 {
		f.Fatal(issues[0])
	}
	bases := BasesOf(c)
	for _, field := range c.Guide.Local {
		window := &Window{Name: "住民課", Phone: "079-492-9135"}
		for _, v := range []Value{{Choice: "both"}, {Text: "不開示の申出書"}, {Window: window}, {Choice: "both", Text: "x", Window: window}} {
			v.Base = bases.Of(field.ID)
			seed, err := json.Marshal(Edition{Values: map[string]Value{field.ID: v}})
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(seed))
		}
	}
	f.Add(`{"values":{"flag_form":{"text":"<script>\u0000\u202e"}},"files":[{"hash":"../x","title":""}]}`)
	f.Add(`{"values":{"city_kokuho":{"window":{"name":"x","phone":"0","verified_on":"2026-02-30"}}}}`)
	f.Add(`null`)
	f.Fuzz(func(t *testing.T, text string) {
		var e Edition
		if json.Unmarshal([]byte(text), &e) != nil {
			return
		}
		faults := Check(c, e)
		for _, i := range faults {
			if _, named := e.Values[i.Field]; i.Code == "" || i.Field != FileField && !named {
				t.Errorf("%+v has no place", i)
			}
		}
		for id, v := range e.Values {
			if v.Window != nil {
				v.Window.Due("2026-11-22", 180)
				if to := v.Window.Rewrite(Window{Name: "別の名前"}); to.VerifiedOn != "" && v.Window.Name != to.Name {
					t.Errorf("%s is verified under another name", id)
				}
			}
		}
		b, waiting := bases.Merge(Region{Code: "28381", Name: "稲美町"}, Publication{Edition: e, At: time.Unix(0, 0)})
		if len(b.Values)+len(waiting) != len(e.Values) {
			t.Errorf("%d fields became %d, and %d wait", len(e.Values), len(b.Values), len(waiting))
		}
		blob, err := b.JSON()
		if err != nil || !json.Valid(blob) {
			t.Fatalf("%s, %v", blob, err)
		}
		if len(faults) > 0 {
			return
		}
		for id, v := range b.Values {
			if _, ok := Field(c, id); !ok {
				t.Errorf("the device is given %s", id)
			}
			words := v.Text
			if v.Window != nil {
				words += v.Window.Name + v.Window.Hours + v.Window.Note + v.Window.Phone
			}
			if strings.ContainsAny(words, "<>{}\r\x00\x1b\x7f\u0085\u2028\u202e\u2066") {
				t.Errorf("%s reaches the device as %q", id, words)
			}
		}
	})
}
