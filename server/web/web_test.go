package web

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/labstack/echo/v4"
)

func TestTheAppIsServed(t *testing.T) {
	v := newSite(t)
	for path, want := range map[string]struct{ kind, cache, body string }{
		"/":                       {"text/html; charset=utf-8", "no-cache", "<!doctype html><title>ガイド</title>"},
		"/sw.js":                  {"text/javascript; charset=utf-8", "no-cache", "self.addEventListener"},
		"/manifest.webmanifest":   {"application/manifest+json", "no-cache", "{}"},
		"/favicon.ico":            {"image/x-icon", "no-cache", "ico"},
		"/icons/icon.svg":         {"image/svg+xml", "no-cache", "<svg/>"},
		"/icons/icon-192.png":     {"image/png", "no-cache", "png"},
		"/assets/app-1a2b.js":     {"text/javascript; charset=utf-8", "public, max-age=31536000, immutable", "export{}"},
		"/assets/app-3c4d.css":    {"text/css; charset=utf-8", "public, max-age=31536000, immutable", "body{}"},
		"/assets/font-5e6f.woff2": {"font/woff2", "public, max-age=31536000, immutable", "woff2"},
	} {
		t.Run(path, func(t *testing.T) {
			r := v.get(path)
			wantStatus(t, r, http.StatusOK)
			wantHeader(t, r, "Content-Type", want.kind)
			wantHeader(t, r, "Cache-Control", want.cache)
			wantHeader(t, r, "Content-Encoding", "")
			if got := body(t, r); got != want.body {
				t.Errorf("body = %q, want %q", got, want.body)
			}
			again := v.get(path, "If-None-Match", r.Header.Get("ETag"))
			wantStatus(t, again, http.StatusNotModified)
			wantHeader(t, again, "ETag", r.Header.Get("ETag"))
			wantHeader(t, again, "Cache-Control", want.cache)
			if got := body(t, again); got != "" {
				t.Errorf("304 has a body: %q", got)
			}
		})
	}
}

func TestUnknownPathsAreNeverTheShell(t *testing.T) {
	v := newSite(t)
	v.mustPublish(t, aRelease(t, "一"))
	for _, path := range []string{
		"/index.html", "/nothing", "/consultation/3", "/assets", "/assets/", "/assets/nothing.js", "/assets/app-1a2b.js.br",
		"/assets/app-1a2b.js.map", "/assets/app-1a2b.js/", "/icons/", "/sw.js/", "/sw.js.gz", "/SW.js", "//", "//sw.js",
		"/assets/../index.html", "/assets/..%2findex.html", "/assets/%2e%2e/index.html", "/..%2f..%2fetc/passwd",
		"/assets/..\\index.html", "/assets/app-1a2b.js%00", "/content", "/content/", "/content/manifest", "/healthz/", "/admin",
		"/content/manifest.json/", "/robots.txt",
	} {
		t.Run(path, func(t *testing.T) {
			r := v.get(path)
			wantStatus(t, r, http.StatusNotFound)
			wantHeader(t, r, "Content-Type", "text/plain; charset=utf-8")
			wantHeader(t, r, "Cache-Control", "no-store")
			wantHeader(t, r, "ETag", "")
			if got := body(t, r); got != "見つかりません\n" {
				t.Errorf("body = %q", got)
			}
		})
	}
}

func TestEveryOtherMethodIsRefusedEverywhere(t *testing.T) {
	v := newSite(t)
	for _, path := range []string{"/", "/sw.js", "/assets/app-1a2b.js", "/content/manifest.json", "/healthz", "/nothing", "/content/x"} {
		for _, method := range []string{"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE", "PROPFIND", "QUERY", "get"} {
			r := v.ask(method, path)
			if r.StatusCode != http.StatusMethodNotAllowed || r.Header.Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s = %d, Allow %q", method, path, r.StatusCode, r.Header.Get("Allow"))
			}
			if got := body(t, r); got != "この操作はできません\n" {
				t.Errorf("%s %s: body = %q", method, path, got)
			}
		}
	}
}

// anEditor takes a form at one path.
type anEditor struct{}

func (anEditor) Register(e *echo.Echo) {
	e.POST("/editor/login", func(c echo.Context) error { return c.NoContent(http.StatusNoContent) })
}

func TestOnlyTheEditorTakesForms(t *testing.T) {
	v := newSite(t, func(c *Config) { c.Editor = anEditor{} })
	for target, want := range map[string]int{
		"/editor/login": http.StatusNoContent, "/editor/nothing": http.StatusNotFound, "/editor": http.StatusMethodNotAllowed,
		"/": http.StatusMethodNotAllowed, "/editors/": http.StatusMethodNotAllowed, "/nothing": http.StatusMethodNotAllowed,
		"/%65ditor/login": http.StatusMethodNotAllowed, "/r/28381": http.StatusMethodNotAllowed, "//editor/login": http.StatusMethodNotAllowed,
		"/editor/../content/manifest.json": http.StatusNotFound, "/content/..%2feditor/": http.StatusMethodNotAllowed,
	} {
		wantStatus(t, v.ask(http.MethodPost, target), want)
	}
	for _, method := range []string{"PUT", "PATCH", "DELETE", "OPTIONS"} {
		wantStatus(t, v.ask(method, "/editor/login"), http.StatusMethodNotAllowed)
	}
	wantStatus(t, v.get("/editor/login"), http.StatusMethodNotAllowed)
}

func TestHeadIsGetWithoutABody(t *testing.T) {
	v := newSite(t)
	rel := aRelease(t, "一")
	v.mustPublish(t, rel)
	paths := []string{"/", "/sw.js", "/assets/app-1a2b.js", "/content/manifest.json"}
	for hash := range rel.Blobs {
		paths = append(paths, "/content/"+hash+".json")
	}
	for _, path := range paths {
		for _, encoding := range []string{"", "gzip", "br"} {
			get, head := v.get(path, "Accept-Encoding", encoding), v.ask(http.MethodHead, path, "Accept-Encoding", encoding)
			wantStatus(t, head, http.StatusOK)
			for name := range get.Header {
				wantHeader(t, head, name, get.Header.Get(name))
			}
			if get.Header.Get("Content-Length") == "" {
				t.Errorf("%s %q: no length", path, encoding)
			}
			if got := body(t, head); got != "" {
				t.Errorf("%s: HEAD has a body", path)
			}
		}
	}
	wantStatus(t, v.ask(http.MethodHead, "/nothing"), http.StatusNotFound)
}

func TestHealth(t *testing.T) {
	v := newSite(t)
	wantStatus(t, v.get("/healthz"), http.StatusOK)
	early := v.get("/readyz")
	wantStatus(t, early, http.StatusServiceUnavailable)
	if got := body(t, early); got != "準備中です\n" {
		t.Errorf("body = %q", got)
	}
	v.mustPublish(t, aRelease(t, "一"))
	ready := v.get("/readyz")
	wantStatus(t, ready, http.StatusOK)
	wantHeader(t, ready, "Cache-Control", "no-store")
	if err := v.store.Close(); err != nil {
		t.Fatal(err)
	}
	wantStatus(t, v.get("/readyz"), http.StatusServiceUnavailable)
	wantStatus(t, v.get("/healthz"), http.StatusOK)
}

func TestWhatTakesTheAppOffStandsAtEveryLinkOfIt(t *testing.T) {
	v := newSite(t, func(c *Config) {
		c.App = fstest.MapFS{"sw.js": file("unregister"), "index.html": file("it is over")}
		c.Removes = true
	})
	v.mustPublish(t, aRelease(t, "一"))
	r := v.get("/sw.js", "Accept-Encoding", "br, gzip")
	wantHeader(t, r, "Content-Type", "text/javascript; charset=utf-8")
	wantHeader(t, r, "Cache-Control", "no-cache")
	if got := body(t, r); got != "unregister" {
		t.Errorf("body = %q", got)
	}
	for _, path := range []string{"/", "/r/28381", "/r/unknown"} {
		r := v.get(path, "Sec-Fetch-Dest", "document")
		wantStatus(t, r, http.StatusOK)
		wantHeader(t, r, "Link", "")
		if got := body(t, r); got != "it is over" {
			t.Errorf("%s = %q", path, got)
		}
	}
}

func TestNewRefusesAnAppItCannotServe(t *testing.T) {
	for name, edit := range map[string]func(fstest.MapFS){
		"not built":                 func(a fstest.MapFS) { clear(a) },
		"no worker":                 func(a fstest.MapFS) { delete(a, "sw.js") },
		"a file outside the routes": func(a fstest.MapFS) { a["robots.txt"] = file("") },
		"a file of unknown kind":    func(a fstest.MapFS) { a["assets/a.exe"] = file("") },
		"a twin of nothing":         func(a fstest.MapFS) { a["assets/b.js.gz"] = file("") },
	} {
		t.Run(name, func(t *testing.T) {
			app := anApp()
			edit(app)
			if _, err := New(Config{App: app}); err == nil {
				t.Error("no error")
			}
		})
	}
}

func TestUnknownErrorsTellNothing(t *testing.T) {
	v := newSite(t, func(c *Config) { c.Ready = func(context.Context) error { panic(errors.New("secret of the request")) } })
	r := v.get("/readyz")
	wantStatus(t, r, http.StatusInternalServerError)
	if got := body(t, r); got != "内部エラー\n" {
		t.Errorf("body = %q", got)
	}
	if log := v.log.String(); !strings.Contains(log, "level=ERROR") || !strings.Contains(log, "goroutine") || strings.Contains(log, "secret") {
		t.Errorf("log = %s", log)
	}
}
