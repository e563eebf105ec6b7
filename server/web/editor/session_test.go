package editor

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"michishirube/server/account"
)

const cookieName = "__Host-editor"

func TestTheCookieIsForThisSiteAlone(t *testing.T) {
	o := newOffice(t)
	b := o.as("hana")
	c := b.cookies[cookieName]
	if c == nil || !c.Secure || !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Path != "/" || c.Domain != "" || c.MaxAge != 0 || !c.Expires.IsZero() {
		t.Errorf("cookie = %+v", c)
	}
	if !isToken(c.Value) {
		t.Errorf("it holds %q, expected a token and nothing else", c.Value)
	}
	kept, err := o.store.Session(t.Context(), hashToken(c.Value))
	if err != nil || kept.User != "hana" || strings.Contains(string(kept.Values), c.Value) {
		t.Errorf("kept = %+v, %v", kept, err)
	}
	if r := b.get("/editor/assets/editor.css"); len(r.Cookies()) != 0 {
		t.Error("the style sheet sets a cookie")
	}
	if r := o.browser().get("/editor/nothing"); len(r.Cookies()) != 0 {
		t.Error("a page without a form sets a cookie")
	}
}

func TestNothingIsKeptOfWhoeverOnlyLooks(t *testing.T) {
	o := newOffice(t)
	b := o.browser()
	b.get("/editor/login")
	b.post("/editor/login", "name", "hana", "password", "wrong")
	if _, err := o.store.Session(t.Context(), hashToken(b.cookies[cookieName].Value)); err == nil {
		t.Error("a session is kept before the login")
	}
}

func TestPlainHTTPIsForTheSameMachineOnly(t *testing.T) {
	o := newOffice(t, func(c *Config) { c.HTTPS, c.Origin = false, nil })
	b := o.browser()
	ask := func(url string) *http.Response { return b.send(httptest.NewRequest(http.MethodGet, url, nil)) }
	for _, url := range []string{"http://localhost:8080/editor/login", "http://127.0.0.1/editor/login", "http://[::1]:8080/editor/login", "http://app.localhost/editor/login"} {
		b.want(ask(url), http.StatusOK)
	}
	c := b.cookies["editor"]
	if c == nil || c.Secure || !c.HttpOnly || c.SameSite != http.SameSiteStrictMode {
		t.Errorf("cookie = %+v", c)
	}
	for _, url := range []string{"http://guide.example.lg.jp/editor/login", "http://192.168.0.4:8080/editor", "http://localhost.example.jp/editor/login"} {
		b.want(ask(url), http.StatusForbidden, "https")
	}
}

func TestTheTokenChangesAtEveryLoginAndConfirmation(t *testing.T) {
	o := newOffice(t)
	b := o.browser()
	b.get("/editor/login")
	early := b.cookies[cookieName]
	b.post("/editor/login", "name", "hana", "password", secret)
	first := b.cookies[cookieName]
	b.get("/editor/confirm")
	b.wantTo(b.post("/editor/confirm", "password", secret), "/editor")
	second := b.cookies[cookieName]
	if early.Value == first.Value || first.Value == second.Value {
		t.Error("a token is used again")
	}
	for _, old := range []*http.Cookie{early, first} {
		thief := o.browser()
		thief.cookies[cookieName] = old
		thief.wantTo(thief.get("/editor"), "/editor/login")
	}
	b.want(b.get("/editor"), http.StatusOK)
}

func TestASessionEndsByItself(t *testing.T) {
	o := newOffice(t)
	b := o.as("hana")
	for range 3 {
		o.now = o.now.Add(account.IdleLimit - time.Second)
		b.want(b.get("/editor"), http.StatusOK)
	}
	o.now = o.now.Add(account.IdleLimit)
	b.wantTo(b.get("/editor"), "/editor/login")
	b = o.as("hana")
	o.now = o.now.Add(account.IdleLimit)
	b.want(b.get("/editor/login"), http.StatusOK, "時間がたったため")

	b = o.as("hana")
	begun := o.now
	for o.now.Sub(begun) < account.LongestTime-20*time.Minute {
		o.now = o.now.Add(20 * time.Minute)
		if o.now.Sub(begun) < account.LongestTime {
			b.want(b.get("/editor"), http.StatusOK)
		}
	}
	o.now = begun.Add(account.LongestTime)
	b.wantTo(b.get("/editor"), "/editor/login")
}

func TestOldSessionsAreForgottenAtTheNextLogin(t *testing.T) {
	o := newOffice(t)
	gone := o.as("hana").cookies[cookieName].Value
	o.now = o.now.Add(account.LongestTime)
	o.as("ito")
	if _, err := o.store.Session(t.Context(), hashToken(gone)); err == nil {
		t.Error("a session that is over is still kept")
	}
}

func TestSessionsAreEnded(t *testing.T) {
	for name, end := range map[string]func(o *office, b *browser){
		"by logging out elsewhere": func(o *office, _ *browser) {
			other := o.as("hana")
			other.get("/editor/account")
			other.wantTo(other.post("/editor/account/sessions"), "/editor/account?done=sessions")
			other.want(other.get("/editor/account"), http.StatusOK)
		},
		"by another password": func(o *office, _ *browser) {
			other := o.as("hana")
			other.get("/editor/account/password")
			other.wantTo(other.post("/editor/account/password", "old", secret, "new", "another horse battery", "again", "another horse battery"), "/editor/account?done=password")
			other.want(other.get("/editor/account?done=password"), http.StatusOK, "パスワードを変えました")
		},
		"by closing the account": func(o *office, _ *browser) { closed(o) },
		"by a new start code":    func(o *office, _ *browser) { o.change("hana", func(u *account.User) { u.Begin(o.now) }) },
		"by logging out": func(_ *office, b *browser) {
			cookie := b.cookies[cookieName]
			b.get("/editor")
			b.wantTo(b.post("/editor/logout"), "/editor/login?done=logout")
			if b.cookies[cookieName] != nil {
				t.Error("the browser keeps its cookie")
			}
			b.cookies[cookieName] = cookie
		},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			b := o.as("hana")
			end(o, b)
			b.wantTo(b.get("/editor"), "/editor/login")
		})
	}
}

// A request that was under way when the session was ended must not bring it back.
func TestAnEndedSessionStaysEnded(t *testing.T) {
	o := newOffice(t)
	b := o.as("hana")
	token := b.cookies[cookieName].Value
	r := httptest.NewRequest(http.MethodGet, site+"/editor", nil)
	r.AddCookie(&http.Cookie{Name: cookieName, Value: token})
	session, err := o.editor.sessions.Get(r, cookieName)
	if err != nil {
		t.Fatal(err)
	}
	if err := o.store.EndSession(t.Context(), hashToken(token)); err != nil {
		t.Fatal(err)
	}
	if err := session.Save(r, httptest.NewRecorder()); err != errEnded {
		t.Errorf("saved: %v", err)
	}
	b.wantTo(b.get("/editor"), "/editor/login")
}

func TestTokensThatAreNone(t *testing.T) {
	o := newOffice(t)
	for _, value := range []string{"", "x", strings.Repeat("A", 42), strings.Repeat("A", 44), strings.Repeat("A", 5000), strings.Repeat("A", 42) + "="} {
		b := o.browser()
		b.cookies[cookieName] = &http.Cookie{Name: cookieName, Value: value}
		b.want(b.get("/editor/login"), http.StatusOK)
		if got := b.cookies[cookieName].Value; got == value || !isToken(got) {
			t.Errorf("%.50q is kept as %q", value, got)
		}
	}
}

func TestNobodyIsSentElsewhere(t *testing.T) {
	o := newOffice(t)
	for to, want := range map[string]string{
		"/editor/regions/28381": "/editor/regions/28381", "/editor": "/editor", "": "/editor", "https://evil.example/": "/editor", "//evil.example": "/editor",
		"/editor//evil.example": "/editor", "/editor/../r/28381": "/editor", "/editor/\\evil.example": "/editor", "/r/28381": "/editor",
		"/editor/login?next=x": "/editor", "/editor/a\r\nSet-Cookie: x": "/editor",
	} {
		b := o.browser()
		b.get("/editor/login?next=" + url.QueryEscape(to))
		b.wantTo(b.post("/editor/login", "name", "hana", "password", secret, "next", to), want)
	}
}
