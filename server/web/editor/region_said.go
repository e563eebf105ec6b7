package editor

import (
	"fmt"
	"slices"

	"michishirube/server/content"
	"michishirube/server/editorial"
)

// saidRow is one line of what a region says in a field: its name, if the field has several, and the words.
type saidRow struct{ Label, Text string }

// said writes a value out, in Japanese; nil stands for nothing said, where the national text stands alone.
func (p *regionPages) said(field string, v *editorial.Value) []saidRow {
	switch {
	case v == nil:
		return nil
	case v.Window != nil:
		return p.window(*v.Window)
	case v.Choice != "":
		return []saidRow{{"", p.Content.Plain(content.SourceLocale, "local."+field+"."+v.Choice)}}
	}
	return []saidRow{{"", v.Text}}
}

func (p *regionPages) window(w editorial.Window) []saidRow {
	verified := p.say("editor.region.window.never")
	if w.VerifiedOn != "" {
		verified = day(w.VerifiedOn)
	}
	var rows []saidRow
	for _, part := range []struct{ id, text string }{
		{"name", w.Name}, {"phone", w.Phone}, {"hours", w.Hours}, {"note", w.Note}, {"verified_on", verified},
	} {
		if part.text != "" {
			rows = append(rows, saidRow{p.say("editor.region.window." + part.id), part.text})
		}
	}
	return rows
}

// changeRow is what differs in one field.
type changeRow struct {
	Field, Label  string
	Before, After []saidRow
}

// changed writes differences out.
func (p *regionPages) changed(changes []editorial.Change) []changeRow {
	var rows []changeRow
	for _, c := range changes {
		row := changeRow{Field: c.Field, Label: p.label(c.Field), Before: p.said(c.Field, c.Before), After: p.said(c.Field, c.After)}
		if c.File != nil {
			text := []saidRow{{"", p.fileLine(*c.File)}}
			if c.Before != nil {
				row.Before = text
			} else {
				row.After = text
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func (p *regionPages) fileLine(f editorial.File) string {
	return p.say("editor.region.files.line", "title", f.Title, "pages", f.Pages, "size", size(f.Bytes))
}

// whole writes an edition out.
func (p *regionPages) whole(e editorial.Edition) []changeRow {
	return p.changed(editorial.Diff(p.Content, editorial.Edition{}, e))
}

// issueRow is a fault of a draft, in words, and where it is mended.
type issueRow struct{ Field, Label, Text string }

// told writes faults out.
func (p *regionPages) told(issues []editorial.Issue) []issueRow {
	var rows []issueRow
	for _, i := range issues {
		rows = append(rows, issueRow{i.Field, p.label(i.Field), p.issue(i)})
	}
	return rows
}

func (p *regionPages) issue(i editorial.Issue) string {
	var pairs []any
	for k, v := range i.Args {
		pairs = append(pairs, k, v)
	}
	text := p.say("editor.fault."+i.Code, pairs...)
	if part := "editor.region.window." + i.Part; i.Part != "" && p.Say.Has(part) {
		return p.say(part) + ": " + text // several parts stand on one page
	}
	return text
}

// groups are the parts in which fields are listed.
func groups() []string { return []string{"windows", "practice", "forms", "leaflet"} }

func groupOf(f content.LocalField) string {
	switch {
	case f.Kind == "window":
		return "windows"
	case f.Kind == "choice":
		return "practice"
	case len(f.Steps) > 0:
		return "forms"
	}
	return "leaflet"
}

// fieldRow is a field in a list.
type fieldRow struct {
	ID, Label                    string
	Said                         []saidRow
	Changed, Review, Due, Faulty bool
}

type fieldGroup struct {
	Title  string
	Fields []fieldRow
}

// grouped lists the fields with what the draft says.
func (p *regionPages) grouped(s regionState) []fieldGroup {
	var all []fieldGroup
	for _, g := range groups() {
		group := fieldGroup{Title: p.say("editor.region.group." + g)}
		for _, f := range p.Content.Guide.Local {
			if groupOf(f) != g {
				continue
			}
			row := fieldRow{
				ID: f.ID, Label: p.label(f.ID),
				Changed: slices.ContainsFunc(s.Changes, func(c editorial.Change) bool { return c.Field == f.ID }),
				Review:  slices.Contains(s.Review, f.ID), Due: slices.Contains(s.Due, f.ID),
				Faulty: slices.ContainsFunc(s.Issues, func(i editorial.Issue) bool { return i.Field == f.ID }),
			}
			if v, ok := s.Draft.Edition.Values[f.ID]; ok {
				row.Said = p.said(f.ID, &v)
			}
			group.Fields = append(group.Fields, row)
		}
		all = append(all, group)
	}
	return all
}

// lacks gives the characters of a value that leaflets take from the fonts of the machine that prints: the fonts of paper do
// not have them.
func (p *regionPages) lacks(f content.LocalField, v editorial.Value) string {
	switch {
	case v.Window != nil:
		return p.Paper.Lacks(v.Window.Name, v.Window.Phone, v.Window.Hours)
	case len(f.Leaflets) > 0:
		return p.Paper.Lacks(v.Text)
	}
	return ""
}

// lacking lists the fields of an edition with such characters, and the name of the region.
func (p *regionPages) lacking(r editorial.Region, e editorial.Edition) (rows []saidRow) {
	if lacks := p.Paper.Lacks(r.Name); lacks != "" {
		rows = append(rows, saidRow{p.say("editor.region.settings.name"), lacks})
	}
	for _, f := range p.Content.Guide.Local {
		if lacks := p.lacks(f, e.Values[f.ID]); lacks != "" {
			rows = append(rows, saidRow{p.label(f.ID), lacks})
		}
	}
	return rows
}

// size writes how large a file is.
func size(bytes int) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%dKB", (bytes+1023)/1024)
	}
	return fmt.Sprintf("%.1fMB", float64(bytes)/(1<<20))
}
