package main

import (
	"bufio"
	"bytes"
	"context"
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
	r, err := launch(data, args...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.stop() })
	return r
}

// launch starts a server and waits until it serves.
func launch(data string, args ...string) (running, error) {
	out, in := io.Pipe()
	r := running{log: &buffer{}}
	ctx, cancel := context.WithCancel(context.Background())
	exit := make(chan int, 1)
	go func() {
		exit <- run(ctx, append([]string{"-addr", "localhost:0", "-data", data}, args...), testEnv(in, r.log))
		_ = in.Close()
	}()
	r.stop = sync.OnceValue(func() int { cancel(); return <-exit })
	lines := bufio.NewScanner(out)
	if !lines.Scan() {
		return running{}, fmt.Errorf("the server did not start: exit %d\n%s", r.stop(), r.log)
	}
	r.url = strings.TrimPrefix(lines.Text(), "serving at ")
	return r, nil
}

// seed is a data folder in which the project's content is in force already: proofs and compression are slow under the
// race detector, and most tests are not about them.
func seed(t testing.TB) string {
	t.Helper()
	data := t.TempDir()
	first, err := firstStart()
	if err == nil {
		err = os.WriteFile(filepath.Join(data, databaseFile), first.file, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// started is what a server did from its start to its stop.
type started struct {
	log  string
	exit int
	file []byte // the database
}

// firstStart is a server's on an empty folder, once for the package.
var firstStart = sync.OnceValues(func() (started, error) {
	dir, err := os.MkdirTemp("", "first-")
	if err != nil {
		return started{}, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	data := filepath.Join(dir, "data")
	r, err := launch(data)
	if err != nil {
		return started{}, err
	}
	s := started{exit: r.stop(), log: r.log.String()}
	s.file, err = os.ReadFile(filepath.Join(data, databaseFile))
	return s, err
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
