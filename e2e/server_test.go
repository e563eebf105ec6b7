package e2e

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"os/exec"
	"sync"
	"syscall"
	"testing"
	"time"
)

// app is a running server process.
type app struct {
	url     string
	dataDir string
	cmd     *exec.Cmd
	log     *syncBuffer
}

// syncBuffer keeps what the process logs while the test reads it.
type syncBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *syncBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *syncBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

// start runs the binary on a free port with a data folder of its own, and waits until it is ready.
func start(t *testing.T) *app {
	t.Helper()
	a := &app{dataDir: t.TempDir()}
	a.url = "http://" + freeAddress(t)
	a.run(t)
	return a
}

// run starts the process at the app's address; used again after stop, it is the same site.
func (a *app) run(t *testing.T) {
	t.Helper()
	a.log = &syncBuffer{}
	a.cmd = exec.Command(binary, "serve", "--addr", a.url[len("http://"):], "--data", a.dataDir, "--log-level", "debug")
	a.cmd.Stdout, a.cmd.Stderr = a.log, a.log
	if err := a.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(a.stop)
	for deadline := time.Now().Add(90 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if res, err := http.Get(a.url + "/readyz"); err == nil {
			_ = res.Body.Close()
			if res.StatusCode == http.StatusOK {
				return
			}
		}
	}
	t.Fatalf("the server is not ready:\n%s", a.log)
}

// stop ends the process, so that nothing can answer: cutting the browser's network would not stop a service worker.
func (a *app) stop() {
	if a.cmd == nil || a.cmd.Process == nil {
		return
	}
	_ = a.cmd.Process.Signal(syscall.SIGTERM)
	_ = a.cmd.Wait()
	a.cmd = nil
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return fmt.Sprintf("localhost:%d", l.Addr().(*net.TCPAddr).Port)
}
