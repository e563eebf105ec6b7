package content

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Bundle is the compiled content: the blobs a device downloads, by name, as canonical JSON (same content, same bytes).
type Bundle struct {
	Blobs      map[string][]byte
	ReviewedOn string
	ReviewBy   string
}

// Compile turns checked content into the bundle.
func Compile(c *Content) (Bundle, error) {
	g := c.Finish()
	b := Bundle{Blobs: map[string][]byte{}, ReviewedOn: string(g.ReviewedOn), ReviewBy: string(g.ReviewBy)}
	parts := map[string]any{"guide": g, "leaflets": LeafletBundle{Leaflets: c.FinishLeaflets()}}
	for locale := range c.Texts {
		for group, text := range c.textBundles(locale) {
			parts[group+"."+locale] = text
		}
	}
	for _, p := range c.pages() {
		parts[groupPage+"."+p.Locale] = p
	}
	for name, part := range parts {
		data, err := json.Marshal(part)
		if err != nil {
			return Bundle{}, fmt.Errorf("compile %s: %w", name, err)
		}
		b.Blobs[name] = data
	}
	return b, nil
}

// textBundles gives the words of a language by group. Readings go with the Japanese that every device holds.
func (c *Content) textBundles(locale string) map[string]*TextBundle {
	bundles := map[string]*TextBundle{}
	for _, id := range sortedKeys(c.Texts[locale]) {
		group := groupOf(id)
		if group == groupPage {
			continue
		}
		text := bundles[group]
		if text == nil {
			text = &TextBundle{Locale: locale, Messages: map[string]string{}}
			bundles[group] = text
		}
		text.Messages[id] = c.Texts[locale][id]
		if c.translationOf(locale, id) == stale {
			text.Stale = append(text.Stale, id)
		}
	}
	if text := bundles[groupClient]; text != nil && locale == SourceLocale {
		text.Readings = c.Readings
	}
	return bundles
}

// Finish gives the guide with what follows from the rest of it: its boundaries and the earliest review day.
func (c *Content) Finish() *Guide {
	g := c.Guide
	g.Boundaries = boundaries(&g)
	g.Languages = c.languages()
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
