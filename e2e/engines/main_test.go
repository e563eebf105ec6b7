//go:build prove

package engines

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"michishirube/e2e/overlay"
)

// Shared by every test of the package.
var (
	binary  string // the server
	rebuilt string // the server with another build of the app, as after an upgrade
	display string // the screen that WebKitGTK draws on
)

func TestMain(m *testing.M) {
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

func run(m *testing.M) (int, error) {
	dir, err := os.MkdirTemp("", "engines-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	binary = filepath.Join(dir, "michishirube")
	rebuilt = filepath.Join(dir, "rebuilt")
	if out, err := exec.Command("go", "build", "-o", binary, "../../server").CombinedOutput(); err != nil {
		return 0, fmt.Errorf("go build: %w\n%s", err, out)
	}
	other, err := overlay.New("../..", filepath.Join(dir, "overlay"))
	if err == nil {
		err = other.MarkApp(mark)
	}
	if err == nil {
		err = other.Build(rebuilt)
	}
	if err != nil {
		return 0, err
	}
	end, err := screen()
	if err != nil {
		return 0, err
	}
	defer end()
	return m.Run(), nil
}

// screen starts an X server without a monitor. It chooses its number itself and writes it down.
func screen() (end func(), err error) {
	read, write, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1280x1280x24", "-nolisten", "tcp")
	x.ExtraFiles = []*os.File{write}
	if err := x.Start(); err != nil {
		return nil, fmt.Errorf("Xvfb (e2e/engines/setup.sh first?): %w", err)
	}
	_ = write.Close()
	number := make([]byte, 8)
	n, err := read.Read(number)
	if err != nil {
		return nil, fmt.Errorf("Xvfb: %w", err)
	}
	display = ":" + strings.TrimSpace(string(number[:n]))
	return func() { _ = x.Process.Kill(); _ = x.Wait() }, nil
}

// output keeps what a process says while a test reads it.
type output struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.String()
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

func waitFor(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if holds() {
			return
		}
	}
	t.Fatalf("%s does not answer within %v", what, patience)
}
