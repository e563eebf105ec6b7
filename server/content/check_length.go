package content

// checkLength proves that no consultation grows too long. Questions are counted after danger and topic, over all answers.
func checkLength(r *report) {
	const (
		perTopic = 12 // in any single topic but `full`
		plain    = 10 // the same, while no flag is set and she knows every answer
		inAll    = 24 // whatever topics are chosen
	)
	for _, w := range r.worlds {
		r.checkAtMost(w, inAll, "all topics together")
		topic, ok := w.facts[topicFact]
		if !ok {
			continue
		}
		for i, id := range r.guide.Facts[topic].Options {
			if id == topicFull {
				continue
			}
			only := negated(w.would[topic])
			only[i] = -only[i]
			r.checkAtMost(w, perTopic, "topic "+id, only...)
			r.checkAtMost(w, plain, "topic "+id+" with plain answers", append(only, w.plain()...)...)
		}
	}
}

// checkAtMost wants no more than n questions after danger and topic, where the assumed literals hold.
func (r *report) checkAtMost(w *world, n int, where string, assumed ...lit) {
	if witness := w.witness(append(assumed, w.longer(n))...); witness != "" {
		r.fault(r.at("fact", topicFact), "%s can ask more than %d questions after %s and %s: %s", where, n, dangerFact, topicFact, witness)
	}
}

// longer holds when more than n questions are asked after danger and topic.
func (w *world) longer(n int) lit {
	var asked []lit
	for i, f := range w.guide.Facts {
		if f.ID != dangerFact && f.ID != topicFact {
			asked = append(asked, w.asked[i])
		}
	}
	return w.atLeast(n+1, asked)
}

// plain lists what holds when no flag is set and no answer is "she does not know".
func (w *world) plain() []lit {
	var lits []lit
	for _, f := range w.guide.Facts {
		lits = append(lits, -w.answered(f.ID, DontKnow))
	}
	if i, ok := w.facts[flagsFact]; ok {
		lits = append(lits, w.or(-w.asked[i], w.answered(flagsFact, none)))
	}
	return lits
}
