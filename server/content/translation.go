package content

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// The groups of messages, each of which travels in files of its own.
const (
	groupClient    = "text"      // what a client may read or hear
	groupCounselor = "counselor" // the rest of the screens
	groupLeaflet   = "leaflet"   // paper
	groupPage      = "page"      // the page for her own phone, which never reaches the app
)

// clientWords are the prefixes of those words of the screens that a client sees, face to face or on paper.
func clientWords() []string {
	return []string{
		"ui.facing.", "ui.flag.", "ui.mark.", "ui.urgency.", "ui.timeline.", "ui.sample.", "ui.group.",
		"ui.step.do", "ui.step.bring", "ui.step.watch", "ui.helpline.hours", "ui.helpline.cost", "ui.helpline.limits",
	}
}

func groupOf(id string) string {
	area, rest, _ := strings.Cut(id, ".")
	switch area {
	case "leaflet":
		return groupLeaflet
	case "page":
		return groupPage
	case "option", "explain", "timeline", "helpline", "glossary", "local":
		return groupClient
	case "fact":
		return clientIf(!strings.HasSuffix(rest, ".how"))
	case "step":
		return clientIf(!isPhone(id))
	case "desk", "route":
		return clientIf(strings.HasSuffix(rest, ".name"))
	}
	for _, prefix := range clientWords() {
		if strings.HasPrefix(id, prefix) {
			return groupClient
		}
	}
	return groupCounselor
}

func clientIf(client bool) string {
	if client {
		return groupClient
	}
	return groupCounselor
}

// isPhone tells whether a message is what to say on the phone.
func isPhone(id string) bool {
	return strings.HasPrefix(id, "step.") && strings.HasSuffix(id, ".phone")
}

// SourceHash names one wording of a message: a translation carries the hash of the Japanese it translates.
func SourceHash(text string) string {
	sum := sha256.Sum256([]byte(strings.TrimSpace(text)))
	return hex.EncodeToString(sum[:6])
}

// translationState says how a message stands in a language.
type translationState int

const (
	missing translationState = iota
	stale                    // the Japanese has changed since
	translated
)

func (c *Content) translationOf(locale, id string) translationState {
	switch _, ok := c.Texts[locale][id]; {
	case !ok:
		return missing
	case locale == SourceLocale:
		return translated
	case c.hashes[locale][id] != SourceHash(c.Texts[SourceLocale][id]):
		return stale
	}
	return translated
}

// Untranslated lists what every language still lacks, and what it says of a Japanese that has changed. Neither keeps a
// correction from being published: the device shows the Japanese instead, or beside it.
func Untranslated(c *Content) []Issue {
	r := &report{content: c, code: "translation"}
	for _, l := range c.Guide.Languages {
		for _, id := range c.Untold(l.Tag) {
			if c.translationOf(l.Tag, id) == missing {
				r.fault(r.textAt(SourceLocale, id), "the text %s is missing in %s", id, l.Tag)
				continue
			}
			r.fault(r.textAt(l.Tag, id), "the text %s is stale in %s: its Japanese has changed", id, l.Tag)
		}
	}
	return r.issues
}

// Untold lists the messages a language lacks, or says of a Japanese that has changed since.
func (c *Content) Untold(locale string) []string {
	return slices.DeleteFunc(sortedKeys(c.Texts[SourceLocale]), func(id string) bool {
		return !c.Covers(locale, id) || c.translationOf(locale, id) == translated
	})
}
