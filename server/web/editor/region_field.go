package editor

import (
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"michishirube/server/content"
	"michishirube/server/editorial"
	"michishirube/server/release"
)

// fieldData is what the page of a field shows.
type fieldData struct {
	Field   content.LocalField
	Known   bool // whether the content still has the field
	Label   string
	Form    *form
	Choices []choice
	Have    int    // characters typed, where there is a limit
	Seen    string // the part of the draft as this page shows it
	Verify  *form  // of a window that is kept

	InForce, Draft []saidRow
	Written        bool // whether the draft says anything
	Same           bool // whether it says the same as what is in force
	Due            bool
	Lacks          string // characters of the draft that the fonts of paper do not have
	Beside         []besideBlock
	Leaflets       []string
	Review         *reviewData // the national words have changed since it was written
	Conflict       *conflictData
}

// Left is how many more characters fit.
func (d fieldData) Left() int { return max(0, d.Field.Longest-d.Have) }

// Lead names the words on where the field is shown. A text without a step is on paper alone, as a block is.
func (d fieldData) Lead() string {
	kind := d.Field.Kind
	if kind == "text" && len(d.Field.Steps) == 0 {
		kind = "block"
	}
	return "editor.region.kind." + kind
}

// conflictData tells that somebody saved the same field first.
type conflictData struct {
	By     string
	Theirs []saidRow
	Gone   bool // she took the field away
}

// field finds the field of the path: one of the content, or one that a draft still has though the content does not.
func (p *regionPages) field(c echo.Context, s regionState) (content.LocalField, bool, error) {
	id := c.Param("field")
	f, known := editorial.Field(p.Content, id)
	if _, kept := s.Draft.Edition.Values[id]; !known && !kept {
		return f, false, release.ErrNotFound
	}
	f.ID = id
	return f, known, nil
}

func (p *regionPages) showField(c echo.Context) error {
	s, err := p.state(c)
	if err != nil {
		return err
	}
	f, _, err := p.field(c, s)
	if err != nil {
		return err
	}
	v, written := s.Draft.Edition.Values[f.ID]
	form := filledWith(v)
	if written {
		for _, i := range s.Issues {
			if i.Field == f.ID {
				form.fault(inputOf(i.Part), p.issue(i))
			}
		}
	}
	return p.fieldPage(c, http.StatusOK, s, form, nil, nil)
}

// fieldPage shows the page of a field with what was typed.
func (p *regionPages) fieldPage(c echo.Context, status int, s regionState, in, verify *form, conflict *conflictData) error {
	f, known, err := p.field(c, s)
	if err != nil {
		return err
	}
	v, written := s.Draft.Edition.Values[f.ID]
	d := fieldData{
		Field: f, Known: known, Label: p.label(f.ID), Form: in, Verify: verify, Conflict: conflict, Written: written,
		Seen: fingerprint(valuePart(f.ID)(s.Draft.Edition)), Have: utf8.RuneCountInString(in.get("value")),
		Due: slices.Contains(s.Due, f.ID), Beside: p.beside(f), Leaflets: p.leafletTitles(f),
	}
	if written {
		d.Draft, d.Lacks = p.said(f.ID, &v), p.lacks(f, v)
	}
	was, ok := s.InForce.Edition.Values[f.ID]
	if ok {
		d.InForce = p.said(f.ID, &was)
	}
	d.Same = !slices.ContainsFunc(s.Changes, func(c editorial.Change) bool { return c.Field == f.ID })
	for _, o := range f.Options {
		d.Choices = append(d.Choices, choice{Value: o, Label: p.Content.Plain(content.SourceLocale, "local."+f.ID+"."+o)})
	}
	if written && v.Window != nil && verify == nil {
		d.Verify = filled("day", p.today().Reiwa())
	}
	if slices.Contains(s.Review, f.ID) {
		if d.Review, err = p.review(c.Request().Context(), s.Region.Code, f, v); err != nil {
			return err
		}
	}
	return p.page(c, status, "region_field", d)
}

// filledWith is the form of a value before anything was typed.
func filledWith(v editorial.Value) *form {
	if w := v.Window; w != nil {
		return filled("name", w.Name, "phone", w.Phone, "hours", w.Hours, "note", w.Note)
	}
	if v.Choice != "" {
		return filled("value", v.Choice)
	}
	return filled("value", v.Text)
}

// inputOf names the input in which a part of a value is typed.
func inputOf(part string) string {
	switch part {
	case "":
		return "value"
	case "verified_on":
		return "day"
	}
	return part
}

// valueOf reads a form into a value. base names the national words that stand beside the form.
func valueOf(f content.LocalField, in *form, was editorial.Value, base string) editorial.Value {
	v := editorial.Value{Base: base}
	switch f.Kind {
	case "window":
		var before editorial.Window
		if was.Window != nil {
			before = *was.Window
		}
		w := before.Rewrite(editorial.Window{
			Name: in.get("name"), Phone: narrow(in.get("phone")), Hours: in.get("hours"), Note: lines(in.get("note")),
		})
		v.Window = &w
	case "choice":
		v.Choice = in.get("value")
	default:
		v.Text = lines(in.get("value"))
	}
	return v
}

// lines writes line breaks as one character: browsers send two.
func lines(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

// narrow writes a phone number in ASCII, as it is dialled: many type full-width figures, and any of a dozen hyphens.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '\uff10' && r <= '\uff19':
			return r - '\uff10' + '0'
		case r >= '\u2010' && r <= '\u2015', r == '\u2212', r == '\u30fc', r == '\uff0d', r == '\uff70':
			return '-'
		case r == ' ' || r == '\u3000':
			return -1
		}
		return r
	}, s)
}
