package content

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
)

// Case is an example a counselor can read: these answers on this day must give these steps. Cases are the tests of the
// guidance and its explanation at once; both evaluators replay them.
type Case struct {
	ID      string
	Title   string // Japanese, one sentence
	Source  string // what it exemplifies, such as "facts 11-4" or "別添3※4"
	On      Date
	Answers Answers
	Expect  []string // steps that must hold
	Absent  []string // steps that must not hold
	Only    bool     // true: no step beside Expect may hold
	Next    string   // the question that must come next; "" is not checked, "-" means none is left
}

type authoredCases struct {
	Cases []struct {
		ID      string            `yaml:"id"`
		Title   string            `yaml:"title"`
		Source  string            `yaml:"source"`
		On      string            `yaml:"on"`
		Answers map[string]string `yaml:"answers"`
		Expect  []string          `yaml:"expect"`
		Absent  []string          `yaml:"absent"`
		Only    bool              `yaml:"only"`
		Next    string            `yaml:"next"`
	} `yaml:"cases"`
}

func (l *loader) loadCases(c *Content) {
	files, err := fs.Glob(l.fsys, "cases/*.yaml")
	if err != nil {
		l.fail(Pos{File: "cases"}, "file", err.Error())
	}
	for _, file := range files {
		var authored authoredCases
		l.decode(file, "case", &authored)
		for _, a := range authored.Cases {
			at := c.at("case "+a.ID, file)
			k := Case{ID: a.ID, Title: a.Title, Source: a.Source, On: l.date(at, "on", a.On), Answers: Answers{}, Expect: a.Expect, Absent: a.Absent, Only: a.Only, Next: a.Next}
			for _, id := range slices.Sorted(maps.Keys(a.Answers)) {
				options, err := parseAnswer(&c.Guide, id, a.Answers[id])
				if err != nil {
					l.fail(at, "case", err.Error())
					continue
				}
				k.Answers[id] = options
			}
			c.Cases = append(c.Cases, k)
		}
	}
}

// run replays the case and says, one sentence a fault, what is not as expected.
func (k Case) run(e *Engine) []string {
	plan, err := e.Evaluate(k.Answers, k.On)
	if err != nil {
		return []string{err.Error()}
	}
	var got, faults []string
	for _, f := range plan.Steps {
		got = append(got, f.Step.ID)
	}
	for _, id := range k.Expect {
		if !slices.Contains(got, id) {
			faults = append(faults, fmt.Sprintf("step %s is missing; got %v", id, got))
		}
	}
	for _, id := range got {
		switch {
		case slices.Contains(k.Absent, id):
			faults = append(faults, "step "+id+" must not hold")
		case k.Only && !slices.Contains(k.Expect, id):
			faults = append(faults, "step "+id+" holds, but only the expected steps may")
		}
	}
	want := k.Next
	if want == "-" {
		want = ""
	}
	if k.Next != "" && plan.Next != want {
		faults = append(faults, fmt.Sprintf("the next question is %q, want %q", plan.Next, want))
	}
	return faults
}
