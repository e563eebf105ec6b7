package account

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"strings"
	"time"
)

// startLimit is how long a start code is good for: long enough to reach somebody who works part-time.
const startLimit = 7 * 24 * time.Hour

// startCodeLetters leave out what looks alike on paper: 0 O, 1 I L, and U beside V.
const startCodeLetters = "23456789ABCDEFGHJKMNPQRSTVWXYZ"

// codeLetters is the length of a code: with 30 letters, more than the 112 bits that need no slow hash.
const codeLetters = 24

// Begin takes every way into the account away and gives a start code, with which its owner sets a password of her own,
// once. Nobody else ever knows a password of hers.
func (u *User) Begin(now time.Time) string {
	var code strings.Builder
	for i := range codeLetters {
		if i > 0 && i%4 == 0 {
			code.WriteByte('-')
		}
		code.WriteByte(letter())
	}
	u.Hash, u.Passkeys = "", nil
	u.Start, u.StartUntil = startHash(code.String()), now.Add(startLimit)
	u.Succeed()
	return code.String()
}

// letter gives one at random, each as likely.
func letter() byte {
	for b := make([]byte, 1); ; {
		_, _ = rand.Read(b) // never fails: crypto/rand ends the program instead
		if n := int(b[0]); n < 256-256%len(startCodeLetters) {
			return startCodeLetters[n%len(startCodeLetters)]
		}
	}
}

// Starts tells whether the code is the account's and still good. It may be typed without hyphens and in small letters.
func (u User) Starts(code string, now time.Time) bool {
	same := subtle.ConstantTimeCompare([]byte(startHash(code)), []byte(u.Start)) == 1
	return same && u.Start != "" && now.Before(u.StartUntil)
}

// startHash needs no slow hash, nor salt: a code has 117 bits.
func startHash(code string) string {
	plain := strings.NewReplacer("-", "", " ", "").Replace(strings.ToUpper(code))
	sum := sha256.Sum256([]byte(plain))
	return hex.EncodeToString(sum[:])
}
