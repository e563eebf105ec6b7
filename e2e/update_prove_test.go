//go:build prove

package e2e

import "testing"

// From each of the last five releases, and with each of their apps, a tablet has the newest in two starts.
func TestProveUpdatesFromEachOfFiveReleases(t *testing.T) {
	for generation := 5; generation > 0; generation-- {
		twoStarts(t, generation)
		t.Logf("from %d releases ago: the newest at the second start, without a network", generation)
	}
}

// Whenever the browser is killed, the tablet opens one whole release afterwards.
func TestProveUpdatesSurviveKills(t *testing.T) { killed(t, 100) }
