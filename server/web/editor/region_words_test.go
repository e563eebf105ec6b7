package editor

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"michishirube/server/editorial"
	"michishirube/server/editorial/pdf"
)

// What a code leads to is found only when it happens, so every code must have words beforehand.
func TestEveryCodeOfRegionsHasWords(t *testing.T) {
	say := newOffice(t).editor.Say
	need := func(prefix string, codes ...string) {
		for _, code := range codes {
			if !say.Has(prefix + code) {
				t.Errorf("no words for %s%s", prefix, code)
			}
		}
	}
	check, err := os.ReadFile("../../editorial/check.go")
	if err != nil {
		t.Fatal(err)
	}
	faults := regexp.MustCompile(`k\.fault\([^,]+, "([a-z_]+)"|Code: "([a-z_]+)"`).FindAllStringSubmatch(string(check), -1)
	if len(faults) < 9 {
		t.Errorf("found only %d codes: has the way of writing them changed?", len(faults))
	}
	for _, m := range faults {
		need("editor.fault.", m[1]+m[2])
	}
	need("editor.region.pdf.", pdf.Empty, pdf.Large, pdf.NotPDF, pdf.Broken, pdf.Encrypted, pdf.NoPages, pdf.ManyPages, pdf.Active, pdf.Attached)
	need("editor.region.group.", groups()...)
	need("editor.region.step.", "do", "say", "phone", "bring", "watch")
	need("editor.region.window.", "name", "phone", "hours", "note", "verified_on")
	need("editor.what.", "region", "draft", "keep", "verify", "file", "ask", "withdraw", "discard", "return", "publish", "rollback", "list")
	for _, f := range national(t).Guide.Local {
		need("editor.region.kind.", f.Kind)
	}
	code := readAll(t, "region_*.go")
	for _, m := range regexp.MustCompile(`p\.done\(c, [^"]*"[^\n]*, "([a-z_]+)"\)`).FindAllStringSubmatch(code, -1) {
		need("editor.done.", m[1])
	}
	need("editor.done.", "draft_ask", "draft_withdraw", "draft_discard", "draft_saved", "verified", "list_taken", "list_removed")
	need("editor.region.waits.", "approval", "returned", "review", "due")
	pages := &regionPages{Editor: newOffice(t).editor}
	for _, m := range faults {
		args := map[string]any{"have": 1, "most": 2, "word": "x", "why": "y"}
		if text := pages.issue(editorial.Issue{Field: "mailing", Code: m[1] + m[2], Args: args}); strings.Contains(text, "<no value>") {
			t.Errorf("%s: %s", m[1]+m[2], text)
		}
	}
}

// readAll reads the sources that a pattern names, but tests.
func readAll(t *testing.T, pattern string) string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}
