package account

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/go-webauthn/webauthn/webauthn"
)

func TestWhoMayDoWhat(t *testing.T) {
	user := func(role Role, regions ...string) User { return User{Name: "hana", Role: role, Regions: regions} }
	gone := user(Administrator, National)
	gone.Disabled = true
	tests := []struct {
		name                       string
		user                       User
		write, approve, administer bool
	}{
		{"an editor of the region", user(Editor, "28381"), true, false, false},
		{"an approver of the region", user(Approver, "28381"), true, true, false},
		{"an administrator of the region", user(Administrator, "28381"), true, true, true},
		{"an approver of another region", user(Approver, "13112"), false, false, false},
		{"a national approver", user(Approver, National), true, true, false},
		{"somebody whose account was closed", gone, false, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.user.MayWrite("28381"); got != tt.write {
				t.Errorf("may write = %v", got)
			}
			if got := tt.user.MayApprove("28381", "taro", false); got != tt.approve {
				t.Errorf("may approve = %v", got)
			}
			if tt.user.MayApprove("28381", "hana", false) {
				t.Error("may approve what she wrote herself")
			}
			if got := tt.user.MayApprove("28381", "hana", true); got != tt.approve {
				t.Errorf("may approve alone = %v", got)
			}
			if got := tt.user.MayAdminister("28381"); got != tt.administer {
				t.Errorf("may administer = %v", got)
			}
		})
	}
}

func TestAnAdministratorManagesAccountsWithinHerRegions(t *testing.T) {
	admin := User{Role: Administrator, Regions: []string{"28381", "28382"}}
	for _, tt := range []struct {
		other User
		want  bool
	}{
		{User{Regions: []string{"28381"}}, true},
		{User{Regions: []string{"28381", "13112"}}, false},
		{User{Regions: []string{National}}, false},
		{User{}, false},
	} {
		if got := admin.MayManage(tt.other); got != tt.want {
			t.Errorf("%v = %v, want %v", tt.other.Regions, got, tt.want)
		}
	}
	if (User{Role: Approver, Regions: []string{National}}).MayManage(User{Regions: []string{"28381"}}) {
		t.Error("an approver manages accounts")
	}
}

func TestAccountsThatCannotBe(t *testing.T) {
	good := User{Name: "hana.s", Role: Editor, Regions: []string{"28381"}}
	if err := good.Validate(); err != nil {
		t.Error(err)
	}
	for name, edit := range map[string]func(*User){
		"a name of one letter":     func(u *User) { u.Name = "h" },
		"a name with a space":      func(u *User) { u.Name = "hana s" },
		"a name in large letters":  func(u *User) { u.Name = "Hana" },
		"a role we do not know":    func(u *User) { u.Role = "owner" },
		"an account of no region":  func(u *User) { u.Regions = nil },
		"a name that looks hidden": func(u *User) { u.Name = ".hana" },
	} {
		u := good
		edit(&u)
		if u.Validate() == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

func TestPasswords(t *testing.T) {
	now := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	for password, want := range map[string]string{
		"short":                     "short",
		strings.Repeat("あ", 15):     "repeated",
		strings.Repeat("ab", 65):    "long",
		"my login is hana, you see": "name",
		"Password12345678":          "common",
	} {
		u := User{Name: "hana"}
		var fault PasswordFault
		if err := u.SetPassword(password, now); !errors.As(err, &fault) || fault.Code != want || u.Hash != "" {
			t.Errorf("%q: %v, want %s", password, err, want)
		}
	}
	u := User{Name: "hana"}
	if err := u.SetPassword("correct horse battery", now); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(u.Hash, "$argon2id$v=19$m=65536,t=3,p=2$") || !u.PasswordAt.Equal(now) {
		t.Errorf("hash %q at %v", u.Hash, u.PasswordAt)
	}
	if !u.Matches("correct horse battery") || u.Matches("correct horse batter") || (User{}).Matches("there is no such account") {
		t.Error("the wrong passwords match")
	}
}

func TestWrongPasswordsLockForLongerEachTime(t *testing.T) {
	now := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	var u User
	var locks []time.Duration
	for range 14 {
		u.Fail(now)
		left, _ := u.Locked(now)
		locks = append(locks, max(left, 0))
	}
	want := []time.Duration{0, 0, 0, 0, 30 * time.Second, time.Minute, 2 * time.Minute, 4 * time.Minute, 8 * time.Minute, 16 * time.Minute, 32 * time.Minute, time.Hour, time.Hour, time.Hour}
	for i := range want {
		if locks[i] != want[i] {
			t.Errorf("after %d: %v, want %v", i+1, locks[i], want[i])
		}
	}
	if _, locked := u.Locked(now.Add(time.Hour)); locked {
		t.Error("it is locked for good")
	}
	u.Succeed()
	if _, locked := u.Locked(now); locked || u.Failures != 0 {
		t.Error("the right password is held against her")
	}
}

func TestAStartCodeIsGoodOnceAndForAWeek(t *testing.T) {
	now := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	u := User{Name: "hana", Hash: "old", Passkeys: []Passkey{{Name: "PC"}}, Failures: 9}
	code := u.Begin(now)
	if u.Hash != "" || u.Passkeys != nil || u.Failures != 0 {
		t.Errorf("a way into the account is left: %+v", u)
	}
	if len(code) != codeLetters+codeLetters/4-1 || strings.Contains(u.Start, code) {
		t.Errorf("code %q, kept %q", code, u.Start)
	}
	typed := strings.ToLower(strings.ReplaceAll(code, "-", " "))
	if !u.Starts(code, now) || !u.Starts(typed, now) || u.Starts(code[1:], now) || (User{}).Starts("", now) {
		t.Error("the wrong codes are good")
	}
	if u.Starts(code, now.Add(7*24*time.Hour)) {
		t.Error("it is good after a week")
	}
	if err := u.SetPassword("correct horse battery", now); err != nil || u.Starts(code, now) {
		t.Errorf("it is good a second time, %v", err)
	}
}

func TestAPasskeyWithACopyIsRefused(t *testing.T) {
	now := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	var u User
	u.NewHandle()
	handle := string(u.Handle)
	u.NewHandle()
	if len(handle) != 32 || string(u.WebAuthnID()) != handle {
		t.Errorf("handle %x, then %x", handle, u.Handle)
	}
	key := webauthn.Credential{ID: []byte{1}}
	u.Passkeys = []Passkey{{Name: "PC", Credential: key}}
	if !u.UsePasskey(key, now) || !u.Passkeys[0].UsedAt.Equal(now) || len(u.WebAuthnCredentials()) != 1 {
		t.Errorf("its use is not noted: %+v", u.Passkeys)
	}
	copied := key
	copied.Authenticator.CloneWarning = true
	if u.UsePasskey(copied, now) || u.UsePasskey(webauthn.Credential{ID: []byte{2}}, now) {
		t.Error("a copy, or somebody else's, is taken")
	}
}

func TestASessionEndsIdleOrAfterAWorkingDay(t *testing.T) {
	now := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		created, seen time.Duration
		want          bool
	}{
		{time.Hour, 29 * time.Minute, false}, {time.Hour, 30 * time.Minute, true},
		{10*time.Hour - time.Second, 0, false}, {10 * time.Hour, 0, true},
	} {
		if got := (Session{Created: now.Add(-tt.created), Seen: now.Add(-tt.seen)}).Over(now); got != tt.want {
			t.Errorf("%+v: over = %v", tt, got)
		}
	}
}
