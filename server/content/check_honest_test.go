package content

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// These tests keep the proofs honest: what the solver says of the guidance must agree with what the evaluator does.

// The walk tries every answer set of a small topic; the solver must find the same steps reachable, the same pairs of
// steps together, and the same questions asked: no more, which would be a false alarm, and no fewer, a false proof.
func TestTheWalkOfSmallTopicsAgreesWithTheSolver(t *testing.T) {
	t.Parallel()
	g := real(t).Finish()
	e, worlds := NewEngine(g), newWorlds(g)
	last := len(worlds) - 1
	tests := []struct {
		name   string
		start  string
		worlds []*world
	}{
		{"danger", "danger=now", worlds[:1]},
		{"visit", "danger=not_now,topic=visit,contact=safe", worlds},
		{"age75", "danger=not_now,topic=age75,contact=safe,mail=safe", worlds[last:]},
		{"release", "danger=not_now,topic=release,contact=unsafe,mail=employer,support_measure=active", worlds[last:]},
		{"card", "danger=not_now,topic=card,contact=safe,flags=self_info,pin_known=dont_know", worlds[:1]},
		{"flags", "danger=not_now,topic=flags,contact=safe,insurance=kokuho_own,insider=yes,mail=safe", worlds[1:2]},
		{"change", "danger=not_now,topic=change,contact=safe,flags=non_disclosure,mail=safe,support_measure=none,residence=moved", worlds[last:]},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start, err := ParseAnswers(g, tt.start)
			if err != nil {
				t.Fatal(err)
			}
			for _, w := range tt.worlds {
				agrees(t, e, w, start)
			}
		})
	}
}

func agrees(t *testing.T, e *Engine, w *world, start Answers) {
	t.Helper()
	sets, together, asked := 0, map[[2]int]bool{}, map[string]bool{}
	walkAll(t, e, w.day, start, func(answers Answers, plan Plan) {
		sets++
		for id := range answers {
			asked[id] = true
		}
		for _, a := range plan.Steps {
			for _, b := range plan.Steps {
				together[[2]int{e.steps[a.Step.ID], e.steps[b.Step.ID]}] = true
			}
		}
	})
	assumed := w.given(start)
	for i, a := range w.guide.Steps {
		for j, b := range w.guide.Steps[:i+1] {
			if i != j && !(together[[2]int{i, i}] && together[[2]int{j, j}]) {
				continue // one of them never holds, which is compared by itself
			}
			if w.satisfiable(append(assumed, w.steps[i], w.steps[j])...) != together[[2]int{i, j}] {
				t.Errorf("%s: among %d answer sets, %s and %s stand together: %v; the solver says otherwise", w.day, sets, a.ID, b.ID, together[[2]int{i, j}])
			}
		}
	}
	for i, f := range w.guide.Facts {
		if w.satisfiable(append(assumed, w.asked[i])...) != asked[f.ID] {
			t.Errorf("%s: among %d answer sets, %s is asked: %v; the solver says otherwise", w.day, sets, f.ID, asked[f.ID])
		}
	}
}

// The number of answer sets, and of those in which a step holds, must be the number of the solver's solutions.
func TestTheSolverCountsAsManyAnswerSetsAsTheWalk(t *testing.T) {
	t.Parallel()
	g := real(t).Finish()
	e, worlds := NewEngine(g), newWorlds(g)
	w := worlds[len(worlds)-1]
	start, err := ParseAnswers(g, "danger=not_now,topic=visit,contact=safe,mail=safe,visit_soon=yes")
	if err != nil {
		t.Fatal(err)
	}
	sets, holds := 0, map[string]int{}
	walkAll(t, e, w.day, start, func(_ Answers, plan Plan) {
		sets++
		for _, f := range plan.Steps {
			holds[f.Step.ID]++
		}
	})
	if sets != 9*5*(6+3) {
		t.Fatalf("the walk finds %d answer sets, want every insurance, flag, document and expiry", sets)
	}
	counted, solved := 0, map[string]int{}
	fixed := w.given(start)
	for refused := newBlocked(w); ; counted++ {
		m, ok := refused.solve(fixed...)
		if !ok {
			break
		}
		for i, s := range g.Steps {
			if m.holds(w.steps[i]) {
				solved[s.ID]++
			}
		}
		refused.block(w, m)
	}
	if counted != sets || fmt.Sprint(solved) != fmt.Sprint(holds) {
		t.Errorf("the solver finds %d answer sets with %v, the walk %d with %v", counted, solved, sets, holds)
	}
}

// blocked is a copy of a world's formula from which solutions are taken away one by one.
type blocked struct{ *formula }

func newBlocked(w *world) blocked {
	return blocked{&formula{variables: w.variables, clauses: slices.Clone(w.clauses)}}
}

// block takes away every solution with the same questions asked and the same answers to them.
func (b blocked) block(w *world, m model) {
	var other []lit
	for i := range w.guide.Facts {
		if !m.holds(w.asked[i]) {
			continue
		}
		other = append(other, -w.asked[i])
		for _, l := range w.would[i] {
			if m.holds(l) {
				other = append(other, -l)
			} else {
				other = append(other, l)
			}
		}
	}
	b.require(other...)
}

// Every formula must have the value the evaluator gives, for whole answer sets with masked answers among them, on the
// first and the last day of every epoch.
func TestFormulasHaveTheValuesOfTheEvaluator(t *testing.T) {
	t.Parallel()
	g := real(t).Finish()
	e, worlds := NewEngine(g), newWorlds(g)
	sampler := NewSampler(g, rand.New(rand.NewPCG(20, 24)))
	for n, w := range worlds {
		days, hand := []Date{w.day, w.day.Add(1000)}, newByHand(t, w.formula)
		if n+1 < len(worlds) {
			days[1] = worlds[n+1].day.Add(-1)
		}
		for range 4400 {
			answers, free := Answers{}, map[lit]bool{}
			for i, f := range g.Facts {
				answers[f.ID] = sampler.options(f)
				for _, o := range answers[f.ID] {
					free[w.would[i][slices.Index(f.Options, o)]] = true
				}
			}
			values := hand.values(t, free)
			for _, day := range days {
				sameValues(t, w, values, e.on(answers, day))
			}
			if t.Failed() {
				t.Fatalf("--on %s --answers '%s'", w.day, answersText(g, answers))
			}
		}
	}
}

func sameValues(t *testing.T, w *world, values model, r *run) {
	t.Helper()
	same := func(what, id string, l lit, tri Tri) {
		if tri == Unknown || values.holds(l) != (tri == Yes) {
			t.Errorf("%s %s is %d, its formula says %v", what, id, tri, values.holds(l))
		}
	}
	for i, f := range w.guide.Facts {
		same("question", f.ID, w.asked[i], r.asked(i))
	}
	for i, s := range w.guide.Steps {
		same("step", s.ID, w.steps[i], r.step(i))
	}
	for id := range w.guide.Rules {
		same("rule", id, w.rule(id), r.rule(id))
	}
	for i, route := range w.guide.Routes {
		same("route", route.ID, w.route[i], r.eval(route.When))
	}
}

// A witness must be an answer set `plan` accepts and in which the step does hold.
func TestWitnessesHold(t *testing.T) {
	t.Parallel()
	g := real(t).Finish()
	e := NewEngine(g)
	for _, w := range newWorlds(g) {
		for i, s := range g.Steps {
			m, ok := w.solve(w.steps[i])
			if !ok {
				continue
			}
			answers := w.answers(m)
			read, err := ParseAnswers(g, answersText(g, answers))
			if err != nil {
				t.Fatal(err)
			}
			plan, err := e.Evaluate(read, w.day)
			if err != nil {
				t.Fatal(err)
			}
			if plan.Next != "" || !slices.Contains(stepIDs(plan), s.ID) {
				t.Errorf("%s does not hold, or %s is left to ask: %s", s.ID, plan.Next, answersText(g, answers))
			}
		}
	}
}

func stepIDs(p Plan) []string {
	var ids []string
	for _, f := range p.Steps {
		ids = append(ids, f.Step.ID)
	}
	return ids
}

// The longest consultation the walk meets must be the longest the solver allows, for a topic small enough to walk.
func TestTheLongestPathIsExact(t *testing.T) {
	t.Parallel()
	g := real(t).Finish()
	e, worlds := NewEngine(g), newWorlds(g)
	w := worlds[len(worlds)-1]
	for _, topic := range []string{"visit", "age75"} {
		start, err := ParseAnswers(g, "danger=not_now,topic="+topic+",contact=safe,mail=safe")
		if err != nil {
			t.Fatal(err)
		}
		longest := 0
		walkAll(t, e, w.day, start, func(answers Answers, _ Plan) { longest = max(longest, len(answers)-2) })
		fixed := w.given(start)
		if !w.satisfiable(append(fixed, w.longer(longest-1))...) || w.satisfiable(append(fixed, w.longer(longest))...) {
			t.Errorf("topic %s: the walk asks at most %d questions, the solver says otherwise", topic, longest)
		}
	}
}

func TestTheTextOfAnswersIsReadBack(t *testing.T) {
	g := real(t).Finish()
	const text = "danger=not_now,topic=flags+change,proof=center+police"
	answers, err := ParseAnswers(g, strings.ReplaceAll(text, ",", " , "))
	if err != nil {
		t.Fatal(err)
	}
	if got := answersText(g, answers); got != text {
		t.Errorf("answers = %s, want %s", got, text)
	}
}
