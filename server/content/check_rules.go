package content

import (
	"slices"
	"strings"
)

// checkRules proves that named conditions can be worked out, one name at a time.
func (r *report) checkRules(conditions []condition) {
	g := &r.content.Guide
	for _, id := range sortedKeys(g.Rules) {
		if g.step(id) != nil {
			r.fault(r.at("rule", id), "rule %s has the name of a step: want another, since both are named by `rule`", id)
		}
	}
	if _, ok := g.Rules[notInDanger]; !ok {
		r.fault(Pos{File: rulesFile, Line: 1}, "the rule %s is missing: every question and step needs it", notInDanger)
	}
	r.checkCycles(conditions)
}

// checkCycles looks for names that need themselves. A condition on a fact needs the condition under which it is asked.
func (r *report) checkCycles(conditions []condition) {
	needs := map[owner][]owner{}
	for _, c := range conditions {
		c.when.walk(func(p Pred) {
			switch {
			case p.Rule != "" && r.content.Guide.step(p.Rule) != nil:
				needs[c.owner] = append(needs[c.owner], owner{"step", p.Rule})
			case p.Rule != "":
				needs[c.owner] = append(needs[c.owner], owner{"rule", p.Rule})
			case p.Fact != "":
				needs[c.owner] = append(needs[c.owner], owner{"fact", p.Fact})
			}
		})
	}
	done := map[owner]bool{}
	var visit func(o owner, path []owner)
	visit = func(o owner, path []owner) {
		if i := slices.Index(path, o); i >= 0 {
			var names []string
			for _, p := range append(path[i:], o) {
				names = append(names, p.String())
			}
			r.fault(r.at(o.kind, o.name), "%s needs itself: %s", o, strings.Join(names, " → "))
			return
		}
		if done[o] {
			return
		}
		for _, next := range needs[o] {
			visit(next, append(slices.Clip(path), o))
		}
		done[o] = true
	}
	for _, c := range conditions {
		visit(c.owner, nil)
	}
}
