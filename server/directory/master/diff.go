package master

import (
	"bytes"
	"slices"
	"strings"

	"michishirube/server/directory"
)

// Diff is what a new directory says otherwise than an old one.
type Diff struct {
	Added, Removed []directory.Contact
	Changed        []Change
	Unchanged      int
}

// Change is a contact that stays and of which some fields change.
type Change struct {
	Contact directory.Contact // as it was
	Fields  []FieldChange
}

// FieldChange is one change, in the words of our own layout.
type FieldChange struct{ Column, From, To string }

// Empty tells whether nothing changes.
func (d Diff) Empty() bool { return len(d.Added)+len(d.Removed)+len(d.Changed) == 0 }

// Compare lists what changes from one directory to another: removed and changed in the order of the old one, added in
// that of the new one.
func Compare(before, after *directory.Directory) Diff {
	var d Diff
	old, now := Contacts(before), map[string]directory.Contact{}
	for _, c := range Contacts(after) {
		now[c.ID] = c
	}
	was, is := newWriter(before), newWriter(after)
	had := map[string]bool{}
	for _, c := range old {
		had[c.ID] = true
		n, ok := now[c.ID]
		switch {
		case !ok:
			d.Removed = append(d.Removed, c)
			continue
		case same(c, n):
			d.Unchanged++
			continue
		}
		d.Changed = append(d.Changed, Change{Contact: c, Fields: changes(was.all(c), is.all(n))})
	}
	for _, c := range Contacts(after) {
		if !had[c.ID] {
			d.Added = append(d.Added, c)
		}
	}
	return d
}

func changes(from, to map[field]string) []FieldChange {
	var list []FieldChange
	for _, c := range ownColumns() {
		if from[c.field] != to[c.field] {
			list = append(list, FieldChange{c.name, from[c.field], to[c.field]})
		}
	}
	return list
}

// all gives the cells of a contact with those of all its phones.
func (w writer) all(c directory.Contact) map[field]string {
	if len(c.Phones) < 2 {
		var p directory.Phone
		if len(c.Phones) == 1 {
			p = c.Phones[0]
		}
		return w.cells(c, p)
	}
	cells := w.cells(c, c.Phones[0])
	for _, p := range c.Phones[1:] {
		for f, v := range w.cells(c, p) {
			switch f {
			case fPhone, fLabel, fStatus, fSourceURL, fPublisher, fVerifiedOn:
				cells[f] = strings.Join([]string{cells[f], v}, " / ")
			}
		}
	}
	return cells
}

// Alike tells whether two lists make the same of a directory, but for the day on which they were taken over.
func Alike(d *directory.Directory, a, b List) bool {
	b.TakenOn = a.TakenOn
	first, err := Lay(d, a.undated()).JSON()
	if err != nil {
		return false
	}
	second, err := Lay(d, b.undated()).JSON()
	return err == nil && bytes.Equal(first, second)
}

func (l List) undated() List {
	l.Sources = slices.Clone(l.Sources)
	for i := range l.Sources {
		l.Sources[i].Retrieved = ""
	}
	return l
}
