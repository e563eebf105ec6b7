package account

import (
	"runtime"
	"testing"

	"github.com/alexedwards/argon2id"
)

// A name that nobody has must take as long as one that somebody has.
func TestNobodysHashCostsWhatOthersCost(t *testing.T) {
	params, _, _, err := argon2id.DecodeHash(nobody)
	if err != nil || *params != *hashing {
		t.Errorf("nobody's hash is of %+v (%v), others of %+v", params, err, hashing)
	}
}

func TestWhatAPasswordTakesIsGivenBack(t *testing.T) {
	for range 3 {
		User{}.Matches("三人で何度も読み合わせる案内の文")
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if kept := (m.HeapSys - m.HeapReleased) >> 20; kept >= 64 {
		t.Errorf("%d MiB are kept after checking passwords, as much as one takes", kept)
	}
}
