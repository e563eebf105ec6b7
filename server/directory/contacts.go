package directory

import (
	"errors"
	"regexp"
	"slices"
	"strings"
)

var (
	contactID   = regexp.MustCompile(`^[a-z]+(-[a-z]+)*-[0-9]{2}([0-9]-[0-9]{4})?$`)
	postalShape = regexp.MustCompile(`^\d{3}-\d{4}$`)
	phoneShape  = regexp.MustCompile(`^0\d{1,4}-\d{1,4}-\d{4}$`)
	longPhone   = regexp.MustCompile(`^0[5-9]0-`) // of eleven figures
)

// loadContacts reads insurers and pension offices.
func (l *loader) loadContacts(name string) {
	for _, r := range l.table(name, "id", "kind", "name", "kana", "prefecture", "area", "number", "postal", "address", "source", "verified_on", "note") {
		c := Contact{
			ID: r.cells["id"], Kind: Kind(r.cells["kind"]), Name: r.cells["name"], Kana: r.cells["kana"], Prefecture: r.cells["prefecture"],
			Area: r.cells["area"], Number: r.cells["number"], Postal: r.cells["postal"], Address: r.cells["address"],
			Source: r.cells["source"], VerifiedOn: r.cells["verified_on"], Note: r.cells["note"],
		}
		l.add(r, c)
		if c.Kana != "" {
			l.checkKana(r, c.Kana)
		}
		if c.Area != "" {
			l.checkArea(r, c.Prefecture, c.Area)
		}
		if c.Postal != "" && !postalShape.MatchString(c.Postal) {
			l.fail(r, "postal", "%q: want 123-4567", c.Postal)
		}
		if c.Number != "" {
			l.checkNumber(r, c)
		}
	}
}

// loadCentres reads the centres against violence by a spouse. A switchboard there asks who is calling and why, so their
// phones are direct lines, and never the 代表電話 of a town either.
func (l *loader) loadCentres() {
	for _, r := range l.table("dv_centers.csv", "id", "name", "prefecture", "phone", "label", "hours", "closed", "methods",
		"url", "publisher", "verified_on", "status", "source") {
		c := Contact{
			ID: r.cells["id"], Kind: KindDVCenter, Name: r.cells["name"], Prefecture: r.cells["prefecture"], URL: r.cells["url"],
			Hours: r.cells["hours"], Source: r.cells["source"], VerifiedOn: r.cells["verified_on"],
		}
		if closed := r.cells["closed"]; closed != "" {
			c.Hours += "。休み: " + closed
		}
		if methods := r.cells["methods"]; methods != "" && methods != "電話" {
			c.Note = "相談の方法: " + methods
		}
		c.Phones = l.phones(r, "")
		for _, p := range c.Phones {
			town, shared := l.tels[p.Tel]
			if shared {
				l.fail(r, "dv_representative", "%s is the 代表電話 of %s", p.Number, town)
			}
			if p.Label != Direct {
				l.fail(r, "dv_representative", "%s: want a direct line", p.Number)
			}
		}
		l.add(r, c)
	}
}

// add checks what every contact must have.
func (l *loader) add(r row, c Contact) {
	if !contactID.MatchString(c.ID) || !strings.HasPrefix(c.ID, strings.ReplaceAll(string(c.Kind), "_", "-")+"-") {
		l.fail(r, "id", "%q: want the kind, then a prefecture or postal code, such as kenpo-union-100-8370", c.ID)
	}
	l.once(r, "id "+c.ID)
	if !slices.Contains(Kinds(), c.Kind) {
		l.fail(r, "kind", "%q: want one of %v", c.Kind, Kinds())
	}
	if c.Name == "" {
		l.fail(r, "name", "missing")
	}
	l.checkPrefecture(r, c.Prefecture)
	if !l.sources[c.Source] && !l.unsourced {
		l.fail(r, "source", "%q: no such entry in %s", c.Source, sourcesFile)
	}
	if detail := checkDay(c.VerifiedOn, l.reviewedOn); detail != "" {
		l.fail(r, "verified_on", "%s", detail)
	}
	l.d.Records = append(l.d.Records, c)
}

// checkNumber holds a number against the standard and against what the record says of itself.
func (l *loader) checkNumber(r row, c Contact) {
	n, err := ParseNumber(c.Number)
	switch {
	case errors.Is(err, ErrNumberCheckDigit):
		l.fail(r, "check_digit", "%q: %v", c.Number, err)
		return
	case err != nil:
		l.fail(r, "number", "%q: %v", c.Number, err)
		return
	case n.Digits != c.Number:
		l.fail(r, "number", "%q: want %s", c.Number, n.Digits)
	case n.Prefecture != c.Prefecture:
		l.fail(r, "number", "%s is of prefecture %s, the record of %s", c.Number, n.Prefecture, c.Prefecture)
	}
	if kind, ok := l.d.KindOf(n); !ok || kind != c.Kind {
		l.fail(r, "scheme", "%s belongs to %q, the record to %q", c.Number, kind, c.Kind)
	}
	l.once(r, "number "+n.Digits)
}

// phones reads the phone of a row, if it has one. With a prefix, its page, publisher, day and status stand in columns
// of their own. A withheld phone is checked like the others and then left out.
func (l *loader) phones(r row, prefix string) []Phone {
	p := Phone{
		Number: r.cells["phone"], Tel: telURI(r.cells["phone"]), Label: PhoneLabel(r.cells["label"]), URL: r.cells[prefix+"url"],
		Publisher: r.cells[prefix+"publisher"], VerifiedOn: r.cells[prefix+"verified_on"], Status: PhoneStatus(r.cells[prefix+"status"]),
	}
	if p.Number == "" {
		if prefix == "" || p.Label != "" || p.URL != "" || p.Publisher != "" || p.VerifiedOn != "" || p.Status != "" {
			l.fail(r, "phone", "missing")
		}
		return nil
	}
	if n := len(strings.ReplaceAll(p.Number, "-", "")); !phoneShape.MatchString(p.Number) || n != 10 && (n != 11 || !longPhone.MatchString(p.Number)) {
		l.fail(r, "phone", "%q: want ten figures as printed, such as 03-5467-1721", p.Number)
	}
	if !slices.Contains(PhoneLabels(), p.Label) {
		l.fail(r, "label", "%q: want one of %v", p.Label, PhoneLabels())
	}
	if detail := checkURL(p.URL); detail != "" {
		l.fail(r, "url", "%s", detail)
	}
	if p.Publisher == "" {
		l.fail(r, "publisher", "missing: want who publishes the page")
	}
	if detail := checkDay(p.VerifiedOn, l.reviewedOn); prefix != "" && detail != "" { // else it is the record's own
		l.fail(r, "verified_on", "%s", detail)
	}
	if p.Status == withheld {
		return nil
	}
	if !slices.Contains(PhoneStatuses(), p.Status) {
		l.fail(r, "status", "%q: want one of %v", p.Status, PhoneStatuses())
	}
	return []Phone{p}
}

// withheld marks a phone in a file that is kept for the record and never shown.
const withheld PhoneStatus = "withheld"
