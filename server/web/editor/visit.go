package editor

import (
	"context"
	"errors"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/gorilla/sessions"
	"github.com/labstack/echo/v4"

	"michishirube/server/account"
	"michishirube/server/editorial"
	"michishirube/server/release"
)

// visit is what is known of whoever sent a request.
type visit struct {
	session *sessions.Session
	record
	user   account.User     // no name: nobody is logged in
	region editorial.Region // of the path
	over   bool             // her session ended by itself
}

const visitKey = "visit"

// who gives the visit of a request.
func who(c echo.Context) *visit {
	v, _ := c.Get(visitKey).(*visit)
	return v
}

func (v *visit) loggedIn() bool { return v.user.Name != "" }

// csrf is what every form of this visit must carry. It outlives a change of token, so that a form left open in another tab
// is still good after she gave her password again.
func (v *visit) csrf() string {
	if v.State.CSRF != "" {
		return v.State.CSRF
	}
	return earlyCSRF(v.session.ID)
}

// seenEvery is how often a session's last use is written down: each writing waits for the disk.
const seenEvery = time.Minute

// visits finds out who asks, before anything else.
func (e *Editor) visits(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		session, err := e.sessions.Get(r, e.sessions.name)
		if err != nil {
			return err
		}
		v := &visit{session: session}
		v.record, _ = session.Values[recordKey].(record)
		v.over, _ = session.Values[overKey].(bool)
		c.Set(visitKey, v)
		if v.User == "" {
			return next(c)
		}
		user, err := e.Store.User(r.Context(), v.User)
		switch {
		case errors.Is(err, release.ErrNotFound), err == nil && (user.Disabled || user.Start != ""):
			v.record = record{}
			return errors.Join(e.Store.EndSession(r.Context(), hashToken(session.ID)), next(c))
		case err != nil:
			return err
		}
		v.user = user
		if now := e.Now(); now.Sub(v.Seen) >= seenEvery {
			v.Seen = now
			switch err := e.save(c); {
			case errors.Is(err, release.ErrUnsaved):
				// On a full disk she can still read, and her session ends the sooner.
				e.Log.Error("the use of a session was not noted", "error", err)
			case err != nil:
				return err
			}
		}
		return next(c)
	}
}

// save keeps what has changed in the visit's record.
func (e *Editor) save(c echo.Context) error {
	v := who(c)
	v.session.Values[recordKey] = v.record
	return v.session.Save(c.Request(), c.Response())
}

// logIn makes the visit one of u, under a new token, and goes where she wanted to. by is what she gave: password, passkey,
// both, or start.
func (e *Editor) logIn(c echo.Context, u account.User, by string) error {
	ctx, now := c.Request().Context(), e.Now()
	if err := e.prune(ctx); err != nil {
		return err
	}
	if err := e.Store.Audit(ctx, editorial.Line{At: now.UTC().Truncate(time.Second), By: u.Name, What: "login", Detail: by}); err != nil {
		return err
	}
	v := who(c)
	to := safeNext(v.State.Next)
	rotate(v.session)
	v.user, v.record = u, record{User: u.Name, Created: now, Seen: now, State: state{CSRF: newToken(), ProvenAt: now}}
	if err := e.save(c); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, to)
}

// prune forgets the sessions that are over. It is done where new ones begin, since nothing here runs by itself.
func (e *Editor) prune(ctx context.Context) error {
	now := e.Now()
	return e.Store.EndSessions(ctx, func(s account.Session) bool { return s.Over(now) })
}

// proven notes that she has just shown again who she is, and goes on to what asked for it.
func (e *Editor) proven(c echo.Context) error {
	v := who(c)
	to := safeNext(v.State.Next)
	rotate(v.session)
	v.State.ProvenAt, v.State.Next, v.State.Ceremony = e.Now(), "", nil
	if err := e.save(c); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, to)
}

// safeNext lets nobody be sent anywhere but to a page of the editor.
func safeNext(to string) string {
	clean := strings.HasPrefix(to, "/editor/") && path.Clean(to) == to && !strings.ContainsAny(to, "\\?#\r\n")
	if !clean {
		return "/editor"
	}
	return to
}
