package editor

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"michishirube/server/account"
	"michishirube/server/editorial"
	"michishirube/server/release"
)

func (e *Editor) loginRoutes() {
	e.open("/login", e.showLogin, e.login)
	e.open("/start", e.showStart, e.start)
	e.group.POST("/logout", e.logout, e.RequireUser, e.forms)
	e.get("/confirm", e.showConfirm)
	e.post("/confirm", e.confirm)
}

// loginData is what the page login shows.
type loginData struct {
	Form    *form
	Next    string
	Over    bool // her session ended by itself
	NoUsers bool // nobody has an account
	Passkey bool // whether a passkey can be asked for
}

func (e *Editor) showLogin(c echo.Context) error {
	v := who(c)
	if v.loggedIn() {
		return c.Redirect(http.StatusSeeOther, "/editor")
	}
	return e.loginPage(c, http.StatusOK, filled("next", c.QueryParam("next")))
}

func (e *Editor) loginPage(c echo.Context, status int, f *form) error {
	data := loginData{Form: f, Next: safeNext(f.get("next")), Over: who(c).over, Passkey: e.passkeysFor(c) != nil}
	if !e.started.Load() {
		all, err := e.Store.Users(c.Request().Context())
		if err != nil {
			return err
		}
		e.started.Store(len(all) > 0)
		data.NoUsers = len(all) == 0
	}
	return e.page(c, status, "login", data)
}

// login takes a name and a password. The answer is the same for a name that nobody has, a wrong password, and an account
// that is locked or closed, and takes the same time.
func (e *Editor) login(c echo.Context) error {
	f := newForm(c)
	if !e.mayTry(c) {
		f.fault("name", e.say("editor.login.busy"))
		return e.loginPage(c, http.StatusTooManyRequests, f)
	}
	name, password := strings.ToLower(f.get("name")), f.values.Get("password")
	if name == "" {
		f.fault("name", e.say("editor.login.no_name"))
	}
	if password == "" {
		f.fault("password", e.say("editor.login.no_password"))
	}
	if !f.ok() {
		return e.loginPage(c, http.StatusUnprocessableEntity, f)
	}
	u, ok, err := e.check(c.Request().Context(), name, password)
	if err != nil {
		return err
	}
	if !ok {
		f.fault("password", e.say("editor.login.wrong"))
		return e.loginPage(c, http.StatusUnprocessableEntity, f)
	}
	v := who(c)
	v.State.Next = safeNext(f.get("next"))
	if len(u.Passkeys) == 0 {
		return e.logIn(c, u, "password")
	}
	rotate(v.session)
	now := e.Now()
	v.record = record{Created: now, Seen: now, State: state{Pending: u.Name, Next: v.State.Next}}
	if err := e.save(c); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/editor/passkey")
}

// check tells whether the password is that of an account that is open and not locked, and counts a wrong one.
func (e *Editor) check(ctx context.Context, name, password string) (account.User, bool, error) {
	select {
	case e.hashing <- struct{}{}:
		defer func() { <-e.hashing }()
	case <-ctx.Done():
		return account.User{}, false, ctx.Err()
	}
	u, err := e.Store.User(ctx, name)
	if err != nil && !errors.Is(err, release.ErrNotFound) {
		return u, false, err
	}
	matches := u.Matches(password)
	if err != nil || u.Disabled {
		e.notLoggedIn("password", u.Name) // a name that nobody has may be a password typed into the wrong field
		// As long as counting takes: it waits for the disk too.
		return u, false, e.Store.EndSession(ctx, hashToken(newToken()))
	}
	ok, locked, now := false, false, e.Now()
	u, err = e.Store.ChangeUser(ctx, name, editorial.Line{}, func(u *account.User) error {
		if _, is := u.Locked(now); is {
			return nil
		}
		if ok = matches; ok {
			u.Succeed()
			return nil
		}
		u.Fail(now)
		_, locked = u.Locked(now)
		return nil
	})
	if err == nil && !ok {
		e.notLoggedIn("password", name)
	}
	if err == nil && locked {
		err = e.Store.Audit(ctx, editorial.Line{At: now.UTC().Truncate(time.Second), By: name, What: "lock"})
	}
	return u, ok, err
}

// notLoggedIn tells whoever keeps the machine of a try that failed. There is no address in it, and never what was typed.
func (e *Editor) notLoggedIn(by, account string) {
	e.Log.Warn("login failed", "by", by, "account", account)
}

// logout ends the session. The browser forgets its token.
func (e *Editor) logout(c echo.Context) error {
	v := who(c)
	v.session.Options.MaxAge = -1
	if err := e.save(c); err != nil {
		return err
	}
	return e.done(c, "/editor/login", "logout")
}

// confirmData is what the page confirm shows.
type confirmData struct {
	Form    *form
	Passkey bool
}

func (e *Editor) confirmPage(c echo.Context, status int, f *form) error {
	return e.page(c, status, "confirm", confirmData{f, len(who(c).user.Passkeys) > 0 && e.passkeysFor(c) != nil})
}

func (e *Editor) showConfirm(c echo.Context) error { return e.confirmPage(c, http.StatusOK, filled()) }

// confirm takes the password again before something that matters.
func (e *Editor) confirm(c echo.Context) error {
	f, v := newForm(c), who(c)
	ok, err := e.checkHer(c, f, "password")
	if err != nil {
		return err
	}
	if !ok {
		return e.confirmPage(c, http.StatusUnprocessableEntity, f)
	}
	if v.State.Next == "" {
		v.State.Next = "/editor"
	}
	return e.proven(c)
}

// checkHer checks the password of whoever is logged in, and notes a fault. She may know that her account is locked.
func (e *Editor) checkHer(c echo.Context, f *form, field string) (bool, error) {
	if !e.mayTry(c) {
		f.fault(field, e.say("editor.login.busy"))
		return false, nil
	}
	u, ok, err := e.check(c.Request().Context(), who(c).user.Name, f.values.Get(field))
	if err != nil || ok {
		return ok, err
	}
	words := e.say("editor.confirm.wrong")
	if left, locked := u.Locked(e.Now()); locked {
		words = e.say("editor.confirm.locked", "minutes", int(left.Minutes())+1)
	}
	f.fault(field, words)
	return false, nil
}
