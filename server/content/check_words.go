package content

import (
	"slices"
	"strconv"
	"strings"
)

// checkWords looks for words that promise, blame, mislead or tell a bystander too much.
func checkWords(r *report) {
	for i, f := range r.content.Forbidden {
		at := r.at("words", strconv.Itoa(i))
		switch {
		case f.Word == "":
			r.fault(at, "a forbidden word is empty")
			continue
		case f.Why == "":
			r.fault(at, "the forbidden word %s has no reason: authors need one", f.Word)
		}
		for _, phrase := range f.Allow {
			if !strings.Contains(phrase, f.Word) {
				r.fault(at, "the phrase %s is allowed to contain %s, but does not", phrase, f.Word)
			}
		}
	}
	for _, locale := range []string{SourceLocale, EasyJapanese} { // the words are Japanese: 等 is another word in Chinese
		texts := r.content.Texts[locale]
		for _, id := range sortedKeys(texts) {
			for _, f := range r.content.Forbidden {
				if f.Forbids(id, texts[id]) {
					r.fault(r.textAt(locale, id), "the text %s says %s: %s", id, f.Word, f.Why)
				}
			}
		}
	}
}

func (f ForbiddenWord) appliesTo(id string) bool {
	within := func(prefix string) bool { return strings.HasPrefix(id, prefix) }
	return (len(f.Only) == 0 || slices.ContainsFunc(f.Only, within)) && !slices.ContainsFunc(f.Except, within)
}

// Forbids tells whether a text that stands in the place of a message must not be said.
func (f ForbiddenWord) Forbids(id, text string) bool {
	return f.Word != "" && f.appliesTo(id) && f.standsIn(text)
}

// standsIn looks for the word anywhere but inside an allowed phrase.
func (f ForbiddenWord) standsIn(text string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], f.Word)
		if i < 0 {
			return false
		}
		if !f.allowedAt(text, from+i) {
			return true
		}
		from += i + len(f.Word)
	}
}

// allowedAt tells whether the word at that place is part of an allowed phrase around it.
func (f ForbiddenWord) allowedAt(text string, at int) bool {
	for _, phrase := range f.Allow {
		for inside := 0; ; {
			i := strings.Index(phrase[inside:], f.Word)
			if i < 0 {
				break
			}
			if start := at - inside - i; start >= 0 && strings.HasPrefix(text[start:], phrase) {
				return true
			}
			inside += i + len(f.Word)
		}
	}
	return false
}
