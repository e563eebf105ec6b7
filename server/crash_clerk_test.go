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

const clerkPassword = "三人で何度も読み合わせる案内の文"

// clerk uses the forms of a server's editor, as the administrator.
type clerk struct {
	t      *testing.T
	url    string
	client *http.Client
}

func newClerk(t *testing.T) *clerk {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &clerk{t: t, client: &http.Client{
		Jar: jar, Timeout: time.Minute, Transport: &http.Transport{DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

var hiddenField = regexp.MustCompile(`<input type="hidden" name="([a-z_]+)" value="([^"]*)">`)

// form opens a page and fills its form in, after a login where one is asked for.
func (d *clerk) form(path string, pairs ...string) url.Values {
	d.t.Helper()
	values, to := d.open(path)
	for tries := 0; to != "" && tries < 2; tries++ {
		login, _ := d.open(to)
		login.Set("name", "admin")
		login.Set("password", clerkPassword)
		if at, _, _ := strings.Cut(to, "?"); !d.send(at, login) {
			d.t.Fatalf("the login at %s fails", to)
		}
		values, to = d.open(path)
	}
	if to != "" {
		d.t.Fatalf("%s leads to %s", path, to)
	}
	for i := 0; i < len(pairs); i += 2 {
		values.Set(pairs[i], pairs[i+1])
	}
	return values
}

// open reads what the forms of a page carry along; to is where it leads instead.
func (d *clerk) open(path string) (values url.Values, to string) {
	d.t.Helper()
	r, err := d.client.Get(d.url + path)
	if err != nil {
		d.t.Fatal(err)
	}
	page, err := io.ReadAll(r.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	_ = r.Body.Close()
	if to = r.Header.Get("Location"); to == "" && r.StatusCode != http.StatusOK {
		d.t.Fatalf("%s: %s\n%s", path, r.Status, page)
	}
	return hiddenIn(page), to
}

func hiddenIn(page []byte) url.Values {
	values := url.Values{}
	for _, found := range hiddenField.FindAllSubmatch(page, -1) {
		values.Set(string(found[1]), html.UnescapeString(string(found[2])))
	}
	return values
}

// send tells whether a form was acknowledged. A server that is killed meanwhile acknowledges nothing.
func (d *clerk) send(path string, form url.Values) bool {
	r, _, err := d.post(path, "application/x-www-form-urlencoded", []byte(form.Encode()))
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
	return hiddenIn(page).Get("checked")
}

func (d *clerk) post(path, kind string, body []byte) (*http.Response, []byte, error) {
	r, err := d.client.Post(d.url+path, kind, bytes.NewReader(body))
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = r.Body.Close() }()
	page, err := io.ReadAll(r.Body)
	return r, page, err
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
