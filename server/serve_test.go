package main

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"io/fs"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"michishirube/server/release"
)

func TestServeFromStartToStop(t *testing.T) {
	first, err := firstStart()
	if err != nil {
		t.Fatal(err)
	}
	if first.exit != exitOK || !strings.Contains(first.log, "outcome=published") || !strings.Contains(first.log, "stopping") {
		t.Errorf("the first start: exit %d\n%s", first.exit, first.log)
	}
	// The next start finds everything as it was, and the file free.
	s := start(t, seed(t))
	for path, want := range map[string]string{"/healthz": "ok\n", "/readyz": "ok\n", "/": "<!doctype html>", "/sw.js": "keep"} {
		if r, body := get(t, http.DefaultClient, s.url+path); r.StatusCode != http.StatusOK || body != want {
			t.Errorf("%s = %d %q", path, r.StatusCode, body)
		}
	}
	r, body := get(t, http.DefaultClient, s.url+"/content/manifest.json")
	var m release.Manifest
	if err := json.Unmarshal([]byte(body), &m); err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("manifest: %d, %v", r.StatusCode, err)
	}
	names := map[string]bool{}
	for _, e := range m.Blobs {
		names[e.Name] = true
		if r, body := get(t, http.DefaultClient, s.url+"/content/"+e.Hash+".json"); r.StatusCode != http.StatusOK || len(body) != e.Bytes {
			t.Errorf("blob %s = %d, %d bytes", e.Name, r.StatusCode, len(body))
		}
	}
	if !names["guide"] || !names["text.ja"] || !names["directory"] {
		t.Errorf("manifest lists %v", names)
	}
	if code := s.stop(); code != exitOK {
		t.Errorf("exit %d\n%s", code, s.log)
	}
	release := "release=" + m.Release
	if log := s.log.String(); !strings.Contains(first.log, release) || !strings.Contains(log, release) || !strings.Contains(log, "outcome=unchanged") {
		t.Errorf("%s is not what both starts serve:\n%s\n%s", m.Release, first.log, log)
	}
}

func TestASecondServerOnTheSameFolderIsAClearError(t *testing.T) {
	data := seed(t)
	start(t, data)
	var out, bad bytes.Buffer
	begun := time.Now()
	code := run(context.Background(), []string{"serve", "-addr", "localhost:0", "-data", data}, testEnv(&out, &bad))
	if d := time.Since(begun); d > 5*time.Second {
		t.Errorf("took %v", d)
	}
	want := "another server holds " + filepath.Join(data, databaseFile)
	if code != exitFailure || !strings.Contains(bad.String(), want) || out.Len() > 0 {
		t.Errorf("exit %d, stderr %q, want %d and %q", code, bad.String(), exitFailure, want)
	}
}

func TestRequestsUnderWayAreFinished(t *testing.T) {
	s := start(t, seed(t))
	// A connection that is kept open but asks for nothing does not hold the server up.
	r, _ := get(t, http.DefaultClient, s.url+"/")
	if r.Close {
		t.Error("the server does not keep connections open")
	}
	begun := time.Now()
	if code := s.stop(); code != exitOK || time.Since(begun) > shutdownWait/2 {
		t.Errorf("exit %d after %v", code, time.Since(begun))
	}
}

func TestContentWithFaultsIsRefusedWithEveryFault(t *testing.T) {
	data := seed(t)
	real := testEnv(nil, nil)
	var out, bad bytes.Buffer
	broken := testEnv(&out, &bad)
	broken.Assets = replaced{real.Assets, fstest.MapFS{
		"content/steps.yaml":       {Data: []byte("steps:\n  - id: [\n")},
		"directory/helplines.yaml": {Data: []byte("helplines: {}\n")},
		"content/exclusive.yaml":   {Data: []byte("unknown: 1\n")},
	}}
	code := run(context.Background(), []string{"-addr", "localhost:0", "-data", data}, broken)
	if code != exitFailure || out.Len() > 0 {
		t.Errorf("exit %d, stdout %q", code, out.String())
	}
	for _, want := range []string{"assets/content/steps.yaml:", "assets/directory/helplines.yaml:", "assets/content/exclusive.yaml:1: ", errContent.Error()} {
		if !strings.Contains(bad.String(), want) {
			t.Errorf("stderr does not tell %q: %s", want, bad.String())
		}
	}
}

// What only a proof finds is refused too, and what was in force before stays.
func TestContentThatFailsItsProofsIsNotPublished(t *testing.T) {
	data := seed(t)
	first := start(t, data)
	_, manifest := get(t, http.DefaultClient, first.url+"/content/manifest.json")
	first.stop()

	real := testEnv(nil, nil)
	facts, err := fs.ReadFile(real.Locales, "facts.ja.toml")
	if err != nil {
		t.Fatal(err)
	}
	var out, bad bytes.Buffer
	broken := testEnv(&out, &bad)
	broken.Locales = replaced{real.Locales, fstest.MapFS{
		"facts.ja.toml": {Data: append([]byte("[fact.nobody]\nask = \"だれですか。\"\n\n"), facts...)},
	}}
	code := run(context.Background(), []string{"-addr", "localhost:0", "-data", data}, broken)
	if code != exitFailure || !strings.Contains(bad.String(), "locales/facts.ja.toml:2: ") || !strings.Contains(bad.String(), errContent.Error()) {
		t.Errorf("exit %d, stderr %s", code, bad.String())
	}
	again := start(t, data)
	if _, same := get(t, http.DefaultClient, again.url+"/content/manifest.json"); same != manifest {
		t.Error("refused content was published")
	}
}

func TestTheAppCanBeTakenOffDevices(t *testing.T) {
	s := start(t, seed(t), "-remove-app")
	for path, want := range map[string]string{"/sw.js": "remove", "/": "removed", "/r/28381": "removed"} {
		if _, body := get(t, http.DefaultClient, s.url+path); body != want {
			t.Errorf("%s = %q", path, body)
		}
	}
}

func TestServingHTTPS(t *testing.T) {
	cert, key, pool := certificate(t)
	s := start(t, seed(t), "-tls-cert", cert, "-tls-key", key)
	if !strings.HasPrefix(s.url, "https://localhost:") {
		t.Errorf("url = %s", s.url)
	}
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}, ForceAttemptHTTP2: true}}
	defer client.CloseIdleConnections()
	r, _ := get(t, client, s.url+"/")
	if r.ProtoMajor != 2 || r.TLS.Version < tls.VersionTLS12 || r.Header.Get("Strict-Transport-Security") == "" {
		t.Errorf("%s, TLS %x, HSTS %q", r.Proto, r.TLS.Version, r.Header.Get("Strict-Transport-Security"))
	}
	if _, err := http.Get(s.url + "/"); err == nil {
		t.Error("a client that does not know the certificate was content")
	}
	if log := s.log.String(); strings.Contains(log, "127.0.0.1") || strings.Contains(log, "[::1]") {
		t.Errorf("log tells an address: %s", log)
	}
}

func TestAStartThatCannotWorkSaysWhy(t *testing.T) {
	taken := start(t, seed(t))
	unbuilt := func(e *Env) { e.App = fstest.MapFS{} }
	for _, tt := range []struct {
		name string
		args []string
		edit func(*Env)
		want string
	}{
		{"a taken port", []string{"-addr", strings.TrimPrefix(taken.url, "http://")}, nil, "listen on localhost:"},
		{"no such certificate", []string{"-tls-cert", "none.pem", "-tls-key", "none.pem"}, nil, "-tls-cert none.pem"},
		{"an app that is not built", nil, unbuilt, "has the frontend been built?"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out, bad bytes.Buffer
			e := testEnv(&out, &bad)
			if tt.edit != nil {
				tt.edit(&e)
			}
			code := run(context.Background(), append([]string{"serve", "-addr", "localhost:0", "-data", seed(t)}, tt.args...), e)
			if code != exitFailure || !strings.Contains(bad.String(), tt.want) {
				t.Errorf("exit %d, stderr %q, want %q", code, bad.String(), tt.want)
			}
		})
	}
}

func TestAWarningWhereTheAppCannotBeKept(t *testing.T) {
	for args, want := range map[string]bool{"": false, "-origin=http://guide.example": true, "-origin=https://guide.example": false} {
		s := start(t, seed(t), strings.Fields(args)...)
		s.stop()
		if got := strings.Contains(s.log.String(), "level=WARN"); got != want {
			t.Errorf("%q: warned %t, want %t: %s", args, got, want, s.log)
		}
	}
}
