package editor

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"michishirube/server/account"
)

// forEverybody are the pages before the login, and what they load.
var forEverybody = []string{"/editor/login", "/editor/start", "/editor/passkey", "/editor/assets/:file", "/editor/manual"}

// routes calls f for every route of the editor, with a path that fits it in the region.
func (o *office) routes(region string, f func(method, pattern, path string)) {
	fill := strings.NewReplacer(":code", region, ":name", "admin", ":field", "caseworker", ":hash", strings.Repeat("0", 64), ":number", "1", ":format", "csv")
	for _, r := range o.Routes() {
		if strings.HasPrefix(r.Path, "/editor") && (r.Method == http.MethodGet || r.Method == http.MethodHead || r.Method == http.MethodPost) {
			f(r.Method, r.Path, fill.Replace(r.Path))
		}
	}
}

func open(pattern string) bool {
	for _, p := range forEverybody {
		if p == pattern {
			return true
		}
	}
	return false
}

func (b *browser) ask(method, path string) *http.Response {
	b.o.t.Helper()
	if method == http.MethodPost {
		return b.post(path)
	}
	return b.send(httptest.NewRequest(method, site+path, nil))
}

func TestEveryRouteNeedsALogin(t *testing.T) {
	o := newOffice(t)
	seen := 0
	o.routes("28381", func(method, pattern, path string) {
		if open(pattern) {
			return
		}
		seen++
		for name, b := range map[string]*browser{"nobody": o.browser(), "a made-up token": o.browser()} {
			if name != "nobody" {
				b.cookies[cookieName] = &http.Cookie{Name: cookieName, Value: newToken()}
			}
			r := b.ask(method, path)
			if r.StatusCode != http.StatusSeeOther || !strings.HasPrefix(r.Header.Get("Location"), "/editor/login") {
				t.Errorf("%s %s as %s: %d to %q", method, path, name, r.StatusCode, r.Header.Get("Location"))
			}
		}
	})
	if seen < 30 {
		t.Errorf("%d routes", seen)
	}
}

func TestEveryRouteIsClosedAfterTheSessionIsOver(t *testing.T) {
	o := newOffice(t)
	o.routes("28381", func(method, pattern, path string) {
		if open(pattern) || method == http.MethodHead {
			return
		}
		b := o.as("admin")
		b.get("/editor")
		o.now = o.now.Add(account.IdleLimit)
		r := b.ask(method, path)
		if r.StatusCode != http.StatusSeeOther || !strings.HasPrefix(r.Header.Get("Location"), "/editor/login") {
			t.Errorf("%s %s: %d to %q", method, path, r.StatusCode, r.Header.Get("Location"))
		}
	})
}

func TestARegionOfAnotherLooksLikeNone(t *testing.T) {
	o := newOffice(t)
	hana := o.as("hana")
	hana.get("/editor")
	o.routes("13112", func(method, pattern, path string) {
		if !strings.Contains(pattern, ":code") {
			return
		}
		if r := hana.ask(method, path); r.StatusCode != http.StatusNotFound {
			t.Errorf("%s %s of another region: %d", method, path, r.StatusCode)
		}
		theirs := hana.page
		none := strings.Replace(path, "13112", "99999", 1)
		if r := hana.ask(method, none); r.StatusCode != http.StatusNotFound || hana.page != theirs {
			t.Errorf("%s %s, which is not there, looks different: %d", method, none, r.StatusCode)
		}
	})
	admin := o.as("admin")
	if r := admin.get("/editor/regions/99999"); r.StatusCode != http.StatusNotFound {
		t.Errorf("a region that is not there, for a national account: %d", r.StatusCode)
	}
}

func TestEveryFormNeedsItsToken(t *testing.T) {
	o := newOffice(t)
	admin := o.as("admin")
	admin.get("/editor")
	mine := admin.csrf
	other := o.as("hana")
	other.get("/editor")
	seen := 0
	o.routes("28381", func(method, pattern, path string) {
		if method != http.MethodPost {
			return
		}
		seen++
		for name, token := range map[string]string{"no": "", "another's": other.csrf, "a made-up": newToken(), "a cut": mine[:len(mine)-1]} {
			if r := admin.post(path, "csrf", token); r.StatusCode != http.StatusForbidden || !strings.Contains(admin.page, "古くなっています") {
				t.Errorf("POST %s with %s token: %d", path, name, r.StatusCode)
			}
		}
	})
	if seen < 20 {
		t.Errorf("%d forms", seen)
	}
}

func TestNoFormComesFromAnotherSite(t *testing.T) {
	o := newOffice(t)
	for name, headers := range map[string]map[string]string{
		"another site":         {"Sec-Fetch-Site": "cross-site"},
		"a site beside ours":   {"Sec-Fetch-Site": "same-site"},
		"another origin":       {"Origin": "https://evil.example"},
		"an origin of nowhere": {"Origin": "null"},
		"plain http":           {"Origin": "http://guide.example.lg.jp:80"},
	} {
		b := o.browser()
		b.get("/editor/login")
		b.headers = headers
		b.want(b.post("/editor/login", "name", "hana", "password", secret), http.StatusForbidden, "古くなっています")
		if _, err := o.store.Session(t.Context(), hashToken(b.cookies[cookieName].Value)); err == nil {
			t.Errorf("logged in from %s", name)
		}
	}
	for _, headers := range []map[string]string{{"Sec-Fetch-Site": "same-origin"}, {"Origin": site}, {"Sec-Fetch-Site": "none"}} {
		b := o.browser()
		b.get("/editor/login")
		b.headers = headers
		b.wantTo(b.post("/editor/login", "name", "hana", "password", secret), "/editor")
	}
}

func TestAFormThatIsTooLargeOrUnreadable(t *testing.T) {
	o := newOffice(t)
	b := o.as("hana")
	b.get("/editor")
	b.want(b.post("/editor/account/password", "old", strings.Repeat("x", mostBytes)), http.StatusRequestEntityTooLarge, "大きすぎます")
	r := httptest.NewRequest(http.MethodPost, site+"/editor/account/password", strings.NewReader("--x\r\nbroken"))
	r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
	b.want(b.send(r), http.StatusBadRequest, "読めません")
}

func TestARoleThatIsTooSmall(t *testing.T) {
	o := newOffice(t)
	for _, name := range []string{"hana", "ito"} {
		b := o.as(name)
		b.get("/editor")
		if strings.Contains(b.page, "/editor/accounts") {
			t.Errorf("%s is shown the accounts", name)
		}
		o.routes("28381", func(method, pattern, path string) {
			if !strings.HasPrefix(pattern, "/editor/accounts") || method == http.MethodHead {
				return
			}
			b.want(b.ask(method, path), http.StatusForbidden, "役割")
		})
	}
}

func TestEveryAnswerOfTheEditorHasStrictHeaders(t *testing.T) {
	o := newOffice(t)
	b := o.as("hana")
	nobody := o.browser()
	answers := map[string]*http.Response{
		"a page": b.get("/editor"), "a page that is not there": b.get("/editor/nothing"), "somebody else's": b.get("/editor/regions/13112"),
		"the login": nobody.get("/editor/login"), "to the login": nobody.get("/editor"), "forged": nobody.post("/editor/login", "csrf", ""),
		"a file": b.get("/editor/audit.csv"),
	}
	for name, r := range answers {
		for header, want := range map[string]string{
			"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff",
			"Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
		} {
			if got := r.Header.Get(header); got != want {
				t.Errorf("%s: %s = %q, want %q", name, header, got, want)
			}
		}
	}
	r := b.get("/editor/assets/editor.css")
	if r.Header.Get("ETag") == "" || r.Header.Get("Cache-Control") != "no-cache" || r.Header.Get("Content-Type") != "text/css; charset=utf-8" {
		t.Errorf("style sheet: %v", r.Header)
	}
	b.headers["If-None-Match"] = r.Header.Get("ETag")
	b.want(b.get("/editor/assets/editor.css"), http.StatusNotModified)
	b.want(b.get("/editor/assets/nothing.css"), http.StatusNotFound)
}

func TestSheIsAskedAgainBeforeWhatMatters(t *testing.T) {
	o := newOffice(t)
	admin := o.as("admin")
	admin.want(admin.get("/editor/accounts/hana"), http.StatusOK)
	o.now = o.now.Add(account.RecentLimit)
	admin.wantTo(admin.post("/editor/accounts/hana/close"), "/editor/confirm")
	if u, _ := o.store.User(t.Context(), "hana"); u.Disabled {
		t.Error("the account was closed all the same")
	}
	admin.get("/editor/confirm")
	admin.want(admin.post("/editor/confirm", "password", "wrong"), http.StatusUnprocessableEntity, "パスワードが違います")
	admin.wantTo(admin.post("/editor/confirm", "password", secret), "/editor/accounts/hana")
	admin.want(admin.get("/editor/accounts/hana"), http.StatusOK)
	admin.wantTo(admin.post("/editor/accounts/hana/close"), "/editor/accounts?done=user_close")
}

// A form that was open before she gave her password again in another tab is still good.
func TestAConfirmationSpoilsNoOpenForm(t *testing.T) {
	o := newOffice(t)
	b := o.as("hana")
	b.get("/editor/account/password")
	open := b.csrf
	b.get("/editor/confirm")
	b.wantTo(b.post("/editor/confirm", "password", secret), "/editor")
	b.want(b.post("/editor/account/password", "csrf", open, "old", "wrong"), http.StatusUnprocessableEntity)
}

func TestAddressesAreReadFromAProxyOnThisMachineOnly(t *testing.T) {
	o := newOffice(t)
	for _, tt := range []struct{ remote, forwarded, want string }{
		{"192.0.2.7:1234", "", "192.0.2.7/32"},
		{"192.0.2.7:1234", "203.0.113.9", "192.0.2.7/32"},
		{"127.0.0.1:1234", "203.0.113.9", "203.0.113.9/32"},
		{"127.0.0.1:1234", "198.51.100.1, 203.0.113.9", "203.0.113.9/32"},
		{"127.0.0.1:1234", "nonsense", "127.0.0.1/32"},
		{"[2001:db8::1]:1234", "", "2001:db8::/64"},
		{"[::ffff:192.0.2.7]:1234", "", "192.0.2.7/32"},
	} {
		r := httptest.NewRequest(http.MethodGet, "/editor", nil)
		r.RemoteAddr = tt.remote
		if tt.forwarded != "" {
			r.Header.Set("X-Forwarded-For", tt.forwarded)
		}
		if got := address(o.NewContext(r, nil)).String(); got != tt.want {
			t.Errorf("%s, %q = %s, want %s", tt.remote, tt.forwarded, got, tt.want)
		}
	}
}
