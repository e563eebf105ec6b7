package editor

import (
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"
)

// chapter is a chapter of the operator's manual. Its words are editor.manual.<ID>.title and .body, those of its parts
// editor.manual.<ID>.<part>.title and .body.
type chapter struct {
	ID    string
	Parts []string
}

// chapters are all of the manual, in its order.
func chapters() []chapter {
	return []chapter{
		{"about", []string{"people", "need"}},
		{"install", []string{"file", "linux", "windows", "docker", "answers"}},
		{"https", []string{"certificate", "proxy", "host"}},
		{"closed", nil},
		{"accounts", []string{"first", "others", "login", "leaving"}},
		{"region", nil},
		{"edit", []string{"write", "approve", "publish", "back", "day"}},
		{"contacts", []string{"windows", "list"}},
		{"official", nil},
		{"distribute", []string{"link", "paper", "feed"}},
		{"devices", []string{"prepare", "mdm"}},
		{"backup", []string{"daily", "byhand", "restore", "rehearse"}},
		{"update", nil},
		{"ministry", []string{"until", "arrives"}},
		{"remove", nil},
		{"logs", nil},
		{"trouble", []string{"device", "server"}},
		{"safety", nil},
		{"numbers", nil},
	}
}

// section is a chapter or a part of one, as the page shows it.
type section struct {
	Anchor, Number, Title string
	Body                  []block
	Parts                 []section
}

// manual shows the operator's manual.
func (e *Editor) manual(c echo.Context) error {
	w := words{e}
	of := func(id, number string) section {
		s := section{Anchor: "s" + number, Number: number, Title: w.Say("editor.manual." + id + ".title")}
		if e.Say.Has("editor.manual." + id + ".body") {
			s.Body = w.Blocks("editor.manual." + id + ".body")
		}
		return s
	}
	var all []section
	for i, ch := range chapters() {
		s := of(ch.ID, fmt.Sprint(i+1))
		for k, part := range ch.Parts {
			s.Parts = append(s.Parts, of(ch.ID+"."+part, fmt.Sprintf("%d.%d", i+1, k+1)))
		}
		all = append(all, s)
	}
	return e.page(c, http.StatusOK, "manual", struct {
		words
		Sections []section
	}{w, all})
}
