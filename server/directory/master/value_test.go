package master

import "testing"

func TestInsurerNumbers(t *testing.T) {
	tests := []struct {
		name     string
		cell     Cell
		want     string
		restored bool
		code     string
	}{
		{"eight figures", Cell{Text: "01130012"}, "01130012", false, ""},
		{"full-width figures", Cell{Text: "０１１３００１２"}, "01130012", false, ""},
		{"spaces and hyphens", Cell{Text: " 01-13 001–2 "}, "01130012", false, ""},
		{"six figures padded on the right, as a billing system does", Cell{Text: "138016  "}, "138016", false, ""},
		{"six figures padded with zeros", Cell{Text: "00138016"}, "138016", false, ""},
		{"a prefecture above 50", Cell{Text: "06630016"}, "06630016", false, ""},
		{"a number that lost its zero", Cell{Text: "1130012", Numeric: true}, "01130012", true, ""},
		{"a number in scientific notation", Cell{Text: "1.130012E6", Numeric: true}, "01130012", true, ""},
		{"six figures that lost their zero", Cell{Text: "10017", Numeric: true}, "010017", true, ""},
		{"a text that lacks a zero", Cell{Text: "1130012"}, "", false, "number.lost_zero"},
		{"a wrong check digit", Cell{Text: "01130013"}, "", false, "number.check"},
		{"no such prefecture", Cell{Text: "06480010"}, "", false, "number.prefecture"},
		{"nine figures", Cell{Text: "011300120"}, "", false, "number.length"},
		{"seven figures that fit nothing", Cell{Text: "1130013", Numeric: true}, "", false, "number.length"},
		{"letters", Cell{Text: "O1130012"}, "", false, "number.figures"},
		{"half a number", Cell{Text: "138016.5", Numeric: true}, "", false, "number.figures"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n, restored, p := insurerNumber(tt.cell)
			if p.code != tt.code || restored != tt.restored || p.code == "" && n.Digits != tt.want {
				t.Errorf("= %q, %v, %q; want %q, %v, %q", n.Digits, restored, p.code, tt.want, tt.restored, tt.code)
			}
		})
	}
}

func TestPhoneNumbers(t *testing.T) {
	tests := []struct {
		text     string
		numeric  bool
		want     string
		restored bool
		code     string
	}{
		{"03-5467-1721", false, "03-5467-1721", false, ""},
		{"０３－５４６７－１７２１", false, "03-5467-1721", false, ""},
		{"03ー5467ー1721", false, "03-5467-1721", false, ""},
		{"03(5467)1721", false, "03-5467-1721", false, ""},
		{"(03)5467-1721", false, "03-5467-1721", false, ""},
		{"（０３）５４６７－１７２１", false, "03-5467-1721", false, ""},
		{"TEL: 03-5467-1721", false, "03-5467-1721", false, ""},
		{"℡03-5467-1721", false, "03-5467-1721", false, ""},
		{"0354671721", false, "0354671721", false, ""},
		{"0120-279-889", false, "0120-279-889", false, ""},
		{"0570-078374", false, "0570-078374", false, ""},
		{"090-1234-5678", false, "090-1234-5678", false, ""},
		{"0800-123-4567", false, "0800-123-4567", false, ""},
		{"354671721", true, "0354671721", true, ""},
		{"9012345678", true, "09012345678", true, ""},
		{"3.54671721E8", true, "0354671721", true, ""},
		{"354671721", false, "", false, "phone.lost_zero"},
		{"03-5467-172", false, "", false, "phone.shape"},
		{"03-5467-17211", false, "", false, "phone.shape"},
		{"090-1234-567", false, "", false, "phone.shape"},
		{"0354671721", true, "0354671721", false, ""},
		{"00-5467-17211", false, "", false, "phone.shape"},
		{"+81-3-5467-1721", false, "", false, "phone.shape"},
		{"03--5467-1721", false, "", false, "phone.shape"},
		{"03-54-67-1721", false, "", false, "phone.shape"},
		{"なし", false, "", false, "phone.shape"},
		{"=1+1", false, "", false, "phone.shape"},
		{"03-5467-1721 内線12", false, "", false, "phone.extension"},
		{"03-5467-1721、03-5467-1722", false, "", false, "phone.several"},
		{"03-5467-1721/1722", false, "", false, "phone.several"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			got, restored, p := phoneNumber(Cell{Text: tt.text, Numeric: tt.numeric})
			if got != tt.want || restored != tt.restored || p.code != tt.code {
				t.Errorf("= %q, %v, %q; want %q, %v, %q", got, restored, p.code, tt.want, tt.restored, tt.code)
			}
		})
	}
}

func TestDays(t *testing.T) {
	for text, want := range map[string]string{
		"2026-11-01": "2026-11-01", "2026/11/1": "2026-11-01", "2026年11月1日": "2026-11-01", "２０２６．１１．１": "2026-11-01",
		"20261101": "2026-11-01", "令和8年11月1日": "2026-11-01", "令和８年１１月１日": "2026-11-01", "R8.11.1": "2026-11-01", "r8/11/01": "2026-11-01",
		"㋿8年11月1日": "2026-11-01", "令和元年5月1日": "2019-05-01", "平成31年4月30日": "2019-04-30", "H元.1.8": "1989-01-08", "昭和64年1月7日": "1989-01-07",
		"2024-02-29": "2024-02-29",
		// What does not exist, or not in that reckoning.
		"令和元年4月30日": "", "平成31年5月1日": "", "昭和64年1月8日": "", "令和0年1月1日": "", "2026-02-29": "", "2026-13-01": "", "2026-11-31": "",
		"26-11-01": "", "2026-11": "", "大正15年1月1日": "", "11/01/2026": "", "きのう": "", "": "", "00000000": "",
	} {
		got, ok := Day(text)
		if ok != (want != "") || ok && got != want {
			t.Errorf("Day(%q) = %q, %v, want %q", text, got, ok, want)
		}
	}
}

func TestDaysOfSpreadsheets(t *testing.T) {
	for text, want := range map[string]string{"46327": "2026-11-01", "46327.75": "2026-11-01", "45351": "2024-02-29"} {
		if got, p := dayOf(Cell{Text: text, Numeric: true}, today); got != want || p.code != "" {
			t.Errorf("day %s = %q, %v, want %q", text, got, p, want)
		}
	}
	for cell, want := range map[Cell]string{
		{Text: "46327"}:                    "date.shape", // as text it may be anything
		{Text: "12", Numeric: true}:        "date.shape",
		{Text: "2026-11-23"}:               "date.future",
		{Text: "46349", Numeric: true}:     "date.future",
		{Text: "令和9年1月1日", Numeric: false}: "date.future",
	} {
		if _, p := dayOf(cell, today); p.code != want {
			t.Errorf("%+v: %q, want %q", cell, p.code, want)
		}
	}
}

func TestPostalCodes(t *testing.T) {
	for cell, want := range map[Cell]string{
		{Text: "100-8370"}: "100-8370", {Text: "〒１００－８３７０"}: "100-8370", {Text: "1008370"}: "100-8370",
		{Text: "10010", Numeric: true}: "001-0010", {Text: "600000", Numeric: true}: "060-0000",
		{Text: "600000"}: "", {Text: "100-837"}: "", {Text: "百"}: "",
	} {
		if got, _, p := postalCode(cell); got != want || (p.code == "") != (want != "") {
			t.Errorf("%+v = %q, %q, want %q", cell, got, p.code, want)
		}
	}
}

func TestMunicipalityCodes(t *testing.T) {
	p := placesOf(project(t))
	tests := []struct {
		name     string
		cell     Cell
		want     string
		whole    string
		restored bool
	}{
		{"five figures", Cell{Text: "13101"}, "13101", "", false},
		{"six figures with the check digit", Cell{Text: "１３１０１６"}, "13101", "", false},
		{"a ward", Cell{Text: "01101"}, "01101", "", false},
		{"a prefecture", Cell{Text: "130001"}, "", "13", false},
		{"six figures that lost their zero", Cell{Text: "11002", Numeric: true}, "01100", "", true},
		{"five figures that lost their zero", Cell{Text: "1100", Numeric: true}, "01100", "", true},
		{"a wrong check digit", Cell{Text: "131017"}, "", "", false},
		{"no such municipality", Cell{Text: "13999"}, "", "", false},
		{"a text that lacks a zero", Cell{Text: "1100"}, "", "", false},
		{"a name", Cell{Text: "千代田区"}, "", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, whole, restored, problem := p.coded(tt.cell)
			if m.code != tt.want || whole != tt.whole || restored != tt.restored || (problem.code == "") != (tt.want+tt.whole != "") {
				t.Errorf("= %q, %q, %v, %q; want %q, %q, %v", m.code, whole, restored, problem.code, tt.want, tt.whole, tt.restored)
			}
		})
	}
}

func TestPrefectures(t *testing.T) {
	p := placesOf(project(t))
	for text, want := range map[string]string{
		"東京都": "13", "東京": "13", "京都府": "26", "京都": "26", "北海道": "01", "１３": "13", "1": "01", "神奈川": "14",
		"東京県": "", "48": "", "00": "", "63": "", "京": "",
	} {
		if got, ok := p.prefecture(Cell{Text: text}); got != want || ok != (want != "") {
			t.Errorf("%q = %q, %v, want %q", text, got, ok, want)
		}
	}
}

func TestCellsNobodyTyped(t *testing.T) {
	for text, want := range map[string]string{
		"#N/A": "formula", "#REF!": "formula", "文\uFFFD字": "broken", "\uE000橋": "gaiji", "a\x07b": "control", "\x1b[31m": "control",
		"東京都\n千代田区": "", "#9110": "", "髙﨑①㈱～": "", "": "",
	} {
		if got := unreadable(text).code; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
