package web

import (
	"context"
	"net/http"
	"strings"
	"testing"
)

// answers is one answer of every kind: the app, content, errors, and what no route knows.
func answers(t *testing.T, https bool) map[string]*http.Response {
	t.Helper()
	v := newSite(t, func(c *Config) { c.HTTPS = https })
	early := v.get("/content/manifest.json")
	rel := aRelease(t, "一")
	v.mustPublish(t, rel)
	broken := newSite(t, func(c *Config) {
		c.HTTPS = https
		c.Ready = func(context.Context) error { panic("broken") }
	})
	all := map[string]*http.Response{
		"503":       early,
		"500":       broken.get("/readyz"),
		"404":       v.get("/nothing"),
		"404 asset": v.get("/assets/nothing.js"),
		"404 blob":  v.get("/content/" + strings.Repeat("0", 64) + ".json"),
		"405":       v.ask(http.MethodPost, "/"),
		"405 none":  v.ask(http.MethodPost, "/nothing"),
		"HEAD":      v.ask(http.MethodHead, "/"),
		"304":       v.get("/content/manifest.json", "If-None-Match", rel.ETag()),
	}
	for _, path := range []string{"/", "/sw.js", "/manifest.webmanifest", "/favicon.ico", "/assets/app-1a2b.js", "/icons/icon.svg",
		"/content/manifest.json", "/healthz", "/readyz"} {
		all[path] = v.get(path)
	}
	for hash := range rel.Blobs {
		all["blob "+hash] = v.get("/content/"+hash+".json", "Accept-Encoding", "br")
	}
	return all
}

func TestEveryAnswerHasTheStrictHeaders(t *testing.T) {
	want := map[string]string{
		"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
			"img-src 'self' data:; font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; " +
			"frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types sw",
		"X-Content-Type-Options":       "nosniff",
		"Referrer-Policy":              "no-referrer",
		"Cross-Origin-Opener-Policy":   "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin",
		"Set-Cookie":                   "",
		"Server":                       "",
		"X-Powered-By":                 "",
		"Access-Control-Allow-Origin":  "",
		"Clear-Site-Data":              "",
		"Strict-Transport-Security":    "",
		"X-Request-Id":                 "",
		"Location":                     "",
	}
	for name, r := range answers(t, false) {
		t.Run(name, func(t *testing.T) {
			for header, value := range want {
				wantHeader(t, r, header, value)
			}
			if r.Header.Get("Cache-Control") == "" {
				t.Error("no Cache-Control")
			}
			permissions := r.Header.Get("Permissions-Policy")
			for _, feature := range []string{"camera", "microphone", "geolocation", "payment", "usb", "serial", "display-capture"} {
				if !strings.Contains(permissions, feature+"=()") {
					t.Errorf("Permissions-Policy leaves %s on", feature)
				}
			}
		})
	}
}

func TestThePolicyHasNoUnsafeWord(t *testing.T) {
	for _, word := range []string{"unsafe-", "*", "http:", "https:", "blob:"} {
		if strings.Contains(policy, word) {
			t.Errorf("policy holds %q", word)
		}
	}
}

func TestStrictTransportIsSentWhereBrowsersComeByHTTPS(t *testing.T) {
	for name, r := range answers(t, true) {
		t.Run(name, func(t *testing.T) {
			wantHeader(t, r, "Strict-Transport-Security", "max-age=31536000")
		})
	}
}

func TestNoHeaderDependsOnTheHostAskedFor(t *testing.T) {
	v := newSite(t)
	a, b := v.get("http://localhost:8080/"), v.get("http://evil.example/", "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https")
	wantStatus(t, b, http.StatusOK)
	for name := range b.Header {
		wantHeader(t, b, name, a.Header.Get(name))
	}
}
