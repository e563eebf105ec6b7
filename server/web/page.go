package web

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"sync"

	"github.com/labstack/echo/v4"

	"michishirube/server/release"
)

// The page behind a leaflet's QR code, for her own phone: one document a language, nothing beside it to load, nothing kept
// on the phone by us. The app's worker and manifest are never named on it.

// exitTo is where the exit leads: a page anybody may have open, of a public body, without a login or anything personal.
const exitTo = "https://www.jma.go.jp/bosai/forecast/"

//go:embed templates/page.html
var pageTemplate string

//go:embed templates/page.css
var pageStyle string

//go:embed templates/page.js
var pageScript string

// pagePolicy allows the page the one style and the one script that stand in it, and no request at all.
var pagePolicy = "default-src 'none'; style-src " + hashSource(pageStyle) + "; script-src " + hashSource(pageScript) +
	"; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

// hashSource is how a policy names an inline text.
func hashSource(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

var pageHTML = template.Must(template.New("page").Parse(pageTemplate))

// pageWords is the blob page.<locale> of a release.
type pageWords struct {
	Locale, Name string
	Title        words
	Lead         []words
	Sections     []struct {
		Title words
		Lines []words
	}
	Lines []struct {
		Helpline string
		Label    words
	}
	Choose, Exit words
	ExitNote     []words `json:"exit_note"`
	Mark         words
}

// words are one line of text in pieces, each with its reading where one is shown.
type words []struct {
	Text     string `json:"t"`
	Reading  string `json:"r"`
	Japanese bool   `json:"j"` // within a text of another language
}

// pageView is a page with what does not stand in its blob.
type pageView struct {
	pageWords
	Style, Script template.HTML
	ExitTo        string
	Calls         []pageCall
	Others        []pageLanguage
}

type pageCall struct {
	Label  words
	Number string
	Tel    template.URL
}

type pageLanguage struct {
	Tag, Name string
	Here      bool
}

// phonePages serves those pages. They are written out once a release.
type phonePages struct {
	current *release.Current

	mu      sync.Mutex
	release string
	pages   map[string][]byte // by locale
}

func (p *phonePages) serve(c echo.Context) error {
	s, err := p.current.Load()
	if err != nil {
		return err
	}
	pages, err := p.of(s.Current)
	if err != nil {
		return err
	}
	page, ok := pages[c.Param("locale")]
	if !ok {
		return release.ErrNotFound
	}
	h := c.Response().Header()
	h.Set("Content-Security-Policy", pagePolicy)
	h.Set("Cache-Control", "no-store") // nothing of it stays on the phone but the line in its history
	return c.Blob(http.StatusOK, "text/html; charset=utf-8", page)
}

// of gives the pages of a release, by locale.
func (p *phonePages) of(r release.Release) (map[string][]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.release == r.ID {
		return p.pages, nil
	}
	pages, err := writePages(r)
	if err != nil {
		return nil, fmt.Errorf("pages of release %s: %w", r.ID, err)
	}
	p.release, p.pages = r.ID, pages
	return pages, nil
}

// writePages makes the HTML of every page of a release.
func writePages(r release.Release) (map[string][]byte, error) {
	var all []pageWords
	var directory struct {
		Helplines []struct{ ID, Number, Tel string }
	}
	for _, name := range r.Names() {
		blob, _ := r.Named(name)
		switch {
		case name == "helplines":
			if err := json.Unmarshal(blob.JSON, &directory); err != nil {
				return nil, err
			}
		case strings.HasPrefix(name, "page."):
			var w pageWords
			if err := json.Unmarshal(blob.JSON, &w); err != nil {
				return nil, err
			}
			all = append(all, w)
		}
	}
	pages := map[string][]byte{}
	for _, w := range all {
		view := pageView{
			pageWords: w, ExitTo: exitTo,
			Style:  template.HTML("<style>" + pageStyle + "</style>"),
			Script: template.HTML("<script>" + pageScript + "</script>"),
		}
		for _, line := range w.Lines {
			for _, h := range directory.Helplines {
				if h.ID == line.Helpline {
					// html/template would refuse the scheme tel: these addresses are derived from our own directory.
					view.Calls = append(view.Calls, pageCall{line.Label, h.Number, template.URL(h.Tel)})
				}
			}
		}
		for _, o := range all {
			view.Others = append(view.Others, pageLanguage{o.Locale, o.Name, o.Locale == w.Locale})
		}
		var out bytes.Buffer
		if err := pageHTML.Execute(&out, view); err != nil {
			return nil, err
		}
		pages[w.Locale] = out.Bytes()
	}
	return pages, nil
}
