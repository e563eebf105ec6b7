package content

import (
	"flag"
	"fmt"
	"hash/fnv"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/summary.golden anew")

// The summary shows at a glance what a change of a rule did. A line a question: how often it is asked, and its options.
// A line a step: a mark for each epoch (+ it can hold, - it cannot, . it has no period), how often it holds there, and
// the first answers, in the order of the questions, under which it holds on the last epoch that has it.
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
	asked, held := tally(engine, worlds)
	for i, f := range g.Facts {
		fmt.Fprintf(&out, "%s %s %s\n", f.ID, joined(asked[i]), strings.Join(f.Options, " "))
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
		fmt.Fprintf(&out, "%s %s %s %s\n", s.ID, marks, joined(held[i]), witness)
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

// tally counts, for each epoch, in how many of the same answer sets each question is asked and each step holds.
func tally(e *Engine, worlds []*world) (asked, held [][]int) {
	const sets = 4000
	asked, held = make([][]int, len(e.guide.Facts)), make([][]int, len(e.guide.Steps))
	for n, w := range worlds {
		for i := range asked {
			asked[i] = append(asked[i], 0)
		}
		for i := range held {
			held[i] = append(held[i], 0)
		}
		for set := range sets {
			answers := Answers{}
			for _, f := range e.guide.Facts {
				answers[f.ID] = settled(f, set)
			}
			r := e.on(answers, w.day)
			for i := range asked {
				if r.asked(i) == Yes {
					asked[i][n]++
				}
			}
			for i := range held {
				if r.step(i) == Yes {
					held[i][n]++
				}
			}
		}
	}
	return asked, held
}

// settled gives the answer to a question in the numbered answer set. It depends on nothing else, so that a change of one
// question moves no count that does not depend on it.
func settled(f Fact, set int) []string {
	pick := func(what string, of int) int {
		h := fnv.New64a()
		fmt.Fprintf(h, "%d %s %s", set, f.ID, what)
		return int(h.Sum64() >> 33 % uint64(of))
	}
	first := f.Options[pick("", len(f.Options))]
	if f.ID == dangerFact && pick("calm", 16) > 0 {
		first = f.Options[len(f.Options)-1]
	}
	chosen := []string{first}
	for _, o := range f.Options {
		if f.Many && !excludes(first) && o != first && !excludes(o) && pick(o, 4) == 0 {
			chosen = append(chosen, o)
		}
	}
	return chosen
}

// joined writes one number where all epochs agree.
func joined(counts []int) string {
	if slices.Min(counts) == slices.Max(counts) {
		return fmt.Sprint(counts[0])
	}
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(counts), " ", ","), "[]")
}
