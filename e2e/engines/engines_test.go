//go:build prove

package engines

import (
	"strings"
	"testing"
)

// engine is a browser engine that Debian packages.
type engine struct {
	name string
	open func(t *testing.T, profile string, without ...string) *browser
	// trustedTypes is what to leave out for an engine that does not know Trusted Types.
	trustedTypes string
	// harmless are messages of the console that are no fault of the app.
	harmless []string
}

var engines = []engine{
	{"webkit", openWebKit, "TrustedTypes", []string{
		"Unrecognized Content-Security-Policy directive 'manifest-src'",
		"was preloaded using link preload but not used",
	}},
	{"firefox", openFirefox, "dom.security.trusted_types.enabled", []string{
		"preloaded with link preload was not used",
		"process unknown directive", // without Trusted Types
	}},
}

// each runs a proof in every engine.
func each(t *testing.T, proof func(t *testing.T, e engine)) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) { proof(t, e) })
	}
}

// start opens the engine with the profile and prints which it is.
func (e engine) start(t *testing.T, profile string, without ...string) *browser {
	t.Helper()
	b := e.open(t, profile, without...)
	t.Logf("%s %s", b.version, strings.Join(without, " "))
	return b
}

// complains wants nothing on the console but what is known to be harmless.
func (e engine) complains(b *browser) {
	b.t.Helper()
lines:
	for line := range strings.Lines(b.console()) {
		for _, known := range e.harmless {
			if strings.Contains(line, known) {
				continue lines
			}
		}
		if strings.TrimSpace(line) != "" {
			b.t.Errorf("console: %s", line)
		}
	}
}
