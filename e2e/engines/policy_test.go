//go:build prove

package engines

import "testing"

// The content security policy asks for Trusted Types. An engine that does not know them runs the app all the same.
func TestProveEnginesWithoutTrustedTypes(t *testing.T) {
	each(t, func(t *testing.T, e engine) {
		s := start(t)
		b := e.start(t, t.TempDir(), e.trustedTypes)
		b.visit(s)
		if known := evaluate[string](b, `return typeof trustedTypes`); known != "undefined" {
			t.Fatalf("the engine still knows Trusted Types: %s", known)
		}
		s.stop()
		b.reload()
		b.ready()
		b.consult()
		e.complains(b)
		b.quit()
	})
}

// With them, the policy refuses markup from a string and any worker but the app's own, and the app never needs either.
func TestProveEnginesTrustedTypes(t *testing.T) {
	each(t, func(t *testing.T, e engine) {
		s := start(t)
		b := e.start(t, t.TempDir())
		b.visit(s)
		e.complains(b)
		for what, body := range map[string]string{
			"markup from a string": `document.createElement('p').innerHTML = '<b>x</b>'`,
			"another worker":       `await navigator.serviceWorker.register('/other.js')`,
			"another policy":       `trustedTypes.createPolicy('other', {})`,
		} {
			if !evaluate[bool](b, `try { `+body+`; return false } catch { return true }`) {
				t.Errorf("the policy allows %s", what)
			}
		}
		b.quit()
	})
}
