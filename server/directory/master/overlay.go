package master

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"michishirube/server/directory"
)

// Contacts lists every contact of a directory in one shape: its records, then its municipalities.
func Contacts(d *directory.Directory) []directory.Contact {
	all := slices.Clone(d.Records)
	for _, m := range d.Municipalities {
		all = append(all, directory.Contact{
			ID: municipalityID + m.Code, Kind: directory.KindMunicipality, Name: m.Name, Kana: m.Kana, Prefecture: m.Prefecture, Area: m.Name,
			URL: m.URL, Phones: m.Phones, Source: m.Source,
		})
	}
	return all
}

// Take makes the list to keep of what was read: only what says something that the directory does not. A copy of what it
// says already would hide its later corrections. title is what readers are told of where it comes from.
func Take(d *directory.Directory, entries []Entry, today, title string) List {
	l := List{TakenOn: today}
	known := map[string]directory.Contact{}
	for _, c := range Contacts(d) {
		known[c.ID] = c
	}
	m := newMatcher(d, entries)
	for _, e := range entries {
		id := m.target(e)
		old, ok := known[id]
		if ok && same(old, laidOver(old, e, today)) {
			continue
		}
		e.Contact.Source = l.source(e, today, title)
		l.Entries = append(l.Entries, e)
	}
	return l
}

// source gives the ID of the source that stands for the publisher of an entry. A page is named if it is that of all,
// and the day on which the first of them was compared.
func (l *List) source(e Entry, today, title string) string {
	for i, s := range l.Sources {
		if s.Publisher == e.publisher {
			if s.URL != e.url {
				l.Sources[i].URL = ""
			}
			l.Sources[i].VerifiedOn = min(s.VerifiedOn, e.verifiedOn)
			return s.ID
		}
	}
	s := directory.DataSource{
		ID: fmt.Sprintf("imported_%d", len(l.Sources)+1), Title: title, URL: e.url, Publisher: e.publisher,
		Retrieved: today, VerifiedOn: e.verifiedOn,
	}
	l.Sources = append(l.Sources, s)
	return s.ID
}

// Lay lays a list over a directory, which stays as it is.
func Lay(d *directory.Directory, l List) *directory.Directory {
	out := *d
	out.Sources = slices.Concat(d.Sources, l.Sources)
	out.Records, out.Municipalities = slices.Clone(d.Records), slices.Clone(d.Municipalities)
	records, municipalities := map[string]int{}, map[string]int{}
	for i, c := range out.Records {
		records[c.ID] = i
	}
	for i, m := range out.Municipalities {
		municipalities[municipalityID+m.Code] = i
	}
	matcher := newMatcher(d, l.Entries)
	for _, e := range l.Entries {
		id := matcher.target(e)
		if i, ok := municipalities[id]; ok {
			m := &out.Municipalities[i]
			c := laidOver(directory.Contact{ID: id, URL: m.URL, Phones: m.Phones}, e, l.TakenOn)
			m.URL, m.Phones = c.URL, c.Phones
		} else if i, ok := records[id]; ok {
			out.Records[i] = laidOver(out.Records[i], e, l.TakenOn)
		} else if !strings.HasPrefix(id, municipalityID) { // a municipality may have gone since the list was taken over
			records[id] = len(out.Records)
			out.Records = append(out.Records, e.Contact)
		}
	}
	return &out
}

// matcher finds which contact of a directory an entry means.
type matcher struct {
	ids      map[string]bool
	byNumber map[string]string // → ID
	byName   map[string]string // of those without a number; "" if several
	meant    map[string]int    // how many entries have that name
}

func newMatcher(d *directory.Directory, entries []Entry) matcher {
	m := matcher{ids: map[string]bool{}, byNumber: map[string]string{}, byName: map[string]string{}, meant: map[string]int{}}
	for _, c := range d.Records {
		m.ids[c.ID] = true
		if c.Number != "" {
			m.byNumber[c.Number] = c.ID
			continue
		}
		if _, twice := m.byName[nameKey(c)]; twice {
			m.byName[nameKey(c)] = ""
			continue
		}
		m.byName[nameKey(c)] = c.ID
	}
	for _, e := range entries {
		m.meant[nameKey(e.Contact)]++
	}
	return m
}

func (m matcher) target(e Entry) string {
	if !e.Adds || m.ids[e.Contact.ID] {
		return e.Contact.ID
	}
	if id, ok := m.byNumber[e.Contact.Number]; ok && e.Contact.Number != "" {
		return id
	}
	key := nameKey(e.Contact)
	if id := m.byName[key]; id != "" && m.meant[key] == 1 {
		return id
	}
	return e.Contact.ID
}

func nameKey(c directory.Contact) string {
	return string(c.Kind) + "\n" + c.Prefecture + "\n" + blanks.Replace(norm.NFKC.String(c.Name))
}

// laidOver gives a known contact as it is with an entry over it.
func laidOver(old directory.Contact, e Entry, takenOn string) directory.Contact {
	c := e.Contact
	c.ID = old.ID
	if e.Adds {
		filled := false
		for _, f := range []struct{ to, from *string }{
			{&c.Kana, &old.Kana}, {&c.Prefecture, &old.Prefecture}, {&c.Area, &old.Area}, {&c.Number, &old.Number}, {&c.Postal, &old.Postal},
			{&c.Address, &old.Address}, {&c.URL, &old.URL}, {&c.Hours, &old.Hours}, {&c.Note, &old.Note},
		} {
			if *f.to == "" && *f.from != "" {
				*f.to, filled = *f.from, true
			}
		}
		if filled { // nobody compared all of it on the later day
			c.VerifiedOn = min(c.VerifiedOn, old.VerifiedOn)
		}
	}
	c.Phones = newerPhones(old, e, takenOn)
	return c
}

// newerPhones lets those phones stand that were compared with their source last; of the same day, those of the list. That
// a list takes phones away counts from the day of its import.
func newerPhones(old directory.Contact, e Entry, takenOn string) []directory.Phone {
	said := lastVerified(e.Contact.Phones)
	if said == "" {
		if e.Adds {
			return old.Phones
		}
		said = takenOn
	}
	if lastVerified(old.Phones) > said {
		return old.Phones
	}
	return e.Contact.Phones
}

func lastVerified(phones []directory.Phone) (day string) {
	for _, p := range phones {
		day = max(day, p.VerifiedOn)
	}
	return day
}

// same tells whether two contacts say the same, wherever they come from. The day of a contact with phones is theirs.
func same(a, b directory.Contact) bool {
	for _, c := range []*directory.Contact{&a, &b} {
		c.Source = ""
		if len(c.Phones) > 0 {
			c.VerifiedOn = ""
		} else {
			c.Phones = nil
		}
	}
	return reflect.DeepEqual(a, b)
}
