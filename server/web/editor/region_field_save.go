package editor

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"michishirube/server/content"
	"michishirube/server/directory/master"
	"michishirube/server/editorial"
	"michishirube/server/release"
)

// saveField does what a button of the page of a field says.
func (p *regionPages) saveField(c echo.Context) error {
	s, err := p.state(c)
	if err != nil {
		return err
	}
	f, known, err := p.field(c, s)
	if err != nil {
		return err
	}
	in, v, x := newForm(c), s.Draft.Edition.Values[f.ID], p.changeOf(c, s.Region, c.Param("field"))
	switch do := in.get("do"); {
	case do == "save" && known:
		return p.write(c, s, f, in, x)
	case do == "keep" && known:
		x.what, x.do = "keep", p.keep(f)
	case do == "remove":
		x.do = func(e *editorial.Edition) { delete(e.Values, f.ID) }
	case do == "verify" && v.Window != nil:
		day := p.day(in, "day")
		if !in.ok() {
			return p.fieldPage(c, http.StatusUnprocessableEntity, s, filledWith(v), in, nil)
		}
		x.what, x.detail, x.do = "verify", f.ID+" "+day, verify(f.ID, day)
	default:
		return errUnread
	}
	return p.finishField(c, filledWith(v), x)
}

// changeOf begins a change of a field.
func (p *regionPages) changeOf(c echo.Context, r editorial.Region, field string) change {
	return change{
		region: r, by: who(c).user.Name, seen: newForm(c).get("seen"), part: valuePart(field), what: "draft", detail: field,
	}
}

// write saves what was typed, if it has no fault.
func (p *regionPages) write(c echo.Context, s regionState, f content.LocalField, in *form, x change) error {
	v := valueOf(f, in, s.Draft.Edition.Values[f.ID], p.bases.Of(f.ID))
	for _, i := range editorial.Check(p.Content, editorial.Edition{Values: map[string]editorial.Value{f.ID: v}}) {
		in.fault(inputOf(i.Part), p.issue(i))
	}
	if !in.ok() {
		return p.fieldPage(c, http.StatusUnprocessableEntity, s, in, nil, nil)
	}
	x.do = func(e *editorial.Edition) { e.Values[f.ID] = valueOf(f, in, e.Values[f.ID], p.bases.Of(f.ID)) }
	return p.finishField(c, in, x)
}

// keep notes that a person has read the new national words and leaves the field as it is.
func (p *regionPages) keep(f content.LocalField) func(*editorial.Edition) {
	return func(e *editorial.Edition) {
		if v, ok := e.Values[f.ID]; ok {
			v.Base = p.bases.Of(f.ID)
			e.Values[f.ID] = v
		}
	}
}

func verify(field, day string) func(*editorial.Edition) {
	return func(e *editorial.Edition) {
		if v, ok := e.Values[field]; ok && v.Window != nil {
			w := v.Window.Verify(day)
			v.Window = &w
			e.Values[field] = v
		}
	}
}

// finishField carries a change out. Where somebody was first, both versions are shown, with what was typed.
func (p *regionPages) finishField(c echo.Context, in *form, x change) error {
	s, err := p.change(c.Request().Context(), x)
	if isConflict(err) {
		return p.fieldConflict(c, s, in)
	}
	if err != nil {
		return err
	}
	what := "draft_saved"
	if x.what == "verify" {
		what = "verified"
	}
	to := "/editor/regions/" + x.region.Code
	if _, known := editorial.Field(p.Content, c.Param("field")); !known {
		return p.done(c, to+"/draft", what) // the field's own page is gone with it
	}
	return p.done(c, to+"/fields/"+c.Param("field"), what)
}

func (p *regionPages) fieldConflict(c echo.Context, s regionState, in *form) error {
	name, err := p.names(c.Request().Context())
	if err != nil {
		return err
	}
	v, there := s.Draft.Edition.Values[c.Param("field")]
	conflict := &conflictData{By: name(s.Draft.By), Gone: !there}
	if there {
		conflict.Theirs = p.said(c.Param("field"), &v)
	}
	if _, known := editorial.Field(p.Content, c.Param("field")); !known && !there {
		return release.ErrConflict
	}
	s.Issues = editorial.Check(p.Content, s.Draft.Edition)
	return p.fieldPage(c, http.StatusConflict, s, in, nil, conflict)
}

// day reads a day in either calendar; a fault if it is none, or has not come yet.
func (p *regionPages) day(f *form, name string) string {
	day, ok := master.Day(f.get(name))
	switch {
	case !ok:
		f.fault(name, p.say("editor.region.day.wrong", "value", f.get(name)))
	case day > string(p.today()):
		f.fault(name, p.say("editor.region.day.future"))
	}
	return day
}
