package content

import "slices"

// checkDates proves that days are in order: a step's periods, the timeline, the sections, the reviews.
func checkDates(r *report) {
	g := &r.content.Guide
	for _, s := range g.Steps {
		at := r.at("step", s.ID)
		if len(s.Periods) == 0 {
			r.fault(at, "step %s has no period: it would never hold", s.ID)
		}
		r.checkSpans(at, "step "+s.ID, spansOf(s.Periods, func(p Period) span { return span{p.From, p.Until} }))
		if s.ReviewBy <= g.ReviewedOn {
			r.fault(at, "step %s must be reviewed by %s, which is not after %s, the day all was reviewed", s.ID, s.ReviewBy, g.ReviewedOn)
		}
	}
	for _, row := range g.Timeline {
		r.checkCovered(r.at("timeline", row.ID), row, spansOf(row.Periods, func(p TimelinePeriod) span { return span{p.From, p.Until} }))
	}
	for _, p := range g.Explain {
		for _, s := range p.Sections {
			from := s.From
			if from == "" {
				from = g.CoversFrom
			}
			r.checkSpans(r.at("page", p.ID+" "+s.ID), "section "+s.ID, []span{{from, s.Until}})
		}
	}
	for _, s := range g.Sources {
		at := r.at("source", s.ID)
		if s.Issued > s.ReadOn {
			r.fault(at, "source %s was read on %s, before it was issued on %s", s.ID, s.ReadOn, s.Issued)
		}
		if s.ReadOn > g.ReviewedOn {
			r.fault(at, "source %s was read on %s, after %s, the day all was reviewed", s.ID, s.ReadOn, g.ReviewedOn)
		}
	}
}

// span is some days, both ends inclusive; an empty until never ends.
type span struct{ from, until Date }

func spansOf[P any](periods []P, of func(P) span) []span {
	spans := make([]span, len(periods))
	for i, p := range periods {
		spans[i] = of(p)
	}
	return spans
}

// checkSpans wants spans that are in order and do not overlap.
func (r *report) checkSpans(at Pos, what string, spans []span) {
	for i, s := range spans {
		if s.from < r.content.Guide.CoversFrom {
			r.fault(at, "%s: from %s is before %s, the first day covered", what, s.from, r.content.Guide.CoversFrom)
		}
		if s.until != "" && s.until < s.from {
			r.fault(at, "%s: until %s is before from %s", what, s.until, s.from)
		}
		if i == 0 {
			continue
		}
		before := spans[i-1]
		switch {
		case s.from < before.from:
			r.fault(at, "%s: the period from %s stands after the one from %s: want them in order", what, s.from, before.from)
		case before.until == "" || s.from <= before.until:
			r.fault(at, "%s: the period from %s overlaps the one from %s", what, s.from, before.from)
		}
	}
}

// checkCovered wants spans that leave no covered day without an answer.
func (r *report) checkCovered(at Pos, row TimelineRow, spans []span) {
	r.checkSpans(at, "timeline "+row.ID, spans)
	if len(spans) == 0 || !slices.ContainsFunc(spans, func(s span) bool { return s.from == r.content.Guide.CoversFrom }) {
		r.fault(at, "timeline %s does not begin on %s, the first day covered", row.ID, r.content.Guide.CoversFrom)
	}
	for i, s := range spans {
		last := i == len(spans)-1
		switch {
		case last && s.until != "":
			r.fault(at, "timeline %s ends on %s: want the last period open", row.ID, s.until)
		case !last && s.until != "" && spans[i+1].from > s.until.Add(1):
			r.fault(at, "timeline %s says nothing from %s to %s", row.ID, s.until.Add(1), spans[i+1].from.Add(-1))
		}
	}
}
