package content

// wording is the text the guidance needs in the source language: which messages must be there, and which may.
type wording struct {
	needed  []neededText
	known   map[string]bool
	filled  map[string]bool // messages that have placeholders
	longest map[string]int  // characters a message may have, where its place on the screen is small
}

// neededText must be said under one of the IDs, the first of which is the plain one to ask for.
type neededText struct {
	owner owner
	ids   []string
}

func (w *wording) need(by owner, ids ...string) {
	w.needed = append(w.needed, neededText{by, ids})
	w.may(ids...)
}

func (w *wording) may(ids ...string) {
	for _, id := range ids {
		w.known[id] = true
	}
}

// wordingOf derives the messages from the content; the contract of IDs is this function.
func wordingOf(c *Content) *wording {
	w := &wording{known: map[string]bool{}, filled: map[string]bool{}, longest: map[string]int{}}
	w.may("option.dont_know")
	for _, f := range c.Guide.Facts {
		w.fact(f)
	}
	for _, s := range c.Guide.Steps {
		w.step(s, c.Texts[SourceLocale])
	}
	for _, d := range c.Guide.Desks {
		w.parts(owner{"desk", d.ID}, "desk."+d.ID+".", "name", "note")
	}
	for _, r := range c.Guide.Routes {
		w.parts(owner{"route", r.ID}, "route."+r.ID+".", "name", "window", "mail", "say")
		w.may("route." + r.ID + ".bring")
	}
	for _, id := range c.Helplines {
		w.parts(owner{"helpline", id}, "helpline."+id+".", "name", "hours", "cost", "for")
		w.may("helpline." + id + ".limits")
	}
	w.pages(&c.Guide)
	for _, t := range c.Guide.Terms {
		w.need(owner{"term", t.ID}, "glossary."+t.ID)
	}
	for _, p := range c.Guide.Practice {
		w.parts(owner{"practice", p.ID}, "practice."+p.ID+".", "title", "story", "learn")
		w.may("practice." + p.ID + ".day")
	}
	for _, change := range c.Guide.Changes {
		w.parts(owner{"change", change.ID}, "changes."+change.ID+".", "title", "body")
	}
	for _, criterion := range c.Guide.Accessibility.Criteria {
		if criterion.Note != "" {
			w.need(owner{"criterion", criterion.ID}, "accessibility.note."+criterion.Note)
		}
	}
	for _, f := range c.Guide.Local {
		w.parts(owner{"local", f.ID}, "local."+f.ID+".", append([]string{"label"}, f.Options...)...)
	}
	w.leaflets(c)
	return w
}

// parts needs each of the fields below the prefix.
func (w *wording) parts(by owner, prefix string, fields ...string) {
	for _, field := range fields {
		w.need(by, prefix+field)
	}
}

func (w *wording) fact(f Fact) {
	by, prefix := owner{"fact", f.ID}, "fact."+f.ID+"."
	w.parts(by, prefix, "short", "ask", "why", "how")
	w.longest[prefix+"short"] = 8
	for _, o := range f.Options {
		if o == DontKnow {
			w.need(by, "option.dont_know")
			w.need(by, prefix+"unsure")
			continue
		}
		w.need(by, prefix+"opt."+o)
		w.may(prefix + "hint." + o)
	}
}

// step needs its words in every period: those of the period's variant, else its own. Words of its own that every
// period's variant replaces are shown on no day, so they are not known.
func (w *wording) step(s Step, said map[string]string) {
	by, prefix := owner{"step", s.ID}, "step."+s.ID+"."
	fields := map[string]bool{ // true: required
		"title": true, "do": true, "say": true, "bring": false, "watch": false,
		"phone": s.Kind == "ask_insurer" || s.Kind == "refer",
	}
	for _, field := range sortedKeys(fields) {
		for _, p := range s.Periods {
			ids := []string{prefix + field}
			if p.Variant != "" {
				ids = append(ids, prefix+p.Variant+"."+field)
				w.may(ids[1])
			}
			_, replaced := said[ids[len(ids)-1]]
			if p.Variant == "" || !replaced {
				w.may(ids[0])
			}
			if fields[field] {
				w.needed = append(w.needed, neededText{by, ids})
			}
			if field == "title" {
				for _, id := range ids {
					w.longest[id] = 24
				}
			}
		}
	}
	w.variants(by, prefix, s)
}

// variants needs each variant of a step to say something of its own; else it is a slip of the pen.
func (w *wording) variants(by owner, prefix string, s Step) {
	for _, p := range s.Periods {
		if p.Variant == "" {
			continue
		}
		var ids []string
		for _, field := range []string{"title", "do", "say", "phone", "bring", "watch"} {
			ids = append(ids, prefix+p.Variant+"."+field)
		}
		w.needed = append(w.needed, neededText{by, ids})
	}
}

func (w *wording) pages(g *Guide) {
	for _, p := range g.Explain {
		w.parts(owner{"page", p.ID}, "explain."+p.ID+".", "title", "lead")
		for _, row := range p.Rows {
			w.parts(owner{"page", p.ID + " " + row.ID}, "explain."+p.ID+".row."+row.ID+".", "label", "self_info", "non_disclosure")
		}
		for _, s := range p.Sections {
			prefix := "explain." + p.ID + "." + s.ID + "."
			w.parts(owner{"page", p.ID + " " + s.ID}, prefix, "title", "body")
			w.may(prefix + "say")
		}
	}
	for _, row := range g.Timeline {
		by, prefix := owner{"timeline", row.ID}, "timeline."+row.ID+"."
		w.need(by, prefix+"name")
		for _, p := range row.Periods {
			w.need(by, prefix+p.Variant)
		}
	}
	for _, list := range g.Checklists {
		prefix := "checklist." + list.ID + "."
		w.parts(owner{"checklist", list.ID}, prefix, "title", "lead")
		for _, i := range list.Items {
			w.need(owner{"checklist", list.ID + " " + i.ID}, prefix+"item."+i.ID)
		}
	}
}
