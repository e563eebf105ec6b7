package editor

import (
	"time"

	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/labstack/echo/v4"
)

// ceremony is a passkey being asked for: the challenge, and when it was sent.
type ceremony struct {
	Data webauthn.SessionData `json:"data"`
	At   time.Time            `json:"at"`
}

func (e *Editor) passkeyRoutes() {}

func (e *Editor) passkeysFor(echo.Context) *webauthn.WebAuthn { return nil }
