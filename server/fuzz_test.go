package main

import (
	"bufio"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// nonce stands in nothing the server has to say: where an answer holds it, the request came back.
const nonce = "zqxj7k"

// FuzzRequest holds that whatever comes down the line, the answer is one we meant: never our own fault, with every strict
// header, with nothing of the request in it, and none of it in the log. Below /editor a path that was asked for is asked
// for again after the login; that is the one thing that comes back, escaped.
func FuzzRequest(f *testing.F) {
	handler, log := wholeServer(f)
	for _, path := range []string{
		"/", "/r/28381", "/sw.js", "/manifest.webmanifest", "/assets/x.js", "/content/manifest.json", "/content/region/28381.json", "/changes.atom",
		"/r/28381/changes.atom", "/i/ja", "/files/" + strings.Repeat("0", 64) + ".pdf", "/healthz", "/readyz", "/licences.txt", "/editor", "/editor/login?next=/editor/list",
		"/editor/accounts/x", "/editor/assets/editor.css", "/editor/manual", "//evil.example/", "/editor/..%2f..%2fetc/passwd", "/%00", "/assets/%zz", "*", "http://evil.example/x",
	} {
		f.Add("GET", path, "Accept-Encoding: br\r\nIf-None-Match: *\r\n", "")
	}
	f.Add("POST", "/editor/login", "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 20\r\n", "csrf=x&name=<script>")
	f.Add("POST", "/editor/start", "Content-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n", "3\r\n--x\r\n0\r\n\r\n")
	f.Add("PUT", "/", "Range: bytes=0-\r\nIf-Range: x\r\nX-Forwarded-For: ::1\r\nSec-Fetch-Site: cross-site\r\nCookie: __Host-editor=x\r\n", "")
	f.Add("OPTIONS", "*", "Origin: https://evil.example\r\nAccess-Control-Request-Method: PUT\r\n", "")
	f.Fuzz(func(t *testing.T, method, target, headers, body string) {
		log.b.Reset()
		raw := method + " " + target + " HTTP/1.1\r\nHost: guide.example.lg.jp\r\n" + headers + "User-Agent: " + nonce + "\r\n\r\n" + body
		r, err := http.ReadRequest(bufio.NewReader(strings.NewReader(raw)))
		if err != nil {
			return // never reaches us
		}
		r.RemoteAddr = "192.0.2.7:1234"
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		wantMeant(t, raw, w.Result())
		if said := log.String(); strings.Contains(said, nonce) || strings.Contains(said, "192.0.2.7") || strings.Contains(said, "level=ERROR") {
			t.Errorf("%q is told in the log: %s", raw, said)
		}
		if strings.HasPrefix(r.URL.Path, "/editor") || r.Method != http.MethodGet {
			return
		}
		// The same, with something in every place a sender can write.
		again := r.Clone(t.Context())
		again.URL.RawQuery += "&" + nonce + "=" + nonce
		again.Host = nonce + ".example"
		for name := range again.Header {
			again.Header[name] = append(again.Header[name], nonce)
		}
		other := httptest.NewRecorder()
		handler.ServeHTTP(other, again)
		wantMeant(t, raw, other.Result())
		if wrong := httptest.NewRecorder(); again.URL.Path != "" {
			again.URL = &url.URL{Path: again.URL.Path + nonce}
			handler.ServeHTTP(wrong, again)
			wantMeant(t, raw, wrong.Result())
			if wrong.Code == http.StatusOK {
				t.Errorf("%q is served", again.URL.Path)
			}
		}
	})
}

// wantMeant looks at what every answer of the server has in common.
func wantMeant(t *testing.T, raw string, r *http.Response) {
	t.Helper()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	if r.StatusCode >= http.StatusInternalServerError {
		t.Errorf("%q: status %d, %s", raw, r.StatusCode, body)
	}
	for name, want := range map[string]string{
		"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin", "Strict-Transport-Security": "max-age=31536000",
		"Access-Control-Allow-Origin": "", "Server": "", "X-Powered-By": "", "Refresh": "",
	} {
		if got := strings.Join(r.Header.Values(name), ", "); got != want {
			t.Errorf("%q: %s = %q, want %q", raw, name, got, want)
		}
	}
	policies := r.Header.Values("Content-Security-Policy")
	if len(policies) != 1 || !strings.HasPrefix(policies[0], "default-src 'none'; ") || strings.Contains(policies[0], "unsafe") || !strings.Contains(policies[0], "frame-ancestors 'none'") {
		t.Errorf("%q: Content-Security-Policy = %q", raw, policies)
	}
	if r.Header.Get("Cache-Control") == "" {
		t.Errorf("%q: no Cache-Control", raw)
	}
	if to := r.Header.Get("Location"); to != "" && to != "/editor" && !strings.HasPrefix(to, "/editor/") {
		t.Errorf("%q: sent to %q", raw, to)
	}
	if strings.Contains(string(body), nonce) {
		t.Errorf("%q comes back: %s", raw, body)
	}
	for name, values := range r.Header {
		for _, v := range values {
			if strings.Contains(v, nonce) || strings.ContainsAny(v, "\r\n\x00") {
				t.Errorf("%q: %s = %q", raw, name, v)
			}
		}
	}
}
