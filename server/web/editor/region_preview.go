package editor

import (
	"net/http"
	"slices"

	"github.com/labstack/echo/v4"

	"michishirube/server/content"
	"michishirube/server/directory/master"
	"michishirube/server/editorial"
)

// textLine is a stretch of text in one language.
type textLine struct {
	Label, Text, Lang string
	Region            bool // the region's own words
	Changed           bool // they differ from what is in force
}

// previewBlock is a step, a desk or a leaflet as it will be read.
type previewBlock struct {
	Title  textLine
	Lines  []textLine
	NotOn  bool // not shown on that day
	NotIn  bool // not printed in that language
	Region []textLine
}

// previewData is what the preview shows.
type previewData struct {
	Form                *form
	Languages, Leaflets []choice
	Language, Day       string
	All                 bool // everything the region says, not only what differs
	Steps, Desks        []previewBlock
	Leaflet             *previewBlock
}

// preview shows what will be read where the draft differs from what is in force: the national words in a language and on
// a day, and the region's own beside them.
func (p *regionPages) preview(c echo.Context) error {
	s, err := p.state(c)
	if err != nil {
		return err
	}
	f := filled("day", c.QueryParam("day"), "language", c.QueryParam("language"), "leaflet", c.QueryParam("leaflet"), "all", c.QueryParam("all"))
	status := http.StatusOK
	day := p.today()
	if typed := f.get("day"); typed == "" {
		f.values.Set("day", day.Reiwa())
	} else if read, ok := master.Day(typed); !ok {
		f.fault("day", p.say("editor.region.day.wrong", "value", typed))
		status = http.StatusUnprocessableEntity
	} else if day = content.Date(read); day < p.Content.Guide.CoversFrom {
		f.fault("day", p.say("editor.region.preview.early"))
		status, day = http.StatusUnprocessableEntity, p.today()
	}
	d := previewData{Form: f, Day: string(day), Language: content.SourceLocale, All: f.get("all") == "yes" || len(s.Changes) == 0}
	for _, l := range p.Content.Guide.Languages {
		d.Languages = append(d.Languages, choice{Value: l.Tag, Label: l.Name, Chosen: false})
		if l.Tag == f.get("language") {
			d.Language = l.Tag
		}
	}
	f.values.Set("language", d.Language)
	r := &reading{p: p, language: d.Language, day: day, edition: s.Draft.Edition, changed: map[string]bool{}}
	for _, c := range s.Changes {
		r.changed[c.Field] = true
	}
	shown := r.fields(d.All)
	d.Steps, d.Desks = r.steps(shown), r.desks(shown)
	d.Leaflets, d.Leaflet = r.leaflet(shown, f)
	return p.page(c, status, "region_preview", d)
}

// reading is how a draft is read in a language on a day.
type reading struct {
	p        *regionPages
	language string
	day      content.Date
	edition  editorial.Edition
	changed  map[string]bool
}

// fields lists the fields to show: those that differ, or all that say something.
func (r *reading) fields(all bool) []content.LocalField {
	var shown []content.LocalField
	for _, f := range r.p.Content.Guide.Local {
		if _, said := r.edition.Values[f.ID]; r.changed[f.ID] || all && said {
			shown = append(shown, f)
		}
	}
	return shown
}

// own gives the region's words in the fields for which shown holds, as they stand below the national ones.
func (r *reading) own(here func(content.LocalField) bool) []textLine {
	var lines []textLine
	for _, f := range r.p.Content.Guide.Local {
		v, said := r.edition.Values[f.ID]
		if !said || !here(f) {
			continue
		}
		line := r.national("local." + f.ID + ".label")
		line.Label, line.Text, line.Region, line.Changed = line.Text, "", true, r.changed[f.ID]
		switch {
		case v.Choice != "":
			words := r.national("local." + f.ID + "." + v.Choice)
			line.Text, line.Lang = words.Text, words.Lang
		case v.Window != nil:
			line.Lang = content.SourceLocale
			for _, row := range r.p.window(*v.Window) {
				line.Text += row.Label + " " + row.Text + "\n"
			}
		default:
			line.Text, line.Lang = v.Text, content.SourceLocale
		}
		lines = append(lines, line)
	}
	return lines
}

// national gives a message in the language, or in Japanese where the language lacks it, as a device does.
func (r *reading) national(id string) textLine { return r.p.inLanguage(r.language, id) }

func (p *regionPages) inLanguage(language, id string) textLine {
	if _, ok := p.Content.Texts[language][id]; !ok {
		language = content.SourceLocale
	}
	return textLine{Text: p.Content.Plain(language, id), Lang: language}
}

func (r *reading) steps(shown []content.LocalField) []previewBlock {
	var blocks []previewBlock
	for _, s := range r.p.Content.Guide.Steps {
		here := func(f content.LocalField) bool { return slices.Contains(f.Steps, s.ID) }
		if !slices.ContainsFunc(shown, here) {
			continue
		}
		period, on := periodOn(s, r.day)
		if !on {
			period = s.Periods[len(s.Periods)-1]
		}
		block := previewBlock{Title: r.p.stepText(r.language, s, period, "title"), NotOn: !on}
		for _, field := range []string{"do", "say", "phone", "bring", "watch"} {
			if line := r.p.stepText(r.language, s, period, field); on && line.Text != "" {
				line.Label = r.p.say("editor.region.step." + field)
				block.Lines = append(block.Lines, line)
			}
		}
		block.Region = r.own(here)
		blocks = append(blocks, block)
	}
	return blocks
}

// periodOn gives the period of a step in which a day lies.
func periodOn(s content.Step, day content.Date) (content.Period, bool) {
	for _, p := range s.Periods {
		if p.From <= day && (p.Until == "" || day <= p.Until) {
			return p, true
		}
	}
	return content.Period{}, false
}

// stepText gives words of a step as they are in a period.
func (p *regionPages) stepText(language string, s content.Step, period content.Period, field string) textLine {
	id := "step." + s.ID + "." + field
	if dated := "step." + s.ID + "." + period.Variant + "." + field; period.Variant != "" && p.Content.Texts[content.SourceLocale][dated] != "" {
		id = dated
	}
	return p.inLanguage(language, id)
}

func (r *reading) desks(shown []content.LocalField) []previewBlock {
	var blocks []previewBlock
	for _, f := range shown {
		if f.Desk == "" {
			continue
		}
		note := r.national("desk." + f.Desk + ".note")
		blocks = append(blocks, previewBlock{
			Title: r.national("desk." + f.Desk + ".name"), Lines: []textLine{note},
			Region: r.own(func(g content.LocalField) bool { return g.ID == f.ID }),
		})
	}
	return blocks
}

// leaflet gives the papers that carry one of the fields, and the text of the one that was chosen.
func (r *reading) leaflet(shown []content.LocalField, f *form) ([]choice, *previewBlock) {
	var choices []choice
	var chosen *content.Leaflet
	for i, l := range r.p.leaflets {
		if !slices.ContainsFunc(shown, func(f content.LocalField) bool { return prints(f, l) }) {
			continue
		}
		choices = append(choices, choice{Value: l.ID, Label: r.p.japanese("leaflet." + l.ID + ".title")})
		if chosen == nil || l.ID == f.get("leaflet") {
			chosen = &r.p.leaflets[i]
		}
	}
	if chosen == nil {
		return nil, nil
	}
	f.values.Set("leaflet", chosen.ID)
	block := &previewBlock{
		Title: r.national("leaflet." + chosen.ID + ".title"), NotIn: !slices.Contains(chosen.Languages, r.language),
		Region: r.own(func(f content.LocalField) bool { return prints(f, *chosen) }),
	}
	if !block.NotIn {
		text := r.p.Content.LeafletText(*chosen, content.LeafletPrint{Language: r.language, Day: r.day, Numbers: r.p.numbers()})
		block.Lines = []textLine{{Text: text, Lang: r.language}}
	}
	return choices, block
}

// numbers gives the national lines, for papers.
func (p *regionPages) numbers() map[string]string {
	numbers := map[string]string{}
	if p.Intake.Directory == nil {
		return numbers
	}
	for _, h := range p.Intake.Directory.Helplines {
		numbers[h.ID] = h.Number
	}
	return numbers
}
