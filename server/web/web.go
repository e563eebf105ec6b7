// Package web answers HTTP: the app, the content in force, and two questions of the machine's keeper. Everything here
// is read with GET or HEAD; nothing a device sends is looked at beyond the path and a few headers, and none of it is kept.
// Only below /editor, which is a package of its own, is anything written.
package web

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"michishirube/server/release"
)

// Config is what the handler is made of.
type Config struct {
	App      fs.FS                           // the built app, or what takes it off devices
	Removes  bool                            // App takes it off: its page needs nothing else, and stands at every link
	Current  *release.Current                // the content in force
	Files    Files                           // official leaflets of regions
	Ready    func(ctx context.Context) error // whether content can be served
	Editor   Editor                          // answers below /editor; nil: nobody does
	Licences []byte                          // of what the tool is made of; nil: not told
	Feed     Feed                            // what was published; without a record nothing is told
	HTTPS    bool                            // whether browsers reach this server by https
	Log      *slog.Logger
	Now      func() time.Time
}

// Editor adds its routes, all of them below /editor.
type Editor interface{ Register(*echo.Echo) }

// New makes the handler of the whole server. It fails if the app is not built, or holds a file that no route serves.
func New(c Config) (http.Handler, error) {
	files, err := loadApp(c.App)
	if err != nil {
		return nil, err
	}
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.Logger.SetOutput(io.Discard) // echo's own log holds addresses and paths
	e.IPExtractor = echo.ExtractIPDirect()
	e.HTTPErrorHandler = errorHandler(c.Log)
	e.Pre(headers(c.HTTPS), requestLog(c.Log, c.Now), recoverPanic, readOnly(c.Editor != nil))

	read := func(path string, h echo.HandlerFunc) {
		e.GET(path, h)
		e.HEAD(path, h)
	}
	for _, path := range appRoutes() {
		read(path, files.serve)
	}
	page := shell(files["/"], c.Current)
	if c.Removes {
		page = files["/"].send
	}
	read("/", page)
	read("/r/:code", page)
	content := contentHandler{current: c.Current, files: c.Files}
	read("/content/manifest.json", content.manifest)
	read("/content/:file", content.blob)
	read("/content/region/:file", content.region)
	read("/files/:file", content.file)
	phone := phonePages{current: c.Current}
	read("/i/:locale", phone.serve)
	if c.Licences != nil {
		read("/licences.txt", newResource("text/plain; charset=utf-8", revalidate, c.Licences).send)
	}
	told := newFeeds(c.Feed, c.Current)
	read("/changes.atom", told.national)
	read("/r/:code/changes.atom", told.region)
	read("/healthz", healthz)
	read("/readyz", readyz(c.Ready))
	if c.Editor != nil {
		c.Editor.Register(e)
	}
	return e, nil
}

// readOnly refuses every method but GET and HEAD before any route is looked for, so that it holds on unknown paths too.
// The editor's forms come by POST; the path is the one that routes are looked for by.
func readOnly(editor bool) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			switch r := c.Request(); r.Method {
			case http.MethodGet, http.MethodHead:
				return next(c)
			case http.MethodPost:
				if editor && strings.HasPrefix(echo.GetPath(r), "/editor/") {
					return next(c)
				}
			}
			return errMethod
		}
	}
}

// Server makes the HTTP server for a handler. Its limits fit small requests and slow mobile lines.
func Server(h http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      2 * time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          connectionLog(log),
		// net/http would answer OPTIONS * by itself, without our headers and with 200.
		DisableGeneralOptionsHandler: true,
	}
}

func healthz(c echo.Context) error { return plain(c, http.StatusOK, "ok") }

func readyz(ready func(context.Context) error) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := ready(c.Request().Context()); err != nil {
			return errors.Join(errUnavailable, err)
		}
		return plain(c, http.StatusOK, "ok")
	}
}

func plain(c echo.Context, status int, text string) error {
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.Blob(status, "text/plain; charset=utf-8", []byte(text+"\n"))
}
