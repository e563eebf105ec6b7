package main

import (
	"bytes"
	"html"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"
)

// clerk uses the forms of a server's editor without a browser, and follows no redirect.
type clerk struct {
	t      *testing.T
	url    string
	client *http.Client
}

func newClerk(t *testing.T, site string) *clerk {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &clerk{t: t, url: site, client: &http.Client{
		Jar: jar, Timeout: time.Minute, Transport: &http.Transport{DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// form opens a page and fills its form in, after a login as the administrator where one is asked for.
func (d *clerk) form(path string, pairs ...string) url.Values {
	d.t.Helper()
	values, to := d.open(path, pairs...)
	for tries := 0; to != "" && tries < 2; tries++ {
		login, _ := d.open(to, "name", "admin", "password", typed)
		if at, _, _ := strings.Cut(to, "?"); !d.send(at, login) {
			d.t.Fatalf("the login at %s fails", to)
		}
		values, to = d.open(path, pairs...)
	}
	if to != "" {
		d.t.Fatalf("%s leads to %s", path, to)
	}
	return values
}

// open fills the form of a page in; to is where it leads instead.
func (d *clerk) open(path string, pairs ...string) (values url.Values, to string) {
	d.t.Helper()
	r, page := get(d.t, d.client, d.url+path)
	if to = r.Header.Get("Location"); to == "" && r.StatusCode != http.StatusOK {
		d.t.Fatalf("%s: %s\n%s", path, r.Status, page)
	}
	return filledIn(page, pairs...), to
}

var hiddenField = regexp.MustCompile(`<input type="hidden" name="([a-z_]+)" value="([^"]*)">`)

// filledIn is the form of a page with what it carries along, and with pairs of names and values.
func filledIn(page string, pairs ...string) url.Values {
	values := url.Values{}
	for _, found := range hiddenField.FindAllStringSubmatch(page, -1) {
		values.Set(found[1], html.UnescapeString(found[2]))
	}
	for i := 0; i < len(pairs); i += 2 {
		values.Set(pairs[i], pairs[i+1])
	}
	return values
}

// send tells whether a form was acknowledged. A server that is killed meanwhile acknowledges nothing.
func (d *clerk) send(path string, form url.Values) bool {
	r, _, err := d.postForm(path, form)
	return err == nil && r.StatusCode == http.StatusSeeOther
}

func (d *clerk) sendFile(path, name string, file []byte, form url.Values) bool {
	kind, body := withFile(name, file, form)
	r, _, err := d.post(path, kind, body)
	return err == nil && r.StatusCode == http.StatusSeeOther
}

// checked has a list read, and gives what names it as read.
func (d *clerk) checked(name string, file []byte, form url.Values) string {
	d.t.Helper()
	kind, body := withFile(name, file, form)
	r, page, err := d.post("/editor/list", kind, body)
	if err != nil || r.StatusCode != http.StatusOK {
		d.t.Fatalf("the list is not read: %v\n%s", err, page)
	}
	return filledIn(page).Get("checked")
}

func (d *clerk) postForm(path string, form url.Values) (r *http.Response, page string, err error) {
	return d.post(path, "application/x-www-form-urlencoded", []byte(form.Encode()))
}

func (d *clerk) post(path, kind string, body []byte) (r *http.Response, page string, err error) {
	if r, err = d.client.Post(d.url+path, kind, bytes.NewReader(body)); err != nil {
		return nil, "", err
	}
	defer func() { _ = r.Body.Close() }()
	said, err := io.ReadAll(r.Body)
	return r, string(said), err
}

func withFile(name string, file []byte, form url.Values) (kind string, body []byte) {
	var out bytes.Buffer
	w := multipart.NewWriter(&out)
	for field := range form {
		_ = w.WriteField(field, form.Get(field)) // into memory: cannot fail
	}
	part, _ := w.CreateFormFile("file", name)
	_, _ = part.Write(file)
	_ = w.Close()
	return w.FormDataContentType(), out.Bytes()
}
