package content

import "strings"

// Accessibility is the result of trying every criterion of the standards.
type Accessibility struct {
	TestedOn Date        `json:"tested_on"`
	Criteria []Criterion `json:"criteria"`
}

// Criterion is one success criterion and how it is met. A note's words are accessibility.note.<note>.
type Criterion struct {
	ID     string        `json:"id"`
	Level  string        `json:"level"`
	JIS    bool          `json:"jis"`  // of JIS X 8341-3:2016, which is WCAG 2.0
	WCAG   bool          `json:"wcag"` // of WCAG 2.2
	Name   CriterionName `json:"name"`
	Guide  string        `json:"guide" ts:"Met"`
	Editor string        `json:"editor" ts:"Met"`
	Note   string        `json:"note,omitempty"`
}

// CriterionName is what the standard calls it, in the languages a counselor reads.
type CriterionName struct {
	Ja string `json:"ja" yaml:"ja"`
	En string `json:"en" yaml:"en"`
}

const accessibilityFile = "content/accessibility.yaml"

// Results lists how a criterion can be met.
func Results() []string { return []string{"pass", "not_applicable", "partial", "fail"} }

// Success criteria by level. Those of WCAG 2.0 are those of the JIS; parsing is no criterion of WCAG 2.2 any more.
const (
	jisA    = "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 3.1.1 3.2.1 3.2.2 3.3.1 3.3.2 4.1.2"
	jisAA   = "1.2.4 1.2.5 1.4.3 1.4.4 1.4.5 2.4.5 2.4.6 2.4.7 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4"
	laterA  = "2.1.4 2.5.1 2.5.2 2.5.3 2.5.4 3.2.6 3.3.7"
	laterAA = "1.3.4 1.3.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.11 2.5.7 2.5.8 3.3.8 4.1.3"
	parsing = "4.1.1"
)

// standard lists every criterion of both standards in levels A and AA, by its number.
func standard() map[string]Criterion {
	all := map[string]Criterion{parsing: {ID: parsing, Level: "A", JIS: true}}
	for _, part := range []struct {
		ids, level string
		jis        bool
	}{{jisA, "A", true}, {jisAA, "AA", true}, {laterA, "A", false}, {laterAA, "AA", false}} {
		for _, id := range strings.Fields(part.ids) {
			all[id] = Criterion{ID: id, Level: part.level, JIS: part.jis, WCAG: true}
		}
	}
	return all
}

// loadAccessibility reads the result.
func (l *loader) loadAccessibility(c *Content) {
	var result struct {
		TestedOn string `yaml:"tested_on"`
		Criteria []struct {
			ID     string        `yaml:"id"`
			Name   CriterionName `yaml:"name"`
			Guide  string        `yaml:"guide"`
			Editor string        `yaml:"editor"`
			Note   string        `yaml:"note"`
		} `yaml:"criteria"`
	}
	l.decode(accessibilityFile, "criterion", &result)
	known, criteria := standard(), []Criterion{}
	for _, a := range result.Criteria {
		criterion := known[a.ID]
		criterion.ID, criterion.Name, criterion.Guide, criterion.Editor, criterion.Note = a.ID, a.Name, a.Guide, a.Editor, a.Note
		criteria = append(criteria, criterion)
	}
	c.Guide.Accessibility = Accessibility{l.date(Pos{File: accessibilityFile}, "tested_on", result.TestedOn), criteria}
}
