package editor

import (
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"michishirube/server/content"
	"michishirube/server/release"
)

// distributionRoutes adds the pages for passing a link on: of a region, and the national one.
func (e *Editor) distributionRoutes() {
	for _, base := range []string{"/distribution", "/regions/:code/distribution"} {
		e.get(base, e.distribution)
		e.get(base+"/poster", e.poster)
		e.get(base+"/letter", e.letter)
		e.get(base+"/qr.png", e.qrPicture)
		e.post(base+"/leaflets", e.makePack)
		e.get(base+"/leaflets/:file", e.madePack)
	}
	e.get(keptPath(""), e.sendKept)
	e.get(keptPath(":code"), e.sendKept)
	e.read("/manual", e.manual) // it holds nothing secret, and whoever sets a server up has no account yet
}

// passed is what is passed on, and the words around it.
type passed struct {
	words
	Base    string // path of these pages
	Name    string // of the region; empty: national
	URL     string // the link
	Feed    string // where its publications are told
	Guessed bool   // the link was made from what this browser asks for: nobody told the server where others reach it
	Live    bool   // whether the link leads anywhere yet
	Today   string // in both calendars
	Packs   packsData
	qr      qrCode
}

// QR is the code of the link.
func (p passed) QR() template.HTML { return p.qr.SVG(p.Say("editor.distribution.qr", "url", p.URL)) }

// passedOn gathers it for the region of the path, or for the national text.
func (e *Editor) passedOn(c echo.Context) (passed, error) {
	p := passed{words: words{e}, Base: "/editor/distribution", Live: true, Today: day(string(content.DateIn(e.Now())))}
	origin, path := e.Origin, "/"
	if origin == nil {
		origin, p.Guessed = &url.URL{Scheme: "http", Host: c.Request().Host}, true
		if e.HTTPS {
			origin.Scheme = "https"
		}
	}
	if r := who(c).region; r.Code != "" {
		s, err := e.Current.Load()
		if err != nil {
			return p, err
		}
		_, p.Live = s.Regions[r.Code]
		path, p.Name, p.Base = "/r/"+r.Code, r.Name, "/editor/regions/"+r.Code+"/distribution"
	}
	p.URL = (&url.URL{Scheme: origin.Scheme, Host: origin.Host, Path: path}).String()
	p.Feed = strings.TrimSuffix(p.URL, "/") + "/changes.atom"
	qr, err := newQR(p.URL)
	p.qr = qr
	return p, err
}

// distribution shows all ways of passing the link on.
func (e *Editor) distribution(c echo.Context) error {
	p, err := e.passedOn(c)
	if err != nil {
		return err
	}
	return e.distributionPage(c, http.StatusOK, p, filled())
}

// distributionPage shows the page with what was chosen in its form.
func (e *Editor) distributionPage(c echo.Context, status int, p passed, f *form) error {
	var err error
	if p.Packs, err = e.packs(c, p, f); err != nil {
		return err
	}
	return e.page(c, status, "distribution", p)
}

// poster is for the wall of a staff room.
func (e *Editor) poster(c echo.Context) error { return e.paper(c, "poster") }

// letter goes with the link to private support groups.
func (e *Editor) letter(c echo.Context) error { return e.paper(c, "letter") }

// paper shows a page to be printed. One whose link leads nowhere yet must not get onto paper.
func (e *Editor) paper(c echo.Context, name string) error {
	p, err := e.passedOn(c)
	if err != nil {
		return err
	}
	if !p.Live {
		return e.done(c, p.Base, "")
	}
	return e.page(c, http.StatusOK, name, p)
}

// qrPicture is the code for a paper of the municipality's own.
func (e *Editor) qrPicture(c echo.Context) error {
	p, err := e.passedOn(c)
	if err != nil {
		return err
	}
	if !p.Live {
		return release.ErrNotFound
	}
	picture, err := p.qr.PNG()
	if err != nil {
		return err
	}
	c.Response().Header().Set("Content-Disposition", `attachment; filename="guide-qr.png"`)
	return c.Blob(http.StatusOK, "image/png", picture)
}
