package content

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Bundle is the compiled content: what a device downloads, as canonical JSON (same content, same bytes).
type Bundle struct {
	Guide      []byte
	Texts      map[string][]byte // by locale
	ReviewedOn string
	ReviewBy   string
}

// Compile turns checked content into the bundle.
func Compile(c *Content) (Bundle, error) {
	g := c.Finish()
	b := Bundle{Texts: map[string][]byte{}, ReviewedOn: string(g.ReviewedOn), ReviewBy: string(g.ReviewBy)}
	var err error
	if b.Guide, err = json.Marshal(g); err != nil {
		return Bundle{}, fmt.Errorf("compile the guide: %w", err)
	}
	for locale, messages := range c.Texts {
		text := TextBundle{Locale: locale, Messages: messages}
		if locale == SourceLocale {
			text.Readings = c.Readings
		}
		if b.Texts[locale], err = json.Marshal(text); err != nil {
			return Bundle{}, fmt.Errorf("compile the text %s: %w", locale, err)
		}
	}
	return b, nil
}

// Finish gives the guide with what follows from the rest of it: its boundaries and the earliest review day.
func (c *Content) Finish() *Guide {
	g := c.Guide
	g.Boundaries = boundaries(&g)
	for _, s := range g.Steps {
		if g.ReviewBy == "" || s.ReviewBy < g.ReviewBy {
			g.ReviewBy = s.ReviewBy
		}
	}
	return &g
}

// boundaries lists every day on which a period begins, or the day after one ends, from the first covered day on.
func boundaries(g *Guide) []Date {
	days := []Date{g.CoversFrom}
	add := func(from, until Date) {
		if from > g.CoversFrom {
			days = append(days, from)
		}
		if until != "" {
			days = append(days, until.Add(1))
		}
	}
	for _, s := range g.Steps {
		for _, p := range s.Periods {
			add(p.From, p.Until)
		}
	}
	for _, r := range g.Timeline {
		for _, p := range r.Periods {
			add(p.From, p.Until)
		}
	}
	for _, p := range g.Explain {
		for _, s := range p.Sections {
			add(s.From, s.Until)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}
