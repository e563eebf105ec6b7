package editor

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"michishirube/server/account"
	"michishirube/server/editorial"
)

// withPasskey is an office in which hana has a passkey.
func withPasskey(t *testing.T) (*office, *authenticator) {
	t.Helper()
	o, a := newOffice(t), newAuthenticator(t)
	b := o.as("hana")
	b.want(b.get("/editor/account/passkey"), http.StatusOK, `src="/editor/assets/passkey.js"`)
	b.wantTo(b.post("/editor/account/passkey", "name", "課のPC", "credential", a.make(b.options())), "/editor/account?done=passkey")
	b.want(b.get("/editor/account"), http.StatusOK, "課のPC")
	return o, a
}

func TestAPasskeyIsAskedForAfterThePassword(t *testing.T) {
	o, a := withPasskey(t)
	b := o.browser()
	b.get("/editor/login?next=/editor/audit")
	b.wantTo(b.post("/editor/login", "name", "hana", "password", secret, "next", "/editor/audit"), "/editor/passkey")
	b.wantTo(b.get("/editor"), "/editor/login")
	b.want(b.get("/editor/passkey"), http.StatusOK, "パスワードを確認しました")
	o1 := b.options()
	if len(o1.AllowCredentials) != 1 || o1.RPID != "guide.example.lg.jp" || o1.UserVerification != "required" {
		t.Errorf("asked for %+v", o1)
	}
	answer := a.answer(o1)
	before := b.cookies["__Host-editor"].Value
	b.wantTo(b.post("/editor/passkey", "credential", answer), "/editor/audit")
	if b.cookies["__Host-editor"].Value == before {
		t.Error("the token is the one of before the login")
	}
	// What was answered once is worth nothing a second time.
	again := o.browser()
	again.cookies["__Host-editor"] = &http.Cookie{Name: "__Host-editor", Value: before}
	again.get("/editor/login")
	again.post("/editor/login", "name", "hana", "password", secret)
	again.get("/editor/passkey")
	again.want(again.post("/editor/passkey", "credential", answer), http.StatusUnprocessableEntity, "このパスキーでは確認できません")
}

func TestAPasskeyAloneIsALogin(t *testing.T) {
	o, a := withPasskey(t)
	b := o.browser()
	b.want(b.get("/editor/login"), http.StatusOK, "/editor/passkey?next=")
	b.want(b.get("/editor/passkey?next="+url.QueryEscape("/editor/audit")), http.StatusOK)
	if asked := b.options(); len(asked.AllowCredentials) != 0 {
		t.Errorf("it names the keys of somebody: %+v", asked)
	}
	b.wantTo(b.post("/editor/passkey", "credential", a.answer(b.options())), "/editor/audit")
	b.want(b.get("/editor/audit"), http.StatusOK, "ログイン", "パスキーの登録")
	u, err := o.store.User(t.Context(), "hana")
	if err != nil || u.Passkeys[0].UsedAt.IsZero() || u.Passkeys[0].Credential.Authenticator.SignCount != 1 {
		t.Errorf("its use is not noted: %+v, %v", u.Passkeys, err)
	}
}

func TestPasskeysThatAreRefused(t *testing.T) {
	for name, change := range map[string]func(o *office, a *authenticator, b *browser){
		"of another device":     func(_ *office, a *authenticator, _ *browser) { *a = *newAuthenticator(t) },
		"of nobody":             func(_ *office, a *authenticator, _ *browser) { a.handle = []byte("nobody") },
		"made at another site":  func(_ *office, a *authenticator, _ *browser) { a.site = "https://guide.example.net" },
		"for another site":      func(_ *office, a *authenticator, _ *browser) { a.rp = "guide.example.net" },
		"without finger or PIN": func(_ *office, a *authenticator, _ *browser) { a.blind = true },
		"too late":              func(o *office, _ *authenticator, _ *browser) { o.now = o.now.Add(ceremonyLimit) },
		"a copy":                func(o *office, a *authenticator, _ *browser) { used(o, 9) },
		"of a closed account":   func(o *office, _ *authenticator, _ *browser) { closed(o) },
		"answered to another page": func(_ *office, _ *authenticator, b *browser) {
			page, csrf := b.page, b.csrf
			b.get("/editor/passkey")
			b.page, b.csrf = page, csrf
		},
	} {
		t.Run(name, func(t *testing.T) {
			o, a := withPasskey(t)
			b := o.browser()
			b.get("/editor/passkey")
			change(o, a, b)
			b.want(b.post("/editor/passkey", "credential", a.answer(b.options())), http.StatusUnprocessableEntity, `role="alert"`)
			b.wantTo(b.get("/editor"), "/editor/login")
		})
	}
	o, _ := withPasskey(t)
	b := o.browser()
	for _, answer := range []string{"", "{}", "[", `{"id":"AA"}`} {
		b.get("/editor/passkey")
		b.want(b.post("/editor/passkey", "credential", answer), http.StatusUnprocessableEntity)
	}
}

// used sets the counter of hana's passkey.
func used(o *office, count uint32) {
	o.change("hana", func(u *account.User) { u.Passkeys[0].Credential.Authenticator.SignCount = count })
}

func closed(o *office) { o.change("hana", func(u *account.User) { u.Disabled = true }) }

// change changes an account behind the editor's back.
func (o *office) change(name string, change func(*account.User)) {
	o.t.Helper()
	_, err := o.store.ChangeUser(o.t.Context(), name, editorial.Line{}, func(u *account.User) error { change(u); return nil })
	if err != nil {
		o.t.Fatal(err)
	}
}

func TestAPasskeyShowsAgainWhoSheIs(t *testing.T) {
	o, a := withPasskey(t)
	b := o.browser()
	b.get("/editor/passkey")
	b.post("/editor/passkey", "credential", a.answer(b.options()))
	o.now = o.now.Add(account.RecentLimit)
	b.wantTo(b.get("/editor/account/passkey"), "/editor/confirm")
	b.want(b.get("/editor/confirm"), http.StatusOK, `href="/editor/passkey"`)
	b.get("/editor/passkey")
	b.wantTo(b.post("/editor/passkey", "credential", a.answer(b.options())), "/editor/account/passkey")
	b.want(b.get("/editor/account/passkey"), http.StatusOK)
	if len(b.options().ExcludeCredentials) != 1 {
		t.Error("the same device may be registered twice")
	}
}

func TestPasskeysAreRemoved(t *testing.T) {
	o, a := withPasskey(t)
	b := o.browser()
	b.get("/editor/passkey")
	b.post("/editor/passkey", "credential", a.answer(b.options()))
	b.get("/editor/account")
	b.want(b.post("/editor/account/passkey/remove", "id", "AAAA"), http.StatusNotFound)
	b.get("/editor/account")
	b.wantTo(b.post("/editor/account/passkey/remove", "id", base64url(a.id)), "/editor/account?done=passkey_remove")
	if u, err := o.store.User(t.Context(), "hana"); err != nil || len(u.Passkeys) != 0 {
		t.Errorf("passkeys = %+v, %v", u.Passkeys, err)
	}
	o.as("hana")
}

func TestNewPasskeysThatAreRefused(t *testing.T) {
	o, a := withPasskey(t)
	b := o.as("ito")
	for name, tt := range map[string]struct {
		label, words string
		answer       func(asked) string
	}{
		"without a name":     {" ", "名前を入力", newAuthenticator(t).make},
		"with a long name":   {strings.Repeat("あ", 41), "40字まで", newAuthenticator(t).make},
		"without a script":   {"PC", "JavaScript", func(asked) string { return "" }},
		"that is no answer":  {"PC", "登録できませんでした", func(asked) string { return "{}" }},
		"that somebody has":  {"PC", "登録できませんでした", a.make},
		"of another site":    {"PC", "登録できませんでした", func(o asked) string { a := newAuthenticator(t); a.site = "https://evil.example"; return a.make(o) }},
		"of a careless site": {"PC", "登録できませんでした", func(o asked) string { a := newAuthenticator(t); a.blind = true; return a.make(o) }},
	} {
		b.get("/editor/account/passkey")
		b.want(b.post("/editor/account/passkey", "name", tt.label, "credential", tt.answer(b.options())), http.StatusUnprocessableEntity, tt.words)
		if u, err := o.store.User(t.Context(), "ito"); err != nil || len(u.Passkeys) != 0 {
			t.Errorf("%s: %+v, %v", name, u.Passkeys, err)
		}
	}
	b.get("/editor/account/passkey")
	answer := newAuthenticator(t).make(b.options())
	o.now = o.now.Add(ceremonyLimit - time.Second)
	b.wantTo(b.post("/editor/account/passkey", "name", "PC", "credential", answer), "/editor/account?done=passkey")
}

func TestWhereThereCanBeNoPasskeysThePasswordAloneIsNotEnough(t *testing.T) {
	o := newOffice(t, func(c *Config) { c.Origin = nil })
	o.change("hana", func(u *account.User) { u.Passkeys = []account.Passkey{{Name: "PC"}} })
	b := o.browser()
	b.want(b.get("/editor/login"), http.StatusOK)
	if strings.Contains(b.page, "/editor/passkey") {
		t.Error("a passkey is offered")
	}
	b.wantTo(b.post("/editor/login", "name", "hana", "password", secret), "/editor/passkey")
	b.want(b.get("/editor/passkey"), http.StatusOK, "-origin")
	b.wantTo(b.get("/editor"), "/editor/login")
	ito := o.as("ito")
	ito.want(ito.get("/editor/account/passkey"), http.StatusOK, "-origin")
}

func TestOnlyThePagesOfPasskeysRunAScript(t *testing.T) {
	o := newOffice(t)
	b := o.as("hana")
	for path, script := range map[string]bool{
		"/editor": false, "/editor/account": false, "/editor/account/passkey": true, "/editor/passkey": false, "/editor/confirm": false,
	} {
		r := b.get(path)
		if got := strings.Contains(r.Header.Get("Content-Security-Policy"), "script-src 'self'"); got != script {
			t.Errorf("%s runs a script = %v", path, got)
		}
		if got := strings.Contains(b.page, "<script"); got != script {
			t.Errorf("%s has a script = %v", path, got)
		}
	}
	anybody := o.browser()
	if r := anybody.get("/editor/passkey"); !strings.Contains(r.Header.Get("Content-Security-Policy"), "script-src 'self'") {
		t.Error("nobody can log in with a passkey")
	}
}
