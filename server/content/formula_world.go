package content

import (
	"slices"
	"strings"
)

// world is the guidance on one day as a formula over all complete answer sets: for every fact an answer she would give,
// and from it what is asked, which rules and steps hold, and which route is hers. A question that is not asked keeps its
// answer, masked, as on the device.
type world struct {
	*formula
	guide *Guide
	day   Date
	facts map[string]int
	would [][]lit // fact → option → she would give it if asked
	asked []lit   // fact → it is asked; 0 until encoded
	named map[string]lit
	steps []lit
	route []lit
}

// newWorld encodes the guide on a day. References must be sound and free of cycles.
func newWorld(f *formula, g *Guide, day Date) *world {
	w := &world{formula: f, guide: g, day: day, facts: map[string]int{}}
	for i, fact := range g.Facts {
		w.facts[fact.ID] = i
		w.would = append(w.would, f.answer(fact))
	}
	w.derive()
	return w
}

// otherwise is the same day with the same answers, but for one fact, whose answer is free.
func (w *world) otherwise(fact int) *world {
	other := &world{formula: w.formula, guide: w.guide, day: w.day, facts: w.facts, would: slices.Clone(w.would)}
	other.would[fact] = w.answer(w.guide.Facts[fact])
	other.derive()
	return other
}

// answer gives a variable for each option, with exactly one true; several, for a many-valued fact, unless one of them
// excludes the rest.
func (f *formula) answer(fact Fact) []lit {
	options := make([]lit, len(fact.Options))
	for i := range options {
		options[i] = f.variable()
	}
	f.require(options...)
	for i := range options {
		for j := range i {
			if !fact.Many || excludes(fact.Options[i]) || excludes(fact.Options[j]) {
				f.require(-options[i], -options[j])
			}
		}
	}
	return options
}

// excludes tells that the option of a many-valued fact cannot stand beside another.
func excludes(option string) bool {
	return option == none || option == DontKnow
}

func (w *world) derive() {
	w.asked = make([]lit, len(w.guide.Facts))
	w.named = map[string]lit{}
	for i := range w.guide.Facts {
		w.isAsked(i)
	}
	for _, s := range w.guide.Steps {
		w.steps = append(w.steps, w.rule(s.ID))
	}
	for _, r := range w.guide.Routes {
		w.route = append(w.route, w.pred(r.When))
	}
}

func (w *world) isAsked(fact int) lit {
	if w.asked[fact] == 0 {
		w.asked[fact] = w.pred(w.guide.Facts[fact].Asked)
	}
	return w.asked[fact]
}

// rule encodes a named condition, or a step on this day.
func (w *world) rule(name string) lit {
	if l, ok := w.named[name]; ok {
		return l
	}
	l := -yes
	if i := slices.IndexFunc(w.guide.Steps, func(s Step) bool { return s.ID == name }); i < 0 {
		l = w.pred(w.guide.Rules[name])
	} else if p := w.guide.Steps[i].on(w.day); p != nil {
		l = w.pred(p.When)
	}
	w.named[name] = l
	return l
}

func (w *world) pred(p Pred) lit {
	var parts []lit
	for _, c := range p.children() {
		parts = append(parts, w.pred(c))
	}
	switch {
	case p.All != nil:
		return w.and(parts...)
	case p.Any != nil:
		return w.or(parts...)
	case p.Not != nil:
		return -parts[0]
	case p.Rule != "":
		return w.rule(p.Rule)
	default:
		return w.answered(p.Fact, p.options()...)
	}
}

// answered holds when the fact is asked and one of the options is given; never, when the guidance has no such fact.
func (w *world) answered(fact string, options ...string) lit {
	i, ok := w.facts[fact]
	if !ok {
		return -yes
	}
	var any []lit
	for j, o := range w.guide.Facts[i].Options {
		if slices.Contains(options, o) {
			any = append(any, w.would[i][j])
		}
	}
	return w.and(w.isAsked(i), w.or(any...))
}

// notInDanger holds when she is not in danger now.
func (w *world) notInDanger() lit { return w.rule(notInDanger) }

// answers reads the complete answer set out of a solution: the questions asked, nothing masked.
func (w *world) answers(m model) Answers {
	answers := Answers{}
	for i, f := range w.guide.Facts {
		if !m.holds(w.asked[i]) {
			continue
		}
		for j, o := range f.Options {
			if m.holds(w.would[i][j]) {
				answers[f.ID] = append(answers[f.ID], o)
			}
		}
	}
	return answers
}

// first finds the first complete answer set, in the order of facts and options, in which the assumed literals hold. A
// question is asked where it can be; a many-valued one gets a single option where that is enough.
func (w *world) first(assumed ...lit) (Answers, bool) {
	m, ok := w.solve(assumed...)
	if !ok {
		return nil, false
	}
	fixed := slices.Clone(assumed)
	fix := func(l ...lit) bool {
		if m.all(l) {
			fixed = append(fixed, l...)
			return true
		}
		if better, ok := w.solve(append(fixed, l...)...); ok {
			m, fixed = better, append(fixed, l...)
			return true
		}
		return false
	}
	for i := range w.guide.Facts {
		if !m.holds(w.asked[i]) && !fix(w.asked[i]) {
			continue // it follows from what is fixed that this is not asked
		}
		fixed = append(fixed, w.asked[i])
		w.firstOption(i, fix)
	}
	return w.answers(m), true
}

func (w *world) firstOption(fact int, fix func(...lit) bool) {
	for j := range w.would[fact] {
		alone := slices.Clone(negated(w.would[fact]))
		alone[j] = -alone[j]
		if fix(alone...) {
			return
		}
	}
	for _, option := range w.would[fact] { // several are needed: as few as the order allows
		if !fix(-option) {
			fix(option)
		}
	}
}

// witness writes a complete answer set in which the assumed literals hold, as `plan` takes it; "" when there is none.
func (w *world) witness(assumed ...lit) string {
	answers, ok := w.first(assumed...)
	if !ok {
		return ""
	}
	return "--on " + string(w.day) + " --answers '" + answersText(w.guide, answers) + "'"
}

// answersText is the inverse of ParseAnswers.
func answersText(g *Guide, answers Answers) string {
	var parts []string
	for _, f := range g.Facts {
		if options, ok := answers[f.ID]; ok {
			parts = append(parts, f.ID+"="+strings.Join(options, "+"))
		}
	}
	return strings.Join(parts, ",")
}

// newWorlds encodes every epoch: each boundary on which a step begins, changes or ends. Between two of them all days are
// alike; boundaries of pages and timelines alone change no step.
func newWorlds(g *Guide) []*world {
	var worlds []*world
	for i, day := range g.Boundaries {
		if i == 0 || slices.ContainsFunc(g.Steps, func(s Step) bool { return s.on(day) != s.on(day.Add(-1)) }) {
			worlds = append(worlds, newWorld(newFormula(), g, day))
		}
	}
	return worlds
}
