package content

import "slices"

// checkLocal proves that what regions may change has a place where it is shown, and that it stands apart from the rules.
func checkLocal(r *report) {
	g := &r.content.Guide
	for _, f := range g.Local {
		at := r.at("local", f.ID)
		if !name.MatchString(f.ID) {
			r.fault(at, "the local field %q needs a name in small letters", f.ID)
		}
		if !slices.Contains(localKinds, f.Kind) {
			r.fault(at, "local field %s is of kind %q: want one of %v", f.ID, f.Kind, localKinds)
		}
		if (f.Kind == "choice") != (len(f.Options) > 1) {
			r.fault(at, "local field %s of kind %s has %d options: want two or more for a choice, none else", f.ID, f.Kind, len(f.Options))
		}
		if (f.Kind == "text" || f.Kind == "block") != (f.Longest > 0) {
			r.fault(at, "local field %s of kind %s has longest %d: want it for text and block", f.ID, f.Kind, f.Longest)
		}
		if f.Desk == "" && len(f.Steps) == 0 && len(f.Leaflets) == 0 {
			r.fault(at, "local field %s is shown nowhere", f.ID)
		}
		if f.Desk != "" && (f.Kind != "window" || !slices.ContainsFunc(g.Desks, func(d Desk) bool { return d.ID == f.Desk })) {
			r.fault(at, "local field %s takes the place of the desk %s: want a window and a desk that exists", f.ID, f.Desk)
		}
		for _, step := range f.Steps {
			if !slices.ContainsFunc(g.Steps, func(s Step) bool { return s.ID == step }) {
				r.fault(at, "local field %s is shown in the step %s, which does not exist", f.ID, step)
			}
		}
		for _, leaflet := range f.Leaflets {
			if leaflet != "all" && !slices.ContainsFunc(r.content.Leaflets, func(l Leaflet) bool { return l.ID == leaflet && !l.Neutral }) {
				r.fault(at, "local field %s is printed on the leaflet %s: want `all` or one that exists and is not neutral", f.ID, leaflet)
			}
		}
	}
}
