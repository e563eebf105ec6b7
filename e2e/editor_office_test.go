package e2e

import (
	"html"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// officePassword is that of everybody in the office of a test.
const officePassword = "三人で何度も読み合わせる案内の文"

// staff are the people of an office, by login name, with their roles. All are of every region.
var staff = map[string]string{"admin": "administrator", "hana": "editor", "ito": "approver"}

// openOffice makes the accounts on the data folder, as on a new server, and starts it.
func openOffice(t *testing.T) *app {
	t.Helper()
	a := onSeed(t)
	for name, role := range staff {
		add := exec.Command(binary, "user", "add", name, "--role", role, "--regions", "*", "--password-stdin", "--data", a.dataDir)
		add.Stdin = strings.NewReader(officePassword + "\n")
		if out, err := add.CombinedOutput(); err != nil {
			t.Fatalf("user add %s: %v\n%s", name, err, out)
		}
	}
	a.run(t)
	return a
}

// clerk uses the editor's forms without a browser, where what a browser shows is not what is tested.
type clerk struct {
	t      *testing.T
	a      *app
	client *http.Client
}

// nobody is a clerk who is not logged in, and follows no redirect.
func (a *app) nobody(t *testing.T) *clerk {
	t.Helper()
	jar, err := cookiejar.New(nil)
	must(t, err)
	return &clerk{t: t, a: a, client: &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// clerk logs in.
func (a *app) clerk(t *testing.T, name string) *clerk {
	t.Helper()
	c := a.nobody(t)
	c.fill("/editor/login", "name", name, "password", officePassword)
	return c
}

// ask sends a request and gives its answer with the body read.
func (c *clerk) ask(method, path string, form url.Values, headers ...string) (*http.Response, string) {
	c.t.Helper()
	r, err := http.NewRequestWithContext(c.t.Context(), method, c.a.url+path, strings.NewReader(form.Encode()))
	must(c.t, err)
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	res, err := c.client.Do(r)
	must(c.t, err)
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	must(c.t, err)
	return res, string(body)
}

var hiddenInput = regexp.MustCompile(`<input type="hidden" name="(csrf|seen|parent)" value="([^"]*)">`)

// hidden reads what the forms of a page carry along.
func (c *clerk) hidden(path string) url.Values {
	c.t.Helper()
	res, page := c.ask(http.MethodGet, path, nil)
	if res.StatusCode != http.StatusOK {
		c.t.Fatalf("%s: %s to %q", path, res.Status, res.Header.Get("Location"))
	}
	values := url.Values{}
	for _, found := range hiddenInput.FindAllStringSubmatch(page, -1) {
		values.Set(found[1], html.UnescapeString(found[2]))
	}
	return values
}

// fill opens the form of a page and sends it filled in; it must be taken.
func (c *clerk) fill(path string, pairs ...string) {
	c.t.Helper()
	c.fillTo(path, path, pairs...)
}

// fillTo is fill for a form that is sent elsewhere than to its page.
func (c *clerk) fillTo(page, path string, pairs ...string) {
	c.t.Helper()
	values := c.hidden(page)
	for i := 0; i < len(pairs); i += 2 {
		values.Set(pairs[i], pairs[i+1])
	}
	if res, body := c.ask(http.MethodPost, path, values); res.StatusCode != http.StatusSeeOther {
		c.t.Fatalf("%s is not taken: %s\n%s", path, res.Status, body)
	}
}

// said is what a region says in one field, as its form is filled in.
type said struct {
	field string
	pairs []string
}

func choice(field, value string) said { return said{field, []string{"value", value}} }

func window(field, name, phone string) said {
	return said{field, []string{"name", name, "phone", phone}}
}

// team writes and publishes regions.
type team struct{ editor, approver *clerk }

// publish puts what a region says in force: one writes and asks, another approves.
func (w team) publish(code string, all ...said) {
	w.editor.t.Helper()
	at := "/editor/regions/" + code
	for _, one := range all {
		w.editor.fill(at+"/fields/"+one.field, append(one.pairs, "do", "save")...)
	}
	w.editor.fill(at+"/draft", "do", "ask")
	w.approver.fill(at+"/approve", "do", "publish")
}

// desk is a browser at a desk of the office, logged in.
func (a *app) desk(t *testing.T, name string) *tab {
	t.Helper()
	context, err := browser.NewContext(playwright.BrowserNewContextOptions{Locale: playwright.String("ja-JP")})
	must(t, err)
	t.Cleanup(func() { _ = context.Close() })
	must(t, context.AddInitScript(playwright.Script{Content: playwright.String(reportViolations)}))
	page, err := context.NewPage()
	must(t, err)
	page.SetDefaultTimeout(30_000)
	page.OnPageError(func(e error) { t.Errorf("page error: %v", e) })
	page.OnConsole(func(m playwright.ConsoleMessage) {
		// A form that is shown again comes with a status the browser notes.
		if m.Type() == "error" && !strings.Contains(m.Text(), "status of 422") {
			t.Errorf("console: %s at %s", m.Text(), m.Location().URL)
		}
	})
	p := &tab{Page: page, t: t}
	p.logIn(a, name)
	return p
}

func (p *tab) logIn(a *app, name string) {
	p.t.Helper()
	_, err := p.Goto(a.url + "/editor/login")
	must(p.t, err)
	p.write("ログイン名", name)
	p.write("パスワード", officePassword)
	p.press("ログインする")
	p.heading("はじめ")
}

// write fills in the field with this label.
func (p *tab) write(label, text string) {
	p.t.Helper()
	must(p.t, p.GetByLabel(label).Fill(text))
}

// follow clicks the link of this name; what stands beside its words may differ.
func (p *tab) follow(name string) {
	p.t.Helper()
	must(p.t, p.GetByRole("main").GetByRole("link", playwright.LocatorGetByRoleOptions{Name: name}).First().Click())
}

// told waits for the message that something was done.
func (p *tab) told(text string) {
	p.t.Helper()
	must(p.t, p.GetByRole("status").Filter(playwright.LocatorFilterOptions{HasText: text}).WaitFor())
}
