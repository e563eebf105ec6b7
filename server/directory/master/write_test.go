package master

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"michishirube/server/directory"
)

func TestTheProjectsDirectoryComesBackAsItWas(t *testing.T) {
	d := project(t)
	for name, file := range formats(t, d) {
		t.Run(name, func(t *testing.T) {
			r := readAll(t, file, Input{Directory: d, Today: today})
			if len(r.Faults)+len(r.Notes)+len(r.Unknown) > 0 || len(r.Entries) != len(Contacts(d)) {
				t.Fatalf("%d entries of %d, faults %v, notes %v, unknown %v", len(r.Entries), len(Contacts(d)), r.Faults, r.Notes, r.Unknown)
			}
			if l := Take(d, r.Entries, today, "名簿"); len(l.Entries) > 0 {
				t.Errorf("%d entries differ, the first: %+v", len(l.Entries), l.Entries[0])
			}
		})
	}
}

// odd is a directory with an imported list of everything that spreadsheets are known to spoil.
func odd(t *testing.T) (*directory.Directory, List) {
	t.Helper()
	d := small(t)
	l := List{TakenOn: today, Sources: []directory.DataSource{{
		ID: "imported_1", Title: "名簿", URL: "https://www.example.jp/?a=1&b=2", Publisher: "県、\"福祉\"", Retrieved: today, VerifiedOn: "2026-11-01",
	}}}
	for i, s := range []string{
		"=1+1", "=HYPERLINK(\"https://example.jp\",\"x\")", "+81", "-1", "@SUM(1)", "'=1", "''=1", "'a", "0123", "００１２３", "1E5", "2026-11-01", "TRUE",
		"a,b", "a\"b\"c", "一行目\n二行目", "\"", "髙﨑①㈱～", "<b>&amp;</b>", "_x0041_", "𠮷野家", "a  b", "#9110", "(03)",
	} {
		phones := []directory.Phone{
			{Number: "03-5211-0000", Tel: "tel:0352110000", Label: directory.Direct, URL: "https://www.example.jp/x", VerifiedOn: "2026-11-01", Status: directory.PhoneVerified},
			{Number: "0352110001", Tel: "tel:0352110001", Label: directory.Representative, Publisher: s, VerifiedOn: "2026-11-02", Status: directory.PhoneUnconfirmed},
		}[:i%3]
		c := directory.Contact{
			ID: "odd-" + string(rune('a'+i)), Kind: directory.KindOther, Name: s, Prefecture: "01", Area: "札幌市", Postal: "001-0010", Address: s,
			Hours: s, Note: s, VerifiedOn: "2026-11-01", Source: "imported_1",
		}
		if len(phones) > 0 {
			c.Phones = phones
		}
		l.Entries = append(l.Entries, Entry{Contact: c})
	}
	return d, l
}

func TestWhatSpreadsheetsSpoilComesBackAsItWas(t *testing.T) {
	d, l := odd(t)
	for name, file := range formats(t, Lay(d, l)) {
		t.Run(name, func(t *testing.T) {
			r := readAll(t, file, Input{Directory: d, Today: today})
			if len(r.Faults)+len(r.Notes) > 0 {
				t.Fatalf("faults %+v, notes %+v", r.Faults, r.Notes)
			}
			back := Take(d, r.Entries, today, "名簿")
			if len(back.Entries) != len(l.Entries) {
				t.Fatalf("%d entries, want %d", len(back.Entries), len(l.Entries))
			}
			for i, e := range back.Entries {
				got, want := e.Contact, l.Entries[i].Contact
				if got.Source, want.Source = "", ""; len(want.Phones) > 0 {
					got.VerifiedOn, want.VerifiedOn = "", ""
				}
				if !reflect.DeepEqual(got, want) {
					t.Errorf("contact = %+v\nwant      %+v", got, want)
				}
			}
		})
	}
}

func TestNoCellIsTakenForAFormula(t *testing.T) {
	d, l := odd(t)
	file := formats(t, Lay(d, l))
	table, err := ReadTable(file["csv"], "")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range table.Rows {
		for _, c := range row.Cells {
			if startsFormula(c.Text) {
				t.Errorf("row %d of the CSV has %q", row.Number, c.Text)
			}
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(file["xlsx"]))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(sheetName)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		for j := range row {
			name, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				t.Fatal(err)
			}
			if formula, err := f.GetCellFormula(sheetName, name); err != nil || formula != "" {
				t.Errorf("%s has the formula %q, %v", name, formula, err)
			}
			if kind, err := f.GetCellType(sheetName, name); err != nil || row[j] != "" && kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString {
				t.Errorf("%s is no text: %v, %v", name, kind, err)
			}
		}
	}
}

func TestTheCSVBeginsWithABOMAndTheColumns(t *testing.T) {
	file := string(formats(t, small(t))["csv"])
	if !strings.HasPrefix(file, bom+strings.Join(Columns(), ",")+"\n") {
		t.Errorf("file begins %.200q", file)
	}
}

func TestJSONLHasAContactALine(t *testing.T) {
	d := small(t)
	lines := strings.Split(strings.TrimSpace(string(exported(t, func(w *bytes.Buffer) error { return WriteJSONL(w, d) }))), "\n")
	if len(lines) != len(Contacts(d)) {
		t.Fatalf("%d lines, want %d", len(lines), len(Contacts(d)))
	}
	for i, line := range lines {
		var c directory.Contact
		if err := json.Unmarshal([]byte(line), &c); err != nil || !reflect.DeepEqual(c, Contacts(d)[i]) {
			t.Errorf("line %d = %s, %v", i+1, line, err)
		}
	}
}
