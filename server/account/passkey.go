package account

import (
	"bytes"
	"crypto/rand"
	"slices"
	"time"

	"github.com/go-webauthn/webauthn/webauthn"
)

// Passkey is a key that stays on a device of hers. The server keeps only what checks it.
type Passkey struct {
	Name       string              `json:"name"` // as she called it, such as "office PC"
	AddedAt    time.Time           `json:"added_at"`
	UsedAt     time.Time           `json:"used_at"`
	Credential webauthn.Credential `json:"credential"`
}

// NewHandle makes what authenticators know the account by, once: it tells nothing about her, and never changes.
func (u *User) NewHandle() {
	if len(u.Handle) == 0 {
		u.Handle = make([]byte, 32)
		_, _ = rand.Read(u.Handle) // never fails: crypto/rand ends the program instead
	}
}

// UsePasskey notes that a passkey was used, with the counter it gave. False if it is not one of the account's, or if its
// counter says that there is a copy of it.
func (u *User) UsePasskey(used webauthn.Credential, now time.Time) bool {
	i := slices.IndexFunc(u.Passkeys, func(p Passkey) bool { return bytes.Equal(p.Credential.ID, used.ID) })
	if i < 0 || used.Authenticator.CloneWarning {
		return false
	}
	u.Passkeys[i].Credential, u.Passkeys[i].UsedAt = used, now
	return true
}

// The methods below make a User what go-webauthn asks for.

// WebAuthnID gives the handle.
func (u User) WebAuthnID() []byte { return u.Handle }

// WebAuthnName gives the login name.
func (u User) WebAuthnName() string { return u.Name }

// WebAuthnDisplayName gives the name others see.
func (u User) WebAuthnDisplayName() string { return u.Display }

// WebAuthnCredentials gives the passkeys.
func (u User) WebAuthnCredentials() []webauthn.Credential {
	all := make([]webauthn.Credential, len(u.Passkeys))
	for i, p := range u.Passkeys {
		all[i] = p.Credential
	}
	return all
}
