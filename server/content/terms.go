package content

import (
	"strings"
)

// Plain gives a message as text without markup: terms stand with their Japanese, reading and romaji the first time, with
// their Japanese alone after that, and in easy Japanese every word of kanji is followed by its reading.
func (c *Content) Plain(locale, id string) string {
	return c.plain(locale, c.Texts[locale][id])
}

func (c *Content) plain(locale, text string) string {
	var out strings.Builder
	for i, line := range c.words(locale, text) {
		if i > 0 {
			out.WriteByte('\n')
		}
		for _, span := range line {
			out.WriteString(span.Text)
			if span.Reading != "" {
				out.WriteString("(" + span.Reading + ")")
			}
		}
	}
	return out.String()
}

// words gives a text line by line, its terms written out; in easy Japanese with the readings.
func (c *Content) words(locale, text string) []Words {
	text = c.expand(text, func(t Term, first bool) string {
		gloss := c.Texts[locale]["glossary."+t.ID]
		switch {
		case locale == EasyJapanese && first:
			return t.Term + "〈" + gloss + "〉"
		case locale == EasyJapanese:
			return t.Term
		case first:
			return gloss + " (" + t.Term + ", " + t.Reading + ", " + t.Romaji + ")"
		}
		return gloss + " (" + t.Term + ")"
	})
	var readings map[string]string
	var words lexicon
	if locale == EasyJapanese {
		readings, words = c.Readings, c.lexicon
	}
	var lines []Words
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		spans := Words{}
		for _, piece := range cut(line, words) {
			spans = append(spans, Span{piece.text, readings[piece.text]})
		}
		lines = append(lines, spans)
	}
	return lines
}

// expand puts words in the place of the terms of a text.
func (c *Content) expand(text string, words func(t Term, first bool) string) string {
	for _, t := range c.Guide.Terms {
		in := "{" + t.ID + "}"
		if before, after, ok := strings.Cut(text, in); ok {
			text = before + words(t, true) + strings.ReplaceAll(after, in, words(t, false))
		}
	}
	return text
}
