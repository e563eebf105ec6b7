package content

// factSet is a set of facts by index; the guidance has far fewer than 64.
type factSet uint64

func (s factSet) with(i int) factSet { return s | 1<<i }

// because lists the facts whose answers made step i hold. The list is enough by itself: with these answers alone, all
// others taken away, the step is still certain. So it includes what made each question apply, such as the topic.
func (r *run) because(i int) []string {
	set := r.reasonsOfStep(i)
	var ids []string
	for j, f := range r.guide.Facts {
		if set&(1<<j) != 0 {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

func (r *run) reasonsOfStep(i int) factSet {
	if p := r.guide.Steps[i].on(r.day); p != nil {
		return r.reasons(p.When)
	}
	return 0 // false because of the day, whatever the answers
}

// reasons gives the facts that make p what it is now; p must be known.
func (r *run) reasons(p Pred) factSet {
	switch {
	case p.All != nil:
		return r.reasonsOfParts(p.All, r.eval(p), Yes)
	case p.Any != nil:
		return r.reasonsOfParts(p.Any, r.eval(p), No)
	case p.Not != nil:
		return r.reasons(*p.Not)
	case p.Rule != "":
		if i, ok := r.steps[p.Rule]; ok {
			return r.reasonsOfStep(i)
		}
		return r.reasons(r.guide.Rules[p.Rule])
	default:
		i := r.facts[p.Fact]
		reasons := r.reasons(r.guide.Facts[i].Asked)
		if r.asked(i) == Yes {
			reasons = reasons.with(i)
		}
		return reasons
	}
}

// reasonsOfParts unites the parts that agree with the whole; where the whole needs every part, that is all of them.
func (r *run) reasonsOfParts(parts []Pred, whole, needsAll Tri) factSet {
	var set factSet
	for _, c := range parts {
		if whole == needsAll || r.eval(c) == whole {
			set |= r.reasons(c)
		}
	}
	return set
}
