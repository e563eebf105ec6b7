package e2e

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/playwright-community/playwright-go"

	"michishirube/e2e/office"
)

// openOffice makes the accounts on the data folder, as on a new server, and starts it.
func openOffice(t *testing.T) *app {
	t.Helper()
	a := onSeed(t)
	must(t, office.Hire(binary, a.dataDir))
	a.run(t)
	return a
}

// clerk uses the editor's forms without a browser, where what a browser shows is not what is tested.
type clerk struct {
	*office.Clerk
	t *testing.T
}

// nobody is a clerk who is not logged in.
func (a *app) nobody(t *testing.T) *clerk {
	t.Helper()
	c, err := office.New(a.url)
	must(t, err)
	return &clerk{c, t}
}

// clerk logs in.
func (a *app) clerk(t *testing.T, name string) *clerk {
	t.Helper()
	c, err := office.LogIn(a.url, name)
	must(t, err)
	return &clerk{c, t}
}

func (c *clerk) ask(method, path string, form url.Values, headers ...string) (*http.Response, string) {
	c.t.Helper()
	res, body, err := c.Ask(method, path, form, headers...)
	must(c.t, err)
	return res, body
}

func (c *clerk) hidden(path string) url.Values {
	c.t.Helper()
	values, err := c.Hidden(path)
	must(c.t, err)
	return values
}

func (c *clerk) fill(path string, pairs ...string) {
	c.t.Helper()
	must(c.t, c.Fill(path, pairs...))
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
	p.write("パスワード", office.Password)
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
