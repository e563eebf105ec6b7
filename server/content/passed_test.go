package content

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The second of December 2025, as each language writes it: the deadline the notice names, long passed.
var deadline = regexp.MustCompile(`12月 ?2日|12月２日|12월 ?2일|2 December|December 2\b|2 de dezembro|2 de diciembre|(?i:ngày 2 tháng 12)\b|2 ธันวาคม|डिसेम्बर 2\b|2 डिसेम्बर|2 Desember|Disyembre 2\b`)

// Papers and the page for her own phone are read long after they were printed: none may name the deadline at all. Of 2025
// they speak only where they say that the old cards have expired.
func TestNoPaperPresentsAPassedDeadlineAsComing(t *testing.T) {
	c := real(t)
	past := []string{"leaflet.certificate.what.body", "leaflet.partner_notice.today.body"}
	for locale, texts := range c.Texts {
		for id, text := range texts {
			if !strings.HasPrefix(id, "leaflet.") && !strings.HasPrefix(id, "page.") {
				continue
			}
			if at := deadline.FindString(text); at != "" {
				t.Errorf("%s in %s names %s", id, locale, at)
			}
			if strings.Contains(text, "2025") && !slices.Contains(past, id) {
				t.Errorf("%s in %s speaks of 2025", id, locale)
			}
			if slices.Contains(past, id) && !strings.Contains(text, "2026") {
				t.Errorf("%s in %s speaks of the card's end and not of what holds now", id, locale)
			}
		}
	}
	// The pattern itself finds what it is meant to find.
	for locale, texts := range c.Texts {
		found := slices.ContainsFunc(sortedKeys(texts), func(id string) bool { return deadline.MatchString(texts[id]) })
		if locale != "ja-Hira" && !found && texts["explain.certificate.leaflet_today.body"] != "" {
			t.Errorf("no text of %s names the deadline in a way the test knows", locale)
		}
	}
}
