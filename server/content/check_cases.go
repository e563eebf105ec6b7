package content

import "slices"

// checkCases replays every case: they are the tests of the guidance and the examples a counselor reads.
func checkCases(r *report) {
	engine := NewEngine(r.guide)
	for _, k := range r.content.Cases {
		at := r.at("case", k.ID)
		if k.Title == "" || k.Source == "" {
			r.fault(at, "case %s has no title or no source", k.ID)
		}
		if len(k.Expect) == 0 && len(k.Absent) == 0 && k.Next == "" {
			r.fault(at, "case %s expects nothing", k.ID)
		}
		known := true
		for _, id := range slices.Concat(k.Expect, k.Absent) {
			if r.guide.step(id) == nil {
				r.fault(at, "case %s names the step %s, which does not exist", k.ID, id)
				known = false
			}
		}
		if k.Next != "" && k.Next != "-" && !slices.Contains(factIDs(r.guide), k.Next) {
			r.fault(at, "case %s names the question %s, which does not exist", k.ID, k.Next)
			known = false
		}
		if !known {
			continue
		}
		for _, fault := range k.run(engine) {
			r.fault(at, "case %s: %s", k.ID, fault)
		}
	}
}
