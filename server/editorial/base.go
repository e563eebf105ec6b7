package editorial

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"michishirube/server/content"
)

// Word is one national message a field stands beside.
type Word struct{ ID, Text string }

// Beside lists the national words a field stands beside: the Japanese of its heading and choices, of its desk and of its
// steps on any of their days. Whoever wrote the field had those in mind.
func Beside(c *content.Content, f content.LocalField) []Word {
	var words []Word
	say := func(id string) {
		if text, ok := c.Texts[content.SourceLocale][id]; ok {
			words = append(words, Word{id, text})
		}
	}
	say("local." + f.ID + ".label")
	for _, o := range f.Options {
		say("local." + f.ID + "." + o)
	}
	if f.Desk != "" {
		say("desk." + f.Desk + ".name")
		say("desk." + f.Desk + ".note")
	}
	for _, id := range f.Steps {
		for _, s := range c.Guide.Steps {
			if s.ID != id {
				continue
			}
			for _, field := range []string{"title", "do", "watch"} {
				say("step." + id + "." + field)
				for _, p := range s.Periods {
					if p.Variant != "" {
						say("step." + id + "." + p.Variant + "." + field)
					}
				}
			}
		}
	}
	return words
}

// Base names the words of Beside, so that a change of any of them shows.
func Base(c *content.Content, f content.LocalField) string {
	h := sha256.New()
	for _, w := range Beside(c, f) {
		fmt.Fprintf(h, "%s\x00%s\x00", w.ID, w.Text)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// Bases are the names of the national words beside every field of a content, worked out once for many regions.
type Bases struct {
	order []string
	of    map[string]string
}

// BasesOf works them out.
func BasesOf(c *content.Content) Bases {
	b := Bases{of: map[string]string{}}
	for _, f := range c.Guide.Local {
		b.order, b.of[f.ID] = append(b.order, f.ID), Base(c, f)
	}
	return b
}

// Of gives the base of a field.
func (b Bases) Of(field string) string { return b.of[field] }

// NeedsReview lists the fields of an edition whose national words have changed since they were written, in the order of
// the content; then those the content no longer marks as local.
func (b Bases) NeedsReview(e Edition) []string {
	var review []string
	for _, id := range b.order {
		if v, ok := e.Values[id]; ok && v.Base != b.of[id] {
			review = append(review, id)
		}
	}
	for _, id := range sortedKeys(e.Values) {
		if _, known := b.of[id]; !known {
			review = append(review, id)
		}
	}
	return review
}

// Field finds a local field of the content.
func Field(c *content.Content, id string) (content.LocalField, bool) {
	for _, f := range c.Guide.Local {
		if f.ID == id {
			return f, true
		}
	}
	return content.LocalField{}, false
}
