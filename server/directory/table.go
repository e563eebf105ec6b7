package directory

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// folder is where the directory stands in the file system given to Load.
const folder = "directory/"

// loader collects faults while files are read, so that whoever keeps the data sees all of them at once.
type loader struct {
	fsys       fs.FS
	reviewedOn string
	issues     []Issue
	d          *Directory

	unsourced bool              // sources.yaml cannot be read: one fault, not one a record
	listed    map[string]bool   // file → a source names it
	sources   map[string]bool   // DataSource.ID
	places    map[string]bool   // prefecture + name of a municipality or ward, for areas
	tels      map[string]string // what a municipality's 代表電話 dials → its name
	seen      map[string]string // "id kyokai-13" → file:line
}

// row is one row of a file: its cells by the heading of their column.
type row struct {
	file  string
	line  int
	cells map[string]string
}

func (l *loader) fail(r row, code, format string, args ...any) {
	l.issues = append(l.issues, Issue{File: r.file, Line: r.line, Code: code, Detail: fmt.Sprintf(format, args...)})
}

// once reports a thing that was already defined.
func (l *loader) once(r row, thing string) {
	if first, ok := l.seen[thing]; ok {
		l.fail(r, "duplicate", "%s is already defined at %s", thing, first)
		return
	}
	l.seen[thing] = fmt.Sprintf("%s:%d", r.file, r.line)
}

// table reads a file whose first row must be exactly columns. Rows that cannot be read are issues and left out.
func (l *loader) table(name string, columns ...string) []row {
	whole := row{file: folder + name}
	data, err := fs.ReadFile(l.fsys, whole.file)
	if err != nil {
		l.fail(whole, "file", "cannot be read: %v", err)
		return nil
	}
	if !l.listed[name] && !l.unsourced {
		l.fail(whole, "provenance", "no entry of %s names this file", sourcesFile)
	}
	reader := csv.NewReader(bytes.NewReader(data))
	heading, err := reader.Read()
	if err != nil || !slices.Equal(heading, columns) {
		l.fail(row{file: whole.file, line: 1}, "header", "%q: want %q", strings.Join(heading, ","), strings.Join(columns, ","))
		return nil
	}
	var rows []row
	for {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if pe := new(csv.ParseError); errors.As(err, &pe) {
			l.fail(row{file: whole.file, line: pe.Line}, "csv", "%v", pe.Err)
			if !errors.Is(err, csv.ErrFieldCount) {
				break // after a broken quotation the rest is noise
			}
			continue
		}
		r := row{whole.file, 0, make(map[string]string, len(columns))}
		r.line, _ = reader.FieldPos(0)
		for i, c := range columns {
			r.cells[c] = cells[i]
			if strings.TrimSpace(cells[i]) != cells[i] {
				l.fail(r, "space", "%s: %q begins or ends with a space", c, cells[i])
			}
		}
		rows = append(rows, r)
	}
	if len(rows) == 0 {
		l.fail(whole, "empty", "no rows")
	}
	return rows
}
