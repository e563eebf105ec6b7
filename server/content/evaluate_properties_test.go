package content

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// drawn calls visit with answer sets, partial ones included, on the first and the last day of each epoch.
func drawn(t *testing.T, sets int, visit func(e *Engine, random *rand.Rand, s *Sampler, answers Answers, day Date)) {
	t.Helper()
	g := real(t).Finish()
	e, random := NewEngine(g), rand.New(rand.NewPCG(11, 25))
	s := NewSampler(g, random)
	days := []Date{}
	for _, d := range g.Boundaries {
		days = append(days, d, d.Add(29))
		if d > g.CoversFrom {
			days = append(days, d.Add(-1))
		}
	}
	for n := range sets {
		day := days[n%len(days)]
		answers := s.Answers(e, day)
		visit(e, random, s, answers, day)
		if t.Failed() {
			t.Fatalf("--on %s --answers '%s'", day, answersText(g, answers))
		}
	}
}

func evaluate(t *testing.T, e *Engine, answers Answers, day Date) Plan {
	t.Helper()
	plan, err := e.Evaluate(answers, day)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// What is known stays as it is under any further answer: steps, questions that apply, and those that do not.
func TestFurtherAnswersWithdrawNothing(t *testing.T) {
	t.Parallel()
	drawn(t, 5000, func(e *Engine, random *rand.Rand, s *Sampler, answers Answers, day Date) {
		more := Answers{}
		for _, f := range e.guide.Facts {
			if given, ok := answers[f.ID]; ok {
				more[f.ID] = given
			} else if random.IntN(3) == 0 {
				more[f.ID] = s.options(f)
			}
		}
		before, after := e.on(answers, day), e.on(more, day)
		for i, f := range e.guide.Facts {
			if was := before.asked(i); was != Unknown && after.asked(i) != was {
				t.Errorf("question %s was %d and is %d after %s", f.ID, was, after.asked(i), answersText(e.guide, more))
			}
		}
		for i, step := range e.guide.Steps {
			if was := before.step(i); was != Unknown && after.step(i) != was {
				t.Errorf("step %s was %d and is %d after %s", step.ID, was, after.step(i), answersText(e.guide, more))
			}
		}
	})
}

// When nothing is left to ask, nothing is unknown.
func TestCompleteAnswersLeaveNothingUnknown(t *testing.T) {
	t.Parallel()
	drawn(t, 3000, func(e *Engine, _ *rand.Rand, _ *Sampler, answers Answers, day Date) {
		r := e.on(answers, day)
		if len(r.missing()) > 0 {
			return
		}
		for i, f := range e.guide.Facts {
			if r.asked(i) == Unknown {
				t.Errorf("nothing is left to ask, but whether to ask %s is not known", f.ID)
			}
		}
		for i, step := range e.guide.Steps {
			if r.step(i) == Unknown {
				t.Errorf("nothing is left to ask, but whether %s holds is not known", step.ID)
			}
		}
	})
}

// The answers a step names as its reasons make it certain by themselves.
func TestReasonsSuffice(t *testing.T) {
	t.Parallel()
	drawn(t, 3000, func(e *Engine, _ *rand.Rand, _ *Sampler, answers Answers, day Date) {
		for _, found := range evaluate(t, e, answers, day).Steps {
			reasons := Answers{}
			for _, id := range found.Because {
				if _, ok := answers[id]; !ok {
					t.Errorf("step %s names %s, which is not answered", found.Step.ID, id)
				}
				reasons[id] = answers[id]
			}
			if len(reasons) == 0 {
				t.Errorf("step %s names no reason", found.Step.ID)
			}
			if !slices.Contains(stepIDs(evaluate(t, e, reasons, day)), found.Step.ID) {
				t.Errorf("step %s does not follow from %s alone", found.Step.ID, answersText(e.guide, reasons))
			}
		}
	})
}

// An answer to a question that does not apply is as good as none, whatever it is.
func TestMaskedAnswersChangeNothing(t *testing.T) {
	t.Parallel()
	masked := 0
	drawn(t, 5000, func(e *Engine, _ *rand.Rand, s *Sampler, answers Answers, day Date) {
		r := e.on(answers, day)
		without, otherwise := Answers{}, Answers{}
		for i, f := range e.guide.Facts {
			given, ok := answers[f.ID]
			switch {
			case r.asked(i) == No:
				otherwise[f.ID] = s.options(f)
				if ok {
					masked++
				}
			case ok:
				without[f.ID], otherwise[f.ID] = given, given
			}
		}
		want := evaluate(t, e, answers, day)
		for _, other := range []Answers{without, otherwise} {
			if got := evaluate(t, e, other, day); !reflect.DeepEqual(got, want) {
				t.Errorf("%s gives another plan", answersText(e.guide, other))
			}
		}
	})
	if masked < 1000 {
		t.Errorf("only %d answers were masked: too few to tell", masked)
	}
}

// Steps come by urgency, then in the order of the vocabulary; missing questions in the order asked.
func TestPlansAreInOrder(t *testing.T) {
	t.Parallel()
	drawn(t, 2000, func(e *Engine, _ *rand.Rand, _ *Sampler, answers Answers, day Date) {
		plan := evaluate(t, e, answers, day)
		rank := func(f Found) int {
			return slices.Index([]string{"now", "today", "soon"}, f.Step.Urgency)*1000 + e.steps[f.Step.ID]
		}
		if !slices.IsSortedFunc(plan.Steps, func(a, b Found) int { return rank(a) - rank(b) }) {
			t.Errorf("steps are out of order: %v", stepIDs(plan))
		}
		if !slices.IsSortedFunc(plan.Missing, func(a, b string) int { return e.facts[a] - e.facts[b] }) {
			t.Errorf("questions are out of order: %v", plan.Missing)
		}
		for _, f := range plan.Steps {
			if !slices.IsSortedFunc(f.Because, func(a, b string) int { return e.facts[a] - e.facts[b] }) {
				t.Errorf("reasons are out of order: %v", f.Because)
			}
		}
	})
}
