package main

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"michishirube/server/account"
	"michishirube/server/editorial"
	"michishirube/server/store"
)

// desk is a clerk who looks at pages: what is sent are the forms of the page looked at last.
type desk struct {
	*clerk
	page string
}

func (d *desk) get(path string) (r *http.Response) {
	d.t.Helper()
	r, d.page = get(d.t, d.client, d.url+path)
	return r
}

func (d *desk) fill(path string, pairs ...string) *http.Response {
	d.t.Helper()
	r, page, err := d.postForm(path, filledIn(d.page, pairs...))
	if err != nil {
		d.t.Fatal(err)
	}
	d.page = page
	return r
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
	d := &desk{clerk: newClerk(t, server.URL)}

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
