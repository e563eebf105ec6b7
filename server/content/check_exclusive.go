package content

import "strconv"

// checkExclusive proves what must hold between steps for every answer set on every epoch.
func checkExclusive(r *report) {
	for _, w := range r.worlds {
		for n, group := range r.content.Exclusive.NeverTogether {
			r.checkApart(w, r.at("never_together", strconv.Itoa(n)), yes, group)
		}
		for _, x := range r.content.Exclusive.ExactlyOne {
			at := r.at("exactly_one", x.ID)
			when := w.pred(x.When)
			var steps []lit
			for _, id := range x.Steps {
				steps = append(steps, w.rule(id))
			}
			if witness := w.witness(when, -w.or(steps...)); witness != "" {
				r.fault(at, "%s: none of %v holds: %s", x.ID, x.Steps, witness)
			}
			r.checkApart(w, at, when, x.Steps)
		}
	}
}

// checkApart wants no two of the steps to hold together.
func (r *report) checkApart(w *world, at Pos, when lit, steps []string) {
	for i, a := range steps {
		for _, b := range steps[:i] {
			if witness := w.witness(when, w.rule(a), w.rule(b)); witness != "" {
				r.fault(at, "the steps %s and %s hold together: %s", b, a, witness)
			}
		}
	}
}
