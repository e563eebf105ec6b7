package editor

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"michishirube/server/account"
	"michishirube/server/editorial"
	"michishirube/server/release"
)

func (e *Editor) startPage(c echo.Context, status int, f *form) error {
	return e.page(c, status, "start", struct{ Form *form }{f})
}

func (e *Editor) showStart(c echo.Context) error { return e.startPage(c, http.StatusOK, filled()) }

// start takes the code that an administrator handed over, and sets the first password.
func (e *Editor) start(c echo.Context) error {
	f, ctx, now := newForm(c), c.Request().Context(), e.Now()
	if !e.mayTry(c) {
		f.fault("name", e.say("editor.login.busy"))
		return e.startPage(c, http.StatusTooManyRequests, f)
	}
	name := strings.ToLower(f.get("name"))
	u, err := e.Store.User(ctx, name)
	if err != nil && !errors.Is(err, release.ErrNotFound) {
		return err
	}
	if err != nil || u.Disabled || !u.Starts(f.get("code"), now) {
		e.notLoggedIn("start", u.Name)
		f.fault("code", e.say("editor.start.wrong"))
		return e.startPage(c, http.StatusUnprocessableEntity, f)
	}
	line := editorial.Line{At: now.UTC().Truncate(time.Second), By: name, What: "password", Detail: name}
	u, err = e.setPassword(c, f, name, line, func(u *account.User) bool { return u.Starts(f.get("code"), now) })
	if err != nil {
		return err
	}
	if !f.ok() {
		return e.startPage(c, http.StatusUnprocessableEntity, f)
	}
	return e.logIn(c, u, "start")
}

// setPassword sets the fields new and again as the password of an account, or notes what is wrong with them. still is asked
// once more while nothing else can change the account.
func (e *Editor) setPassword(c echo.Context, f *form, name string, line editorial.Line, still func(*account.User) bool) (account.User, error) {
	password := f.values.Get("new")
	if password != f.values.Get("again") {
		f.fault("again", e.say("editor.password.again"))
		return account.User{}, nil
	}
	// Hashed before the transaction, which nothing else can write beside.
	fresh := account.User{Name: name}
	e.hashing <- struct{}{}
	err := fresh.SetPassword(password, e.Now())
	<-e.hashing
	if fault := (account.PasswordFault{}); errors.As(err, &fault) {
		f.fault("new", e.say("editor.password."+fault.Code, "shortest", account.ShortestPassword, "longest", account.LongestPassword))
		return account.User{}, nil
	}
	if err != nil {
		return account.User{}, err
	}
	return e.Store.ChangeUser(c.Request().Context(), name, line, func(u *account.User) error {
		if !still(u) {
			return release.ErrConflict
		}
		u.Hash, u.PasswordAt, u.Start = fresh.Hash, fresh.PasswordAt, ""
		u.Succeed()
		return nil
	})
}
