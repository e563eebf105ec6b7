//go:build prove

package engines

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// webdriver carries commands over HTTP, as WebKitWebDriver wants them.
type webdriver struct{ url, session string }

func (w *webdriver) do(c command, p params) (json.RawMessage, error) {
	path := strings.ReplaceAll(c.path, "{session}", w.session)
	if id, ok := p["id"].(string); ok {
		path = strings.ReplaceAll(path, "{id}", id)
	}
	body, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest(c.method, w.url+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	var got struct{ Value json.RawMessage }
	if err := json.NewDecoder(res.Body).Decode(&got); err != nil {
		return nil, err
	}
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s %s: %s", c.method, path, got.Value)
	}
	return got.Value, nil
}

// openWebKit starts WebKitGTK with the profile. The features named are left out of it.
func openWebKit(t *testing.T, profile string, without ...string) *browser {
	t.Helper()
	port := freePort(t)
	out := &output{}
	driver := exec.Command("WebKitWebDriver", fmt.Sprintf("--port=%d", port))
	driver.Env = append(os.Environ(), "DISPLAY="+display, "LANG=C.UTF-8", "LANGUAGE=ja", "GDK_BACKEND=x11",
		"NO_AT_BRIDGE=1", "WEBKIT_DISABLE_COMPOSITING_MODE=1", "WEBKIT_DISABLE_DMABUF_RENDERER=1", "HOME="+profile)
	end := group(t, driver, out)
	window, err := filepath.Abs("webkit.py")
	must(t, err)
	arguments := []string{profile}
	for _, feature := range without {
		arguments = append(arguments, "--without", feature)
	}
	w := &webdriver{url: fmt.Sprintf("http://127.0.0.1:%d", port)}
	waitFor(t, "WebKitWebDriver", func() bool {
		res, err := http.Get(w.url + "/status")
		if err != nil {
			return false
		}
		return res.Body.Close() == nil
	})
	raw, err := w.do(newSession, params{"capabilities": params{"alwaysMatch": params{
		"webkitgtk:browserOptions": params{"binary": window, "args": arguments},
		"timeouts":                 params{"script": patience.Milliseconds(), "pageLoad": patience.Milliseconds()},
	}}})
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var session struct {
		SessionID    string
		Capabilities struct{ BrowserName, BrowserVersion string }
	}
	must(t, json.Unmarshal(raw, &session))
	w.session = session.SessionID
	return &browser{
		t: t, transport: w, version: session.Capabilities.BrowserName + " " + session.Capabilities.BrowserVersion,
		quit: func() {
			_, err := w.do(command{"DELETE", "/session/{session}", ""}, params{})
			must(t, err)
			end(syscall.SIGTERM)
		},
		kill: func() { end(syscall.SIGKILL) },
		console: func() string {
			var said []string
			for line := range strings.Lines(out.String()) {
				if strings.HasPrefix(line, "CONSOLE") {
					said = append(said, line)
				}
			}
			return strings.Join(said, "")
		},
	}
}

// group starts a process that leads a group of its own, and returns what ends the whole group and waits for it.
func group(t *testing.T, cmd *exec.Cmd, out *output) func(syscall.Signal) {
	t.Helper()
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Stdout, cmd.Stderr = out, out
	cmd.WaitDelay = 10 * time.Second
	must(t, cmd.Start())
	ended := false
	end := func(signal syscall.Signal) {
		if ended {
			return
		}
		ended = true
		_ = syscall.Kill(-cmd.Process.Pid, signal)
		_ = cmd.Wait()
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // what outlived its leader
	}
	t.Cleanup(func() { end(syscall.SIGKILL) })
	return end
}
