package master

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// maxUnzipped bounds what a small file may unfold to.
const maxUnzipped = 64 << 20

// maxParts is more files than a workbook of a few sheets is made of.
const maxParts = 1_000

// readWorkbook reads one sheet of an xlsx file.
func readWorkbook(data []byte, sheet string) (t Table, err error) {
	if err := measure(data); err != nil {
		return Table{}, err
	}
	// The library trusts parts of the file that a broken one lies about. Whatever goes wrong in it is a broken file.
	defer func() {
		if r := recover(); r != nil {
			t, err = Table{}, fmt.Errorf("%w: %v", ErrWorkbook, r)
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped,
	})
	if err != nil {
		return Table{}, fmt.Errorf("%w: %w", ErrWorkbook, err)
	}
	defer func() { _ = f.Close() }()
	t = Table{Format: XLSX, Sheet: sheet, Sheets: len(f.GetSheetList())}
	if t.Sheets == 0 {
		return Table{}, ErrWorkbook
	}
	if sheet == "" {
		t.Sheet = f.GetSheetList()[0]
	} else if n, err := f.GetSheetIndex(sheet); err != nil || n < 0 {
		return Table{}, ErrSheet
	}
	t.Rows, err = sheetRows(f, t.Sheet)
	return t, err
}

func sheetRows(f *excelize.File, sheet string) ([]Row, error) {
	values, err := f.GetRows(sheet)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrWorkbook, err)
	}
	var rows []Row
	for i, cells := range values {
		row := Row{Number: i + 1, Cells: make([]Cell, len(cells))}
		for j, v := range cells {
			row.Cells[j] = Cell{Text: normalBreaks(v)}
			if !looksNumeric(v) {
				continue
			}
			if row.Cells[j].Numeric, err = isNumber(f, sheet, j+1, i+1); err != nil {
				return nil, fmt.Errorf("%w: %w", ErrWorkbook, err)
			}
		}
		if !row.empty() {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// isNumber asks how the cell is kept. A number kept as text, which has its zeros, is no number.
func isNumber(f *excelize.File, sheet string, col, row int) (bool, error) {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return false, err
	}
	kind, err := f.GetCellType(sheet, name)
	return kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber, err
}

func looksNumeric(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.eE+-") == ""
}

// normalBreaks makes one kind of line break of three, as the reader of CSV does.
func normalBreaks(s string) string {
	if !strings.Contains(s, "\r") {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// measure looks through the sheets before the library makes room for every cell up to the last one: a single cell at
// the far corner of a sheet would fill the memory.
func measure(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrWorkbook, err)
	}
	if len(z.File) > maxParts {
		return ErrTooLarge
	}
	unzipped, cells := uint64(0), 0
	for _, part := range z.File {
		if unzipped += part.UncompressedSize64; unzipped > maxUnzipped {
			return ErrTooLarge
		}
		if !strings.Contains(strings.ToLower(part.Name), "worksheets/") {
			continue
		}
		n, err := measureSheet(part)
		if err != nil {
			return err
		}
		if cells += n; cells > maxCells {
			return ErrTooLarge
		}
	}
	return nil
}

// measureSheet counts the cells of a sheet, the gaps among them.
func measureSheet(part *zip.File) (cells int, err error) {
	r, err := part.Open()
	if err != nil {
		return 0, fmt.Errorf("%w: %w", ErrWorkbook, err)
	}
	defer func() { _ = r.Close() }()
	dec := xml.NewDecoder(io.LimitReader(r, maxUnzipped))
	dec.Strict = false
	dec.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, ErrWorkbook }
	row, col := 0, 0
	for {
		token, err := dec.RawToken()
		if errors.Is(err, io.EOF) {
			return cells, nil
		}
		if err != nil {
			return 0, fmt.Errorf("%w: %w", ErrWorkbook, err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "row":
			row, col = row+1, 0
			if at := attribute(start, "r"); at != "" {
				row = wholeNumber(at)
			}
			cells++
		case "c":
			before := col
			col++
			if at := attribute(start, "r"); at != "" {
				if c, _, err := excelize.CellNameToCoordinates(at); err == nil {
					col = c
				}
			}
			cells += max(1, col-before)
		}
		if row < 0 || row > maxRows || cells > maxCells {
			return 0, ErrTooLarge
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// wholeNumber gives -1 for what is none, or a huge one.
func wholeNumber(s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || n > 1<<24 {
			return -1
		}
		n = n*10 + int(r-'0')
	}
	return n
}
