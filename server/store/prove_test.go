//go:build prove

package store

import "testing"

// 800 of the 1,000 kills; the others are of the program itself, in server.
func TestProveCrashKillsOfTheStore(t *testing.T) {
	k := newKilling(t)
	for k.Kills < 800 {
		if k.Kills%50 == 0 { // an old file is no better than a new one, and slow to compare
			k.anew()
		}
		for _, kind := range kinds() {
			k.round(kind)
		}
		if k.Kills%100 == 0 {
			k.tell()
		}
	}
	k.tell()
	if k.Inside < k.Kills/4 || k.Gone == 0 {
		t.Errorf("only %d of %d kills landed inside a change, and %d left nothing: this tries little", k.Inside, k.Kills, k.Gone)
	}
}

func TestProveCrashFlippedBits(t *testing.T) {
	x := newTampering(t)
	x.flips(t, 5_000, 10)
}
