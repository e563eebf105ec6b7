package content

import (
	"slices"
	"testing"
)

// walkAll visits every complete answer set that begins with the given answers, as a consultation reaches it.
func walkAll(t *testing.T, e *Engine, day Date, answers Answers, visit func(Answers, Plan)) {
	t.Helper()
	missing := e.on(answers, day).missing()
	if len(missing) == 0 {
		plan, err := e.Evaluate(answers, day)
		if err != nil || plan.Next != "" {
			t.Fatalf("%s is left to ask, %v", plan.Next, err)
		}
		visit(answers, plan)
		return
	}
	for _, chosen := range choices(e.guide.Facts[e.facts[missing[0]]]) {
		answers[missing[0]] = chosen
		walkAll(t, e, day, answers, visit)
	}
	delete(answers, missing[0])
}

// choices lists every lawful answer to a question.
func choices(f Fact) [][]string {
	var all [][]string
	for n := 1; n < 1<<len(f.Options); n++ {
		var chosen []string
		for i, o := range f.Options {
			if n&(1<<i) > 0 {
				chosen = append(chosen, o)
			}
		}
		if len(chosen) == 1 || f.Many && !slices.ContainsFunc(chosen, excludes) {
			all = append(all, chosen)
		}
	}
	return all
}

// given turns answers into what is assumed of a world: exactly these options of these facts.
func (w *world) given(answers Answers) []lit {
	var assumed []lit
	for id, chosen := range answers {
		i := w.facts[id]
		for j, o := range w.guide.Facts[i].Options {
			if slices.Contains(chosen, o) {
				assumed = append(assumed, w.would[i][j])
			} else {
				assumed = append(assumed, -w.would[i][j])
			}
		}
	}
	slices.Sort(assumed)
	return assumed
}
