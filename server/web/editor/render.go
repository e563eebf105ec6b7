package editor

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"github.com/labstack/echo/v4"

	"michishirube/server/account"
	"michishirube/server/editorial"
)

//go:embed templates/*.html
var templates embed.FS

// view is what a page is written from.
type view struct {
	Data   any
	User   account.User
	Region editorial.Region
	Path   string
	Done   string // the words of what was just done
	Script bool   // whether the page asks for a passkey
	Faulty bool   // whether a form has faults: the title says so first

	visit *visit
	asked bool // whether the page has a form
}

// CSRF gives the token for a form.
func (v *view) CSRF() string {
	v.asked = true
	return v.visit.csrf()
}

// In tells whether the page is below a path, for the list of pages.
func (v *view) In(at string) bool { return v.Path == at || strings.HasPrefix(v.Path, at+"/") }

// loadPages reads every page with the parts they share.
func (e *Editor) loadPages() (map[string]*template.Template, error) {
	names, err := fs.Glob(templates, "templates/*.html")
	if err != nil {
		return nil, err
	}
	shared := template.New("shared").Funcs(e.functions())
	for _, name := range names {
		if !strings.HasPrefix(path.Base(name), "_") {
			continue
		}
		if shared, err = shared.ParseFS(templates, name); err != nil {
			return nil, err
		}
	}
	pages := map[string]*template.Template{}
	for _, name := range names {
		if strings.HasPrefix(path.Base(name), "_") {
			continue
		}
		page, err := shared.Clone()
		if err == nil {
			page, err = page.ParseFS(templates, name)
		}
		if err != nil {
			return nil, err
		}
		pages[strings.TrimSuffix(path.Base(name), ".html")] = page
	}
	return pages, nil
}

func (e *Editor) functions() template.FuncMap {
	return template.FuncMap{
		"say":    e.say,
		"at":     moment,
		"day":    day,
		"input":  e.input,
		"choose": e.choose,
	}
}

// say gives words, filled in with pairs.
func (e *Editor) say(id string, pairs ...any) string {
	args := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[fmt.Sprint(pairs[i])] = fmt.Sprint(pairs[i+1])
	}
	return e.Say.Say(id, args)
}

// page answers with a page. It is written as a whole before anything is sent.
func (e *Editor) page(c echo.Context, status int, name string, data any) error {
	t, ok := e.pages[name]
	if !ok {
		return fmt.Errorf("no page %s", name)
	}
	v := &view{
		Data: data, Path: c.Request().URL.Path, visit: who(c), Faulty: status == http.StatusUnprocessableEntity,
		Script: name == "passkey" || name == "account_passkey",
	}
	if v.visit != nil {
		v.User, v.Region = v.visit.user, v.visit.region
	}
	if id := "editor.done." + c.QueryParam("done"); e.Say.Has(id) {
		v.Done = e.Say.Say(id, nil)
	}
	var out bytes.Buffer
	if err := t.ExecuteTemplate(&out, "layout", v); err != nil {
		return fmt.Errorf("page %s: %w", name, err)
	}
	if v.asked && v.visit.session.IsNew {
		// Its form is good only together with the cookie.
		if err := e.save(c); err != nil && !errors.Is(err, errEnded) {
			return err
		}
	}
	if v.Script {
		passkeyHeaders(c)
	}
	return c.Blob(status, "text/html; charset=utf-8", out.Bytes())
}

// done ends a POST: the browser reads path, which then says the words editor.done.<what>.
func (e *Editor) done(c echo.Context, path, what string) error {
	if what != "" {
		path += "?done=" + what
	}
	return c.Redirect(http.StatusSeeOther, path)
}
