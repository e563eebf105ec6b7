package content

import (
	"slices"
	"strings"
	"testing"
)

func TestPracticeThatCannotBe(t *testing.T) {
	for _, tt := range []struct{ name, file, old, new, want string }{
		{"a case that is not there", practiceFile, "case: practised", "case: gone", "which does not exist"},
		{"a step its case does not expect", practiceFile, "[ask_certificate]", "[join]", "does not expect"},
		{"changes in the wrong order", changesFile, "2026-11-01", "2026-12-01", "newest first"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, issues := Load(files(t, []edit{{tt.file, tt.old, tt.new}}))
			if !slices.ContainsFunc(issues, func(i Issue) bool { return i.File == tt.file && strings.Contains(i.Detail, tt.want) }) {
				t.Errorf("issues = %v, want %s", issues, tt.want)
			}
		})
	}
}

func TestAPracticeHoldsTheAnswersOfItsCase(t *testing.T) {
	p := edited(t).Guide.Practice[0]
	if !slices.Equal(p.Answers["insurance"], []string{"own"}) || p.On != "2026-11-22" || !slices.Equal(p.Steps, []string{"ask_certificate"}) {
		t.Errorf("%+v", p)
	}
}
