package content

// checkEffect proves that no question is asked for nothing: for each there are two answer sets that differ in it alone
// and lead to other steps, or to another route. Only days from the one of the review on count: what a question was good
// for in the past is no reason to ask it today.
func checkEffect(r *report) {
	for i, f := range r.guide.Facts {
		useful := false
		for n, w := range r.worlds {
			past := n+1 < len(r.worlds) && r.worlds[n+1].day <= r.guide.ReviewedOn
			useful = useful || !past && w.matters(i)
		}
		if !useful {
			r.fault(r.at("fact", f.ID), "the question %s changes nothing: no step and no route depends on its answer", f.ID)
		}
	}
}

// matters tells whether some answers differ in the fact alone and lead elsewhere.
func (w *world) matters(fact int) bool {
	other := w.otherwise(fact)
	var changes []lit
	for i := range w.steps {
		changes = append(changes, w.differ(w.steps[i], other.steps[i]))
	}
	for i := range w.route {
		changes = append(changes, w.differ(w.route[i], other.route[i]))
	}
	return w.satisfiable(w.or(changes...))
}
