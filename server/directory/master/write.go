package master

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"michishirube/server/directory"
)

// records gives a directory as rows of our own layout: a row for each phone of a contact, or one if it has none.
func records(d *directory.Directory) [][]string {
	w := newWriter(d)
	var rows [][]string
	for _, c := range Contacts(d) {
		phones := c.Phones
		if len(phones) == 0 {
			phones = []directory.Phone{{}}
		}
		for _, p := range phones {
			cells := w.cells(c, p)
			row := make([]string, 0, len(cells))
			for _, column := range ownColumns() {
				row = append(row, cells[column.field])
			}
			rows = append(rows, row)
		}
	}
	return rows
}

type writer struct {
	places  places
	names   map[string]string // of prefectures
	sources map[string]directory.DataSource
}

func newWriter(d *directory.Directory) writer {
	w := writer{places: placesOf(d), names: map[string]string{}, sources: map[string]directory.DataSource{}}
	for _, p := range d.Prefectures {
		w.names[p.Number] = p.Name
	}
	for _, s := range d.Sources {
		w.sources[s.ID] = s
	}
	return w
}

func (w writer) cells(c directory.Contact, p directory.Phone) map[field]string {
	cells := map[field]string{
		fID: c.ID, fNumber: c.Number, fName: c.Name, fKana: c.Kana, fPrefecture: w.names[c.Prefecture], fArea: c.Area, fPostal: c.Postal,
		fAddress: c.Address, fHours: c.Hours, fURL: c.URL, fNote: c.Note,
		fPhone: p.Number, fSourceURL: p.URL, fPublisher: p.Publisher, fVerifiedOn: p.VerifiedOn,
	}
	if names := KindNames(c.Kind); len(names) > 0 {
		cells[fKind] = names[0]
	}
	if m, ok := w.places.named(c.Prefecture, c.Area); ok {
		cells[fCode] = m.code
	}
	switch p.Label {
	case directory.Direct:
		cells[fLabel] = "直通"
	case directory.Representative:
		cells[fLabel] = "代表"
	}
	switch p.Status {
	case directory.PhoneVerified:
		cells[fStatus] = "確認済み"
	case directory.PhoneSingleSource:
		cells[fStatus] = "一つの出典"
	case directory.PhoneUnconfirmed:
		cells[fStatus] = "要確認"
	}
	if p.Number == "" {
		s := w.sources[c.Source]
		cells[fSourceURL], cells[fPublisher] = s.URL, s.Publisher
		cells[fVerifiedOn] = first(c.VerifiedOn, s.VerifiedOn)
	}
	return cells
}

// WriteCSV writes a directory as UTF-8 with BOM, which spreadsheets in Japan open without garbling.
func WriteCSV(w io.Writer, d *directory.Directory) error {
	if _, err := io.WriteString(w, bom); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = false // it would write line breaks within cells otherwise than they are
	if err := out.Write(Columns()); err != nil {
		return err
	}
	for _, row := range records(d) {
		for i, v := range row {
			row[i] = guard(v)
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// A spreadsheet runs a cell that begins like a formula, also one that came in with somebody's list. An apostrophe in front
// makes it text. Cells that have one already get one more, so that reading takes away exactly what was put there.

const formulaStart = "=+-@\t\r"

func guard(s string) string {
	if startsFormula(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

func unguard(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && startsFormula(strings.TrimLeft(rest, "'")) {
		return rest
	}
	return s
}

func startsFormula(s string) bool { return s != "" && strings.Contains(formulaStart, s[:1]) }

// sheetName is the sheet that is written.
const sheetName = "名簿"

// WriteXLSX writes a directory as a workbook in which every cell is text and stays text when it is edited.
func WriteXLSX(w io.Writer, d *directory.Directory) error {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	if err := f.SetSheetName(f.GetSheetName(0), sheetName); err != nil {
		return err
	}
	const text = 49 // the number of the built-in format "@"
	style, err := f.NewStyle(&excelize.Style{NumFmt: text})
	if err != nil {
		return err
	}
	sheet, err := f.NewStreamWriter(sheetName)
	if err != nil {
		return err
	}
	// Also the empty cells below, for rows that are added by hand.
	if err := sheet.SetColStyle(1, len(ownColumns()), style); err != nil {
		return err
	}
	for i, row := range append([][]string{Columns()}, records(d)...) {
		cells := make([]any, len(row))
		for j, v := range row {
			cells[j] = excelize.Cell{StyleID: style, Value: v}
		}
		if err := sheet.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
			return err
		}
	}
	if err := sheet.Flush(); err != nil {
		return err
	}
	return f.Write(w)
}

// WriteJSONL writes a directory as one JSON object a line, in the shape of directory.Contact.
func WriteJSONL(w io.Writer, d *directory.Directory) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	for _, c := range Contacts(d) {
		if err := out.Encode(c); err != nil {
			return err
		}
	}
	return nil
}
