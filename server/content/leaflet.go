package content

import (
	"slices"
	"strings"
)

// Leaflet is one paper. Its words are leaflet.<id>.*; it is printed as the rules stand on the day of printing.
type Leaflet struct {
	ID        string         `json:"id"`
	Audience  string         `json:"audience" ts:"Audience"` // who reads it, which settles the languages it needs
	Version   Date           `json:"version"`                // the day its words last changed
	ReviewBy  Date           `json:"review_by"`              // past it, the paper prints a warning
	Formats   []string       `json:"formats" ts:"Format[]"`  // the likeliest first
	Neutral   bool           `json:"neutral,omitempty"`      // nothing on it may tell a bystander what it is about
	Blocks    []LeafletBlock `json:"blocks"`
	Languages []string       `json:"languages"` // those it can be printed in: whole, and of the Japanese as it is now
}

// LeafletBlock is one part of a leaflet. With days, it is printed on those days only.
type LeafletBlock struct {
	ID        string   `json:"id"`
	Kind      string   `json:"kind" ts:"LeafletBlockKind"`
	From      Date     `json:"from,omitempty"`
	Until     Date     `json:"until,omitempty"`
	Rows      []string `json:"rows,omitempty"`      // compare: <row>.label, .self_info and .non_disclosure
	Fields    []string `json:"fields,omitempty"`    // boxes to write in by hand: leaflet.box.<field>
	Helplines []string `json:"helplines,omitempty"` // lines: ids in the directory
	Cites     []Cite   `json:"cites,omitempty"`
}

// LeafletBundle is the blob "leaflets".
type LeafletBundle struct {
	Leaflets []Leaflet `json:"leaflets"`
}

// What the closed sets of the leaflets hold.
var (
	leafletAudiences = []string{"client", "staff", "partner"}
	leafletFormats   = []string{"a4", "a5", "card", "sticker"}
	leafletKinds     = []string{"text", "steps", "compare", "boxes", "lines", "link"}
)

// LeafletFormats lists the formats: A4; A4 printed on one side and folded to A5; cards of 91×55 mm, ten to an A4; stickers
// of 60×100 mm.
func LeafletFormats() []string { return slices.Clone(leafletFormats) }

// LeafletAudiences lists who a leaflet is for: the client, the counselor, or groups and windows that pass things on.
func LeafletAudiences() []string { return slices.Clone(leafletAudiences) }

// LeafletBlockKinds lists what a block can be.
func LeafletBlockKinds() []string { return slices.Clone(leafletKinds) }

// On tells whether the block is printed on a day.
func (b LeafletBlock) On(day Date) bool {
	return (b.From == "" || b.From <= day) && (b.Until == "" || day <= b.Until)
}

// leafletLocales lists the languages that should have a message of a leaflet: those its readers read. What all leaflets
// share is needed in every language.
func (c *Content) leafletLocales(id string) []string {
	name, _, _ := strings.Cut(strings.TrimPrefix(id, "leaflet."), ".")
	audience := "client"
	for _, l := range c.Leaflets {
		if l.ID == name {
			audience = l.Audience
		}
	}
	switch audience {
	case "staff":
		return CounselorLocales()
	case "partner":
		return []string{SourceLocale}
	}
	tags := make([]string, len(c.Guide.Languages))
	for i, l := range c.Guide.Languages {
		tags[i] = l.Tag
	}
	return tags
}

// FinishLeaflets gives the leaflets with the languages each can be printed in. Half a translation, or one of a Japanese
// that has changed, is not printed: nobody stands beside a paper to say what is wrong with it.
func (c *Content) FinishLeaflets() []Leaflet {
	all := slices.Clone(c.Leaflets)
	for i := range all {
		l := &all[i]
		l.Languages = []string{}
		for _, tag := range c.leafletLocales("leaflet." + l.ID + ".") {
			if c.whole(tag, "leaflet."+l.ID+".", "leaflet.box.", "leaflet.foot.", "leaflet.link.", "glossary.", "helpline.") {
				l.Languages = append(l.Languages, tag)
			}
		}
	}
	return all
}

// whole tells whether a language says everything below the prefixes, as the Japanese is now.
func (c *Content) whole(tag string, prefixes ...string) bool {
	for id := range c.Texts[SourceLocale] {
		below := slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(id, p) })
		if below && c.translationOf(tag, id) != translated {
			return false
		}
	}
	return true
}
