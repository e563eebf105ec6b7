package content

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// checkReadings proves that furigana can be shown over every kanji, and that no word of the list is useless. It cuts
// texts as the device does: at each place the longest word of the list.
func checkReadings(r *report) {
	for _, word := range sortedKeys(r.content.Readings) {
		r.checkReading(word, r.content.Readings[word])
	}
	lexicon := lexiconOf(r.content.Readings)
	used := map[string]bool{}
	missing := map[string][]string{} // run of kanji without a reading → messages
	for _, locale := range []string{SourceLocale, EasyJapanese} {
		texts := r.content.Texts[locale]
		for _, id := range sortedKeys(texts) {
			for _, run := range unread(texts[id], lexicon, used) {
				missing[run] = append(missing[run], locale+" "+id)
			}
		}
	}
	for _, run := range sortedKeys(missing) {
		ids := missing[run]
		locale, id, _ := strings.Cut(ids[0], " ")
		r.fault(r.textAt(locale, id), "%s has no reading in %s (%d times, first in %s)", run, readingsFile, len(ids), id)
	}
	for _, word := range sortedKeys(r.content.Readings) {
		if !used[word] && !ofDates.MatchString(word) {
			r.fault(r.at("reading", word), "the reading of %s is used nowhere", word)
		}
	}
}

// checkReading wants kana over kanji, and the word's own kana where the word has them.
func (r *report) checkReading(word, reading string) {
	at := r.at("reading", word)
	if !strings.ContainsFunc(word, isKanji) {
		r.fault(at, "%s has no kanji: want none of it in the list", word)
		return
	}
	foreign := func(c rune) bool { return !isKana(c) && (isKanji(c) || !strings.ContainsRune(word, c)) }
	if reading == "" || strings.ContainsFunc(reading, foreign) { // a bracket around the kanji stands around the kana too
		r.fault(at, "the reading %q of %s is not kana", reading, word)
		return
	}
	pattern := ""
	for i, c := range []rune(word) {
		switch runes := []rune(word); {
		case isKana(c):
			pattern += string(hiragana(c))
		case i == 0 || isKana(runes[i-1]):
			pattern += ".+"
		}
	}
	if !regexp.MustCompile("^" + pattern + "$").MatchString(strings.Map(hiragana, reading)) {
		r.fault(at, "the reading %s does not fit the kana of %s", reading, word)
	}
}

// unread lists the runs of kanji that the lexicon, longest words first, leaves uncovered.
func unread(text string, lexicon lexicon, used map[string]bool) []string {
	var runs []string
	for _, piece := range cut(text, lexicon) {
		if piece.known {
			used[piece.text] = true
			continue
		}
		runs = append(runs, strings.FieldsFunc(piece.text, func(c rune) bool { return !isKanji(c) })...)
	}
	return runs
}

// lexicon holds words by first character, the longest first.
type lexicon map[rune][]string

func lexiconOf(readings map[string]string) lexicon {
	l := lexicon{}
	for _, word := range slices.SortedFunc(maps.Keys(readings), longestFirst) {
		first, _ := utf8.DecodeRuneInString(word)
		l[first] = append(l[first], word)
	}
	return l
}

// piece is a stretch of text: one word of the lexicon, or what lies between words.
type piece struct {
	text  string
	known bool
}

// cut splits a text into words of the lexicon, at each place the longest, and what lies between.
func cut(text string, lexicon lexicon) []piece {
	var pieces []piece
	from := 0 // where what lies between began
	between := func(to int) {
		if from < to {
			pieces = append(pieces, piece{text: text[from:to]})
		}
	}
	afterNumber := false
	for at := 0; at < len(text); {
		rest := text[at:]
		c, size := utf8.DecodeRuneInString(rest)
		number := numberOf(rest)
		fits := func(word string) bool {
			return strings.HasPrefix(rest, word) && numberOf(word) == number && !(afterNumber && len(word) == size)
		}
		if i := slices.IndexFunc(lexicon[c], fits); i >= 0 {
			between(at)
			word := lexicon[c][i]
			pieces = append(pieces, piece{word, true})
			at += len(word)
			from = at
			afterNumber = false
			continue
		}
		if afterNumber = number != ""; afterNumber {
			at += len(number)
			continue
		}
		at += size
	}
	between(len(text))
	return pieces
}

// numberOf gives the digits a text begins with. A counter is read by its whole number: the word for two days must not be
// found in the twenty-second.
func numberOf(text string) string {
	return text[:len(text)-len(strings.TrimLeft(text, "0123456789"))]
}

// ofDates are the words of days that the device writes itself: they stand in no text.
var ofDates = regexp.MustCompile(`^(\d+[年月日]|\([月火水木金土日]\))$`)

func longestFirst(a, b string) int {
	return cmp.Or(len(b)-len(a), strings.Compare(a, b))
}

// isKanji also holds for 々, which repeats one, and not for 〇, which is a round blank.
func isKanji(c rune) bool {
	return unicode.Is(unicode.Han, c) && c != '〇'
}

func isKana(c rune) bool {
	return unicode.In(c, unicode.Hiragana, unicode.Katakana) || c == 'ー'
}

// hiragana gives the hiragana for a katakana, so that both match.
func hiragana(c rune) rune {
	if 'ァ' <= c && c <= 'ヶ' {
		return c - 0x60
	}
	return c
}
