package editor

import (
	"crypto/subtle"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"michishirube/server/account"
	"michishirube/server/release"
)

// policy lets a page of the editor show its style sheet and send its forms here.
const policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

// scriptPolicy is for the pages that ask for a passkey: a browser gives one to nobody but a script.
const scriptPolicy = policy + "; script-src 'self'"

// headers are on every answer below /editor, beside those of the whole server.
func (e *Editor) headers(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		h := c.Response().Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("Cache-Control", "no-store")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Content-Type-Options", "nosniff")
		return next(c)
	}
}

// passkeyHeaders lets one page run the script and ask for a passkey.
func passkeyHeaders(c echo.Context) {
	h := c.Response().Header()
	h.Set("Content-Security-Policy", scriptPolicy)
	for _, what := range []string{"publickey-credentials-create", "publickey-credentials-get"} {
		h.Set("Permissions-Policy", strings.Replace(h.Get("Permissions-Policy"), what+"=()", what+"=(self)", 1))
	}
}

// transport refuses plain http but from the same machine: passwords and cookies would be readable on the way.
func (e *Editor) transport(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if !e.HTTPS && !isLocal(c.Request().Host) {
			return errInsecure
		}
		return next(c)
	}
}

// isLocal tells whether a browser asked for this very machine.
func isLocal(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || ip != nil && ip.IsLoopback()
}

// get registers a page, for whoever is logged in.
func (e *Editor) get(path string, h echo.HandlerFunc, more ...echo.MiddlewareFunc) {
	e.read(path, h, append(e.guards(path, false), more...)...)
}

// post registers what changes something, for whoever is logged in.
func (e *Editor) post(path string, h echo.HandlerFunc, more ...echo.MiddlewareFunc) {
	e.group.POST(path, h, append(e.guards(path, true), more...)...)
}

// upload is post for a form with files of so many bytes in all.
func (e *Editor) upload(path string, bytes int64, h echo.HandlerFunc, more ...echo.MiddlewareFunc) {
	e.uploads["/editor"+path] = bytes
	e.post(path, h, more...)
}

// open registers a page and what its form does, for everybody: what comes before the login.
func (e *Editor) open(path string, read, write echo.HandlerFunc) {
	e.read(path, read)
	e.group.POST(path, write, e.forms)
}

func (e *Editor) read(path string, h echo.HandlerFunc, guards ...echo.MiddlewareFunc) {
	e.reads["/editor"+path] = true
	e.group.GET(path, h, guards...)
	e.group.HEAD(path, h, guards...)
}

func (e *Editor) guards(path string, changes bool) []echo.MiddlewareFunc {
	guards := []echo.MiddlewareFunc{e.RequireUser}
	if changes {
		guards = append(guards, e.forms)
	}
	if strings.Contains(path, "/:code") {
		guards = append(guards, e.requireRegion)
	}
	return guards
}

// RequireUser sends whoever is not logged in to the login, and back afterwards.
func (e *Editor) RequireUser(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if who(c).loggedIn() {
			return next(c)
		}
		to := "/editor/login"
		if back := e.pageAbove(c); back != "/editor" {
			to += "?next=" + url.QueryEscape(back)
		}
		return c.Redirect(http.StatusSeeOther, to)
	}
}

// refused tells whoever keeps the machine that somebody was kept from something: who, from which page and why. From where
// is in no log.
func (e *Editor) refused(c echo.Context, why string) {
	e.Log.Warn("refused", "why", why, "route", c.Path(), "by", who(c).user.Name)
}

// RequireRole refuses whoever may do less than the role does.
func (e *Editor) RequireRole(least account.Role) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if slices.Index(account.Roles(), who(c).user.Role) < slices.Index(account.Roles(), least) {
				e.refused(c, "role")
				return errRole
			}
			return next(c)
		}
	}
}

// requireRegion finds the region of the path. One that is not hers looks like one that is not there.
func (e *Editor) requireRegion(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		v, code := who(c), c.Param("code")
		if !v.user.In(code) {
			e.refused(c, "region")
			return fmt.Errorf("region of another: %w", release.ErrNotFound)
		}
		var err error
		if v.region, err = e.Store.Region(c.Request().Context(), code); err != nil {
			return err
		}
		return next(c)
	}
}

// RequireRecent asks for the password or a passkey again, unless she gave one within the last five minutes. Afterwards she
// is back on the page, or on the one above if the path cannot be read: what a form held is then typed again, so let the
// page of the form require it too.
func (e *Editor) RequireRecent(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		v := who(c)
		if e.Now().Sub(v.State.ProvenAt) < account.RecentLimit {
			return next(c)
		}
		v.State.Next = e.pageAbove(c)
		if err := e.save(c); err != nil {
			return err
		}
		return c.Redirect(http.StatusSeeOther, "/editor/confirm")
	}
}

// pageAbove is the path of the request, or the nearest one above it that is a page.
func (e *Editor) pageAbove(c echo.Context) string {
	pattern, path := c.Path(), c.Request().URL.Path
	for !e.reads[pattern] && strings.Count(pattern, "/") > 1 {
		pattern, path = pattern[:strings.LastIndex(pattern, "/")], path[:strings.LastIndex(path, "/")]
	}
	return safeNext(path)
}

// mostBytes is how long a form may be, where nothing else is said.
const mostBytes = 1 << 20

// uploadTime is how long a file may take to arrive.
const uploadTime = 5 * time.Minute

// forms takes only what comes from a page of ours: by what the browser says of where it comes from, and by the token that
// stands in every form. The cookie itself is SameSite=Strict.
func (e *Editor) forms(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		if err := e.cross.Check(r); err != nil {
			e.refused(c, "another site")
			return errors.Join(errForged, err)
		}
		most := int64(mostBytes)
		if more, ok := e.uploads[c.Path()]; ok {
			most = more + mostBytes
			// Whoever is logged in may send a large file by a slow line. A recorder in a test has no line.
			_ = http.NewResponseController(c.Response()).SetReadDeadline(e.Now().Add(uploadTime))
		}
		r.Body = http.MaxBytesReader(c.Response(), r.Body, most)
		err := r.ParseForm()
		if err == nil {
			// In memory: a server may have no folder for temporary files, and nobody\'s file should be left in one.
			err = r.ParseMultipartForm(most)
		}
		var large *http.MaxBytesError
		switch {
		case errors.As(err, &large):
			return errLarge
		case err != nil && !errors.Is(err, http.ErrNotMultipart):
			return errors.Join(errUnread, err)
		}
		if subtle.ConstantTimeCompare([]byte(r.PostForm.Get("csrf")), []byte(who(c).csrf())) != 1 {
			e.refused(c, "token")
			return errForged
		}
		return next(c)
	}
}
