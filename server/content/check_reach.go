package content

// checkReach proves that nothing is written in vain: each step can hold in each of its periods, each question can be
// asked, each route can be hers, and each rule can be true and can be false, on some answers.
func checkReach(r *report) {
	for _, w := range r.worlds {
		for i, f := range r.guide.Facts {
			if !w.satisfiable(w.asked[i]) {
				r.fault(r.at("fact", f.ID), "the question %s is asked under no answers on %s", f.ID, w.day)
			}
		}
		for i, s := range r.guide.Steps {
			if s.on(w.day) != nil && !w.satisfiable(w.steps[i]) {
				r.fault(r.at("step", s.ID), "step %s holds under no answers on %s, which is in its period from %s", s.ID, w.day, s.on(w.day).From)
			}
		}
		for i, route := range r.guide.Routes {
			if !w.satisfiable(w.route[i]) {
				r.fault(r.at("route", route.ID), "route %s holds under no answers on %s", route.ID, w.day)
			}
		}
	}
	for _, id := range sortedKeys(r.guide.Rules) {
		if !r.onSomeDay(func(w *world) lit { return w.rule(id) }) {
			r.fault(r.at("rule", id), "rule %s is true under no answers on any day", id)
		}
		// In danger every answer but one is masked, so that alone must not count as a way to be false.
		falsified := func(w *world) lit { return w.and(w.notInDanger(), -w.rule(id)) }
		if id != notInDanger && !r.onSomeDay(falsified) {
			r.fault(r.at("rule", id), "rule %s is true under all answers on every day: it says nothing", id)
		}
	}
}

func (r *report) onSomeDay(l func(*world) lit) bool {
	for _, w := range r.worlds {
		if w.satisfiable(l(w)) {
			return true
		}
	}
	return false
}
