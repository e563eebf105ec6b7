package directory

import "slices"

// Scheme says what kind of insurance the law number (法別番号) of an insurer number stands for.
type Scheme struct {
	Law  string `json:"law"` // two figures; "" for the numbers of six figures
	Kind Kind   `json:"kind" ts:"Kind"`
	Name string `json:"name"`
	Sure bool   `json:"sure"` // false: read in secondary sources only, so say that it is to be confirmed
}

func (l *loader) loadSchemes() {
	for _, r := range l.table("schemes.csv", "law", "kind", "name", "sure", "source") {
		s := Scheme{r.cells["law"], Kind(r.cells["kind"]), r.cells["name"], r.cells["sure"] == "yes"}
		if s.Law != "" && (len(s.Law) != 2 || !figures(s.Law)) {
			l.fail(r, "law", "%q: want two figures or nothing", s.Law)
		}
		l.once(r, "law "+s.Law)
		if !slices.Contains(Kinds(), s.Kind) {
			l.fail(r, "kind", "%q: want one of %v", s.Kind, Kinds())
		}
		if s.Name == "" {
			l.fail(r, "name", "missing")
		}
		if sure := r.cells["sure"]; sure != "yes" && sure != "no" {
			l.fail(r, "sure", "%q: want yes or no", sure)
		}
		if r.cells["source"] == "" {
			l.fail(r, "source", "missing: want where it was read")
		}
		l.d.Schemes = append(l.d.Schemes, s)
	}
}

// Scheme gives the scheme of a number; none when its law number is of no insurer.
func (d *Directory) Scheme(n Number) (Scheme, bool) {
	for _, s := range d.Schemes {
		if s.Law == n.Law {
			return s, true
		}
	}
	return Scheme{}, false
}

// KindOf tells what kind of insurer a number belongs to. Of the six figures, those with a third figure 3 are unions.
func (d *Directory) KindOf(n Number) (Kind, bool) {
	s, ok := d.Scheme(n)
	if ok && s.Kind == KindKokuho && n.Insurer[0] == '3' {
		return KindKokuhoUnion, true
	}
	return s.Kind, ok
}
