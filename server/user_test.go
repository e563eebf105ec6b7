package main

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"michishirube/server/account"
	"michishirube/server/editorial"
	"michishirube/server/messages"
	"michishirube/server/store"
)

const typed = "correct horse battery"

// runUser runs the subcommand with something on standard input.
func runUser(stdin string, args ...string) (code int, stdout, stderr string) {
	var out, bad bytes.Buffer
	env := testEnv(&out, &bad)
	env.Stdin = strings.NewReader(stdin)
	code = run(context.Background(), append([]string{"user"}, args...), env)
	return code, out.String(), bad.String()
}

func openData(t *testing.T, data string) *store.Store {
	t.Helper()
	db, err := store.Open(filepath.Join(data, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func TestAccountsAreMadeAndKeptOnTheServer(t *testing.T) {
	data := t.TempDir()
	if code, out, _ := runUser("", "list", "--data", data); code != exitOK || !strings.Contains(out, "担当者はいません") {
		t.Errorf("list of nobody = %d, %s", code, out)
	}
	code, out, bad := runUser(typed+"\n", "add", "Hana", "--role", "administrator", "--regions", "*", "--password-stdin", "--display", "花", "--data", data)
	if code != exitOK || !strings.Contains(out, "hana") || strings.Contains(out+bad, typed) {
		t.Fatalf("add = %d, %s%s", code, out, bad)
	}
	if code, _, bad := runUser(typed, "add", "hana", "--role", "editor", "--regions", "*", "--password-stdin", "--data", data); code != exitFailure || !strings.Contains(bad, "もう登録") {
		t.Errorf("add twice = %d, %s", code, bad)
	}
	if code, out, _ := runUser("", "list", "--data", data); code != exitOK || !strings.Contains(out, "hana  花  administrator  *  使用中") {
		t.Errorf("list = %d, %s", code, out)
	}
	if code, out, bad := runUser("", "close", "hana", "--data", data); code != exitOK || !strings.Contains(out, "閉じました") {
		t.Errorf("close = %d, %s%s", code, out, bad)
	}
	if code, out, _ := runUser("", "list", "--data", data); code != exitOK || !strings.Contains(out, "閉じている") {
		t.Errorf("list = %d, %s", code, out)
	}
	func() {
		db, ctx := openData(t, data), context.Background()
		defer func() { _ = db.Close() }()
		_, err := db.ChangeUser(ctx, "hana", editorial.Line{}, func(u *account.User) error {
			u.Passkeys, u.Failures, u.Disabled = []account.Passkey{{Name: "PC"}}, 9, false
			return nil
		})
		if err := errors.Join(err, db.PutSession(ctx, []byte("hash"), nil, account.Session{User: "hana"})); err != nil {
			t.Fatal(err)
		}
	}()
	if code, out, bad := runUser("another horse battery\r\n", "password", "hana", "--password-stdin", "--data", data); code != exitOK || !strings.Contains(out, "--remove-passkeys") {
		t.Errorf("password = %d, %s%s", code, out, bad)
	}
	if code, out, bad := runUser("another horse battery", "password", "hana", "--password-stdin", "--remove-passkeys", "--data", data); code != exitOK || strings.Contains(out, "--remove-passkeys") {
		t.Errorf("password = %d, %s%s", code, out, bad)
	}
	db, ctx := openData(t, data), context.Background()
	u, err := db.User(ctx, "hana")
	if err != nil || !u.Matches("another horse battery") || u.Failures != 0 || u.Disabled || len(u.Passkeys) != 0 || u.Display != "花" {
		t.Errorf("account = %+v, %v", u, err)
	}
	if _, err := db.Session(ctx, []byte("hash")); err == nil {
		t.Error("a session outlives the password")
	}
	lines, err := db.AuditLines(ctx)
	var did []string
	for _, l := range lines {
		if did = append(did, l.What); l.By != "server" {
			t.Errorf("line %+v is by %s", l, l.By)
		}
	}
	if err != nil || strings.Join(did, " ") != "user user_close password password" {
		t.Errorf("audit = %v, %v", did, err)
	}
}

func TestWhatIsWrongWithAnAccountIsSaidInJapanese(t *testing.T) {
	data := t.TempDir()
	add := func(more ...string) []string {
		return append([]string{"add", "hana", "--password-stdin", "--data", data}, more...)
	}
	good := add("--role", "editor", "--regions", "*")
	for name, tt := range map[string]struct {
		stdin string
		args  []string
		code  int
		want  string
	}{
		"no action":           {"", nil, exitUsage, "add、list"},
		"another action":      {"", []string{"remove", "hana"}, exitUsage, "add、list"},
		"no name":             {"", []string{"add"}, exitUsage, "ログイン名を指定"},
		"a flag we lack":      {"", []string{"list", "--nonsense"}, exitUsage, "user --help"},
		"a bad name":          {typed, []string{"add", "花", "--role", "editor", "--regions", "*", "--data", data}, exitUsage, "半角"},
		"no role":             {typed, add("--regions", "*"), exitUsage, "--role"},
		"no regions":          {typed, add("--role", "editor"), exitUsage, "--regions"},
		"a region we lack":    {typed, add("--role", "editor", "--regions", "28381"), exitFailure, "28381"},
		"a short password":    {"short\n", good, exitFailure, "15字以上"},
		"no password":         {"", good, exitFailure, "15字以上"},
		"no terminal":         {typed, []string{"add", "hana", "--role", "editor", "--regions", "*", "--data", data}, exitFailure, "--password-stdin"},
		"nobody of that name": {typed, []string{"close", "taro", "--data", data}, exitFailure, "taro"},
	} {
		code, out, bad := runUser(tt.stdin, tt.args...)
		if code != tt.code || !strings.Contains(bad, tt.want) || out != "" {
			t.Errorf("%s: %d, %s%s", name, code, out, bad)
		}
	}
	if code, out, _ := runUser("", "--help"); code != exitOK || !strings.Contains(out, "Usage: michishirube user add") {
		t.Errorf("help = %d, %s", code, out)
	}
	db := openData(t, data)
	if code, _, bad := runUser(typed, good...); code != exitFailure || !strings.Contains(bad, "サーバーを止めて") {
		t.Errorf("beside a running server: %d, %s", code, bad)
	}
	if all, err := db.Users(context.Background()); err != nil || len(all) != 0 {
		t.Errorf("accounts = %v, %v", all, err)
	}
}

func TestAPasswordIsTypedTwice(t *testing.T) {
	var bad bytes.Buffer
	env := testEnv(nil, &bad)
	say, err := messages.Load(env.Locales, userTexts)
	if err != nil {
		t.Fatal(err)
	}
	r := &userRun{env: env, say: say}
	type2 := func(lines ...string) (string, error) {
		return r.typedTwice(func() ([]byte, error) {
			if len(lines) == 0 {
				return nil, errors.New("closed")
			}
			line := lines[0]
			lines = lines[1:]
			return []byte(line), nil
		})
	}
	if got, err := type2(typed, typed); err != nil || got != typed {
		t.Errorf("twice the same = %q, %v", got, err)
	}
	for _, lines := range [][]string{{typed, "another"}, {typed}} {
		if got, err := type2(lines...); err == nil {
			t.Errorf("%v = %q", lines, got)
		}
	}
	if strings.Contains(bad.String(), typed) || !strings.Contains(bad.String(), "15字以上") {
		t.Errorf("asked with %q", bad.String())
	}
}
