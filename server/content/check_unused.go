package content

import "slices"

// checkUnused looks for what no step, question or page needs any more; it would be shipped and kept up for nothing.
func checkUnused(r *report) {
	g := &r.content.Guide
	used := map[string]bool{notInDanger: true} // the compiler puts it before every question and step
	for _, c := range r.content.conditions() {
		c.when.walk(func(p Pred) { used[p.Rule] = true })
	}
	for _, id := range sortedKeys(g.Rules) {
		if !used[id] {
			r.fault(r.at("rule", id), "rule %s is never used", id)
		}
	}
	for _, d := range g.Desks {
		if !slices.ContainsFunc(g.Steps, func(s Step) bool { return slices.Contains(s.Desks, d.ID) }) {
			r.fault(r.at("desk", d.ID), "desk %s is named by no step", d.ID)
		}
	}
}
