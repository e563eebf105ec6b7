package content

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// checkText proves that every word the guidance needs is there in the source language, and that none is left over.
func checkText(r *report) {
	w := wordingOf(r.content)
	ja := r.content.Texts[SourceLocale]
	for _, need := range w.needed {
		if !slices.ContainsFunc(need.ids, func(id string) bool { _, ok := ja[id]; return ok }) {
			r.fault(r.at(need.owner.kind, need.owner.name), "%s has no text %s", need.owner, need.ids[0])
		}
	}
	for _, id := range sortedKeys(ja) {
		at := r.textAt(SourceLocale, id)
		area, _, _ := strings.Cut(id, ".")
		switch ours := slices.Contains(guidanceAreas(), area); {
		case ours && !w.known[id]:
			r.fault(at, "the text %s is needed by nothing", id)
		case ours && !w.filled[id] && strings.Contains(ja[id], "{{"):
			r.fault(at, "the text %s has a placeholder: guidance is never filled in", id)
		}
		if ja[id] == "" {
			r.fault(at, "the text %s is empty", id)
		}
		if strings.ContainsAny(ja[id], "<>") {
			r.fault(at, "the text %s has < or >: texts carry no markup but lists", id)
		}
	}
	for id, most := range w.longest {
		if n := utf8.RuneCountInString(ja[id]); n > most {
			r.fault(r.textAt(SourceLocale, id), "the text %s has %d characters: want at most %d", id, n, most)
		}
	}
}

// guidanceAreas lists the first parts of the message IDs that follow from the content. What else there is, such as ui,
// belongs to the screens, which check it themselves.
func guidanceAreas() []string {
	return []string{"option", "fact", "step", "desk", "route", "explain", "timeline", "checklist", "helpline", "glossary", "leaflet", "page", "local", "practice", "changes", "accessibility"}
}

// textAt gives the place of a message.
func (r *report) textAt(locale, id string) Pos {
	return r.content.at("text "+locale+" "+id, locale+".toml")
}
