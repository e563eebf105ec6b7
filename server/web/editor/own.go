package editor

import (
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"michishirube/server/account"
	"michishirube/server/editorial"
)

// Her own account.
func (e *Editor) ownRoutes() {
	e.get("/account", e.own)
	e.get("/account/password", e.showPassword)
	e.post("/account/password", e.changePassword)
	e.get("/account/passkey", e.showNewPasskey, e.RequireRecent)
	e.post("/account/passkey", e.addPasskey, e.RequireRecent)
	e.post("/account/passkey/remove", e.removePasskey, e.RequireRecent)
	e.post("/account/sessions", e.logOutElsewhere)
}

// line is a line of the audit, of whoever is logged in, now.
func (e *Editor) line(c echo.Context, region, what, detail string) editorial.Line {
	return editorial.Line{At: e.Now().UTC().Truncate(time.Second), By: who(c).user.Name, Region: region, What: what, Detail: detail}
}

// ownKey is a passkey as her own page lists it.
type ownKey struct {
	account.Passkey
	ID string
}

func (e *Editor) own(c echo.Context) error {
	var keys []ownKey
	for _, p := range who(c).user.Passkeys {
		keys = append(keys, ownKey{p, keyID(p)})
	}
	return e.page(c, http.StatusOK, "account", struct {
		Keys     []ownKey
		Possible bool
	}{keys, e.passkeysFor(c) != nil})
}

func (e *Editor) passwordPage(c echo.Context, status int, f *form) error {
	return e.page(c, status, "account_password", struct{ Form *form }{f})
}

func (e *Editor) showPassword(c echo.Context) error {
	return e.passwordPage(c, http.StatusOK, filled())
}

// changePassword asks for the old one, since somebody else may sit at her screen.
func (e *Editor) changePassword(c echo.Context) error {
	f := newForm(c)
	ok, err := e.checkHer(c, f, "old")
	if err != nil {
		return err
	}
	if !ok {
		return e.passwordPage(c, http.StatusUnprocessableEntity, f)
	}
	name := who(c).user.Name
	_, err = e.setPassword(c, f, name, e.line(c, "", "password", name), func(u *account.User) bool { return u.Start == "" })
	if err != nil {
		return err
	}
	if !f.ok() {
		return e.passwordPage(c, http.StatusUnprocessableEntity, f)
	}
	if err := e.endOthers(c); err != nil {
		return err
	}
	return e.done(c, "/editor/account", "password")
}

func (e *Editor) logOutElsewhere(c echo.Context) error {
	if err := e.Store.Audit(c.Request().Context(), e.line(c, "", "sessions", "")); err != nil {
		return err
	}
	if err := e.endOthers(c); err != nil {
		return err
	}
	return e.done(c, "/editor/account", "sessions")
}

// endOthers ends every session of hers; this one goes on under a new token.
func (e *Editor) endOthers(c echo.Context) error {
	v := who(c)
	if err := e.endAll(c, v.user.Name); err != nil {
		return err
	}
	rotate(v.session)
	return e.save(c)
}

// endAll ends every session of an account.
func (e *Editor) endAll(c echo.Context, name string) error {
	return e.Store.EndSessions(c.Request().Context(), func(s account.Session) bool { return s.User == name })
}
