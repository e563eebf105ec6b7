package editor

import (
	"bytes"
	"encoding/base64"
	"net/http"
	"unicode/utf8"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/labstack/echo/v4"

	"michishirube/server/account"
	"michishirube/server/release"
)

// Limits of what one account keeps.
const (
	mostPasskeys    = 10
	longestKeyLabel = 40
)

// keyID names a passkey in a form.
func keyID(p account.Passkey) string { return base64.RawURLEncoding.EncodeToString(p.Credential.ID) }

func (e *Editor) showNewPasskey(c echo.Context) error {
	return e.newPasskeyPage(c, http.StatusOK, filled())
}

// newPasskeyPage asks the browser to make a passkey.
func (e *Editor) newPasskeyPage(c echo.Context, status int, f *form) error {
	v, w := who(c), e.passkeysFor(c)
	data := passkeyData{Form: f}
	if w == nil {
		return e.page(c, status, "account_passkey", data)
	}
	if len(v.user.Handle) == 0 {
		u, err := e.Store.ChangeUser(c.Request().Context(), v.user.Name, e.line(c, "", "", ""), func(u *account.User) error { u.NewHandle(); return nil })
		if err != nil {
			return err
		}
		v.user = u
	}
	var has []protocol.CredentialDescriptor
	for _, p := range v.user.WebAuthnCredentials() {
		has = append(has, p.Descriptor())
	}
	asked, kept, err := w.BeginRegistration(v.user, webauthn.WithExclusions(has))
	if err != nil {
		return err
	}
	v.State.Ceremony = &ceremony{*kept, e.Now()}
	if data.Options, err = e.asksBrowser(c, asked.Response); err != nil {
		return err
	}
	return e.page(c, status, "account_passkey", data)
}

// addPasskey keeps what the browser made.
func (e *Editor) addPasskey(c echo.Context) error {
	f, v, ctx := newForm(c), who(c), c.Request().Context()
	made, fault, err := e.checkNewPasskey(c, f)
	if err != nil {
		return err
	}
	if fault != "" {
		f.fault("passkey", e.say("editor.passkey."+fault))
	}
	if !f.ok() {
		return e.newPasskeyPage(c, http.StatusUnprocessableEntity, f)
	}
	passkey := account.Passkey{Name: f.get("name"), AddedAt: e.Now().UTC(), Credential: *made}
	_, err = e.Store.ChangeUser(ctx, v.user.Name, e.line(c, "", "passkey", passkey.Name), func(u *account.User) error {
		u.Passkeys = append(u.Passkeys, passkey)
		return nil
	})
	if err != nil {
		return err
	}
	// Whoever logged in elsewhere without it must now do so again.
	if err := e.endOthers(c); err != nil {
		return err
	}
	return e.done(c, "/editor/account", "passkey")
}

// checkNewPasskey notes what is wrong with the fields; fault names the words of what is wrong with the key itself.
func (e *Editor) checkNewPasskey(c echo.Context, f *form) (made *webauthn.Credential, fault string, err error) {
	v, w := who(c), e.passkeysFor(c)
	asked := v.State.Ceremony
	v.State.Ceremony = nil
	switch n := utf8.RuneCountInString(f.get("name")); {
	case n == 0:
		f.fault("name", e.say("editor.passkey.no_name"))
	case n > longestKeyLabel:
		f.fault("name", e.say("editor.passkey.long_name", "longest", longestKeyLabel))
	}
	switch {
	case w == nil:
		return nil, "impossible", nil
	case len(v.user.Passkeys) >= mostPasskeys:
		return nil, "too_many", nil
	case f.get("credential") == "":
		return nil, "no_script", nil
	case asked == nil || e.Now().Sub(asked.At) >= ceremonyLimit:
		return nil, "late", nil
	}
	parsed, err := protocol.ParseCredentialCreationResponseBytes([]byte(f.get("credential")))
	if err != nil {
		return nil, "not_made", nil
	}
	made, err = w.CreateCredential(v.user, asked.Data, parsed)
	if err != nil {
		return nil, "not_made", nil
	}
	all, err := e.Store.Users(c.Request().Context())
	for _, u := range all {
		for _, p := range u.Passkeys {
			if bytes.Equal(p.Credential.ID, made.ID) {
				return nil, "not_made", nil // somebody's already
			}
		}
	}
	return made, "", err
}

// removePasskey forgets one.
func (e *Editor) removePasskey(c echo.Context) error {
	v, id := who(c), newForm(c).get("id")
	label := ""
	for _, p := range v.user.Passkeys {
		if keyID(p) == id {
			label = p.Name
		}
	}
	_, err := e.Store.ChangeUser(c.Request().Context(), v.user.Name, e.line(c, "", "passkey_remove", label), func(u *account.User) error {
		for i, p := range u.Passkeys {
			if keyID(p) == id {
				u.Passkeys = append(u.Passkeys[:i], u.Passkeys[i+1:]...)
				return nil
			}
		}
		return release.ErrNotFound
	})
	if err != nil {
		return err
	}
	return e.done(c, "/editor/account", "passkey_remove")
}
