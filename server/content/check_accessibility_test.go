package content

import (
	"fmt"
	"strings"
	"testing"
)

// everythingPasses is a result without a fault.
func everythingPasses() string {
	var b strings.Builder
	b.WriteString("tested_on: 2026-11-22\ncriteria:\n")
	for _, id := range sortedKeys(standard()) {
		fmt.Fprintf(&b, "  - {id: %q, name: {ja: あ, en: a}, guide: pass, editor: pass}\n", id)
	}
	return b.String()
}

func TestWhatAResultMustNotLeaveOut(t *testing.T) {
	const first = `{id: "1.1.1", name: {ja: あ, en: a}, guide: pass, editor: pass}`
	with := func(line string) []edit { return []edit{{accessibilityFile, first, line}} }
	wantFaults(t, "accessibility", []fault{
		{"a criterion that was not tried", with(`{id: "1.1.9", name: {ja: あ, en: a}, guide: pass, editor: pass}`), accessibilityFile, "", "1.1.1 was not tried"},
		{"a criterion there is not", []edit{{accessibilityFile, "", `  - {id: "9.9.9", name: {ja: あ, en: a}, guide: pass, editor: pass}`}}, accessibilityFile, `id: "9.9.9"`, "none of level"},
		{"a failure without a reason", with(strings.Replace(first, "guide: pass", "guide: fail", 1)), accessibilityFile, `id: "1.1.1"`, "without a note"},
		{"part of a failure without a reason", with(strings.Replace(first, "editor: pass", "editor: partial", 1)), accessibilityFile, `id: "1.1.1"`, "without a note"},
		{"a result there is not", with(strings.Replace(first, "guide: pass", "guide: good", 1)), accessibilityFile, `id: "1.1.1"`, "good"},
		{"a name in one language", with(strings.Replace(first, "en: a", `en: ""`, 1)), accessibilityFile, `id: "1.1.1"`, "no name"},
	})
}

func TestBothStandardsAreWhole(t *testing.T) {
	jis, wcag := 0, 0
	for _, c := range standard() {
		if c.JIS {
			jis++
		}
		if c.WCAG {
			wcag++
		}
	}
	if jis != 38 || wcag != 55 {
		t.Errorf("%d criteria of the JIS and %d of WCAG 2.2 in levels A and AA, want 38 and 55", jis, wcag)
	}
}
