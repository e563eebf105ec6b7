package editor

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"
)

// form is what was typed into a form, and what is wrong with it. It fills the page again, so that nothing is typed twice.
type form struct {
	values url.Values
	Faults []fault // in the order in which they were found
}

// fault is what is wrong with one field, in words.
type fault struct{ Field, Text string }

// newForm reads the form of a POST; forms has parsed it.
func newForm(c echo.Context) *form {
	values := c.Request().PostForm
	if values == nil {
		values = url.Values{}
	}
	return &form{values: values}
}

// filled is a form before anything was typed: name, value, name, value.
func filled(pairs ...string) *form {
	f := &form{values: url.Values{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		f.values.Add(pairs[i], pairs[i+1])
	}
	return f
}

// get gives a field without the space around it.
func (f *form) get(name string) string { return strings.TrimSpace(f.values.Get(name)) }

// fault notes what is wrong with a field.
func (f *form) fault(field, text string) { f.Faults = append(f.Faults, fault{field, text}) }

// ok tells that nothing is wrong.
func (f *form) ok() bool { return len(f.Faults) == 0 }

// field is one field as a page shows it.
type field struct {
	ID, Name, Label, Hint, Value, Fault string
	Type, Autocomplete, Inputmode       string
	Required, Optional                  bool
	Rows                                int
	Choices                             []choice
}

// choice is one of several, in a field of kind radio, checkbox or select.
type choice struct {
	Value, Label string
	Chosen       bool
}

// DescribedBy names the hint and the fault to a screen reader.
func (f field) DescribedBy() string {
	var ids []string
	if f.Hint != "" {
		ids = append(ids, f.ID+"-hint")
	}
	if f.Fault != "" {
		ids = append(ids, f.ID+"-fault")
	}
	return strings.Join(ids, " ")
}

// input gives a field to the parts "input", "textarea" and "choices". label is words; more are pairs: type, autocomplete,
// inputmode, hint (words), rows, required ("yes").
func (e *Editor) input(f *form, name, label string, more ...string) (field, error) {
	if f == nil {
		f = filled()
	}
	v := field{ID: "f-" + name, Name: name, Label: e.Say.Say(label, nil), Value: f.values.Get(name), Type: "text", Autocomplete: "off"}
	if i := slices.IndexFunc(f.Faults, func(x fault) bool { return x.Field == name }); i >= 0 {
		v.Fault = f.Faults[i].Text
	}
	for i := 0; i+1 < len(more); i += 2 {
		switch value := more[i+1]; more[i] {
		case "type":
			v.Type = value
		case "autocomplete":
			v.Autocomplete = value
		case "inputmode":
			v.Inputmode = value
		case "hint":
			v.Hint = e.Say.Say(value, nil)
		case "rows":
			if _, err := fmt.Sscan(value, &v.Rows); err != nil {
				return v, err
			}
		case "required":
			v.Required = value == "yes"
		default:
			return v, fmt.Errorf("field %s: %q is nothing a field has", name, more[i])
		}
	}
	if v.Type == "password" {
		v.Value = "" // is never sent back
	}
	return v, nil
}

// choose is input for a choice of several; what was chosen before stays so.
func (e *Editor) choose(f *form, name, label, kind string, of []choice, more ...string) (field, error) {
	v, err := e.input(f, name, label, append(more, "type", kind)...)
	for _, c := range of {
		c.Chosen = c.Chosen || f != nil && slices.Contains(f.values[name], c.Value)
		v.Choices = append(v.Choices, c)
	}
	return v, err
}
