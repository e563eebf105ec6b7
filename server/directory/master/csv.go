package master

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
)

const bom = "\xef\xbb\xbf"

// readCSV reads rows of comma or tab separated values.
func readCSV(data []byte) (Table, error) {
	text, encoding := decode(data)
	t := Table{Format: CSV, Encoding: encoding}
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = -1
	r.ReuseRecord = true
	r.Comma = separator(text)
	inside := 0 // line breaks within cells so far: a spreadsheet counts rows, the reader counts lines
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return t, nil
		}
		if err != nil {
			line := 0
			if pe := new(csv.ParseError); errors.As(err, &pe) {
				line = pe.StartLine
			}
			return Table{}, &LineError{Line: line, Err: ErrQuotes}
		}
		line, _ := r.FieldPos(0)
		row := Row{Number: line - inside, Cells: make([]Cell, len(record))}
		for i, v := range record {
			row.Cells[i].Text = v
			inside += strings.Count(v, "\n")
		}
		if row.empty() {
			continue
		}
		if len(t.Rows) == maxRows {
			return Table{}, ErrTooLarge
		}
		t.Rows = append(t.Rows, row)
	}
}

// LineError says at which line of a file reading stopped.
type LineError struct {
	Line int
	Err  error
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap gives what is wrong with the line.
func (e *LineError) Unwrap() error { return e.Err }

// decode finds the encoding. What it cannot read becomes U+FFFD, which is reported with its row: nothing is dropped.
// Japanese text in CP932 is hardly ever valid UTF-8; where neither fits wholly, the one with fewer faults is meant.
func decode(data []byte) (string, Encoding) {
	if rest, ok := bytes.CutPrefix(data, []byte(bom)); ok {
		return strings.ToValidUTF8(string(rest), "\uFFFD"), UTF8BOM
	}
	if utf8.Valid(data) {
		if bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
			return string(data), ASCII
		}
		return string(data), UTF8
	}
	asUTF8 := strings.ToValidUTF8(string(data), "\uFFFD")
	// The decoder reports no errors: it writes U+FFFD.
	decoded, err := japanese.ShiftJIS.NewDecoder().Bytes(data)
	if err != nil || bytes.Count(decoded, []byte("\uFFFD")) > strings.Count(asUTF8, "\uFFFD") {
		return asUTF8, UTF8
	}
	return string(decoded), CP932
}

// separator looks at the first line: dumps of databases are often separated by tabs.
func separator(text string) rune {
	first, _, _ := strings.Cut(text, "\n")
	if strings.Count(first, "\t") > strings.Count(first, ",") {
		return '\t'
	}
	return ','
}

func (r Row) empty() bool {
	for _, c := range r.Cells {
		if strings.TrimSpace(c.Text) != "" {
			return false
		}
	}
	return true
}
