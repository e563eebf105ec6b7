package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"michishirube/server/release"
	"michishirube/server/store"
)

// buffer is a log that a server writes while a test reads it.
type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// testEnv is a machine with the project's own content and a small app.
func testEnv(stdout, stderr io.Writer) Env {
	return Env{
		Getenv:  env(),
		Now:     func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) },
		Stdout:  stdout,
		Stderr:  stderr,
		Assets:  os.DirFS("../assets"),
		Locales: os.DirFS("../locales"),
		App: fstest.MapFS{
			"index.html": {Data: []byte("<!doctype html>")},
			"sw.js":      {Data: []byte("keep")},
		},
		Removal: fstest.MapFS{"index.html": {Data: []byte("removed")}, "sw.js": {Data: []byte("remove")}},
	}
}

// running is a server on a free port.
type running struct {
	url  string
	log  *buffer
	stop func() int // and gives the exit status
}

func start(t *testing.T, data string, args ...string) running {
	t.Helper()
	out, in := io.Pipe()
	r := running{log: &buffer{}}
	ctx, cancel := context.WithCancel(context.Background())
	exit := make(chan int, 1)
	go func() {
		exit <- run(ctx, append([]string{"-addr", "localhost:0", "-data", data}, args...), testEnv(in, r.log))
		_ = in.Close()
	}()
	r.stop = sync.OnceValue(func() int { cancel(); return <-exit })
	t.Cleanup(func() { r.stop() })
	lines := bufio.NewScanner(out)
	if !lines.Scan() {
		t.Fatalf("the server did not start: exit %d\n%s", r.stop(), r.log)
	}
	r.url = strings.TrimPrefix(lines.Text(), "serving at ")
	return r
}

// seed is a data folder in which the project's content is in force already: proofs and compression are slow under the
// race detector, and most tests are not about them.
func seed(t *testing.T) string {
	t.Helper()
	data := t.TempDir()
	file, err := seedFile()
	if err == nil {
		err = os.WriteFile(filepath.Join(data, databaseFile), file, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// seedFile makes the database on first use.
var seedFile = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "seed-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	e := testEnv(nil, nil)
	said, faults := load(e.Assets, e.Locales)
	if len(faults) > 0 {
		return nil, fmt.Errorf("the content has faults, the first: %v", faults[0])
	}
	in, err := said.compile()
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, databaseFile)
	db, err := store.Open(path)
	if err != nil {
		return nil, err
	}
	_, err = release.NewPublisher(db, new(release.Current), e.Now).Start(context.Background(), in, func() error { return nil })
	if err := errors.Join(err, db.Close()); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

func get(t *testing.T, client *http.Client, url string) (*http.Response, string) {
	t.Helper()
	r, err := client.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Body.Close(); err != nil {
		t.Fatal(err)
	}
	return r, string(body)
}

func TestServeFromStartToStop(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	s := start(t, data)
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
	if log := s.log.String(); !strings.Contains(log, "outcome=published") || !strings.Contains(log, "release="+m.Release) || !strings.Contains(log, "stopping") {
		t.Errorf("log = %s", log)
	}
	// The next start finds everything as it was, and the file free.
	again := start(t, data)
	if _, same := get(t, http.DefaultClient, again.url+"/content/manifest.json"); same != body {
		t.Errorf("manifest = %s, want %s", same, body)
	}
	if !strings.Contains(again.log.String(), "outcome=unchanged") {
		t.Errorf("log = %s", again.log)
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

// replaced is a file system with some files in place of its own.
type replaced struct {
	fs.FS
	files fstest.MapFS
}

func (r replaced) Open(name string) (fs.File, error) {
	if _, ok := r.files[name]; ok {
		return r.files.Open(name)
	}
	return r.FS.Open(name)
}
