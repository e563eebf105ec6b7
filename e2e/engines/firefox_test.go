//go:build prove

package engines

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// marionette carries commands over Firefox's own protocol: the one geckodriver, which Debian does not have, speaks to it.
type marionette struct {
	conn   net.Conn
	in     *bufio.Reader
	number int
}

func (m *marionette) do(c command, p params) (json.RawMessage, error) {
	m.number++
	message, err := json.Marshal([]any{0, m.number, c.name, p})
	if err != nil {
		return nil, err
	}
	if _, err := fmt.Fprintf(m.conn, "%d:%s", len(message), message); err != nil {
		return nil, err
	}
	var answer [4]json.RawMessage
	if err := m.read(&answer); err != nil {
		return nil, err
	}
	if fault := string(answer[2]); fault != "null" {
		return nil, fmt.Errorf("%s: %s", c.name, fault)
	}
	var wrapped struct{ Value json.RawMessage }
	if err := json.Unmarshal(answer[3], &wrapped); err == nil && wrapped.Value != nil {
		return wrapped.Value, nil
	}
	return answer[3], nil
}

// read reads one message: its length, a colon, JSON.
func (m *marionette) read(into any) error {
	length, err := m.in.ReadString(':')
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(strings.TrimSuffix(length, ":"))
	if err != nil {
		return err
	}
	message := make([]byte, n)
	if _, err := io.ReadFull(m.in, message); err != nil {
		return err
	}
	return json.Unmarshal(message, into)
}

// preferences make Firefox keep what a person's would, and speak to nobody but the page.
const preferences = `
user_pref("marionette.port", 0);
user_pref("intl.accept_languages", "ja");
user_pref("browser.sessionstore.resume_from_crash", true);
user_pref("browser.sessionstore.interval", 1000);
user_pref("browser.cache.disk.enable", true);
user_pref("browser.formfill.enable", true);
user_pref("places.history.enabled", true);
user_pref("network.proxy.type", 1);
user_pref("network.proxy.socks", "127.0.0.1");
user_pref("network.proxy.socks_port", 9);
user_pref("network.proxy.socks_remote_dns", true);
user_pref("network.proxy.no_proxies_on", "localhost");
`

// openFirefox starts Firefox with the profile. The preferences named are turned off in it.
func openFirefox(t *testing.T, profile string, without ...string) *browser {
	t.Helper()
	prefs := preferences
	for _, name := range without {
		prefs += fmt.Sprintf("user_pref(%q, false);\n", name)
	}
	must(t, os.WriteFile(filepath.Join(profile, "user.js"), []byte(prefs), 0o600))
	active := filepath.Join(profile, "MarionetteActivePort")
	must(t, os.RemoveAll(active))
	firefox := exec.Command("firefox-esr", "--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", profile)
	firefox.Env = append(os.Environ(), "LANG=C.UTF-8", "HOME="+profile)
	out := &output{}
	end := group(t, firefox, out)
	m := &marionette{}
	waitFor(t, "Firefox", func() bool {
		port, err := os.ReadFile(active)
		if err != nil {
			return false
		}
		m.conn, err = net.Dial("tcp", "127.0.0.1:"+strings.TrimSpace(string(port)))
		return err == nil
	})
	m.in = bufio.NewReader(m.conn)
	must(t, m.read(&struct{}{}))
	raw, err := m.do(newSession, params{"timeouts": params{"script": patience.Milliseconds(), "pageLoad": patience.Milliseconds()}})
	must(t, err)
	var session struct {
		Capabilities struct{ BrowserName, BrowserVersion string }
	}
	must(t, json.Unmarshal(raw, &session))
	return &browser{
		t: t, transport: m, version: session.Capabilities.BrowserName + " " + session.Capabilities.BrowserVersion,
		quit: func() {
			_, err := m.do(command{name: "Marionette:Quit"}, params{"flags": []string{"eAttemptQuit"}})
			must(t, err)
			end(0)
		},
		kill:    func() { end(syscall.SIGKILL) },
		console: func() string { return firefoxConsole(t, m) },
	}
}

// firefoxConsole asks the browser itself for the errors of pages, violations of their policies among them.
func firefoxConsole(t *testing.T, m *marionette) string {
	t.Helper()
	context := command{name: "Marionette:SetContext"}
	_, err := m.do(context, params{"value": "chrome"})
	must(t, err)
	raw, err := m.do(command{name: "WebDriver:ExecuteScript"}, params{"args": []any{}, "script": `
		return Services.console.getMessageArray().filter(one => one instanceof Ci.nsIScriptError && /localhost/.test(one.sourceName + one.errorMessage))
			.map(one => one.category + ': ' + one.errorMessage).join('\n')`})
	must(t, err)
	_, err = m.do(context, params{"value": "content"})
	must(t, err)
	var said string
	must(t, json.Unmarshal(raw, &said))
	return said
}
