package master

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"michishirube/server/directory"
)

// Input is what a table is read against.
type Input struct {
	Directory *directory.Directory // the one of this program, nothing laid over it
	Today     string               // YYYY-MM-DD, in Japan
	// What stands in for columns that the file does not have, or leaves empty.
	SourceURL, Publisher, VerifiedOn string
	Kind                             directory.Kind
}

// Result is what was found in a table.
type Result struct {
	Layout  Layout
	Unknown []string // columns that are not taken over
	Rows    int      // rows below the names of the columns
	Bad     int      // rows with a fault
	Expired int      // phones compared with their source too long ago: devices will say so
	Entries []Entry  // of the rows without a fault
	Faults  []Fault
	Notes   []Note
}

// Why a table cannot be read as a list.
var (
	ErrColumns = errors.New("no row has the column names of a known layout")
	ErrNoRows  = errors.New("there is nothing below the names of the columns")
	ErrSource  = errors.New("the file does not say who stands behind it, or when it was compared")
)

// ColumnTwiceError names a column that stands twice in a file: which of the two is meant is not guessed.
type ColumnTwiceError struct{ Name string }

func (e *ColumnTwiceError) Error() string { return fmt.Sprintf("column %s stands twice", e.Name) }

// expiresAfter is how long the comparison of a phone with its source is good for.
const expiresAfter = 180

// Read reads the rows of a table. An error means that nothing could be read; faults of rows are in the result.
func Read(t Table, in Input) (Result, error) {
	s, twice, ok := understand(t.Rows)
	switch {
	case !ok:
		return Result{}, ErrColumns
	case twice != "":
		return Result{}, &ColumnTwiceError{Name: twice}
	case len(s.rows) == 0:
		return Result{}, ErrNoRows
	case !in.sourced(s):
		return Result{}, ErrSource
	}
	r := newReader(in, s)
	r.guarded = t.Format == CSV && s.layout == Own
	for _, row := range s.rows {
		r.read(row)
	}
	return r.result, nil
}

// sourced tells whether rows can have a source and a day at all. If not, that is said once and not of every row.
func (in Input) sourced(s sheetLayout) bool {
	has := func(f field) bool { _, ok := s.fields[f]; return ok }
	if in.VerifiedOn == "" && !has(fVerifiedOn) {
		return false
	}
	return in.SourceURL != "" || in.Publisher != "" || has(fSourceURL) || has(fPublisher) || has(fOwnerCity)
}

// reader reads the rows of one table.
type reader struct {
	in      Input
	sheet   sheetLayout
	places  places
	result  Result
	guarded bool   // cells are written by our export, with what keeps them from being taken for formulas
	oldest  string // phones compared before this day have expired

	row      Row
	faulty   bool
	rowOf    map[string]int // ID or number → where it was first
	entryOf  map[string]int // ID → index in the result
	embedded map[string]directory.Contact

	switchboards map[string]bool // what the 代表電話 of municipalities dial
}

func newReader(in Input, s sheetLayout) *reader {
	r := &reader{
		in: in, sheet: s, places: placesOf(in.Directory), rowOf: map[string]int{}, entryOf: map[string]int{}, embedded: map[string]directory.Contact{},
		switchboards: map[string]bool{},
		result:       Result{Layout: s.layout, Unknown: s.unknown, Rows: len(s.rows)},
	}
	if today, err := time.Parse(time.DateOnly, in.Today); err == nil {
		r.oldest = today.AddDate(0, 0, -expiresAfter).Format(time.DateOnly)
	}
	for _, c := range Contacts(in.Directory) {
		r.embedded[c.ID] = c
		for _, p := range c.Phones {
			if c.Kind == directory.KindMunicipality && p.Label == directory.Representative {
				r.switchboards[p.Tel] = true
			}
		}
	}
	return r
}

// read reads one row into the result: as an entry, as a further phone of an entry, or as faults.
func (r *reader) read(row Row) {
	r.row, r.faulty = row, false
	for i, c := range row.Cells {
		if p := unreadable(c.Text); p.code != "" {
			r.faultAt(r.headerOf(i), p)
		}
	}
	if !r.faulty {
		e := r.entry()
		if !r.faulty && !r.joins(e) {
			r.claim(e)
		}
		if !r.faulty {
			r.keep(e)
		}
	}
	if r.faulty {
		r.result.Bad++
	}
}

// joins tells whether a row only adds a phone to a contact that an earlier row named by the same ID.
func (r *reader) joins(e Entry) bool {
	i, ok := r.entryOf[e.Contact.ID]
	if !ok || e.Adds || len(e.Contact.Phones) == 0 {
		return false
	}
	first, again := r.result.Entries[i].Contact, e.Contact
	known := slices.ContainsFunc(first.Phones, func(p directory.Phone) bool { return p.Tel == again.Phones[0].Tel })
	first.Phones, again.Phones, first.VerifiedOn, again.VerifiedOn = nil, nil, "", ""
	return !known && same(first, again)
}

// claim sees to it that no two rows speak of the same contact.
func (r *reader) claim(e Entry) {
	for _, c := range []struct {
		f   field
		key string
	}{{fID, e.Contact.ID}, {fNumber, e.Contact.Number}} {
		if c.key == "" {
			continue
		}
		if first, ok := r.rowOf[string(c.f)+c.key]; ok {
			r.fault(c.f, trouble("duplicate", "value", c.key, "row", strconv.Itoa(first)))
			return
		}
	}
	r.rowOf[string(fID)+e.Contact.ID] = r.row.Number
	if e.Contact.Number != "" {
		r.rowOf[string(fNumber)+e.Contact.Number] = r.row.Number
	}
}

func (r *reader) keep(e Entry) {
	for _, p := range e.Contact.Phones {
		if p.VerifiedOn < r.oldest {
			r.result.Expired++
		}
	}
	if i, ok := r.entryOf[e.Contact.ID]; ok {
		c := &r.result.Entries[i].Contact
		c.Phones = append(c.Phones, e.Contact.Phones...)
		return
	}
	r.entryOf[e.Contact.ID] = len(r.result.Entries)
	r.result.Entries = append(r.result.Entries, e)
}

// cell gives what a row has in a column.
func (r *reader) cell(f field) Cell {
	i, ok := r.sheet.fields[f]
	if !ok || i >= len(r.row.Cells) {
		return Cell{}
	}
	c := r.row.Cells[i]
	if r.guarded {
		c.Text = unguard(c.Text)
	}
	c.Text = strings.TrimSpace(c.Text)
	return c
}

func (r *reader) text(f field) string { return r.cell(f).Text }

func (r *reader) headerOf(i int) string {
	if i < len(r.sheet.header) {
		return r.sheet.header[i]
	}
	return ""
}

func (r *reader) fault(f field, p problem) {
	name := ""
	if i, ok := r.sheet.fields[f]; ok {
		name = r.headerOf(i)
	}
	r.faultAt(name, p)
}

func (r *reader) faultAt(column string, p problem) {
	if p.code == "" {
		return
	}
	r.faulty = true
	r.result.Faults = append(r.result.Faults, Fault{Row: r.row.Number, Column: column, Code: p.code, Args: p.args})
}

// restored notes that a zero in front was put back.
func (r *reader) restored(f field, from, to string) {
	i := r.sheet.fields[f]
	r.result.Notes = append(r.result.Notes, Note{
		Row: r.row.Number, Column: r.headerOf(i), Code: "lost_zero", Args: map[string]string{"from": from, "to": to},
	})
}

// first gives the first of the texts that says something.
func first(texts ...string) string { return cmp.Or(texts...) }
