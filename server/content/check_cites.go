package content

import (
	"fmt"
	"slices"
)

// citation is what a part of the content rests on.
type citation struct {
	at    Pos
	what  string
	rule  bool // it says what holds or what to do, not only what people met with
	cites []Cite
}

// citations lists every part of the content that must rest on something.
func (c *Content) citations() []citation {
	r := report{content: c}
	var all []citation
	for _, s := range c.Guide.Steps {
		for _, p := range s.Periods {
			all = append(all, citation{r.at("step", s.ID), fmt.Sprintf("step %s from %s", s.ID, p.From), true, p.Cites})
		}
	}
	for _, route := range c.Guide.Routes {
		all = append(all, citation{r.at("route", route.ID), "route " + route.ID, true, route.Cites})
	}
	for _, p := range c.Guide.Explain {
		for _, row := range p.Rows {
			all = append(all, citation{r.at("page", p.ID+" "+row.ID), "row " + row.ID + " of " + p.ID, true, row.Cites})
		}
		for _, s := range p.Sections {
			all = append(all, citation{r.at("page", p.ID+" "+s.ID), "section " + s.ID + " of " + p.ID, false, s.Cites})
		}
	}
	for _, row := range c.Guide.Timeline {
		for _, p := range row.Periods {
			all = append(all, citation{r.at("timeline", row.ID), fmt.Sprintf("timeline %s from %s", row.ID, p.From), true, p.Cites})
		}
	}
	for _, list := range c.Guide.Checklists {
		for _, i := range list.Items {
			all = append(all, citation{r.at("checklist", list.ID+" "+i.ID), "item " + i.ID + " of " + list.ID, false, i.Cites})
		}
	}
	for _, l := range c.Leaflets {
		for _, b := range l.Blocks {
			if b.Kind == "text" || b.Kind == "steps" || b.Kind == "compare" {
				all = append(all, citation{r.at("leaflet", l.ID+" "+b.ID), "block " + b.ID + " of leaflet " + l.ID, true, b.Cites})
			}
		}
	}
	return all
}

// checkCites proves that everything said can be traced: to a source, in the notice to the place, and no rule to
// experience alone.
func checkCites(r *report) {
	g := &r.content.Guide
	used := map[string]bool{}
	for _, c := range r.content.citations() {
		if len(c.cites) == 0 {
			r.fault(c.at, "%s cites no source", c.what)
		}
		onlyExperience := c.rule && len(c.cites) > 0
		for i, cite := range c.cites {
			used[cite.Source] = true
			source := g.source(cite.Source)
			onlyExperience = onlyExperience && source != nil && source.Confidence == "community"
			if source != nil && source.Confidence == "notice" && cite.Place == "" {
				r.fault(c.at, "%s cites the notice %s without a place: want %s#place", c.what, cite.Source, cite.Source)
			}
			if slices.Contains(c.cites[:i], cite) {
				r.fault(c.at, "%s cites %s twice", c.what, cite)
			}
		}
		if onlyExperience {
			r.fault(c.at, "%s rests on sources of confidence `community` alone: experience is not a rule", c.what)
		}
	}
	for _, s := range g.Sources {
		if !used[s.ID] {
			r.fault(r.at("source", s.ID), "source %s is cited by nothing", s.ID)
		}
	}
}
