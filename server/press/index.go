package press

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"

	"michishirube/server/content"
	"michishirube/server/editorial/pdf"
)

// index is the page that tells what is in a pack, for people who open it in a browser.
type index struct {
	p      Press
	s      *source
	Groups []group
}

// group are the papers of one leaflet.
type group struct {
	Leaflet content.Leaflet
	Papers  []paper
}

type paper struct {
	File, Language, Format string
	Pages                  int
}

func newIndex(p Press, s *source) *index { return &index{p: p, s: s} }

// add notes a paper. Its pages are counted: a region's words can make one more.
func (x *index) add(s Sheet, file []byte) error {
	pages, fault := pdf.Check(file)
	if fault != "" {
		return fmt.Errorf("what was printed is not a leaflet: %s", fault)
	}
	if n := len(x.Groups); n == 0 || x.Groups[n-1].Leaflet.ID != s.ID {
		x.Groups = append(x.Groups, group{Leaflet: s.leaflet})
	}
	last := &x.Groups[len(x.Groups)-1]
	last.Papers = append(last.Papers, paper{s.File(), x.s.names[s.Languages[0]], x.say("pack.format." + s.Format), pages})
	return nil
}

// page writes the index.
func (x *index) page() ([]byte, error) {
	var out bytes.Buffer
	err := indexPage.Execute(&out, x)
	return out.Bytes(), err
}

// official is an official leaflet of the region in the list.
type official struct {
	File, Title string
	Pages       int
	AddedOn     content.Date
}

// Official lists the official leaflets of the region.
func (x *index) Official() (all []official) {
	for i, f := range x.s.region.Files {
		all = append(all, official{officialFile(i), f.Title, f.Pages, content.Date(f.AddedOn)})
	}
	return all
}

// Title of a leaflet, in Japanese.
func (x *index) Title(id string) string { return x.s.titles[id] }

// Heading says whose leaflets these are.
func (x *index) Heading() string {
	if x.s.code == "" {
		return x.say("pack.national")
	}
	return x.say("pack.region", "name", x.s.region.Name)
}

// About are lines on what the pack is of, and what to mind.
func (x *index) About() []string {
	lines := []string{
		x.say("pack.made", "day", content.DateIn(x.p.Now()).Japanese()),
		x.say("pack.release", "release", x.s.manifest.Release[:min(7, len(x.s.manifest.Release))]),
		x.say("pack.reviewed", "day", content.Date(x.s.manifest.ReviewedOn).Japanese()),
	}
	if x.s.code == "" {
		return append(lines, x.say("pack.without"))
	}
	lines = append(lines, x.say("pack.published", "day", content.Date(x.s.region.On).Japanese()), x.say("pack.with"))
	if lacks := x.Lacks(); lacks != "" {
		lines = append(lines, x.say("pack.lacks", "characters", lacks))
	}
	return lines
}

// Lacks gives the region's characters that the fonts of paper do not have: the machine's own stand in for them.
func (x *index) Lacks() string {
	said := []string{x.s.region.Name}
	for _, v := range x.s.region.Values {
		said = append(said, v.Text)
		if v.Window != nil {
			said = append(said, v.Window.Name, v.Window.Phone, v.Window.Hours)
		}
	}
	return x.p.Paper.Lacks(said...)
}

// Say gives words of the page.
func (x *index) Say(id string) string { return x.say(id) }

// say gives words, filled in with pairs.
func (x *index) say(id string, pairs ...string) string {
	args := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	return x.p.Say(id, args)
}

var indexPage = template.Must(template.New("index").Parse(strings.TrimLeft(`
<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{.Heading}}</title>
<style>body{font-family:sans-serif;margin:2rem;line-height:1.8}table{border-collapse:collapse}th,td{padding:.2rem 1.5rem .2rem 0;text-align:start;vertical-align:top}</style>
<h1>{{.Heading}}</h1>
<ul>{{range .About}}
<li>{{.}}</li>{{end}}
</ul>
{{with .Official}}<h2>{{$.Say "pack.official"}}</h2>
<table>
<tr><th>{{$.Say "pack.column.title"}}</th><th>{{$.Say "pack.column.pages"}}</th><th>{{$.Say "pack.column.added"}}</th></tr>
{{range .}}<tr><td><a href="{{.File}}">{{.Title}}</a></td><td>{{.Pages}}</td><td>{{.AddedOn.Japanese}}</td></tr>
{{end}}</table>
{{end}}{{range .Groups}}<h2>{{$.Title .Leaflet.ID}}</h2>
<p>{{$.Say "pack.version"}} {{.Leaflet.Version.Japanese}}<br>{{$.Say "pack.review_by"}} {{.Leaflet.ReviewBy.Japanese}}</p>
<table>
<tr><th>{{$.Say "pack.column.language"}}</th><th>{{$.Say "pack.column.format"}}</th><th>{{$.Say "pack.column.pages"}}</th></tr>
{{range .Papers}}<tr><td><a href="{{.File}}">{{.Language}}</a></td><td>{{.Format}}</td><td>{{.Pages}}</td></tr>
{{end}}</table>
{{end}}</html>
`, "\n")))
