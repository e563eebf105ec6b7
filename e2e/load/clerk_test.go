//go:build prove

package load

import (
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"
)

// password is that of everybody in the office of a test.
const password = "三人で何度も読み合わせる案内の文"

// hire makes the accounts on a data folder that no server holds.
func hire(t *testing.T, data string) {
	t.Helper()
	for name, role := range map[string]string{"admin": "administrator", "hana": "editor", "ito": "approver"} {
		add := exec.Command(binary, "user", "add", name, "--role", role, "--regions", "*", "--password-stdin", "--data", data)
		add.Stdin = strings.NewReader(password + "\n")
		if out, err := add.CombinedOutput(); err != nil {
			t.Fatalf("user add %s: %v\n%s", name, err, out)
		}
	}
}

// clerk uses the editor's forms, as a browser would send them. Many run at once, so it gives errors and ends no test.
type clerk struct {
	url    string
	client *http.Client
	took   time.Duration // by the last request
}

func logIn(site, name string) (*clerk, error) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	c := &clerk{url: site, client: &http.Client{
		Jar: jar, Timeout: time.Minute,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
	return c, c.fill("/editor/login", "name", name, "password", password)
}

// ask sends a request and reads its answer, which must have that status.
func (c *clerk) ask(method, path string, form url.Values, want int) (string, error) {
	r, err := http.NewRequest(method, c.url+path, strings.NewReader(form.Encode()))
	if err != nil {
		return "", err
	}
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	begun := time.Now()
	res, err := c.client.Do(r)
	if err != nil {
		return "", err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	c.took = time.Since(begun)
	if err == nil && res.StatusCode != want {
		err = fmt.Errorf("%s %s: %s to %q\n%s", method, path, res.Status, res.Header.Get("Location"), body)
	}
	return string(body), err
}

// look opens a page.
func (c *clerk) look(path string) (string, error) {
	return c.ask(http.MethodGet, path, nil, http.StatusOK)
}

var hiddenInput = regexp.MustCompile(`<input type="hidden" name="(csrf|seen|parent)" value="([^"]*)">`)

// fill opens the form of a page and sends it filled in. took is then the time of the sending alone.
func (c *clerk) fill(path string, pairs ...string) error {
	page, err := c.look(path)
	if err != nil {
		return err
	}
	values := url.Values{}
	for _, found := range hiddenInput.FindAllStringSubmatch(page, -1) {
		values.Set(found[1], html.UnescapeString(found[2]))
	}
	for i := 0; i < len(pairs); i += 2 {
		values.Set(pairs[i], pairs[i+1])
	}
	_, err = c.ask(http.MethodPost, path, values, http.StatusSeeOther)
	return err
}

// team makes regions and publishes what they say: one registers them, one writes, one approves.
type team struct{ admin, editor, approver *clerk }

func newTeam(site string) (w team, err error) {
	for name, one := range map[string]**clerk{"admin": &w.admin, "hana": &w.editor, "ito": &w.approver} {
		if *one, err = logIn(site, name); err != nil {
			return w, err
		}
	}
	return w, nil
}

// found registers a region and lets it say something of each kind.
func (w team) found(code string) error {
	if err := w.admin.fill("/editor/regions/new", "code", code, "name", "第"+code+"町"); err != nil {
		return err
	}
	at := "/editor/regions/" + code + "/fields/"
	if err := w.editor.fill(at+"auto_flags", "value", "both", "do", "save"); err != nil {
		return err
	}
	if err := w.editor.fill(at+"city_kokuho", "name", "住民課 保険係", "phone", "079-492-9137", "hours", "平日 8:30〜17:15", "do", "save"); err != nil {
		return err
	}
	_, err := w.publish(code, "不開示の申出書("+code+")")
	return err
}

// publish changes one wording of a region and puts it in force. It gives how long the approver waited for the last step.
func (w team) publish(code, text string) (time.Duration, error) {
	at := "/editor/regions/" + code
	if err := w.editor.fill(at+"/fields/flag_form", "value", text, "do", "save"); err != nil {
		return 0, err
	}
	if err := w.editor.fill(at+"/draft", "do", "ask"); err != nil {
		return 0, err
	}
	err := w.approver.fill(at+"/approve", "do", "publish")
	return w.approver.took, err
}
