package master

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"michishirube/server/directory"
)

const municipalityID = "municipality-"

var idShape = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// entry reads the present row. It is of use only if the row turns out to have no fault.
func (r *reader) entry() Entry {
	c := directory.Contact{Name: r.name(), Kana: hiragana(r.text(fKana)), Hours: r.hours(), Note: r.note(), Address: r.address()}
	number, numbered := r.number()
	c.Number = number.Digits
	c.Kind = r.kind(number, numbered)
	c.Prefecture, c.Area = r.place(number, numbered)
	if cell := r.cell(fPostal); cell.Text != "" {
		postal, restored, p := postalCode(cell)
		r.fault(fPostal, p)
		if c.Postal = postal; restored {
			r.restored(fPostal, cell.Text, postal)
		}
	}
	if cell := r.cell(fURL); cell.Text != "" {
		url, p := webAddress(cell)
		r.fault(fURL, p)
		c.URL = url
	}
	c.VerifiedOn = r.verifiedOn()
	url, publisher := r.source()
	if cell := r.cell(fPhone); cell.Text != "" {
		c.Phones = []directory.Phone{r.phone(cell, c.Kind, directory.Phone{URL: url, Publisher: publisher, VerifiedOn: c.VerifiedOn})}
	}
	e := Entry{Contact: c, url: url, publisher: publisher, verifiedOn: c.VerifiedOn}
	e.Contact.ID, e.Adds = r.id(c)
	if strings.HasPrefix(e.Contact.ID, municipalityID) && !r.faulty {
		r.municipality(&e.Contact)
	}
	return e
}

func (r *reader) name() string {
	name := first(r.text(fName), r.text(fShortName))
	if name == "" {
		r.fault(fName, trouble("name"))
	}
	return name
}

func (r *reader) number() (n directory.Number, ok bool) {
	cell := r.cell(fNumber)
	if cell.Text == "" {
		if r.sheet.layout == ORCA {
			r.fault(fNumber, trouble("number.missing"))
		}
		return n, false
	}
	n, restored, p := insurerNumber(cell)
	r.fault(fNumber, p)
	if restored {
		r.restored(fNumber, cell.Text, n.Digits)
	}
	return n, p.code == ""
}

// kind is what the row says, what its number says, or what was said of the whole file.
func (r *reader) kind(n directory.Number, numbered bool) directory.Kind {
	text := r.text(fKind)
	said, ok := kindNamed(text)
	if text != "" && !ok {
		r.fault(fKind, trouble("kind.unknown", "value", text))
		return ""
	}
	if numbered {
		kind, ok := r.in.Directory.KindOf(n)
		switch {
		case !ok:
			r.fault(fNumber, trouble("number.scheme", "value", n.Digits, "law", n.Law))
		case said != "" && said != kind:
			r.fault(fKind, trouble("kind.number", "value", text, "number", n.Digits))
		}
		return kind
	}
	if said == "" {
		said = r.in.Kind
	}
	if said == "" && !r.faulty {
		r.fault(fKind, trouble("kind.missing"))
	}
	return said
}

// place gives the number of the prefecture and the name of the municipality, from whatever the row has of them.
func (r *reader) place(n directory.Number, numbered bool) (prefecture, area string) {
	if cell := r.cell(fPrefecture); cell.Text != "" {
		var ok bool
		if prefecture, ok = r.places.prefecture(cell); !ok {
			r.fault(fPrefecture, trouble("prefecture", "value", cell.Text))
			return "", ""
		}
	}
	coded := r.code(fCode, &prefecture)
	if r.sheet.layout == OpenData && coded.code == "" && prefecture == "" {
		coded = r.code(fOwnerCode, &prefecture)
	}
	if numbered {
		if prefecture == "" {
			prefecture = n.Prefecture
		} else if prefecture != n.Prefecture {
			r.fault(fNumber, trouble("number.place", "value", n.Digits))
		}
	}
	area = r.text(fArea)
	if area == "" {
		return prefecture, coded.name
	}
	named, ok := r.places.named(prefecture, area)
	switch {
	case prefecture == "":
		r.fault(fArea, trouble("area.prefecture", "value", area))
	case !ok:
		r.fault(fArea, trouble("area.unknown", "value", area))
	case coded.code != "" && named.code != coded.code && named.city != coded.code:
		r.fault(fCode, trouble("code.area", "value", r.text(fCode), "area", area))
	}
	return prefecture, area
}

func (r *reader) code(f field, prefecture *string) place {
	cell := r.cell(f)
	if cell.Text == "" {
		return place{}
	}
	m, whole, restored, p := r.places.coded(cell)
	r.fault(f, p)
	if p.code != "" {
		return m
	}
	if restored {
		r.restored(f, cell.Text, first(m.code, whole))
	}
	in := first(m.prefecture, whole)
	if *prefecture != "" && *prefecture != in {
		r.fault(f, trouble("code.prefecture", "value", cell.Text))
	}
	*prefecture = in
	return m
}

// verifiedOn is the day of the row, or of the whole file. A billing system's row that was changed after that day was not
// what anybody compared.
func (r *reader) verifiedOn() string {
	day := r.in.VerifiedOn
	if cell := r.cell(fVerifiedOn); cell.Text != "" {
		var p problem
		day, p = dayOf(cell, r.in.Today)
		r.fault(fVerifiedOn, p)
	} else if day == "" {
		r.fault(fVerifiedOn, trouble("verified_on"))
	}
	for _, f := range []field{fCreatedOn, fUpdatedOn} {
		cell := r.cell(f)
		if strings.Trim(cell.Text, "0") == "" || strings.Trim(cell.Text, "9") == "" {
			continue // how the system writes that there is none
		}
		changed, p := dayOf(cell, r.in.Today)
		if r.fault(f, p); p.code == "" && changed > day {
			r.fault(f, trouble("changed", "value", cell.Text, "day", day))
		}
	}
	return day
}

func (r *reader) source() (url, publisher string) {
	url, publisher = r.in.SourceURL, first(r.text(fPublisher), r.text(fOwnerCity), r.in.Publisher)
	if cell := r.cell(fSourceURL); cell.Text != "" {
		var p problem
		url, p = webAddress(cell)
		r.fault(fSourceURL, p)
	}
	if url == "" && publisher == "" {
		r.fault(fSourceURL, trouble("source"))
	}
	return url, publisher
}

func (r *reader) phone(cell Cell, kind directory.Kind, p directory.Phone) directory.Phone {
	number, restored, bad := phoneNumber(cell)
	r.fault(fPhone, bad)
	if restored {
		r.restored(fPhone, cell.Text, number)
	}
	p.Number, p.Tel = number, "tel:"+strings.ReplaceAll(number, "-", "")
	var ok bool
	// Where nobody says who picks up, it is the switchboard: nothing may be told to it.
	if p.Label, ok = labelNamed(r.text(fLabel)); !ok {
		r.fault(fLabel, trouble("label", "value", r.text(fLabel)))
	}
	if p.Status, ok = statusNamed(r.text(fStatus)); !ok {
		r.fault(fStatus, trouble("status", "value", r.text(fStatus)))
	}
	if kind == directory.KindDVCenter && (p.Label == directory.Representative || r.switchboards[p.Tel]) {
		r.fault(fPhone, trouble("dv", "value", cell.Text))
	}
	return p
}

// id gives the ID the row writes, or makes one that stays the same from file to file. adds: see Entry.
func (r *reader) id(c directory.Contact) (id string, adds bool) {
	id = r.text(fID)
	if r.sheet.layout == OpenData {
		id = "" // unique within its publisher only
	}
	switch place, ok := r.places.named(c.Prefecture, c.Area); {
	case id != "":
		if !idShape.MatchString(id) || len(id) > 60 {
			r.fault(fID, trouble("key.shape", "value", id))
		}
		return id, false
	case c.Kind == directory.KindMunicipality && ok && place.code == place.city && c.Name == place.name:
		return municipalityID + place.code, true
	}
	kind := strings.ReplaceAll(string(c.Kind), "_", "-") + "-"
	if kind == municipalityID {
		kind = "desk-" // one of a municipality, not the municipality
	}
	if c.Number != "" {
		return kind + c.Number, true
	}
	sum := sha256.Sum256([]byte(c.Prefecture + "\n" + c.Area + "\n" + norm.NFKC.String(c.Name)))
	return kind + "x" + hex.EncodeToString(sum[:5]), true
}

// municipality checks a row that speaks of a municipality as such, of which only the phone and the URL may differ.
func (r *reader) municipality(c *directory.Contact) {
	known, ok := r.embedded[c.ID]
	if !ok {
		r.fault(fID, trouble("key.municipality", "value", c.ID))
		return
	}
	want, have := known, *c
	want.URL, want.Phones, have.URL, have.Phones, have.VerifiedOn = "", nil, "", nil, ""
	if have.Kana == "" {
		have.Kana = want.Kana
	}
	if !same(want, have) {
		r.fault(fID, trouble("municipality", "value", c.Name))
	}
	c.Kana, c.VerifiedOn = known.Kana, ""
}
