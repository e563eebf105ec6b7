package e2e

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"michishirube/e2e/office"
)

// Every page and form of the editor. Whether none is missing is proved where the routes are known.
var (
	editorPages = []string{
		"", "/account", "/account/password", "/account/passkey", "/accounts", "/accounts/new", "/accounts/hana", "/audit", "/audit.csv",
		"/audit.jsonl", "/confirm", "/regions", "/regions/new", "/regions/28381", "/regions/28381/settings", "/regions/28381/fields/auto_flags",
		"/regions/28381/files", "/regions/28381/files/x", "/regions/28381/draft", "/regions/28381/preview", "/regions/28381/approve",
		"/regions/28381/history", "/regions/28381/history/1", "/regions/28381/history/1/rollback", "/regions/28381/distribution",
		"/regions/28381/distribution/poster", "/regions/28381/distribution/letter", "/regions/28381/distribution/qr.png", "/distribution",
		"/distribution/poster", "/distribution/letter", "/distribution/qr.png", "/list", "/list/export/csv", "/leaflets.zip",
		"/distribution/leaflets/all.zip", "/regions/28381/distribution/leaflets/all.zip", "/regions/28381/distribution/leaflets.zip",
	}
	editorForms = []string{
		"/logout", "/confirm", "/account/password", "/account/passkey", "/account/passkey/remove", "/account/sessions", "/accounts/new",
		"/accounts/hana", "/accounts/hana/close", "/accounts/hana/open", "/accounts/hana/unlock", "/accounts/hana/reset",
		"/regions/new", "/regions/28381/settings", "/regions/28381/fields/auto_flags", "/regions/28381/files", "/regions/28381/files/x",
		"/regions/28381/draft", "/regions/28381/approve", "/regions/28381/history/1/rollback", "/list",
		"/distribution/leaflets", "/regions/28381/distribution/leaflets",
	}
	openForms = []string{"/login", "/start", "/passkey"} // what comes before the login
)

// nobodyIsLetIn asks for everything without a login, and for nothing with a GET that a form must send.
func (s *site) nobodyIsLetIn(t *testing.T) {
	c := s.nobody(t)
	for _, method := range []string{http.MethodGet, http.MethodHead} {
		for _, path := range editorPages {
			res, body := c.ask(method, "/editor"+path, nil)
			if res.StatusCode != http.StatusSeeOther || !strings.HasPrefix(res.Header.Get("Location"), "/editor/login") {
				t.Errorf("%s %s: %s to %q", method, path, res.Status, res.Header.Get("Location"))
			}
			if strings.Contains(body, "稲美町") || res.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("%s %s tells, or may be kept (%s): %s", method, path, res.Header.Get("Cache-Control"), body)
			}
		}
	}
	for _, path := range editorForms {
		res, _ := c.ask(http.MethodPost, "/editor"+path, url.Values{"csrf": {"guessed"}, "do": {"publish"}})
		if res.StatusCode != http.StatusSeeOther || !strings.HasPrefix(res.Header.Get("Location"), "/editor/login") {
			t.Errorf("POST %s: %s to %q", path, res.Status, res.Header.Get("Location"))
		}
	}
	for _, method := range []string{http.MethodPut, http.MethodDelete, http.MethodPatch, http.MethodOptions} {
		if res, _ := c.ask(method, "/editor/regions/28381", nil); res.StatusCode != http.StatusMethodNotAllowed {
			t.Errorf("%s: %s", method, res.Status)
		}
	}
	wrong := c.hidden("/editor/login")
	wrong.Set("name", "admin")
	wrong.Set("password", "ちがう言葉をいくつか並べたもの")
	if res, body := c.ask(http.MethodPost, "/editor/login", wrong); res.StatusCode == http.StatusSeeOther || strings.Contains(body, "ちがう言葉") {
		t.Errorf("a wrong password: %s", res.Status)
	}
}

// forgedFormsAreRefused sends, with a login that may do everything, what did not come from a page of the editor.
func (s *site) forgedFormsAreRefused(t *testing.T) {
	c := s.admin
	token := c.hidden("/editor").Get("csrf")
	refused := func(path, how string, form url.Values, headers ...string) {
		if res, _ := c.ask(http.MethodPost, "/editor"+path, form, headers...); res.StatusCode != http.StatusForbidden {
			t.Errorf("POST %s %s: %s to %q", path, how, res.Status, res.Header.Get("Location"))
		}
	}
	for _, path := range append(openForms, editorForms...) {
		refused(path, "without a token", nil)
		refused(path, "with a forged token", url.Values{"csrf": {strings.Repeat("A", len(token))}})
		own := url.Values{"csrf": {token}}
		refused(path, "from another origin", own, "Origin", "https://elsewhere.example")
		refused(path, "from another site", own, "Sec-Fetch-Site", "cross-site")
		refused(path, "from another port", own, "Origin", "http://localhost:1")
	}
	other := s.nobody(t)
	refused("/account/sessions", "with the token of another session", url.Values{"csrf": {other.hidden("/editor/login").Get("csrf")}})
	if res, _ := c.ask(http.MethodGet, "/editor", nil); res.StatusCode != http.StatusOK {
		t.Errorf("after all that the administrator is out: %s", res.Status)
	}

	// The same forms are taken when they are genuine: what refuses them above is not something else.
	wrong := url.Values{"csrf": {token}, "password": {"ちがう言葉をいくつか並べたもの"}}
	if res, _ := c.ask(http.MethodPost, "/editor/confirm", wrong); res.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("a wrong password at the confirmation: %s", res.Status)
	}
	c.fill("/editor/confirm", "password", office.Password)

	// What an editor may not do, and what an approver may not.
	for name, paths := range map[string][]string{
		"hana": {"/accounts", "/regions/new", "/regions/28381/settings", "/regions/28381/approve", "/regions/28381/history/1/rollback", "/list"},
		"ito":  {"/accounts", "/regions/new", "/regions/28381/settings", "/list"},
	} {
		c := s.clerk(t, name)
		form := url.Values{"csrf": {c.hidden("/editor").Get("csrf")}, "do": {"publish"}}
		for _, path := range paths {
			if res, _ := c.ask(http.MethodGet, "/editor"+path, nil); res.StatusCode != http.StatusForbidden {
				t.Errorf("%s: GET %s: %s", name, path, res.Status)
			}
			if path == "/accounts" {
				path += "/new"
			}
			if res, _ := c.ask(http.MethodPost, "/editor"+path, form); res.StatusCode != http.StatusForbidden {
				t.Errorf("%s: POST %s: %s", name, path, res.Status)
			}
		}
	}
}

// publicSideTakesNothing: no cookie is set, also beside a login, and no POST is taken.
func (s *site) publicSideTakesNothing(t *testing.T) {
	for _, c := range []*clerk{s.nobody(t), s.admin} {
		for _, path := range []string{
			"/", "/r/28381", "/r/99999", "/content/manifest.json", "/content/region/28381.json", "/i/ja", "/i/xx", "/changes.atom",
			"/r/28381/changes.atom", "/healthz", "/readyz", "/sw.js", "/manifest.webmanifest", "/files/x.pdf", "/nowhere", "/editors",
		} {
			res, _ := c.ask(http.MethodGet, path, nil)
			if cookies := res.Header.Values("Set-Cookie"); len(cookies) > 0 || res.StatusCode >= 500 {
				t.Errorf("%s: %s with cookies %q", path, res.Status, cookies)
			}
			if res, _ := c.ask(http.MethodPost, path, url.Values{"csrf": {"x"}}); res.StatusCode != http.StatusMethodNotAllowed || res.Header.Get("Set-Cookie") != "" {
				t.Errorf("POST %s: %s with cookies %q", path, res.Status, res.Header.Values("Set-Cookie"))
			}
		}
	}
}
