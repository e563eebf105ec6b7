package content

import "slices"

// Boxes lists what can be written on a leaflet by hand.
func Boxes() []string { return []string{"desk", "person", "phone", "day", "note", "insurer", "city"} }

// PageSections lists the parts of the page for her own phone, in their order; the last is that of the lines.
func PageSections() []string { return []string{"paper", "expiry", "visit", "calls"} }

// PageLines lists the national lines on that page, each under words of its own: page.line.<id>.
func PageLines() []string { return []string{"dv_plus", "yorisoi", "dv_navi", "mynumber"} }

// leaflets derives the messages of the leaflets, and of the page their QR code leads to.
func (w *wording) leaflets(c *Content) {
	if len(c.Leaflets) == 0 {
		return
	}
	for _, l := range c.Leaflets {
		prefix := "leaflet." + l.ID + "."
		w.need(owner{"leaflet", l.ID}, prefix+"title")
		w.may(prefix + "lead")
		for _, b := range l.Blocks {
			w.block(owner{"leaflet", l.ID + " " + b.ID}, prefix+b.ID+".", b)
		}
	}
	shared := owner{"leaflet", "shared"}
	w.parts(shared, "leaflet.box.", Boxes()...)
	w.parts(shared, "leaflet.foot.", "version", "reviewed", "page", "late", "reference")
	w.parts(shared, "leaflet.", "link.text", "practice")
	for _, id := range []string{"leaflet.foot.version", "leaflet.foot.reviewed", "leaflet.foot.page"} {
		w.filled[id] = true
	}
	page := owner{"leaflet", "page"}
	w.parts(page, "page.", "title", "lead", "exit", "exit_note", "language")
	for _, section := range PageSections() {
		w.parts(page, "page."+section+".", "title", "body")
	}
	for _, line := range PageLines() {
		w.need(page, "page.line."+line)
	}
}

// block needs the words of one part of a leaflet.
func (w *wording) block(by owner, prefix string, b LeafletBlock) {
	w.may(prefix + "title")
	switch b.Kind {
	case "text", "steps":
		w.need(by, prefix+"body")
	case "compare":
		for _, row := range b.Rows {
			w.parts(by, prefix+row+".", "label", "self_info", "non_disclosure")
		}
	case "lines":
		w.may(prefix + "body")
		for _, line := range b.Helplines {
			w.may(prefix + line)
		}
	case "boxes":
		for _, field := range b.Fields {
			if !slices.Contains(Boxes(), field) {
				w.need(by, "leaflet.box."+field)
			}
		}
	}
}
