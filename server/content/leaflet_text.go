package content

import (
	"fmt"
	"strings"
)

// LeafletPrint is how a leaflet is printed.
type LeafletPrint struct {
	Language string
	Day      Date              // the rules of this day, and whether a review is overdue
	Address  string            // of the neutral page; empty: the paper carries none
	Release  string            // short name of the release, for the footer
	Numbers  map[string]string // national line → its number
}

// LeafletText gives the plain text of a leaflet as it is printed: the same words in the same order, without what is drawn.
func (c *Content) LeafletText(l Leaflet, p LeafletPrint) string {
	w := &sheet{c: c, p: p, prefix: "leaflet." + l.ID + "."}
	w.say(w.prefix + "title")
	w.say(w.prefix + "lead")
	for _, b := range l.Blocks {
		if b.On(p.Day) {
			w.block(b)
		}
	}
	w.foot(l)
	return strings.Join(w.lines, "\n") + "\n"
}

// sheet collects the lines of a paper.
type sheet struct {
	c      *Content
	p      LeafletPrint
	prefix string
	lines  []string
}

// say adds a message, if there is one.
func (w *sheet) say(id string) {
	if text := w.c.Plain(w.p.Language, id); text != "" {
		w.lines = append(w.lines, text)
	}
}

// words gives a message on one line.
func (w *sheet) words(id string) string { return w.c.Plain(w.p.Language, id) }

func (w *sheet) block(b LeafletBlock) {
	prefix := w.prefix + b.ID + "."
	w.say(prefix + "title")
	switch b.Kind {
	case "text":
		w.say(prefix + "body")
	case "steps":
		n := 0
		for line := range strings.Lines(w.words(prefix + "body")) {
			n++
			w.lines = append(w.lines, fmt.Sprintf("%d. %s", n, strings.TrimPrefix(strings.TrimSpace(line), "- ")))
		}
	case "compare":
		for _, row := range b.Rows {
			w.say(prefix + row + ".label")
			w.lines = append(w.lines, w.words("ui.flag.self_info")+": "+w.words(prefix+row+".self_info"))
			w.lines = append(w.lines, w.words("ui.flag.non_disclosure")+": "+w.words(prefix+row+".non_disclosure"))
		}
	case "boxes":
		for _, field := range b.Fields {
			w.say("leaflet.box." + field)
		}
	case "lines":
		w.say(prefix + "body")
		for _, line := range b.Helplines {
			w.helpline(prefix, line)
		}
	case "link":
		if w.p.Address != "" {
			w.say("leaflet.link.text")
			w.lines = append(w.lines, w.p.Address)
		}
	}
}

// helpline is a national line under its own name, or under the words this paper has for it.
func (w *sheet) helpline(prefix, id string) {
	if own := w.words(prefix + id); own != "" {
		w.lines = append(w.lines, own+" "+w.p.Numbers[id])
		return
	}
	w.lines = append(w.lines, w.words("helpline."+id+".name")+" "+w.p.Numbers[id], w.words("helpline."+id+".hours"))
}

func (w *sheet) foot(l Leaflet) {
	if w.p.Day >= l.ReviewBy {
		w.say("leaflet.foot.late")
	}
	for _, language := range w.c.Guide.Languages {
		if language.Tag == w.p.Language && language.Reference {
			w.say("leaflet.foot.reference")
		}
	}
	fill := func(id, name, value string) {
		w.lines = append(w.lines, strings.ReplaceAll(w.words(id), "{{."+name+"}}", value))
	}
	fill("leaflet.foot.version", "version", strings.TrimSpace(string(l.Version)+" "+w.p.Release))
	fill("leaflet.foot.reviewed", "day", string(w.c.Guide.ReviewedOn))
}
