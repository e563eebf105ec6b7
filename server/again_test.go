package main

import (
	"bytes"
	"html"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"michishirube/server/account"
	"michishirube/server/editorial"
	"michishirube/server/store"
)

// desk is a browser at the editor of a whole server, without scripts.
type desk struct {
	t      *testing.T
	client *http.Client
	url    string
	page   string
}

func (d *desk) send(r *http.Response, err error) *http.Response {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = r.Body.Close() }()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	d.page = string(body)
	return r
}

func (d *desk) get(path string) *http.Response {
	d.t.Helper()
	return d.send(d.client.Get(d.url + path))
}

var carried = regexp.MustCompile(`<input type="hidden" name="([a-z]+)" value="([^"]*)">`)

// fill sends a form of the page looked at last, with what it carries along.
func (d *desk) fill(path string, pairs ...string) *http.Response {
	d.t.Helper()
	values := url.Values{}
	for _, found := range carried.FindAllStringSubmatch(d.page, -1) {
		values.Set(found[1], html.UnescapeString(found[2]))
	}
	for i := 0; i < len(pairs); i += 2 {
		values.Set(pairs[i], pairs[i+1])
	}
	return d.send(d.client.PostForm(d.url+path, values))
}

func (d *desk) want(r *http.Response, status int, to string) {
	d.t.Helper()
	if r.StatusCode != status || r.Header.Get("Location") != to {
		d.t.Fatalf("%s %s: %s to %q, expected %d to %q\n%s", r.Request.Method, r.Request.URL.Path, r.Status, r.Header.Get("Location"), status, to, d.page)
	}
}

// A tablet left open at a desk must publish nothing: the whole server, with its clock put forward.
func TestNothingIsPublishedWithoutThePasswordGivenAgain(t *testing.T) {
	data := seed(t)
	if code, _, bad := runUser(typed, "add", "ito", "--role", "approver", "--regions", "*", "--password-stdin", "--data", data); code != exitOK {
		t.Fatal(bad)
	}
	db, err := store.Open(filepath.Join(data, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}()
	region := editorial.Region{Code: "28381", Name: "稲美町", OnePerson: true}
	if err := db.PutRegion(t.Context(), region, editorial.Line{By: byServer}); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	env := testEnv(&log, &log)
	now := env.Now()
	env.Now = func() time.Time { return now }
	handler, err := prepare(t.Context(), config{data: data}, env, slog.New(slog.DiscardHandler), db, nil)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	defer server.Close()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	d := &desk{t: t, url: server.URL, client: &http.Client{Jar: jar, CheckRedirect: stay}}

	d.get("/editor/login")
	d.want(d.fill("/editor/login", "name", "ito", "password", typed), http.StatusSeeOther, "/editor")
	at := "/editor/regions/28381"
	d.get(at + "/fields/auto_flags")
	d.want(d.fill(at+"/fields/auto_flags", "do", "save", "value", "both"), http.StatusSeeOther, at+"/fields/auto_flags?done=draft_saved")
	d.want(d.get(at+"/approve"), http.StatusOK, "")
	shown := d.page

	now = now.Add(account.RecentLimit)
	d.want(d.fill(at+"/approve", "do", "publish"), http.StatusSeeOther, "/editor/confirm")
	d.want(d.get(at+"/approve"), http.StatusSeeOther, "/editor/confirm")
	d.want(d.get("/content/region/28381.json"), http.StatusNotFound, "")
	d.want(d.get("/editor/confirm"), http.StatusOK, "")
	d.want(d.fill("/editor/confirm", "password", "wrong horse battery"), http.StatusUnprocessableEntity, "")
	if strings.Contains(d.page, "wrong horse") {
		t.Error("the page sends the wrong password back")
	}
	d.page = shown
	d.want(d.fill(at+"/approve", "do", "publish"), http.StatusSeeOther, "/editor/confirm")
	d.get("/editor/confirm")
	d.want(d.fill("/editor/confirm", "password", typed), http.StatusSeeOther, at+"/approve")
	d.want(d.get(at+"/approve"), http.StatusOK, "")
	d.want(d.fill(at+"/approve", "do", "publish"), http.StatusSeeOther, at+"?done=published")
	d.want(d.get("/content/region/28381.json"), http.StatusOK, "")
}
