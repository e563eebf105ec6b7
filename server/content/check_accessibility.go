package content

import "slices"

// checkAccessibility proves that the published result leaves out no criterion and no reason.
func checkAccessibility(r *report) {
	tried := map[string]bool{}
	for _, c := range r.content.Guide.Accessibility.Criteria {
		at := r.at("criterion", c.ID)
		tried[c.ID] = true
		if c.Level == "" {
			r.fault(at, "criterion %s is none of level A or AA", c.ID)
		}
		if c.Name.Ja == "" || c.Name.En == "" {
			r.fault(at, "criterion %s has no name in both languages", c.ID)
		}
		for _, result := range []string{c.Guide, c.Editor} {
			if !slices.Contains(Results(), result) {
				r.fault(at, "criterion %s has the result %q: want one of %v", c.ID, result, Results())
			}
			if (result == "partial" || result == "fail") && c.Note == "" {
				r.fault(at, "criterion %s fails without a note that says why", c.ID)
			}
		}
	}
	for _, id := range sortedKeys(standard()) {
		if !tried[id] {
			r.fault(Pos{File: accessibilityFile}, "criterion %s was not tried", id)
		}
	}
}
