package account

import (
	"fmt"
	"runtime/debug"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"
)

// Lengths of a password, in characters (NIST SP 800-63B-4 asks for 15 where it stands alone; long ones must be possible).
const (
	ShortestPassword = 15
	LongestPassword  = 128
)

// hashing is what a password costs to try: 64 MiB and three passes, above the least that OWASP names for argon2id.
var hashing = &argon2id.Params{Memory: 64 * 1024, Iterations: 3, Parallelism: 2, SaltLength: 16, KeyLength: 32}

// PasswordFault says why a password is not taken. Code names the words that tell it: editor.password.<code>.
type PasswordFault struct{ Code string }

func (f PasswordFault) Error() string {
	return fmt.Sprintf("password: %s: expected %d to %d characters, without the login name, not one character repeated, not of common words and runs alone", f.Code, ShortestPassword, LongestPassword)
}

// SetPassword keeps a password as its hash; a start code is used up by it. A PasswordFault if it is too weak.
func (u *User) SetPassword(password string, now time.Time) error {
	switch n := utf8.RuneCountInString(password); {
	case n < ShortestPassword:
		return PasswordFault{"short"}
	case n > LongestPassword:
		return PasswordFault{"long"}
	case strings.Contains(strings.ToLower(password), u.Name):
		return PasswordFault{"name"}
	case strings.ReplaceAll(password, string([]rune(password)[0]), "") == "":
		return PasswordFault{"repeated"}
	case guessable(password):
		return PasswordFault{"common"}
	}
	defer giveBack()
	hash, err := argon2id.CreateHash(password, hashing)
	if err != nil {
		return err
	}
	u.Hash, u.PasswordAt, u.Start = hash, now, ""
	return nil
}

// nobody's hash is compared where there is no account, so that both take the same time. It is of the cost above, and
// written down: making it at every start would cost as much as a login.
const nobody = "$argon2id$v=19$m=65536,t=3,p=2$I+ILW42cOr/7SsmIffkOeg$XfVX1jXZK0XIqa5g2Ra1DZ1JtPKxvfgGmrOrorGvVYc"

// giveBack returns what a hash took at once. The collector would take those 64 MiB for the size the heap has from now on, and
// a server of 100 MB would stay at three times that after a few logins.
func giveBack() { debug.FreeOSMemory() }

// Matches tells whether the password is the account's. It takes as long for an account that has none.
func (u User) Matches(password string) bool {
	hash := u.Hash
	if hash == "" {
		hash = nobody
	}
	defer giveBack()
	ok, err := argon2id.ComparePasswordAndHash(password, hash)
	return err == nil && ok && u.Hash != ""
}

// How wrong passwords are answered: the first few cost nothing, then each locks the account for longer.
const (
	freeFailures = 4
	firstLock    = 30 * time.Second
	longestLock  = time.Hour
)

// Locked tells whether the account is locked, and for how long.
func (u User) Locked(now time.Time) (time.Duration, bool) {
	left := u.LockedUntil.Sub(now)
	return left, left > 0
}

// Fail notes a wrong password. The account is locked for twice as long each time, up to an hour: somebody who guesses is
// slowed down, and whoever forgot is not shut out for good.
func (u *User) Fail(now time.Time) {
	u.Failures++
	if over := u.Failures - freeFailures; over > 0 {
		lock := longestLock
		if over < 8 {
			lock = min(firstLock<<(over-1), longestLock)
		}
		u.LockedUntil = now.Add(lock)
	}
}

// Succeed forgets the wrong passwords.
func (u *User) Succeed() { u.Failures, u.LockedUntil = 0, time.Time{} }
