package content

import "slices"

// Language is one the content is said in. Its JSON is part of the guide, so that a device can offer it and say how far it
// can be trusted.
type Language struct {
	Tag        string `json:"tag"`                 // BCP 47, as in the names of the message files
	Name       string `json:"name"`                // its own name for itself
	Reference  bool   `json:"reference,omitempty"` // 参考訳: no named reviewer has signed it
	Messages   int    `json:"messages"`            // messages it should have
	Translated int    `json:"translated"`          // those it has
	Stale      int    `json:"stale"`               // those of them whose Japanese has changed since
}

// Term is an official word that has no official name in another language. It stands beside every gloss, so that she can
// point at it at a counter.
type Term struct {
	ID      string `json:"id"`      // {id} stands for it in translations; glossary.<id> is the gloss
	Term    string `json:"term"`    // as written at a counter
	Reading string `json:"reading"` // in kana
	Romaji  string `json:"romaji"`
}

// EasyJapanese is やさしい日本語: Japanese in short spaced sentences, every kanji with its reading.
const EasyJapanese = "ja-Hira"

// CounselorLocales are the languages of the counselor's own screens.
func CounselorLocales() []string { return []string{SourceLocale, "en"} }

// Covers tells whether a language should have a message: everything a client reads or hears in all of them, the
// counselor's in two, and a leaflet in those of its readers. Words to say on the phone are said in Japanese.
func (c *Content) Covers(locale, id string) bool {
	switch group := groupOf(id); group {
	case groupLeaflet:
		return slices.Contains(c.leafletLocales(id), locale)
	case groupCounselor:
		return locale == SourceLocale || slices.Contains(CounselorLocales(), locale) && !isPhone(id)
	default:
		return true
	}
}

// languages gives the languages with what there is of each.
func (c *Content) languages() []Language {
	all := slices.Clone(c.Guide.Languages)
	for i := range all {
		l := &all[i]
		for id := range c.Texts[SourceLocale] {
			if !c.Covers(l.Tag, id) {
				continue
			}
			l.Messages++
			switch c.translationOf(l.Tag, id) {
			case translated:
				l.Translated++
			case stale:
				l.Translated++
				l.Stale++
			}
		}
	}
	return all
}
