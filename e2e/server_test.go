package e2e

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
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

// start runs the binary on a free port with a data folder of its own, and waits until it is ready: for tests that stop
// the server, write to it or read its log. All others look at the shared one.
func start(t *testing.T) *app {
	t.Helper()
	a := onSeed(t)
	a.run(t)
	return a
}

// onSeed is a server that does not run yet, on a data folder of its own with the seed in it.
func onSeed(t *testing.T) *app {
	t.Helper()
	address, err := freeAddress()
	must(t, err)
	a := &app{url: "http://" + address, dataDir: t.TempDir()}
	must(t, os.WriteFile(filepath.Join(a.dataDir, databaseFile), seed, 0o600))
	return a
}

// run starts the process at the app's address until the test ends; used again after stop, it is the same site.
func (a *app) run(t *testing.T) {
	t.Helper()
	must(t, a.launch(binary))
	t.Cleanup(a.stop)
}

// launch starts a program at the app's address and waits until it is ready. One that publishes beside many others needs
// more than a minute and a half.
func (a *app) launch(program string, flags ...string) error {
	a.log = &syncBuffer{}
	a.cmd = exec.Command(program, append([]string{"serve", "--addr", a.url[len("http://"):], "--data", a.dataDir, "--log-level", "debug"}, flags...)...)
	a.cmd.Stdout, a.cmd.Stderr = a.log, a.log
	if err := a.cmd.Start(); err != nil {
		return err
	}
	for deadline := time.Now().Add(5 * patience); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if res, err := http.Get(a.url + "/readyz"); err == nil {
			_ = res.Body.Close()
			if res.StatusCode == http.StatusOK {
				return nil
			}
		}
	}
	a.stop()
	return fmt.Errorf("the server is not ready:\n%s", a.log)
}

// databaseFile is the one file of a data folder.
const databaseFile = "michishirube.db"

// Made once for the package: publishing the content takes seconds, and no test here is about that.
var (
	seed   []byte // the database of a server that has the content in force
	shared *app   // the server of every test that only looks: nobody stops it, writes to it or reads its log
)

// share makes the seed and starts the shared server, in a folder.
func share(dir string) error {
	address, err := freeAddress()
	if err != nil {
		return err
	}
	shared = &app{url: "http://" + address, dataDir: dir}
	if err := shared.launch(binary); err != nil {
		return err
	}
	shared.stop()
	if seed, err = os.ReadFile(filepath.Join(dir, databaseFile)); err != nil {
		return err
	}
	return shared.launch(binary)
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

// freeAddress is where nobody listens yet.
func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("localhost:%d", l.Addr().(*net.TCPAddr).Port), l.Close()
}
