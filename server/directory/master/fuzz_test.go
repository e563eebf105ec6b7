package master

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"michishirube/server/directory"
)

// honest holds whatever a file says: no entry breaks a rule of the directory, and the list can be kept, laid over and
// written so that it comes back.
func honest(t *testing.T, d *directory.Directory, data []byte) {
	table, err := ReadTable(data, "")
	if err != nil {
		return
	}
	r, err := Read(table, defaults(d))
	if err != nil {
		return
	}
	if r.Bad > r.Rows || r.Bad+len(r.Entries) > r.Rows || (r.Bad == 0) != (len(r.Faults) == 0) {
		t.Errorf("%d rows, %d bad, %d entries, %d faults", r.Rows, r.Bad, len(r.Entries), len(r.Faults))
	}
	for _, e := range r.Entries {
		c := e.Contact
		if n, err := directory.ParseNumber(c.Number); c.Number != "" && (err != nil || n.Digits != c.Number) {
			t.Errorf("number %q: %v", c.Number, err)
		}
		if c.Name == "" || c.Kind == "" || !idShape.MatchString(c.ID) {
			t.Errorf("contact %+v lacks something", c)
		}
		for _, p := range c.Phones {
			if p.VerifiedOn == "" || p.VerifiedOn > today || p.URL == "" && p.Publisher == "" || strings.Trim(p.Tel, "0123456789") != "tel:" {
				t.Errorf("phone %+v", p)
			}
		}
	}
	l := Take(d, r.Entries, today, "名簿")
	b, err := l.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if l, err = Decode(b); err != nil {
		t.Fatal(err)
	}
	after := Lay(d, l)
	again := readAll(t, formats(t, after)["csv"], Input{Directory: d, Today: today})
	if len(again.Faults) > 0 {
		t.Errorf("what was imported cannot be imported again: %+v", again.Faults[0])
	}
	if diff := Compare(after, Lay(d, Take(d, again.Entries, today, "名簿"))); !diff.Empty() {
		t.Errorf("what was imported came back otherwise: %+v", diff)
	}
}

func FuzzImportCSV(f *testing.F) {
	d := small(f)
	for _, seed := range []string{
		ownHeader + ",06130017,x,,,東京都,13101,千代田区,1008370,y,03-5211-0000,直通,,,,https://www.example.jp/,都,令和8年11月1日,=1+1\n",
		orcaHeader + "138016  ,千代田区,国保,060,1020000,a,b,03-5211-0000,20200401,20240401\n",
		openHeader + "131016,1,東京都,課,カ,131016,z,東京都,千代田区,,,,,,03-5211-0000,1,1020074,月,8:30,17:00,,https://www.city.chiyoda.lg.jp/,\n",
		"名称,種別,電話\n\"一\n二\",その他,03-5211-0000\n", bom + "名称\t番号\nx\t1130012\n", "名称,番号\n'=1,138016\n",
	} {
		f.Add([]byte(seed))
	}
	f.Add(inCP932(f, orcaHeader+"06130017,髙﨑①㈱～,,,,,,03-5211-0000,,\n"))
	f.Fuzz(func(t *testing.T, data []byte) { honest(t, d, data) })
}

func FuzzImportXLSX(f *testing.F) {
	d := small(f)
	f.Add(workbook(f, []any{"番号", "名称", "電話", "確認日"}, []any{6130017, "x", 352110000, 46327}, nil, []any{"138016", "y", "03-5211-0000", "R8.11.1"}))
	f.Add(workbook(f, []any{"名称"}))
	f.Fuzz(func(t *testing.T, data []byte) { honest(t, d, data) })
}

// FuzzDay holds that what is read as a day is one of the calendar, that a day reads as itself, and that the same day
// written in the other reckoning is the same day.
func FuzzDay(f *testing.F) {
	for _, seed := range []string{"2026-11-22", "20261122", "令和8年11月22日", "令和元年5月1日", "R8.11.22", "平成31年4月30日", "昭和64/1/7", "Ｈ３１．４．３０", "2024年2月30日", "9999-12-31", "0001-01-01"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		day, ok := Day(text)
		if !ok {
			return
		}
		on, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatalf("%q is read as %q", text, day)
		}
		for _, e := range eras() {
			if day < e.from || e.until < day {
				continue
			}
			year := strconv.Itoa(on.Year() - e.before)
			if year == "1" {
				year = "元"
			}
			written := fmt.Sprintf("%s%s年%d月%d日", e.name, year, on.Month(), on.Day())
			if again, ok := Day(written); on.Year()-e.before < 100 && (!ok || again != day) {
				t.Errorf("%q is %q, but %q is %q", text, day, written, again)
			}
		}
		for _, other := range []string{day, on.Format("20060102"), fmt.Sprintf(" %d/%d/%d", on.Year(), on.Month(), on.Day())} {
			if again, ok := Day(other); on.Year() > 999 && (!ok || again != day) {
				t.Errorf("%q is %q, but %q is %q", text, day, other, again)
			}
		}
	})
}

// FuzzPhone holds that a phone and a postal code, once read, read as themselves, and are nothing but figures and hyphens.
func FuzzPhone(f *testing.F) {
	for _, seed := range []string{"03-5211-0000", "０３（５２１１）００００", "TEL:0120-000-000", "352110000", "3.5211E8", "〒102-0074", "8008", "03-5211-0000 内線12", "03--5211"} {
		f.Add(seed, false)
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, text string, numeric bool) {
		for name, read := range map[string]func(Cell) (string, bool, problem){"phone": phoneNumber, "postal code": postalCode} {
			value, restored, p := read(Cell{Text: text, Numeric: numeric})
			if p.code != "" {
				if value != "" || restored {
					t.Errorf("%s %q: %q beside the fault %s", name, text, value, p.code)
				}
				continue
			}
			if value[0] == '-' || strings.Trim(value, "0123456789-") != "" || restored && !numeric {
				t.Errorf("%s %q is read as %q, zeros put back: %t", name, text, value, restored)
			}
			if again, restored, p := read(Cell{Text: value}); p.code != "" || again != value || restored {
				t.Errorf("%s %q is read as %q, which is read as %q, %+v", name, text, value, again, p)
			}
		}
	})
}
