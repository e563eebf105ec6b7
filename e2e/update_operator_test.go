package e2e

import (
	"regexp"
	"testing"
)

// The kill switch takes worker and caches off a device in one load, and they stay off.
func TestAppIsTakenOffInOneLoad(t *testing.T) {
	t.Parallel()
	s, d := settled(t, 0)
	other := d.opens()
	other.ready()
	must(t, other.Close())
	s.stop()
	s.again("--remove-app")
	must(t, d.tab.Close())
	d.tab = d.loads()
	const gone = `Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then(([kept, workers]) => kept.length + workers.length === 0 && document.body.innerText.includes('このアドレスでの案内は、終わりました。'))`
	d.until("nothing to be left", gone)
	for range 2 {
		_, err := d.Reload()
		must(t, err)
		d.until("nothing to come back", gone)
	}
	s.again() // the operator thought better of it
	d.starts()
	d.ready()
	d.goesOn(0)
}

var listedRelease = regexp.MustCompile(`(?m)^[0-9a-f]{64}`)

// A rollback reaches devices at their next start, offline too, with the app they have; and so does going forward again.
func TestRollbackReachesDevices(t *testing.T) {
	t.Parallel()
	s, d := settled(t, 1, 0)
	s.stop()
	kept := listedRelease.FindAllString(s.command("release", "list"), -1)
	if len(kept) != 2 {
		t.Fatalf("%d releases are listed, want 2", len(kept))
	}
	newest, before := kept[0], kept[1]
	for _, step := range []struct {
		does, release string
		words         int
	}{
		{"rollback", before, 1},
		{"publish", newest, 0},
	} {
		s.command("release", step.does, step.release)
		for range 2 { // a restart at night changes nothing of it
			s.again()
		}
		d.starts()
		d.until("the release", releaseWaits)
		s.stop()
		d.starts()
		d.ready()
		d.appOf(0)
		d.wordsOf(step.words)
	}
	d.consults(0)
}
