//go:build prove

package engines

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
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
	overlay, err := anotherApp(dir)
	if err != nil {
		return 0, err
	}
	for _, build := range [][]string{{"-o", binary}, {"-overlay", overlay, "-o", rebuilt}} {
		if out, err := exec.Command("go", append(append([]string{"build"}, build...), "../../server")...).CombinedOutput(); err != nil {
			return 0, fmt.Errorf("go build: %w\n%s", err, out)
		}
	}
	end, err := screen()
	if err != nil {
		return 0, err
	}
	defer end()
	return m.Run(), nil
}

// anotherApp writes an overlay for the Go command, in which the built app has another page and so another worker.
func anotherApp(dir string) (string, error) {
	app, err := filepath.Abs("../../frontend/dist/app")
	if err != nil {
		return "", err
	}
	page, err := os.ReadFile(filepath.Join(app, "index.html"))
	if err != nil {
		return "", err
	}
	worker, err := os.ReadFile(filepath.Join(app, "sw.js"))
	if err != nil {
		return "", err
	}
	changed := append(bytes.Clone(page), "<!--"+mark+"-->"...)
	hash := func(data []byte) []byte { return fmt.Appendf(nil, "%x", sha256.Sum256(data)) }
	replaced := bytes.ReplaceAll(worker, hash(page), hash(changed))
	if bytes.Equal(replaced, worker) {
		return "", errors.New("sw.js does not know index.html: npm run build first")
	}
	overlay := map[string]string{}
	for name, data := range map[string][]byte{"index.html": changed, "sw.js": version12.ReplaceAll(replaced, []byte("${1}ffffffffffff${1}"))} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, data, 0o600); err != nil {
			return "", err
		}
		overlay[filepath.Join(app, name)] = file
		for _, twin := range []string{".br", ".gz"} {
			overlay[filepath.Join(app, name+twin)] = "" // not there
		}
	}
	data, err := json.Marshal(map[string]any{"Replace": overlay})
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "overlay.json")
	return file, os.WriteFile(file, data, 0o600)
}

// version12 is the version of the worker: the name of its cache ends with it.
var version12 = regexp.MustCompile("([`\"'])[0-9a-f]{12}[`\"']")

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
