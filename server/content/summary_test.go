package content

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/summary.golden anew")

// The summary shows at a glance what a change of a rule did: the closed options of every question, and
// a line a step, with a mark for each epoch (+ it can hold,
// - it cannot, . it has no period) and the first answers, in the order of the questions, under which it holds.
func TestTheSummaryIsUpToDate(t *testing.T) {
	t.Parallel()
	const file = "testdata/summary.golden"
	c := real(t)
	got := summary(t, c)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	before, after := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for _, l := range before {
		if !slices.Contains(after, l) {
			t.Errorf("- %s", l)
		}
	}
	for _, l := range after {
		if !slices.Contains(before, l) {
			t.Errorf("+ %s", l)
		}
	}
	t.Errorf("the summary has changed; where that is meant: go test ./server/content -run Summary -update")
}

func summary(t *testing.T, c *Content) string {
	t.Helper()
	g := c.Finish()
	engine, worlds := NewEngine(g), newWorlds(g)
	var out strings.Builder
	fmt.Fprintf(&out, "facts %d\nsteps %d\nrules %d\ncases %d\nepochs", len(g.Facts), len(g.Steps), len(g.Rules), len(c.Cases))
	for _, w := range worlds {
		fmt.Fprintf(&out, " %s", w.day)
	}
	fmt.Fprintln(&out)
	for _, f := range g.Facts {
		fmt.Fprintf(&out, "%s %s\n", f.ID, strings.Join(f.Options, " "))
	}
	for i, s := range g.Steps {
		marks, witness := "", ""
		for n := len(worlds) - 1; n >= 0; n-- {
			switch w := worlds[n]; {
			case w.satisfiable(w.steps[i]):
				marks = "+" + marks
				if witness == "" { // of the last epoch in which it can hold
					answers, _ := w.first(w.steps[i])
					holdsIn(t, engine, w.day, s.ID, answers)
					witness = answersText(g, answers)
				}
			case s.on(w.day) == nil:
				marks = "." + marks
			default:
				marks = "-" + marks
			}
		}
		fmt.Fprintf(&out, "%s %s %s\n", s.ID, marks, witness)
	}
	return out.String()
}

// holdsIn checks a witness with the evaluator, so that the summary never shows what only the solver believes.
func holdsIn(t *testing.T, e *Engine, day Date, step string, answers Answers) {
	t.Helper()
	plan, err := e.Evaluate(answers, day)
	if err != nil || !slices.Contains(stepIDs(plan), step) {
		t.Errorf("%s does not hold on %s under %s (%v)", step, day, answersText(e.guide, answers), err)
	}
}
