package content

import (
	"errors"
	"fmt"
	"slices"
)

// ErrNotCovered is returned for a day before the guidance begins.
var ErrNotCovered = errors.New("day not covered")

// Answers maps a fact to the options chosen. A fact that is absent is unanswered.
type Answers map[string][]string

// Tri is a three-valued truth: a condition on answers not yet given is Unknown.
type Tri int8

// The order matters: `all` is the least of its parts, `any` the greatest, `not` the negative.
const (
	No      Tri = -1
	Unknown Tri = 0
	Yes     Tri = 1
)

// Plan is what follows from answers on a day. It is derived, never stored.
type Plan struct {
	Next    string   // first of Missing, "" when nothing is left to ask
	Missing []string // unanswered facts known to apply, in the order asked
	Steps   []Found  // steps already certain: by urgency, then in the order of the vocabulary
}

// Found is a step that holds, and why.
type Found struct {
	Step    *Step
	Period  *Period
	Because []string // facts whose answers alone make the step certain, in the order asked
}

// Engine evaluates one guide. It is immutable and safe for concurrent use.
type Engine struct {
	guide *Guide
	facts map[string]int
	steps map[string]int
}

// NewEngine indexes the guide, which must not change afterwards.
func NewEngine(g *Guide) *Engine {
	e := &Engine{guide: g, facts: make(map[string]int, len(g.Facts)), steps: make(map[string]int, len(g.Steps))}
	for i, f := range g.Facts {
		e.facts[f.ID] = i
	}
	for i, s := range g.Steps {
		e.steps[s.ID] = i
	}
	return e
}

// urgencies is the order in which steps are listed.
var urgencies = []string{"now", "today", "soon"}

// Evaluate derives the plan. It returns ErrNotCovered for a day before Guide.CoversFrom. Answers are taken as valid
// (see ParseAnswers); an answer to a question that does not apply is masked.
func (e *Engine) Evaluate(answers Answers, day Date) (Plan, error) {
	if day < e.guide.CoversFrom {
		return Plan{}, fmt.Errorf("%w: %s is before %s, the first day this guidance speaks for", ErrNotCovered, day, e.guide.CoversFrom)
	}
	r := e.on(answers, day)
	plan := Plan{Missing: r.missing()}
	if len(plan.Missing) > 0 {
		plan.Next = plan.Missing[0]
	}
	for _, urgency := range urgencies {
		for i := range e.guide.Steps {
			step := &e.guide.Steps[i]
			if step.Urgency != urgency || r.step(i) != Yes {
				continue
			}
			plan.Steps = append(plan.Steps, Found{Step: step, Period: step.on(day), Because: r.because(i)})
		}
	}
	return plan, nil
}

// on gives the period of the step that covers the day, nil when none does.
func (s *Step) on(day Date) *Period {
	for i := range s.Periods {
		if day.within(s.Periods[i].From, s.Periods[i].Until) {
			return &s.Periods[i]
		}
	}
	return nil
}

// run is one evaluation: answers, a day, and what was already worked out.
type run struct {
	*Engine
	answers Answers
	day     Date
	askedOf []memo
	stepOf  []memo
	ruleOf  map[string]Tri
}

type memo struct {
	done  bool
	value Tri
}

func (e *Engine) on(answers Answers, day Date) *run {
	return &run{
		Engine: e, answers: answers, day: day,
		askedOf: make([]memo, len(e.guide.Facts)), stepOf: make([]memo, len(e.guide.Steps)), ruleOf: make(map[string]Tri, len(e.guide.Rules)),
	}
}

func (r *run) missing() []string {
	var ids []string
	for i, f := range r.guide.Facts {
		if len(r.answers[f.ID]) == 0 && r.asked(i) == Yes {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

func (r *run) asked(i int) Tri {
	if m := &r.askedOf[i]; !m.done {
		*m = memo{true, r.eval(r.guide.Facts[i].Asked)}
	}
	return r.askedOf[i].value
}

func (r *run) step(i int) Tri {
	if m := &r.stepOf[i]; !m.done {
		value := No
		if p := r.guide.Steps[i].on(r.day); p != nil {
			value = r.eval(p.When)
		}
		*m = memo{true, value}
	}
	return r.stepOf[i].value
}

// rule gives the truth of a named condition or of a step.
func (r *run) rule(name string) Tri {
	if i, ok := r.steps[name]; ok {
		return r.step(i)
	}
	value, ok := r.ruleOf[name]
	if !ok {
		value = r.eval(r.guide.Rules[name])
		r.ruleOf[name] = value
	}
	return value
}

func (r *run) eval(p Pred) Tri {
	switch {
	case p.All != nil:
		least := Yes
		for _, c := range p.All {
			least = min(least, r.eval(c))
		}
		return least
	case p.Any != nil:
		greatest := No
		for _, c := range p.Any {
			greatest = max(greatest, r.eval(c))
		}
		return greatest
	case p.Not != nil:
		return -r.eval(*p.Not)
	case p.Rule != "":
		return r.rule(p.Rule)
	default:
		return r.atom(p)
	}
}

// atom is false while its fact is masked, unknown while it is not known whether or how it is answered.
func (r *run) atom(p Pred) Tri {
	asked := r.asked(r.facts[p.Fact])
	chosen := r.answers[p.Fact]
	switch {
	case asked == No:
		return No
	case asked == Unknown || len(chosen) == 0:
		return Unknown
	case slices.ContainsFunc(p.options(), func(o string) bool { return slices.Contains(chosen, o) }):
		return Yes
	default:
		return No
	}
}
