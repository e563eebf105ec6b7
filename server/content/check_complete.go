package content

// What these checks know of the guidance by name.
const (
	dangerFact    = "danger"
	dangerNow     = "now"
	topicFact     = "topic"
	topicFull     = "full"
	flagsFact     = "flags"
	insuranceFact = "insurance"
	dangerStep    = "call_110"
	closingStep   = "paper_home_safe" // it closes every consultation, so it is no answer to one
)

// checkComplete proves that nobody is left alone: whatever she answers, some step sends her to somebody; in danger, to
// the police and to nothing else; and her insurer is always one known kind.
func checkComplete(r *report) {
	for _, w := range r.worlds {
		var contact, others []lit
		emergency := -yes
		for i, s := range r.guide.Steps {
			if len(s.Desks) > 0 && s.ID != closingStep {
				contact = append(contact, w.steps[i])
			}
			if s.ID == dangerStep {
				emergency = w.steps[i]
			} else {
				others = append(others, w.steps[i])
			}
		}
		if witness := w.witness(w.notInDanger(), -w.or(contact...)); witness != "" {
			r.fault(r.at("step", closingStep), "no step beside %s sends her to a desk: %s", closingStep, witness)
		}
		inDanger := w.answered(dangerFact, dangerNow)
		if witness := w.witness(inDanger, -emergency); witness != "" {
			r.fault(r.at("step", dangerStep), "step %s does not hold in danger: %s", dangerStep, witness)
		}
		if witness := w.witness(inDanger, w.or(others...)); witness != "" {
			r.fault(r.at("step", dangerStep), "in danger another step than %s holds: %s", dangerStep, witness)
		}
		if i, ok := w.facts[insuranceFact]; ok {
			if witness := w.witness(w.asked[i], -w.or(w.route...)); witness != "" {
				r.fault(r.at("fact", insuranceFact), "no route holds: %s", witness)
			}
			r.checkOneRoute(w)
		}
	}
}

func (r *report) checkOneRoute(w *world) {
	for i, a := range r.guide.Routes {
		for j, b := range r.guide.Routes[:i] {
			if witness := w.witness(w.route[i], w.route[j]); witness != "" {
				r.fault(r.at("route", a.ID), "the routes %s and %s hold together: %s", b.ID, a.ID, witness)
			}
		}
	}
}
