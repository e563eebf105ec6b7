// Package editor is /editor: where a municipality writes what it says beside the national text. Pages are written by the
// server from html/template, are never cached, and need no script but for passkeys.
//
// To add a page:
//
//  1. Write templates/<name>.html, which defines "title" and "main". Its dot is a view: .Data is what the handler gives,
//     .User and .Region are who looks at what. Words come from {{say "editor.<area>.<name>"}} and stand in
//     locales/editor/*.ja.toml. Files that begin with _ hold parts which every page may use; see _parts.html.
//  2. Write a handler: func (e *Editor) name(c echo.Context) error, which ends with e.page(c, http.StatusOK, "<name>", data).
//     who(c) is the visit: who(c).user, and who(c).region where the path has :code. An error becomes a page: see errors.go.
//  3. Register it below Register with e.get("/path", e.name), and what changes something with e.post. Everything needs
//     somebody logged in unless it is registered with e.open. A path with :code is 404 to whoever is not of that region.
//     e.RequireRole and e.RequireRecent ask for more. e.upload is e.post for larger bodies.
//  4. A form is <form method="post">{{template "csrf" .}}…; its handler reads newForm(c), notes faults with form.fault, and
//     shows the page again with status 422 and the form, or ends with e.done(c, "/path", "saved"): words editor.done.saved.
package editor

import (
	"context"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"net/url"
	"sync/atomic"
	"time"

	"github.com/labstack/echo/v4"

	"michishirube/server/account"
	"michishirube/server/content"
	"michishirube/server/messages"
	"michishirube/server/release"
)

// Config is what the editor is made of.
type Config struct {
	Store     Store
	Publisher *release.RegionPublisher
	Current   *release.Current
	Content   *content.Content   // the national content in force
	Say       *messages.Messages // words of locales/editor
	Intake    Intake             // the organisation's own list of insurers and desks
	Folder    fs.FS              // the data folder, where ZIPs of leaflets may be; nil: none
	Shelf     *Shelf             // makes such ZIPs on demand; nil: this server does not
	Paper     content.Paper      // characters that the fonts of paper have
	Now       func() time.Time
	HTTPS     bool     // whether browsers reach this server by https
	Origin    *url.URL // where they reach it; nil if nobody said
	Log       *slog.Logger
}

// Editor answers below /editor.
type Editor struct {
	Config
	sessions *sessionStore
	pages    map[string]*template.Template
	assets   map[string]asset
	cross    *http.CrossOriginProtection
	limits   *limiter
	hashing  chan struct{} // holds one for each password being checked
	started  atomic.Bool   // whether there is an account

	group   *echo.Group
	reads   map[string]bool  // paths that can be read
	uploads map[string]int64 // paths that take more than a form, and how many bytes

	// waiting lists what waits for somebody, for the first page.
	waiting func(ctx context.Context, u account.User) ([]Waiting, error)
}

// Waiting is something that waits for a person: the words of it, and where it is done.
type Waiting struct{ Text, Path string }

// atOnce is how many passwords are checked at once: each takes 64 MiB.
const atOnce = 2

// New makes the editor. It fails if a page cannot be read.
func New(c Config) (*Editor, error) {
	e := &Editor{
		Config: c, cross: http.NewCrossOriginProtection(), limits: newLimiter(), hashing: make(chan struct{}, atOnce),
		reads: map[string]bool{}, uploads: map[string]int64{},
		waiting: func(context.Context, account.User) ([]Waiting, error) { return nil, nil },
	}
	e.sessions = &sessionStore{kept: c.Store, now: c.Now, name: "editor", secure: c.HTTPS}
	if c.HTTPS {
		e.sessions.name = "__Host-editor" // which browsers take only by https, for this host and for every path
	}
	if c.Origin != nil {
		// A proxy may ask us by another name than browsers ask it.
		if err := e.cross.AddTrustedOrigin(c.Origin.String()); err != nil {
			return nil, err
		}
	}
	var err error
	if e.assets, err = loadAssets(); err != nil {
		return nil, err
	}
	e.pages, err = e.loadPages()
	return e, err
}

// Register adds every route.
func (e *Editor) Register(root *echo.Echo) {
	e.group = root.Group("/editor", e.headers, e.errors, e.transport, e.visits)
	e.loginRoutes()
	e.passkeyRoutes()
	e.ownRoutes()
	e.accountRoutes()
	e.auditRoutes()
	e.regionRoutes()
	e.distributionRoutes()
	e.get("", e.home)
	e.group.GET("/assets/:file", e.asset)
	e.group.HEAD("/assets/:file", e.asset)
}
