package editor

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"michishirube/server/account"
	"michishirube/server/editorial"
	"michishirube/server/messages"
	"michishirube/server/store"
)

// guess tries a name and a password in a browser of its own, and gives the page without what differs in every page.
func (o *office) guess(name, password string) (int, string) {
	o.t.Helper()
	o.editor.limits = newLimiter()
	b := o.browser()
	b.get("/editor/login")
	r := b.post("/editor/login", "name", name, "password", password)
	return r.StatusCode, strings.ReplaceAll(tokenField.ReplaceAllString(b.page, ""), `value="`+name+`"`, "")
}

func TestTheAnswerToAGuessTellsNothing(t *testing.T) {
	o := newOffice(t)
	o.change("ito", func(u *account.User) { u.LockedUntil = o.now.Add(time.Minute) })
	closed(o)
	_, want := o.guess("nobody", "wrong")
	for what, guess := range map[string][2]string{
		"the wrong password":                   {"admin", "wrong"},
		"the right one of a locked account":    {"ito", secret},
		"the wrong one of a locked account":    {"ito", "wrong"},
		"the right one of a closed account":    {"hana", secret},
		"a name that nobody can have":          {"nobody at all", "wrong"},
		"the name of the account of a machine": {"server", "wrong"},
	} {
		status, got := o.guess(guess[0], guess[1])
		if status != http.StatusUnprocessableEntity || got != want {
			t.Errorf("%s: %d\n%s", what, status, got)
		}
	}
	// The name of an account that there is helps whoever keeps the machine. Anything else typed may be a password.
	for _, typed := range []string{"wrong", secret, "nobody", "server"} {
		if strings.Contains(o.log.String(), typed) {
			t.Errorf("the log tells what was typed: %s", o.log.String())
		}
	}
}

func TestGuessesLockAnAccount(t *testing.T) {
	o := newOffice(t)
	for range 4 {
		o.guess("hana", "wrong")
	}
	if status, _ := o.guess("hana", secret); status != http.StatusSeeOther {
		t.Errorf("four mistakes lock her out: %d", status)
	}
	for range 5 {
		o.guess("hana", "wrong")
	}
	if status, _ := o.guess("hana", secret); status != http.StatusUnprocessableEntity {
		t.Errorf("the account is not locked: %d", status)
	}
	o.now = o.now.Add(30 * time.Second)
	o.guess("hana", "wrong")
	o.now = o.now.Add(30 * time.Second)
	if status, _ := o.guess("hana", secret); status != http.StatusUnprocessableEntity {
		t.Errorf("the second lock is no longer: %d", status)
	}
	o.now = o.now.Add(30 * time.Second)
	if status, _ := o.guess("hana", secret); status != http.StatusSeeOther {
		t.Errorf("she is locked out for good: %d", status)
	}
	lines, err := o.store.AuditLines(t.Context())
	locks := 0
	for _, l := range lines {
		if l.What == "lock" && l.By == "hana" {
			locks++
		}
	}
	if err != nil || locks != 2 {
		t.Errorf("%d locks in the audit, %v", locks, err)
	}
}

func TestGuessesAtOnceAllCount(t *testing.T) {
	o := newOffice(t)
	var all sync.WaitGroup
	for range 12 {
		all.Go(func() {
			if _, ok, err := o.editor.check(t.Context(), "hana", "wrong"); ok || err != nil {
				t.Errorf("%v, %v", ok, err)
			}
		})
	}
	all.Wait()
	if u, err := o.store.User(t.Context(), "hana"); err != nil || u.Failures != 5 {
		t.Errorf("%d failures, %v: those after the lock do not count, the others all do", u.Failures, err)
	}
}

func TestOneAddressTriesOnlySoOften(t *testing.T) {
	o := newOffice(t)
	try := func(remote string) int {
		b := o.browser()
		b.get("/editor/login")
		form := "csrf=" + b.csrf + "&name=nobody" // without a password none is checked, which would take long
		r := httptest.NewRequest(http.MethodPost, site+"/editor/login", strings.NewReader(form))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.RemoteAddr = remote
		return b.send(r).StatusCode
	}
	for range triesAtOnce {
		if got := try("192.0.2.7:1"); got != http.StatusUnprocessableEntity {
			t.Fatalf("refused too early: %d", got)
		}
	}
	if got := try("192.0.2.7:2"); got != http.StatusTooManyRequests {
		t.Errorf("never refused: %d", got)
	}
	if got := try("192.0.2.8:1"); got != http.StatusUnprocessableEntity {
		t.Errorf("another address is refused: %d", got)
	}
	o.now = o.now.Add(tryEvery)
	if got := try("192.0.2.7:3"); got != http.StatusUnprocessableEntity {
		t.Errorf("refused for good: %d", got)
	}
	if strings.Contains(o.log.String(), "192.0.2") {
		t.Errorf("an address is in the log: %s", o.log.String())
	}
}

func TestTheLimiterForgets(t *testing.T) {
	l, now := newLimiter(), time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	o := newOffice(t)
	from := func(i int) string { return fmt.Sprintf("10.%d.%d.%d:1", i>>16, i>>8&255, i&255) }
	for i := range mostKnown + 1 {
		r := httptest.NewRequest(http.MethodGet, "/editor", nil)
		r.RemoteAddr = from(i)
		l.allow(address(o.NewContext(r, nil)), now)
	}
	if len(l.known) > mostKnown {
		t.Errorf("%d addresses are remembered", len(l.known))
	}
}

func TestFieldsThatAreEmpty(t *testing.T) {
	b := newOffice(t).browser()
	b.get("/editor/login")
	b.want(b.post("/editor/login"), http.StatusUnprocessableEntity, "ログイン名を入力", "パスワードを入力", `href="#f-name"`)
}

func TestWithoutAnAccountTheLoginTellsHowToMakeOne(t *testing.T) {
	o := newOffice(t)
	empty, err := store.Open(filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = empty.Close() }()
	o.editor.Store = empty
	b := o.browser()
	b.want(b.get("/editor/login"), http.StatusOK, "michishirube user add NAME")
	if err := empty.AddUser(t.Context(), account.User{Name: "hana", Role: account.Editor, Regions: []string{"*"}}, editorial.Line{}); err != nil {
		t.Fatal(err)
	}
	if b.get("/editor/login"); strings.Contains(b.page, "user add") {
		t.Error("it still tells how")
	}
}

func TestWhatTellsHowLongAFirstLoginIsGood(t *testing.T) {
	o := newOffice(t)
	var code string
	o.change("hana", func(u *account.User) { code = u.Begin(o.now) })
	if status, _ := o.guess("hana", secret); status != http.StatusUnprocessableEntity {
		t.Errorf("the old password is good: %d", status)
	}
	b := o.browser()
	const fresh = "another horse battery"
	b.want(b.get("/editor/start"), http.StatusOK)
	for name, tt := range map[string]struct{ name, code, first, second, words string }{
		"nobody":             {"nobody", code, fresh, fresh, "期限が切れています"},
		"another code":       {"hana", "AAAA", fresh, fresh, "期限が切れています"},
		"a short password":   {"hana", code, "short", "short", "15字以上"},
		"two passwords":      {"hana", code, fresh, fresh + "!", "2つのパスワード"},
		"an account started": {"ito", "", fresh, fresh, "期限が切れています"},
	} {
		b.want(b.post("/editor/start", "name", tt.name, "code", tt.code, "new", tt.first, "again", tt.second), http.StatusUnprocessableEntity, tt.words)
		if strings.Contains(b.page, fresh) || strings.Contains(b.page, `value="short"`) {
			t.Errorf("%s: a password is sent back", name)
		}
	}
	o.now = o.now.Add(8 * 24 * time.Hour)
	b.want(b.post("/editor/start", "name", "hana", "code", code, "new", fresh, "again", fresh), http.StatusUnprocessableEntity, "期限が切れています")
	o.now = o.now.Add(-2 * 24 * time.Hour)
	b.wantTo(b.post("/editor/start", "name", "Hana", "code", strings.ToLower(code), "new", fresh, "again", fresh), "/editor")
	b.want(b.get("/editor"), http.StatusOK, "花")
	again := o.browser()
	again.get("/editor/start")
	again.want(again.post("/editor/start", "name", "hana", "code", code, "new", fresh, "again", fresh), http.StatusUnprocessableEntity)
}

func TestAPasswordIsChanged(t *testing.T) {
	o := newOffice(t)
	b := o.as("hana")
	const fresh = "another horse battery"
	for _, tt := range []struct{ old, first, second, words string }{
		{"wrong", fresh, fresh, "パスワードが違います"},
		{secret, "hana hana hana hana", "hana hana hana hana", "ログイン名が入っています"},
		{secret, fresh, "", "2つのパスワード"},
	} {
		b.get("/editor/account/password")
		b.want(b.post("/editor/account/password", "old", tt.old, "new", tt.first, "again", tt.second), http.StatusUnprocessableEntity, tt.words)
	}
	b.get("/editor/account/password")
	b.wantTo(b.post("/editor/account/password", "old", secret, "new", fresh, "again", fresh), "/editor/account?done=password")
	if status, _ := o.guess("hana", fresh); status != http.StatusSeeOther {
		t.Errorf("the new password: %d", status)
	}
	for range 5 {
		o.guess("hana", "wrong")
	}
	b.get("/editor/confirm")
	b.want(b.post("/editor/confirm", "password", fresh), http.StatusUnprocessableEntity, "あと1分ほど")
}

// Every ID has words, and all words are said somewhere. One that is put together stands there as its beginning.
func TestWords(t *testing.T) {
	say, err := messages.Load(os.DirFS("../../../locales"), "editor/*.ja.toml")
	if err != nil {
		t.Fatal(err)
	}
	code := readAll(t, "*.go") + readAll(t, "templates/*.html") + readAll(t, "../../account/*.go")
	text := regexp.MustCompile(`(?s)\{\{/\*.*?\*/\}\}`).ReplaceAllString(code, "") // without the comments of templates
	whole := regexp.MustCompile(`"(editor(?:\.[a-z0-9_]+)+)"`)
	said := map[string]bool{}
	for _, m := range whole.FindAllStringSubmatch(text, -1) {
		if said[m[1]] = true; !say.Has(m[1]) {
			t.Errorf("no words for %s", m[1])
		}
	}
	var begun []string
	for _, m := range regexp.MustCompile(`"(editor(?:\.[a-z0-9_]+)*\.)(?:%[sd][^"]*)?"`).FindAllStringSubmatch(text, -1) {
		begun = append(begun, m[1])
	}
	for _, id := range say.IDs() {
		known := said[id] || !strings.HasPrefix(id, "editor.") // the feed says the others
		for _, b := range begun {
			known = known || strings.HasPrefix(id, b)
		}
		if !known {
			t.Errorf("nobody says %s", id)
		}
	}
	for _, field := range []string{"role", "what"} {
		for _, id := range map[string][]string{"role": {"editor", "approver", "administrator"}, "what": {
			"login", "lock", "password", "passkey", "passkey_remove", "sessions", "user", "user_change", "user_close", "user_open", "user_unlock", "user_reset",
		}}[field] {
			if !say.Has("editor." + field + "." + id) {
				t.Errorf("no words for editor.%s.%s", field, id)
			}
		}
	}
}
