package content

import (
	"slices"
	"strings"
)

// checkLeaflets proves that every paper can be printed on every day, in a form we know, with the lines it names, and that
// nothing on a neutral one, or on the page for her own phone, tells a bystander what it is about.
func checkLeaflets(r *report) {
	seen := map[string]bool{}
	for _, l := range r.content.Leaflets {
		at := r.at("leaflet", l.ID)
		if seen[l.ID] || !name.MatchString(l.ID) {
			r.fault(at, "the leaflet %q needs a name of its own in small letters", l.ID)
		}
		seen[l.ID] = true
		if !slices.Contains(leafletAudiences, l.Audience) {
			r.fault(at, "leaflet %s is for %q: want one of %v", l.ID, l.Audience, leafletAudiences)
		}
		if len(l.Formats) == 0 {
			r.fault(at, "leaflet %s has no format", l.ID)
		}
		for _, f := range l.Formats {
			if !slices.Contains(leafletFormats, f) {
				r.fault(at, "leaflet %s has the format %q: want one of %v", l.ID, f, leafletFormats)
			}
		}
		if l.ReviewBy <= l.Version {
			r.fault(at, "leaflet %s is due for review on %s, not after its version %s", l.ID, l.ReviewBy, l.Version)
		}
		for _, b := range l.Blocks {
			r.checkBlock(l, b)
		}
		for _, day := range boundaries(&r.content.Guide) {
			if !slices.ContainsFunc(l.Blocks, func(b LeafletBlock) bool { return b.On(day) && b.Kind != "boxes" && b.Kind != "link" }) {
				r.fault(at, "leaflet %s says nothing on %s", l.ID, day)
			}
		}
	}
	r.checkNeutral()
}

func (r *report) checkBlock(l Leaflet, b LeafletBlock) {
	what := l.ID + " " + b.ID
	at := r.at("leaflet", what)
	if !slices.Contains(leafletKinds, b.Kind) {
		r.fault(at, "block %s is of kind %q: want one of %v", what, b.Kind, leafletKinds)
	}
	if b.Until != "" && b.Until < b.From {
		r.fault(at, "block %s ends on %s, before it begins", what, b.Until)
	}
	parts := []struct {
		kind string
		n    int
	}{{"compare", len(b.Rows)}, {"boxes", len(b.Fields)}, {"lines", len(b.Helplines)}}
	for _, p := range parts {
		if (b.Kind == p.kind) != (p.n > 0) {
			r.fault(at, "block %s of kind %s has %d parts of kind %s", what, b.Kind, p.n, p.kind)
		}
	}
	for _, line := range b.Helplines {
		if !slices.Contains(r.content.Helplines, line) {
			r.fault(at, "block %s names the line %s, which the directory does not have", what, line)
		}
	}
	for locale, texts := range r.content.Texts {
		body := texts["leaflet."+l.ID+"."+b.ID+".body"]
		if b.Kind == "steps" && strings.Contains(lineKinds(body), "p") {
			r.fault(r.textAt(locale, "leaflet."+l.ID+"."+b.ID+".body"), "the steps of %s have a line that is no item: want lines with - only", what)
		}
	}
}

// checkNeutral looks for telling words on the neutral leaflets and on the page for her own phone. The official terms tell
// in every language.
func (r *report) checkNeutral() {
	prefixes := []string{"page."}
	for _, l := range r.content.Leaflets {
		if l.Neutral {
			prefixes = append(prefixes, "leaflet."+l.ID+".")
		}
	}
	for _, language := range r.content.Guide.Languages {
		if len(r.content.Leaflets) > 0 && len(r.content.NeutralWords[language.Tag]) == 0 {
			r.fault(Pos{File: neutralFile}, "no telling words are listed for %s", language.Tag)
		}
		texts := r.content.Texts[language.Tag]
		for _, id := range sortedKeys(texts) {
			if !slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(id, p) }) {
				continue
			}
			if word := r.content.tellingWord(language.Tag, texts[id]); word != "" {
				r.fault(r.textAt(language.Tag, id), "the text %s says %q, which tells a bystander too much", id, word)
			}
		}
	}
}

// tellingWord gives a word of the text that tells too much; "" when there is none.
func (c *Content) tellingWord(locale, text string) string {
	// Words that must stand apart are listed with a space before them.
	folded := " " + strings.ToLower(strings.Join(strings.Fields(text), " ")) + " "
	for _, word := range c.NeutralWords[locale] {
		if strings.Contains(folded, strings.ToLower(word)) {
			return word
		}
	}
	for _, term := range c.Guide.Terms {
		if flagTerm := term.ID != "certificate" && term.ID != "notice" && term.ID != "myna"; flagTerm {
			if strings.Contains(text, term.Term) || strings.Contains(text, "{"+term.ID+"}") {
				return term.Term
			}
		}
	}
	return ""
}
