package master

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestTheEncodingIsFoundOut(t *testing.T) {
	text := "名称,種別\n髙﨑①㈱～－ｶﾅ,その他\n"
	tests := []struct {
		name string
		data []byte
		want Encoding
	}{
		{"CP932 with the characters only Windows has", inCP932(t, text), CP932},
		{"UTF-8", []byte(text), UTF8},
		{"UTF-8 with BOM", []byte(bom + text), UTF8BOM},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table, err := ReadTable(tt.data, "")
			if err != nil {
				t.Fatal(err)
			}
			if table.Encoding != tt.want || table.Rows[0].Cells[0].Text != "名称" || table.Rows[1].Cells[0].Text != "髙﨑①㈱～－ｶﾅ" {
				t.Errorf("table = %+v, want %s", table, tt.want)
			}
		})
	}
	if table, err := ReadTable([]byte("a,b\n1,2\n"), ""); err != nil || table.Encoding != ASCII {
		t.Errorf("table = %+v, %v, want ascii", table, err)
	}
}

func TestBytesOfNoEncodingAreKeptAsBroken(t *testing.T) {
	for name, data := range map[string][]byte{
		"in CP932":          append(inCP932(t, "名称,種別\n東京"), 0xfd, '\n'),
		"in UTF-8":          []byte("名称,種別\n東京都\xff国保,国保\n"),
		"in UTF-8 with BOM": []byte(bom + "名称,種別\n東京都\xff国保,国保\n"),
	} {
		t.Run(name, func(t *testing.T) {
			r := readAll(t, data, defaults(small(t)))
			if len(r.Faults) != 1 || r.Faults[0].Code != "broken" || r.Faults[0].Row != 2 || r.Faults[0].Column != "名称" {
				t.Errorf("faults = %+v", r.Faults)
			}
		})
	}
}

func TestRowsAreCountedAsASpreadsheetDoes(t *testing.T) {
	table, err := ReadTable([]byte("名称,備考\r\n一,\"上\r\n下\"\r\n\r\n,\r\n二,x\r\n"), "")
	if err != nil {
		t.Fatal(err)
	}
	var numbers []int
	for _, r := range table.Rows {
		numbers = append(numbers, r.Number)
	}
	if len(numbers) != 3 || numbers[1] != 2 || numbers[2] != 5 {
		t.Errorf("rows = %v, want 1, 2 and 5", numbers)
	}
}

func TestTabsSeparateToo(t *testing.T) {
	table, err := ReadTable([]byte("名称\t種別\n国保, 課\t国保\n"), "")
	if err != nil || len(table.Rows[1].Cells) != 2 || table.Rows[1].Cells[0].Text != "国保, 課" {
		t.Errorf("table = %+v, %v", table, err)
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	tests := []struct {
		name string
		data string
		want error
	}{
		{"an empty file", "", ErrEmptyFile},
		{"a file that is far too large", strings.Repeat("x", maxBytes+1), ErrTooLarge},
		{"more rows than there can be", strings.Repeat("x\n", maxRows+1), ErrTooLarge},
		{"UTF-16", "\xff\xfeT\x00", ErrUTF16},
		{"an old workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ErrOldWorkbook},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00", ErrBinary},
		{"a zip file that is cut off", "PK\x03\x04rest", ErrWorkbook},
		{"a quotation mark that never ends", "名称,種別\n\"東京,国保\n", ErrQuotes},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := ReadTable([]byte(tt.data), ""); !errors.Is(err, tt.want) {
				t.Errorf("err = %v, want %v", err, tt.want)
			}
		})
	}
	line := new(LineError)
	if _, err := ReadTable([]byte("名称,種別\n\"東京,国保\n"), ""); !errors.As(err, &line) || line.Line != 2 {
		t.Errorf("err = %v, want line 2", err)
	}
}

func TestWorkbooks(t *testing.T) {
	book := workbook(t, []any{"名称", "番号"}, nil, []any{"東京\r\n国保", 138016.0, "x"}, []any{"text", "138016"})
	table, err := ReadTable(book, "")
	if err != nil {
		t.Fatal(err)
	}
	if table.Format != XLSX || table.Sheet != "Sheet1" || table.Sheets != 1 || len(table.Rows) != 3 || table.Rows[1].Number != 3 {
		t.Fatalf("table = %+v", table)
	}
	if c := table.Rows[1].Cells; c[0] != (Cell{Text: "東京\n国保"}) || c[1] != (Cell{Text: "138016", Numeric: true}) {
		t.Errorf("cells = %+v", c)
	}
	if c := table.Rows[2].Cells[1]; c.Numeric {
		t.Error("figures kept as text were taken for a number")
	}
	if _, err := ReadTable(book, "Sheet2"); !errors.Is(err, ErrSheet) {
		t.Errorf("err = %v, want ErrSheet", err)
	}
}

// A single cell at the far corner of a sheet makes a reader that trusts it fill the memory.
func TestAWorkbookOfTooManyFilesIsRefused(t *testing.T) {
	var book bytes.Buffer
	z := zip.NewWriter(&book)
	for i := range maxParts + 1 {
		if _, err := z.Create(fmt.Sprintf("xl/%d.xml", i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadTable(book.Bytes(), ""); !errors.Is(err, ErrTooLarge) {
		t.Errorf("err = %v, want ErrTooLarge", err)
	}
}

func TestASheetThatClaimsToBeHugeIsRefused(t *testing.T) {
	for name, cell := range map[string]string{
		"the last row":                `<row r="1048576"><c r="A1048576"><v>1</v></c></row>`,
		"the last column, many times": strings.Repeat(`<row><c r="XFD1"><v>1</v></c></row>`, 100),
	} {
		t.Run(name, func(t *testing.T) {
			book := replacePart(t, workbook(t, []any{"名称"}), "xl/worksheets/sheet1.xml",
				`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`+cell+`</sheetData></worksheet>`)
			if _, err := ReadTable(book, ""); !errors.Is(err, ErrTooLarge) {
				t.Errorf("err = %v, want ErrTooLarge", err)
			}
		})
	}
}

func replacePart(t *testing.T, book []byte, name, text string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range z.File {
		if f.Name != name {
			if err := w.Copy(f); err != nil {
				t.Fatal(err)
			}
			continue
		}
		part, err := w.Create(name)
		if err == nil {
			_, err = part.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
