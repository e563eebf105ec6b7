package web

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"michishirube/server/release"
	"michishirube/server/store"
)

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

func anApp() fstest.MapFS {
	return fstest.MapFS{
		"index.html":             file("<!doctype html><title>ガイド</title>"),
		"index.html.br":          file("shell in brotli"),
		"index.html.gz":          file("shell in gzip"),
		"sw.js":                  file("self.addEventListener"),
		"manifest.webmanifest":   file("{}"),
		"favicon.ico":            file("ico"),
		"icons/icon.svg":         file("<svg/>"),
		"icons/icon-192.png":     file("png"),
		"assets/app-1a2b.js":     file("export{}"),
		"assets/app-1a2b.js.br":  file("brotli"),
		"assets/app-1a2b.js.gz":  file("gzip"),
		"assets/app-1a2b.js.map": file("{}"),
		"assets/app-3c4d.css":    file("body{}"),
		"assets/font-5e6f.woff2": file("woff2"),
	}
}

func aRelease(t *testing.T, text string) release.Release {
	t.Helper()
	r, err := release.Build(release.Input{ReviewedOn: "2026-11-22", ReviewBy: "2027-03-31", Blobs: map[string][]byte{
		"guide":   []byte(`{"steps":[]}`),
		"text.ja": []byte(`{"a":"` + strings.Repeat(text, 100) + `"}`),
	}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// site is a whole server but for the socket: a real store, a real publisher, a handler and its log.
type site struct {
	http.Handler
	*release.Publisher
	log   *bytes.Buffer
	store *store.Store
}

func newSite(t *testing.T, edit ...func(*Config)) *site {
	t.Helper()
	// Not storetest: some tests close the store themselves.
	s, err := store.Open(filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	var current release.Current
	v := &site{log: &bytes.Buffer{}, store: s}
	v.Publisher = release.NewPublisher(s, &current, func() time.Time { return time.Unix(0, 0) })
	// Every reading of this clock is 1.5 ms after the one before.
	tick := time.Unix(0, 0)
	now := func() time.Time { tick = tick.Add(1500 * time.Microsecond); return tick }
	c := Config{App: anApp(), Current: &current, Files: s, Ready: v.Ready, Log: slog.New(slog.NewTextHandler(v.log, nil)), Now: now}
	for _, e := range edit {
		e(&c)
	}
	if v.Handler, err = New(c); err != nil {
		t.Fatal(err)
	}
	return v
}

func (v *site) mustPublish(t *testing.T, r release.Release) {
	t.Helper()
	if err := v.Publish(context.Background(), r); err != nil {
		t.Fatal(err)
	}
}

// ask sends one request. headers are name, value, name, value.
func (v *site) ask(method, target string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	v.ServeHTTP(w, r)
	return w.Result()
}

func (v *site) get(target string, headers ...string) *http.Response {
	return v.ask(http.MethodGet, target, headers...)
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func wantStatus(t *testing.T, r *http.Response, status int) {
	t.Helper()
	if r.StatusCode != status {
		t.Errorf("status = %d, want %d", r.StatusCode, status)
	}
}

func wantHeader(t *testing.T, r *http.Response, name, want string) {
	t.Helper()
	if got := r.Header.Get(name); got != want {
		t.Errorf("%s = %q, want %q", name, got, want)
	}
}
