package content

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// checkReference proves that every name means something: what is named exists and is of the right kind.
func checkReference(r *report) {
	g := &r.content.Guide
	for _, f := range g.Facts {
		r.checkFact(f)
	}
	conditions := r.content.conditions()
	for _, c := range conditions {
		c.when.walk(func(p Pred) { r.checkForm(c.owner, p) })
	}
	r.checkRules(conditions)
	r.checkSteps()
	r.checkKinds()
	r.checkExclusiveNames()
}

// owner is a thing of the guidance, by its kind and name.
type owner struct{ kind, name string }

func (o owner) String() string { return o.kind + " " + o.name }

// condition is a predicate and the thing that holds under it.
type condition struct {
	owner owner
	when  Pred
}

// conditions lists every predicate of the content with its owner.
func (c *Content) conditions() []condition {
	var all []condition
	for _, f := range c.Guide.Facts {
		all = append(all, condition{owner{"fact", f.ID}, f.Asked})
	}
	for _, name := range sortedKeys(c.Guide.Rules) {
		all = append(all, condition{owner{"rule", name}, c.Guide.Rules[name]})
	}
	for _, s := range c.Guide.Steps {
		for _, p := range s.Periods {
			all = append(all, condition{owner{"step", s.ID}, p.When})
		}
	}
	for _, route := range c.Guide.Routes {
		all = append(all, condition{owner{"route", route.ID}, route.When})
	}
	for _, x := range c.Exclusive.ExactlyOne {
		all = append(all, condition{owner{"exactly_one", x.ID}, x.When})
	}
	return all
}

// name is what IDs look like: they become parts of message IDs.
var name = regexp.MustCompile(`^[a-z0-9]+(_[a-z0-9]+)*$`)

// checkName refuses what cannot be part of a message ID; some words mean something else to the message files.
func (r *report) checkName(at Pos, what, id string) {
	reserved := []string{"id", "description", "hash", "leftDelim", "rightDelim", "zero", "one", "two", "few", "many", "other"}
	switch {
	case !name.MatchString(id):
		r.fault(at, "%s %q is not a name: want lower-case ASCII letters, digits and single _", what, id)
	case slices.Contains(reserved, id):
		r.fault(at, "%s %q is a word the message files reserve: want another", what, id)
	}
}

func (r *report) checkFact(f Fact) {
	at := r.at("fact", f.ID)
	r.checkName(at, "fact", f.ID)
	if len(f.Options) < 2 {
		r.fault(at, "fact %s has fewer than two options: nothing to ask", f.ID)
	}
	for i, o := range f.Options {
		r.checkName(at, "option", o)
		if slices.Contains(f.Options[:i], o) {
			r.fault(at, "fact %s has the option %s twice", f.ID, o)
		}
	}
}

// checkForm checks one part of a condition.
func (r *report) checkForm(by owner, p Pred) {
	at, g := r.at(by.kind, by.name), &r.content.Guide
	if p.Rule != "" {
		if _, ok := g.Rules[p.Rule]; !ok && g.step(p.Rule) == nil {
			r.fault(at, "%s names the rule %s: want a rule of %s or a step", by, p.Rule, rulesFile)
		}
	}
	if p.Fact == "" {
		return
	}
	i := slices.IndexFunc(g.Facts, func(f Fact) bool { return f.ID == p.Fact })
	if i < 0 {
		r.fault(at, "%s names the fact %s: want one of %s", by, p.Fact, strings.Join(factIDs(g), ", "))
		return
	}
	fact := g.Facts[i]
	switch {
	case p.Is != "" && fact.Many:
		r.fault(at, "%s asks whether %s `is` %s, but it takes several options: want `has`", by, p.Fact, p.Is)
	case p.Has != "" && !fact.Many:
		r.fault(at, "%s asks whether %s `has` %s, but it takes one option: want `is`", by, p.Fact, p.Has)
	}
	for j, o := range p.options() {
		switch {
		case o == DontKnow && !slices.Contains(fact.Options, o):
			r.fault(at, "%s expects %s of %s, which is certain", by, o, p.Fact)
		case !slices.Contains(fact.Options, o):
			r.fault(at, "%s expects %s of %s: want one of %s", by, o, p.Fact, strings.Join(fact.Options, ", "))
		case slices.Contains(p.options()[:j], o):
			r.fault(at, "%s names the option %s of %s twice", by, o, p.Fact)
		}
	}
}

func (r *report) checkDesks(by owner, desks []string) {
	for _, d := range desks {
		if !slices.ContainsFunc(r.content.Guide.Desks, func(desk Desk) bool { return desk.ID == d }) {
			r.fault(r.at(by.kind, by.name), "%s names the desk %s: want one of %s", by, d, desksFile)
		}
	}
}

func (r *report) checkSteps() {
	g := &r.content.Guide
	for _, s := range g.Steps {
		at := r.at("step", s.ID)
		r.checkName(at, "step", s.ID)
		r.checkDesks(owner{"step", s.ID}, s.Desks)
		for _, p := range s.Periods {
			if p.Variant != "" {
				r.checkName(at, "variant", p.Variant)
			}
		}
	}
	for _, d := range g.Desks {
		at := r.at("desk", d.ID)
		r.checkName(at, "desk", d.ID)
		if d.Helpline != "" && !slices.Contains(r.content.Helplines, d.Helpline) {
			r.fault(at, "desk %s names the helpline %s: want one of %s", d.ID, d.Helpline, helplinesFile)
		}
	}
	for _, route := range g.Routes {
		r.checkName(r.at("route", route.ID), "route", route.ID)
		r.checkDesks(owner{"route", route.ID}, route.Desks)
	}
	for _, c := range r.content.citations() {
		for _, cite := range c.cites {
			if g.source(cite.Source) == nil {
				r.fault(c.at, "%s cites %s: want one of %s", c.what, cite.Source, sourcesFile)
			}
		}
	}
}

// checkKinds holds the words of the model to their closed sets.
func (r *report) checkKinds() {
	g := &r.content.Guide
	oneOf := func(at Pos, what, value string, set ...string) {
		if !slices.Contains(set, value) {
			r.fault(at, "%s is %q: want one of %s", what, value, strings.Join(set, ", "))
		}
	}
	mark := func(at Pos, what, value string) {
		oneOf(at, what, value, "yes", "no", "partial", "arrives", "ordinary", "info")
	}
	for _, s := range g.Steps {
		at := r.at("step", s.ID)
		oneOf(at, fmt.Sprintf("the kind of step %s", s.ID), s.Kind, "explain", "do", "ask_insurer", "warn", "refer", "ask_her")
		oneOf(at, fmt.Sprintf("the urgency of step %s", s.ID), s.Urgency, urgencies...)
	}
	for _, s := range g.Sources {
		oneOf(r.at("source", s.ID), fmt.Sprintf("the confidence of source %s", s.ID), s.Confidence, "notice", "official", "secondary", "community")
	}
	for _, p := range g.Explain {
		for _, row := range p.Rows {
			at := r.at("page", p.ID+" "+row.ID)
			mark(at, fmt.Sprintf("self_info of row %s", row.ID), row.SelfInfo)
			mark(at, fmt.Sprintf("non_disclosure of row %s", row.ID), row.NonDisclosure)
		}
	}
	for _, row := range g.Timeline {
		for _, p := range row.Periods {
			mark(r.at("timeline", row.ID), fmt.Sprintf("the mark of %s from %s", row.ID, p.From), p.Mark)
		}
	}
}

func (r *report) checkExclusiveNames() {
	known := func(at Pos, steps []string) {
		for _, id := range steps {
			if r.content.Guide.step(id) == nil {
				r.fault(at, "%s is not a step", id)
			}
		}
	}
	for i, group := range r.content.Exclusive.NeverTogether {
		at := r.at("never_together", fmt.Sprint(i))
		if len(group) < 2 {
			r.fault(at, "a group of steps never together has fewer than two")
		}
		known(at, group)
	}
	for _, x := range r.content.Exclusive.ExactlyOne {
		known(r.at("exactly_one", x.ID), x.Steps)
	}
}
