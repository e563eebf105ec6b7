package content

import (
	"regexp"
	"slices"
	"strings"
)

// checkTranslation proves that no other language says what the Japanese does not, that it says it line by line, so that
// both can stand side by side, and that the term for a counter stands wherever the Japanese has it. What a language does
// not say yet is no fault: see Untranslated.
func checkTranslation(r *report) {
	ja := r.content.Texts[SourceLocale]
	for _, locale := range sortedKeys(r.content.Texts) {
		if locale == SourceLocale {
			continue
		}
		if !slices.ContainsFunc(r.content.Guide.Languages, func(l Language) bool { return l.Tag == locale }) {
			r.fault(Pos{File: languagesFile}, "the language %s has messages but is not listed", locale)
		}
		for _, id := range sortedKeys(r.content.Texts[locale]) {
			source, ok := ja[id]
			switch {
			case !ok:
				r.fault(r.textAt(locale, id), "the text %s is not in %s", id, SourceLocale)
			case !r.content.Covers(locale, id):
				r.fault(r.textAt(locale, id), "the text %s is not said in %s: its readers do not read it", id, locale)
			default:
				r.checkTranslated(locale, id, r.content.Texts[locale][id], source)
			}
		}
	}
}

func (r *report) checkTranslated(locale, id, text, source string) {
	at := r.textAt(locale, id)
	if text == "" {
		r.fault(at, "the text %s is empty", id)
		return
	}
	if got, want := placeholders(text), placeholders(source); !slices.Equal(got, want) {
		r.fault(at, "the text %s has the placeholders %v: want %v", id, got, want)
	}
	if strings.ContainsAny(text, "<>") {
		r.fault(at, "the text %s has < or >: texts carry no markup but lists", id)
	}
	if got, want := lineKinds(text), lineKinds(source); got != want {
		r.fault(at, "the text %s has the lines %s: want %s, as the Japanese (p paragraph, - list item)", id, got, want)
	}
	if r.content.hashes[locale][id] == "" {
		r.fault(at, "the text %s has no hash of its Japanese: run go run ./server/tools/translations stamp %s", id, locale)
	}
	found := tokens(text)
	for _, token := range found {
		if r.content.Guide.term(token) == nil {
			r.fault(at, "the text %s has {%s}: no such term in %s", id, token, glossaryFile)
		}
	}
	if strings.HasPrefix(id, "glossary.") {
		return // a gloss does not explain itself by itself
	}
	for _, term := range r.content.Guide.Terms {
		if strings.Contains(source, term.Term) && !slices.Contains(found, term.ID) {
			r.fault(at, "the text %s lacks {%s}: she must be able to point at %s", id, term.ID, term.Term)
		}
	}
}

func (g *Guide) term(id string) *Term {
	if i := slices.IndexFunc(g.Terms, func(t Term) bool { return t.ID == id }); i >= 0 {
		return &g.Terms[i]
	}
	return nil
}

// lineKinds gives one letter a line: p for a paragraph, - for an item of a list.
func lineKinds(text string) string {
	var kinds strings.Builder
	for line := range strings.Lines(text) {
		switch line = strings.TrimSpace(line); {
		case strings.HasPrefix(line, "- "):
			kinds.WriteByte('-')
		case line != "":
			kinds.WriteByte('p')
		}
	}
	return kinds.String()
}

// token stands for a term in a translation. Doubled braces are placeholders.
var token = regexp.MustCompile(`(?:^|[^{])\{(\w+)\}`)

// tokens lists the terms a text names, sorted, each once.
func tokens(text string) []string {
	var found []string
	for _, m := range token.FindAllStringSubmatch(text, -1) {
		found = append(found, m[1])
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// placeholders lists what a text has filled in, sorted: every {{…}} of it.
func placeholders(text string) []string {
	var found []string
	for rest := text; ; {
		_, after, ok := strings.Cut(rest, "{{")
		if !ok {
			slices.Sort(found)
			return found
		}
		inside, end, _ := strings.Cut(after, "}}")
		found, rest = append(found, strings.TrimSpace(inside)), end
	}
}
