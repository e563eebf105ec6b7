package editor

import (
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/labstack/echo/v4"

	"michishirube/server/account"
	"michishirube/server/editorial"
	"michishirube/server/release"
)

// ceremony is a passkey being asked for: the challenge, and when it was sent.
type ceremony struct {
	Data webauthn.SessionData `json:"data"`
	At   time.Time            `json:"at"`
}

// ceremonyLimit is how long somebody may look for her key.
const ceremonyLimit = 5 * time.Minute

func (e *Editor) passkeyRoutes() { e.open("/passkey", e.showPasskey, e.passkey) }

// passkeysFor gives what checks passkeys, or nil where there can be none: a browser keeps them by the name of the site,
// which nobody but the operator (-origin) or the machine itself (localhost) may tell us.
func (e *Editor) passkeysFor(c echo.Context) *webauthn.WebAuthn {
	origin, name := "", ""
	if e.Origin != nil {
		origin, name = e.Origin.String(), e.Origin.Hostname()
	} else if host := c.Request().Host; isLocal(host) {
		origin, name = "http://"+host, strings.Split(host, ":")[0]
		if e.HTTPS {
			origin = "https://" + host
		}
	}
	if name == "" || net.ParseIP(strings.Trim(name, "[]")) != nil {
		return nil
	}
	w, err := webauthn.New(&webauthn.Config{
		RPID: name, RPDisplayName: e.say("editor.name"), RPOrigins: []string{origin},
		AuthenticatorSelection: protocol.AuthenticatorSelection{
			ResidentKey: protocol.ResidentKeyRequirementRequired,
			// The device asks for a finger or a PIN, so that the key alone is two factors.
			UserVerification: protocol.VerificationRequired,
		},
	})
	if err != nil {
		e.Log.Warn("passkeys cannot be used", "origin", origin, "error", err)
		return nil
	}
	return w
}

// passkeyData is what the page passkey shows.
type passkeyData struct {
	Form       *form
	Options    string // for the script; empty: no passkey can be asked for here
	Confirming bool   // she is logged in already
	Second     bool   // her password was right
}

// showPasskey asks for a passkey: to log in, as the second thing after the password, or to show again who she is.
func (e *Editor) showPasskey(c echo.Context) error {
	if next := c.QueryParam("next"); next != "" && who(c).User == "" {
		who(c).State.Next = safeNext(next)
	}
	return e.passkeyPage(c, http.StatusOK, filled())
}

func (e *Editor) passkeyPage(c echo.Context, status int, f *form) error {
	v, w := who(c), e.passkeysFor(c)
	data := passkeyData{Form: f, Confirming: v.loggedIn(), Second: v.State.Pending != ""}
	if w == nil {
		return e.page(c, status, "passkey", data)
	}
	if !v.loggedIn() && status == http.StatusOK && !e.mayTry(c) {
		return errBusy // each such page is written down
	}
	u, err := e.expected(c)
	if err != nil {
		return err
	}
	var asked *protocol.CredentialAssertion
	var kept *webauthn.SessionData
	switch {
	case u == nil:
		asked, kept, err = w.BeginDiscoverableLogin()
	case len(u.Passkeys) == 0:
		return c.Redirect(http.StatusSeeOther, "/editor/confirm")
	default:
		asked, kept, err = w.BeginLogin(u)
	}
	if err != nil {
		return err
	}
	now := e.Now()
	v.State.Ceremony = &ceremony{*kept, now}
	if v.Created.IsZero() {
		v.Created, v.Seen = now, now
		if err := e.prune(c.Request().Context()); err != nil {
			return err
		}
	}
	if data.Options, err = e.asksBrowser(c, asked.Response); err != nil {
		return err
	}
	return e.page(c, status, "passkey", data)
}

// asksBrowser keeps what the visit waits for, and gives what the page's script asks the browser for.
func (e *Editor) asksBrowser(c echo.Context, response any) (string, error) {
	if err := e.save(c); err != nil {
		return "", err
	}
	options, err := json.Marshal(response)
	return string(options), err
}

// expected is whose passkey must come; nil where any will do.
func (e *Editor) expected(c echo.Context) (*account.User, error) {
	v := who(c)
	if v.loggedIn() {
		return &v.user, nil
	}
	if v.State.Pending == "" {
		return nil, nil
	}
	u, err := e.Store.User(c.Request().Context(), v.State.Pending)
	return &u, err
}

// passkey takes what the browser answered.
func (e *Editor) passkey(c echo.Context) error {
	f, v := newForm(c), who(c)
	if !v.loggedIn() && !e.mayTry(c) {
		return errBusy
	}
	second := v.State.Pending != ""
	u, fault, err := e.checkPasskey(c, f.get("credential"))
	if err != nil {
		return err
	}
	if fault != "" {
		e.notLoggedIn("passkey", u.Name)
		f.fault("passkey", e.say("editor.passkey."+fault))
		return e.passkeyPage(c, http.StatusUnprocessableEntity, f)
	}
	if v.loggedIn() {
		return e.proven(c)
	}
	by := "passkey"
	if second {
		by = "both"
	}
	return e.logIn(c, u, by)
}

// checkPasskey finds whose passkey an answer is. fault names the words that say why it is nobody's.
func (e *Editor) checkPasskey(c echo.Context, answer string) (u account.User, fault string, err error) {
	v, w, ctx := who(c), e.passkeysFor(c), c.Request().Context()
	asked := v.State.Ceremony
	v.State.Ceremony = nil // an answer is good once
	switch {
	case w == nil:
		return u, "impossible", nil
	case answer == "":
		return u, "no_script", nil
	case asked == nil || e.Now().Sub(asked.At) >= ceremonyLimit:
		return u, "late", nil
	}
	parsed, err := protocol.ParseCredentialRequestResponseBytes([]byte(answer))
	if err != nil {
		return u, "refused", nil
	}
	hers, err := e.expected(c)
	if err != nil {
		return u, "", err
	}
	var used *webauthn.Credential
	var refused error
	if hers != nil {
		u = *hers
		used, refused = w.ValidateLogin(u, asked.Data, parsed)
	} else {
		var found webauthn.User
		find := func(_, handle []byte) (webauthn.User, error) { return e.byHandle(c, handle) }
		found, used, refused = w.ValidatePasskeyLogin(find, asked.Data, parsed)
		u, _ = found.(account.User)
	}
	if refused != nil || u.Disabled {
		return u, "refused", nil
	}
	good := false
	u, err = e.Store.ChangeUser(ctx, u.Name, editorial.Line{}, func(u *account.User) error {
		good = !u.Disabled && u.UsePasskey(*used, e.Now())
		return nil
	})
	if !good {
		fault = "refused"
	}
	return u, fault, err
}

// byHandle finds the account that an authenticator knows by a handle.
func (e *Editor) byHandle(c echo.Context, handle []byte) (webauthn.User, error) {
	all, err := e.Store.Users(c.Request().Context())
	if err != nil {
		return nil, err
	}
	for _, u := range all {
		if len(u.Handle) > 0 && string(u.Handle) == string(handle) {
			return u, nil
		}
	}
	return nil, errors.Join(errors.New("nobody's passkey"), release.ErrNotFound)
}
