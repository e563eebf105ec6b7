package master

import (
	"strings"

	"michishirube/server/directory"
)

// place is a municipality or a ward of one.
type place struct {
	code, prefecture string
	name             string // with its city in front, if it is a ward
	city             string // code of the city; its own if it is no ward
}

// places finds prefectures and municipalities by code and by name.
type places struct {
	prefectures map[string]string // name, name without 都道府県, number → number
	byCode      map[string]place
	byName      map[string]place // prefecture and name
}

func placesOf(d *directory.Directory) places {
	p := places{prefectures: map[string]string{}, byCode: map[string]place{}, byName: map[string]place{}}
	for _, f := range d.Prefectures {
		p.prefectures[f.Number], p.prefectures[f.Name] = f.Number, f.Number
		for _, suffix := range []string{"都", "府", "県"} {
			if short, ok := strings.CutSuffix(f.Name, suffix); ok {
				p.prefectures[short] = f.Number
			}
		}
	}
	for _, m := range d.Municipalities {
		p.add(place{m.Code, m.Prefecture, m.Name, m.Code})
		for _, w := range m.Wards {
			p.add(place{w.Code, m.Prefecture, m.Name + w.Name, m.Code})
		}
	}
	return p
}

func (p places) add(m place) {
	p.byCode[m.code] = m
	p.byName[m.prefecture+m.name] = m
}

// prefecture reads a name or a number.
func (p places) prefecture(c Cell) (number string, ok bool) {
	s := fold(c.Text)
	if len(s) == 1 && allFigures(s) {
		s = "0" + s // a number of two figures by definition
	}
	number, ok = p.prefectures[s]
	return number, ok
}

// named finds a municipality by its name. Lists write the county in front of towns, and ours does not.
func (p places) named(prefecture, name string) (place, bool) {
	name = blanks.Replace(strings.ReplaceAll(name, "\u3000", ""))
	if m, ok := p.byName[prefecture+name]; ok {
		return m, true
	}
	if _, town, ok := strings.Cut(name, "郡"); ok {
		m, ok := p.byName[prefecture+town]
		return m, ok
	}
	return place{}, false
}

// coded finds a municipality by its code of five figures, or six with the check digit. whole is the code of a prefecture
// instead, as prefectures write it in front of their own lists. restored tells that a zero in front was put back, which
// is done only where one reading alone gives a code that exists.
func (p places) coded(c Cell) (m place, whole string, restored bool, problem problem) {
	s := figuresOf(c)
	bad := trouble("code.unknown", "value", c.Text)
	if !allFigures(s) {
		return m, "", false, bad
	}
	tries := []string{s}
	if c.Numeric {
		tries = append(tries, "0"+s)
	}
	found := 0
	for i, t := range tries {
		five, ok := fiveFigures(t)
		if !ok {
			continue
		}
		if q, ok := p.byCode[five]; ok {
			m, whole, restored, found = q, "", i > 0, found+1
		} else if _, ok := p.prefectures[five[:2]]; ok && five[2:] == "000" {
			m, whole, restored, found = place{}, five[:2], i > 0, found+1
		}
	}
	if found != 1 {
		return place{}, "", false, bad
	}
	return m, whole, restored, problem
}

// fiveFigures takes the check digit off a code of six.
func fiveFigures(s string) (string, bool) {
	if len(s) == 6 {
		return s[:5], directory.MunicipalityCodeOK(s)
	}
	return s, len(s) == 5
}
