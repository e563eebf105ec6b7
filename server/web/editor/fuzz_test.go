package editor

import (
	"bytes"
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"michishirube/server/account"
)

// anyPage holds for every answer of the editor, whatever was asked: its headers are strict, nothing of it is our own
// fault, and the log says nothing of it.
func (o *office) anyPage(t *testing.T, r *http.Response, body string) {
	t.Helper()
	if r.StatusCode >= http.StatusInternalServerError {
		t.Errorf("status = %d\n%s", r.StatusCode, o.log.String())
	}
	for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"} {
		if got := r.Header.Get(name); got != want {
			t.Errorf("%s = %q", name, got)
		}
	}
	if p := r.Header.Get("Content-Security-Policy"); p != policy && p != scriptPolicy {
		t.Errorf("Content-Security-Policy = %q", p)
	}
	if to := r.Header.Get("Location"); to != "" && to != "/editor" && !strings.HasPrefix(to, "/editor/") {
		t.Errorf("sent to %q", to)
	}
	for _, c := range r.Cookies() {
		if c.Name != cookieName || !c.Secure || !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Path != "/" || c.Domain != "" || !isToken(c.Value) {
			t.Errorf("cookie = %+v", c)
		}
	}
	if strings.Contains(body, "\x00") {
		t.Error("the page holds a zero byte")
	}
}

// FuzzSessionCookie holds that nobody is logged in by anything but the very token of a session: a cookie header of any
// kind, or the token with one character changed, opens nothing, is kept nowhere and stands on no page.
func FuzzSessionCookie(f *testing.F) {
	o := newOffice(f)
	real := o.as("hana").cookies[cookieName].Value
	for _, seed := range []string{
		"", cookieName + "=x", cookieName + "=" + strings.Repeat("A", 43), "editor=" + strings.Repeat("A", 43), cookieName + `="quoted"; ` + cookieName + "=",
		cookieName + "=" + strings.Repeat("A", 43) + "; " + cookieName + "=" + strings.Repeat("B", 43), "\x7f\xff=;,", cookieName + "=../../users; path=/", strings.Repeat(cookieName+"=a;", 100),
	} {
		f.Add(seed, uint8(0), byte('A'))
	}
	f.Add("", uint8(42), byte('='))
	f.Fuzz(func(t *testing.T, header string, at uint8, with byte) {
		o.t = t
		o.log.Reset()
		i := int(at) % len(real)
		changed := real[:i] + string(with) + real[i+1:]
		for _, said := range []string{header, cookieName + "=" + header, cookieName + "=" + changed} {
			if said == cookieName+"="+real {
				continue
			}
			for _, path := range []string{"/editor", "/editor/login"} {
				r := httptest.NewRequest(http.MethodGet, site+path, nil)
				r.Header.Set("Cookie", said)
				w := httptest.NewRecorder()
				o.ServeHTTP(w, r)
				answer, body := w.Result(), w.Body.String()
				o.anyPage(t, answer, body)
				if path == "/editor" && answer.StatusCode != http.StatusSeeOther {
					t.Errorf("%q: status %d", said, answer.StatusCode)
				}
				sent, err := r.Cookie(cookieName)
				if err != nil || len(sent.Value) < 8 {
					continue
				}
				for where, text := range map[string]string{"page": body, "log": o.log.String()} {
					if strings.Contains(text, sent.Value) && !isKnownWord(sent.Value) {
						t.Errorf("the %s holds %q", where, sent.Value)
					}
				}
				if _, err := o.store.Session(t.Context(), hashToken(sent.Value)); err == nil {
					t.Errorf("a session is kept for %q", sent.Value)
				}
			}
		}
	})
}

// isKnownWord tells that text may stand on a page without having been sent.
func isKnownWord(text string) bool {
	return !isToken(text) && strings.Trim(text, "abcdefghijklmnopqrstuvwxyz0123456789-_./:") == ""
}

// FuzzForm holds that whatever an administrator's browser sends to any form, the answer is a page, a redirection within
// the editor or a refusal, that what was typed stands on it escaped, and that only her own token lets it in.
func FuzzForm(f *testing.F) {
	o := newRegionOffice(f)
	var paths []string
	o.routes("28381", func(method, pattern, path string) {
		// What ends her session, or costs a second to hash, has tests of its own.
		if method == http.MethodPost && pattern != "/editor/logout" && pattern != "/editor/account/password" && pattern != "/editor/account/sessions" {
			paths = append(paths, path)
		}
	})
	for i := range paths {
		f.Add(uint8(i), "name=<script>alert(1)</script>&display=%E8%8A%B1&role=editor&regions=28381,*&do=save&text=%00%ff&day=令和8年2月30日", false)
		f.Add(uint8(i), "do=verify&day=R8.11.22&value=both&phone=079-492-9135&hours=x&note=<b>&verified_on=H31.4.30&code=a-b&skip_bad=yes", false)
	}
	f.Add(uint8(1), "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../a.pdf\"\r\n\r\n%PDF-1.7\r\n--x--\r\n", true)
	f.Add(uint8(2), "csrf=x&code=../../../&name=constructor&one_person=yes", false)
	admin := o.browser()
	f.Fuzz(func(t *testing.T, which uint8, body string, multipart bool) {
		o.t = t
		o.log.Reset()
		path := paths[int(which)%len(paths)]
		if admin.get("/editor").StatusCode != http.StatusOK {
			// The form before this one closed or locked her account.
			o.change("admin", func(u *account.User) {
				*u = account.User{Name: "admin", Display: "管理", Role: account.Administrator, Regions: []string{account.National}, Hash: hashed(t)}
			})
			admin = o.as("admin")
			admin.get("/editor")
		}
		csrf := admin.csrf
		if !multipart && admin.get(path).StatusCode == http.StatusOK {
			for name, field := range map[string]*regexp.Regexp{"seen": seenField, "parent": parentField} {
				if found := field.FindStringSubmatch(admin.page); found != nil && !strings.Contains(body, name+"=") {
					body += "&" + name + "=" + found[1]
				}
			}
		}
		for _, token := range []string{newToken(), csrf} {
			r := httptest.NewRequest(http.MethodPost, site+path, strings.NewReader(sealed(body, token, multipart)))
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			if multipart {
				r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
			}
			answer := admin.send(r)
			o.anyPage(t, answer, admin.page)
			if token != csrf && answer.StatusCode != http.StatusForbidden && answer.StatusCode != http.StatusBadRequest && answer.StatusCode != http.StatusNotFound {
				t.Errorf("POST %s without her token: %d", path, answer.StatusCode)
			}
			for _, typed := range typedIn(body) {
				if strings.Contains(admin.page, typed) {
					t.Errorf("POST %s: the page holds %q as it was typed", path, typed)
				}
			}
		}
	})
}

// sealed puts a token in front of what is sent.
func sealed(body, token string, multipart bool) string {
	if multipart {
		return "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + token + "\r\n" + body
	}
	return "csrf=" + url.QueryEscape(token) + "&" + body
}

// typedIn lists the values of a form that would be markup if they stood on a page as they are.
func typedIn(body string) []string {
	values, _ := url.ParseQuery(body)
	var all []string
	for _, of := range values {
		for _, v := range of {
			if len(v) > 8 && strings.Contains(v, "<") && html.EscapeString(v) != v && !bytes.ContainsAny([]byte(v), "\r\n") {
				all = append(all, v)
			}
		}
	}
	return all
}
