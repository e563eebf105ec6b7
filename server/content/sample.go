package content

import "math/rand/v2"

// Sampler draws answer sets, whole and partial, for tests that compare evaluators with one another.
type Sampler struct {
	guide *Guide
	rand  *rand.Rand
}

// NewSampler draws from the guide's facts; the same source gives the same sets.
func NewSampler(g *Guide, r *rand.Rand) *Sampler {
	return &Sampler{guide: g, rand: r}
}

// Answers draws one set. Half are walked as a consultation goes, question after question, so that deep answers occur;
// half answer any fact at random, so that masked and impossible combinations occur too. Half of each stop early.
func (s *Sampler) Answers(e *Engine, day Date) Answers {
	answers := Answers{}
	stop := len(s.guide.Facts)
	if s.rand.IntN(2) == 0 {
		stop = s.rand.IntN(stop)
	}
	if s.rand.IntN(2) == 0 {
		for _, f := range s.guide.Facts {
			if s.rand.IntN(len(s.guide.Facts)) < stop {
				answers[f.ID] = s.options(f)
			}
		}
		return answers
	}
	for range stop {
		missing := e.on(answers, day).missing()
		if len(missing) == 0 {
			break
		}
		next := s.guide.Facts[e.facts[missing[0]]]
		answers[next.ID] = s.options(next)
	}
	return answers
}

// options draws a valid answer. Danger is rarely now: that set has a single step.
func (s *Sampler) options(f Fact) []string {
	first := f.Options[s.rand.IntN(len(f.Options))]
	if f.ID == "danger" && s.rand.IntN(8) > 0 {
		first = f.Options[len(f.Options)-1]
	}
	if !f.Many || first == DontKnow || first == none {
		return []string{first}
	}
	chosen := []string{first}
	for _, o := range f.Options {
		if o != first && o != DontKnow && o != none && s.rand.IntN(4) == 0 {
			chosen = append(chosen, o)
		}
	}
	return chosen
}
