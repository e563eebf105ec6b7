// Package office uses the editor's forms without a browser, for the people of an office.
package office

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
	"time"
)

// Password is that of everybody in the office.
const Password = "三人で何度も読み合わせる案内の文"

// Hire makes the accounts on a data folder that no server holds: admin is the administrator, hana an editor, ito an
// approver, all of every region.
func Hire(program, data string) error {
	for name, role := range map[string]string{"admin": "administrator", "hana": "editor", "ito": "approver"} {
		add := exec.Command(program, "user", "add", name, "--role", role, "--regions", "*", "--password-stdin", "--data", data)
		add.Stdin = strings.NewReader(Password + "\n")
		if out, err := add.CombinedOutput(); err != nil {
			return fmt.Errorf("user add %s: %w\n%s", name, err, out)
		}
	}
	return nil
}

// Clerk sends the forms of a site's editor as a browser would, and follows no redirect.
type Clerk struct {
	site   string
	client *http.Client
	Took   time.Duration // by the last request
}

// New gives a clerk who is not logged in.
func New(site string) (*Clerk, error) {
	jar, err := cookiejar.New(nil)
	return &Clerk{site: site, client: &http.Client{
		Jar: jar, Timeout: time.Minute,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}, err
}

// LogIn gives a clerk who is logged in under that name.
func LogIn(site, name string) (*Clerk, error) {
	c, err := New(site)
	if err != nil {
		return nil, err
	}
	return c, c.Fill("/editor/login", "name", name, "password", Password)
}

// Ask sends a request and gives its answer with the body read. Headers are names and values in turn.
func (c *Clerk) Ask(method, path string, form url.Values, headers ...string) (*http.Response, string, error) {
	r, err := http.NewRequest(method, c.site+path, strings.NewReader(form.Encode()))
	if err != nil {
		return nil, "", err
	}
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	begun := time.Now()
	res, err := c.client.Do(r)
	if err != nil {
		return nil, "", err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	c.Took = time.Since(begun)
	return res, string(body), err
}

// wanted is Ask for an answer that must have this status.
func (c *Clerk) wanted(status int, method, path string, form url.Values) (*http.Response, string, error) {
	res, body, err := c.Ask(method, path, form)
	if err == nil && res.StatusCode != status {
		err = fmt.Errorf("%s %s: %s to %q\n%s", method, path, res.Status, res.Header.Get("Location"), body)
	}
	return res, body, err
}

// Look opens a page, which must be there, and gives it.
func (c *Clerk) Look(path string) (string, error) {
	_, page, err := c.wanted(http.StatusOK, http.MethodGet, path, nil)
	return page, err
}

var hiddenInput = regexp.MustCompile(`<input type="hidden" name="(csrf|seen|parent)" value="([^"]*)">`)

// Hidden opens a page and reads what its forms carry along.
func (c *Clerk) Hidden(path string) (url.Values, error) {
	page, err := c.Look(path)
	values := url.Values{}
	for _, found := range hiddenInput.FindAllStringSubmatch(page, -1) {
		values.Set(found[1], html.UnescapeString(found[2]))
	}
	return values, err
}

// Fill opens the form of a page and sends it filled in, names and values in turn; it must be taken. Took is then the time
// of the sending alone.
func (c *Clerk) Fill(path string, pairs ...string) error { return c.FillTo(path, path, pairs...) }

// FillTo is Fill for a form that is sent elsewhere than to its page.
func (c *Clerk) FillTo(page, path string, pairs ...string) error {
	values, err := c.Hidden(page)
	if err != nil {
		return err
	}
	for i := 0; i < len(pairs); i += 2 {
		values.Set(pairs[i], pairs[i+1])
	}
	res, _, err := c.wanted(http.StatusSeeOther, http.MethodPost, path, values)
	if err == nil && asksWho.MatchString(res.Header.Get("Location")) {
		err = fmt.Errorf("%s is not taken: it leads to %s", path, res.Header.Get("Location"))
	}
	return err
}

// asksWho matches where the editor sends somebody whose password it wants first.
var asksWho = regexp.MustCompile(`^/editor/(login|confirm)\b`)
