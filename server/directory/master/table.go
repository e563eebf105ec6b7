package master

import (
	"bytes"
	"errors"
)

// Table is a file as rows of cells, before anybody asks what its columns mean.
type Table struct {
	Format   Format
	Encoding Encoding // of a CSV file
	Sheet    string   // of a workbook
	Sheets   int      // how many the workbook has
	Rows     []Row    // without empty ones
}

// Row is one row as a spreadsheet program numbers it, so that a person finds it again.
type Row struct {
	Number int
	Cells  []Cell
}

// Cell is one value. Numeric tells that a spreadsheet keeps it as a number: its leading zeros are gone.
type Cell struct {
	Text    string
	Numeric bool
}

// Format is the kind of a file.
type Format string

// The formats that are read.
const (
	CSV  Format = "csv"
	XLSX Format = "xlsx"
)

// Encoding is how the characters of a CSV file are written.
type Encoding string

// The encodings that are read.
const (
	ASCII   Encoding = "ascii" // the same in all the others
	UTF8    Encoding = "utf8"
	UTF8BOM Encoding = "utf8bom"
	CP932   Encoding = "cp932" // Windows-31J, which Excel and most billing systems in Japan write
)

// Why a file cannot be read at all.
var (
	ErrEmptyFile   = errors.New("the file is empty")
	ErrTooLarge    = errors.New("the file is larger than any list of insurers")
	ErrUTF16       = errors.New("the file is in UTF-16")
	ErrOldWorkbook = errors.New("the file is an old or encrypted workbook")
	ErrWorkbook    = errors.New("the workbook cannot be read")
	ErrSheet       = errors.New("the workbook has no such sheet")
	ErrBinary      = errors.New("the file is neither CSV nor xlsx")
	ErrQuotes      = errors.New("the quotation marks of the CSV do not match")
)

// Limits keep a wrong file from filling the memory: all insurers and municipalities of Japan are about 6,000 rows.
const (
	maxBytes = 32 << 20
	maxRows  = 20_000
	maxCells = 600_000
)

// ReadTable finds out what kind of file it is given and reads it. sheet names the sheet of a workbook; "" is the first.
func ReadTable(data []byte, sheet string) (Table, error) {
	switch {
	case len(data) == 0:
		return Table{}, ErrEmptyFile
	case len(data) > maxBytes:
		return Table{}, ErrTooLarge
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return readWorkbook(data, sheet)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return Table{}, ErrOldWorkbook
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return Table{}, ErrUTF16
	case bytes.IndexByte(data, 0) >= 0:
		return Table{}, ErrBinary
	}
	return readCSV(data)
}
