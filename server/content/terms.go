package content

import (
	"regexp"
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
		if locale != SourceLocale && locale != EasyJapanese {
			lines = append(lines, c.foreign(locale, line))
			continue
		}
		spans := Words{}
		for _, piece := range cut(line, words) {
			spans = append(spans, Span{Text: piece.text, Reading: readings[piece.text]})
		}
		lines = append(lines, spans)
	}
	return lines
}

// Letters that tell Japanese from another language. Chinese has characters in common with it: there kana alone tell, and
// the official terms.
var (
	japaneseRun = regexp.MustCompile(`[\p{Han}\p{Hiragana}\p{Katakana}ー・]+`)
	kanaRun     = regexp.MustCompile(`[\p{Hiragana}\p{Katakana}ー・]+`)
)

// foreign cuts a line of another language at the Japanese in it, so that a voice can be told.
func (c *Content) foreign(locale, line string) Words {
	if !strings.HasPrefix(locale, "zh") {
		return cutRuns(line, japaneseRun)
	}
	terms := map[string]string{}
	for _, t := range c.Guide.Terms {
		terms[t.Term] = t.Reading
	}
	spans := Words{}
	for _, piece := range cut(line, lexiconOf(terms)) {
		if piece.known {
			spans = append(spans, Span{Text: piece.text, Japanese: true})
			continue
		}
		spans = append(spans, cutRuns(piece.text, kanaRun)...)
	}
	return spans
}

func cutRuns(text string, japanese *regexp.Regexp) Words {
	spans, at := Words{}, 0
	for _, run := range japanese.FindAllStringIndex(text, -1) {
		if run[0] > at {
			spans = append(spans, Span{Text: text[at:run[0]]})
		}
		spans = append(spans, Span{Text: text[run[0]:run[1]], Japanese: true})
		at = run[1]
	}
	if at < len(text) || at == 0 {
		spans = append(spans, Span{Text: text[at:]})
	}
	return spans
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
