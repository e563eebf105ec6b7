package content

import (
	"os"
	"slices"
	"strings"
	"testing"
)

func TestBadFilesAreRefusedWithFileAndLine(t *testing.T) {
	const steps, facts = "steps.ja.toml", "facts.ja.toml"
	tests := []struct {
		name  string
		edit  edit
		code  string
		file  string
		at    string // stands on the reported line
		piece string
	}{
		{"YAML that is broken", edit{stepsFile, "    kind: warn", "\tkind: warn"}, "yaml", stepsFile, "id: join", "tab"},
		{"an unknown field", edit{stepsFile, "kind: warn", "knd: warn"}, "yaml", stepsFile, "knd", "knd"},
		{"a list where a word belongs", edit{stepsFile, "kind: warn", "kind: [warn]"}, "yaml", stepsFile, "kind", "string"},
		{"an unknown form of condition", edit{stepsFile, "{fact: card, is: with_her}", "{fact: card, isnt: with_her}"}, "yaml", stepsFile, "isnt", "isnt"},
		{"half a condition", edit{stepsFile, "{fact: card, is: with_her}", "{fact: card}"}, "yaml", stepsFile, "{fact: card}", "form"},
		{"two conditions in one", edit{stepsFile, "{fact: card, is: with_her}", "{fact: card, is: with_her, rule: insured}"}, "yaml", stepsFile, "with_her", "form"},
		{"an empty list of conditions", edit{stepsFile, "{fact: card, is: with_her}", "{all: []}"}, "yaml", stepsFile, "all: []", "empty"},
		{"a condition that stands in itself", edit{stepsFile, "{fact: card, is: with_her}", "&a {not: *a}"}, "yaml", stepsFile, "&a", "alias"},
		{"a condition among its own parts", edit{stepsFile, "{fact: card, is: with_her}", "&a {all: [{rule: insured}, *a]}"}, "yaml", stepsFile, "&a", "alias"},
		{"an empty option", edit{stepsFile, "{fact: card, is: with_her}", `{fact: card, is: ""}`}, "yaml", stepsFile, `is: ""`, ""},
		{"a step without a condition", edit{stepsFile, "    when: {fact: card, is: with_her}\n", ""}, "condition", stepsFile, "id: keep_card", "keep_card"},
		{"a day that does not exist", edit{stepsFile, "until: 2025-12-01", "until: 2025-11-31"}, "date", stepsFile, "id: ask_certificate", "2025-11-31"},
		{"a step twice", edit{stepsFile, "id: keep_card", "id: stop_card"}, "duplicate", stepsFile, "id: stop_card", "already"},
		{"a case twice", edit{"cases/more.yaml", "", "cases:\n  - {id: insured, title: t, source: s, on: 2026-11-22, next: danger}\n"}, "duplicate", "cases/more.yaml", "id: insured", "cases/base.yaml"},
		{"a case with an unknown option", edit{"cases/base.yaml", "insurance: own", "insurance: his"}, "case", "cases/base.yaml", "id: insured", "own"},
		{"a file of words that is broken", edit{steps, `title = "よぶ"`, `title = よぶ`}, "toml", steps, "よぶ", ""},
		{"words twice", edit{"more.ja.toml", "", "[fact.danger]\nask = \"また\"\n"}, "duplicate", "more.ja.toml", "ask", facts},
		{"words without a language", edit{"more.toml", "", "a = \"b\"\n"}, "locale", "more.toml", "", "no locale"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assets, locales := files(t, []edit{tt.edit})
			root := assets
			if strings.HasSuffix(tt.file, ".toml") {
				root = locales
			}
			_, issues := Load(assets, locales)
			found := slices.ContainsFunc(issues, func(i Issue) bool {
				return i.Code == tt.code && i.File == tt.file && strings.Contains(i.Detail, tt.piece) && strings.Contains(line(t, root, i.Pos), tt.at)
			})
			if !found {
				t.Errorf("want %s at %q: %s: …%s…, got %v", tt.file, tt.at, tt.code, tt.piece, issues)
			}
		})
	}
}

func TestEveryFaultIsReportedAtOnce(t *testing.T) {
	_, issues := Load(files(t, []edit{
		{stepsFile, "kind: warn", "knd: warn"},
		{factsFile, "certain: true", "certin: true"},
		{"steps.ja.toml", `title = "よぶ"`, `title = よぶ`},
	}))
	for _, file := range []string{stepsFile, factsFile, "steps.ja.toml"} {
		if !slices.ContainsFunc(issues, func(i Issue) bool { return i.File == file }) {
			t.Errorf("no fault of %s among %v", file, issues)
		}
	}
}

func TestAMissingFileIsAFault(t *testing.T) {
	_, issues := Load(os.DirFS(t.TempDir()), os.DirFS(t.TempDir()))
	if !slices.ContainsFunc(issues, func(i Issue) bool { return i.Code == "file" && i.File == stepsFile }) {
		t.Errorf("issues = %v, want a missing %s", issues, stepsFile)
	}
}
