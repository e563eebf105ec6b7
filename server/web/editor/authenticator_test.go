package editor

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"html"
	"regexp"
	"testing"

	"github.com/go-webauthn/webauthn/protocol/webauthncbor"
)

// authenticator is a device with one passkey, as a browser would answer for it.
type authenticator struct {
	t       *testing.T
	key     *ecdsa.PrivateKey
	id      []byte
	handle  []byte // of the account, given when the passkey is made
	site    string // the origin the browser is at
	rp      string
	counter uint32
	blind   bool // asks for no finger and no PIN
}

func newAuthenticator(t *testing.T) *authenticator {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	id := make([]byte, 16)
	_, _ = rand.Read(id)
	return &authenticator{t: t, key: key, id: id, site: site, rp: "guide.example.lg.jp"}
}

func base64url(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

// asked is what a page asks for.
type asked struct {
	Challenge                            string
	RPID                                 string `json:"rpId"`
	User                                 struct{ ID string }
	AllowCredentials, ExcludeCredentials []struct{ ID string }
	UserVerification                     string
	AuthenticatorSelection               struct{ ResidentKey, UserVerification string }
}

var optionsField = regexp.MustCompile(`data-options="([^"]+)"`)

// options reads what the page asks for.
func (b *browser) options() asked {
	b.o.t.Helper()
	found := optionsField.FindStringSubmatch(b.page)
	if found == nil {
		b.o.t.Fatalf("the page asks for no passkey\n%s", b.page)
	}
	var a asked
	if err := json.Unmarshal([]byte(html.UnescapeString(found[1])), &a); err != nil {
		b.o.t.Fatal(err)
	}
	return a
}

func (a *authenticator) client(kind string, o asked) []byte {
	return a.json(map[string]any{"type": kind, "challenge": o.Challenge, "origin": a.site, "crossOrigin": false})
}

func (a *authenticator) json(v any) []byte {
	a.t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		a.t.Fatal(err)
	}
	return text
}

// data is the authenticator data; attested is what comes with a new key.
func (a *authenticator) data(attested []byte) []byte {
	rp := sha256.Sum256([]byte(a.rp))
	flags := byte(0x01 | 0x04) // somebody was there, and showed a finger or a PIN
	if a.blind {
		flags = 0x01
	}
	if attested != nil {
		flags |= 0x40
	}
	out := append(rp[:], flags)
	out = binary.BigEndian.AppendUint32(out, a.counter)
	return append(out, attested...)
}

// make answers a page that asks for a new passkey.
func (a *authenticator) make(o asked) string {
	a.t.Helper()
	handle, err := base64.RawURLEncoding.DecodeString(o.User.ID)
	if err != nil {
		a.t.Fatal(err)
	}
	a.handle = handle
	point, err := a.key.PublicKey.Bytes() // 0x04, x, y
	if err != nil {
		a.t.Fatal(err)
	}
	cose, err := webauthncbor.Marshal(map[int]any{1: 2, 3: -7, -1: 1, -2: point[1:33], -3: point[33:]})
	if err != nil {
		a.t.Fatal(err)
	}
	attested := make([]byte, 16)
	attested = binary.BigEndian.AppendUint16(attested, uint16(len(a.id)))
	attested = append(append(attested, a.id...), cose...)
	object, err := webauthncbor.Marshal(map[string]any{"fmt": "none", "attStmt": map[string]any{}, "authData": a.data(attested)})
	if err != nil {
		a.t.Fatal(err)
	}
	return string(a.json(map[string]any{
		"id": base64url(a.id), "rawId": base64url(a.id), "type": "public-key", "clientExtensionResults": map[string]any{},
		"response": map[string]any{"clientDataJSON": base64url(a.client("webauthn.create", o)), "attestationObject": base64url(object), "transports": []string{"internal"}},
	}))
}

// answer answers a page that asks for a passkey.
func (a *authenticator) answer(o asked) string {
	a.t.Helper()
	a.counter++
	client, data := a.client("webauthn.get", o), a.data(nil)
	hash := sha256.Sum256(client)
	digest := sha256.Sum256(append(append([]byte{}, data...), hash[:]...))
	signature, err := ecdsa.SignASN1(rand.Reader, a.key, digest[:])
	if err != nil {
		a.t.Fatal(err)
	}
	return string(a.json(map[string]any{
		"id": base64url(a.id), "rawId": base64url(a.id), "type": "public-key", "clientExtensionResults": map[string]any{},
		"response": map[string]any{
			"clientDataJSON": base64url(client), "authenticatorData": base64url(data), "signature": base64url(signature), "userHandle": base64url(a.handle),
		},
	}))
}
