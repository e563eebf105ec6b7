package editor

import (
	"bytes"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/labstack/echo/v4"

	"michishirube/server/account"
	"michishirube/server/content"
	"michishirube/server/editorial"
	"michishirube/server/messages"
	"michishirube/server/store"
	"michishirube/server/store/storetest"
)

const (
	secret = "correct horse battery"
	site   = "https://guide.example.lg.jp"
)

// office is a server with three accounts (hana writes in 28381, ito approves there, admin is national) and two regions.
type office struct {
	*echo.Echo
	t      testing.TB
	editor *Editor
	store  *store.Store
	now    time.Time
	log    bytes.Buffer
}

func newOffice(t testing.TB, edit ...func(*Config)) *office {
	t.Helper()
	o := &office{Echo: echo.New(), t: t, store: storetest.Open(t), now: time.Date(2026, 11, 22, 3, 0, 0, 0, time.UTC)}
	say, err := messages.Load(os.DirFS("../../../locales"), "editor/*.ja.toml")
	if err != nil {
		t.Fatal(err)
	}
	paper, err := content.LoadPaper(os.DirFS("../../../assets"))
	if err != nil {
		t.Fatal(err)
	}
	origin, _ := url.Parse(site)
	c := Config{
		Store: o.store, Content: national(t), Paper: paper, Say: say, Now: func() time.Time { return o.now }, HTTPS: true, Origin: origin,
		Log: slog.New(slog.NewTextHandler(&o.log, nil)),
	}
	for _, change := range edit {
		change(&c)
	}
	if o.editor, err = New(c); err != nil {
		t.Fatal(err)
	}
	o.Logger.SetOutput(io.Discard)
	o.editor.Register(o.Echo)
	for _, r := range []editorial.Region{{Code: "28381", Name: "稲美町"}, {Code: "13112", Name: "世田谷区"}} {
		if err := o.store.PutRegion(t.Context(), r, editorial.Line{Region: r.Code, What: "region"}); err != nil {
			t.Fatal(err)
		}
	}
	hash := hashed(t)
	for _, u := range []account.User{
		{Name: "hana", Display: "花", Role: account.Editor, Regions: []string{"28381"}, Hash: hash},
		{Name: "ito", Display: "伊藤", Role: account.Approver, Regions: []string{"28381"}, Hash: hash},
		{Name: "admin", Display: "管理", Role: account.Administrator, Regions: []string{account.National}, Hash: hash},
	} {
		if err := o.store.AddUser(t.Context(), u, editorial.Line{What: "user", Detail: u.Name}); err != nil {
			t.Fatal(err)
		}
	}
	return o
}

// hashed is the hash of secret, made as cheaply as can be: what a guess costs is tested elsewhere.
func hashed(t testing.TB) string {
	t.Helper()
	hash, err := cheapHash(secret)
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

// browser keeps cookies, and the token of the page it looks at.
type browser struct {
	o       *office
	cookies map[string]*http.Cookie
	csrf    string
	page    string
	headers map[string]string
}

func (o *office) browser() *browser {
	return &browser{o: o, cookies: map[string]*http.Cookie{}, headers: map[string]string{}}
}

// as is a browser in which somebody has logged in.
func (o *office) as(name string) *browser {
	o.t.Helper()
	o.editor.limits = newLimiter() // tests log in more often than an office does
	b := o.browser()
	b.get("/editor/login")
	r := b.post("/editor/login", "name", name, "password", secret)
	if r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != "/editor" {
		o.t.Fatalf("login of %s: %d to %q\n%s", name, r.StatusCode, r.Header.Get("Location"), b.page)
	}
	return b
}

var tokenField = regexp.MustCompile(`name="csrf" value="([^"]+)"`)

func (b *browser) send(r *http.Request) *http.Response {
	b.o.t.Helper()
	for name, value := range b.headers {
		r.Header.Set(name, value)
	}
	for _, c := range b.cookies {
		r.AddCookie(&http.Cookie{Name: c.Name, Value: c.Value})
	}
	w := httptest.NewRecorder()
	b.o.ServeHTTP(w, r)
	answer := w.Result()
	for _, c := range answer.Cookies() {
		if b.cookies[c.Name] = c; c.MaxAge < 0 {
			delete(b.cookies, c.Name)
		}
	}
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		b.o.t.Fatal(err)
	}
	b.page = string(body)
	if found := tokenField.FindStringSubmatch(b.page); found != nil {
		b.csrf = found[1]
	}
	return answer
}

func (b *browser) get(path string) *http.Response {
	b.o.t.Helper()
	return b.send(httptest.NewRequest(http.MethodGet, site+path, nil))
}

// post sends a form with the token of the page looked at last: name, value, name, value.
func (b *browser) post(path string, pairs ...string) *http.Response {
	b.o.t.Helper()
	values := url.Values{"csrf": {b.csrf}}
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i] == "csrf" {
			values.Del("csrf")
		}
		values.Add(pairs[i], pairs[i+1])
	}
	r := httptest.NewRequest(http.MethodPost, site+path, strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return b.send(r)
}

func (b *browser) want(r *http.Response, status int, texts ...string) {
	b.o.t.Helper()
	if r.StatusCode != status {
		b.o.t.Errorf("status = %d, want %d\n%s%s", r.StatusCode, status, b.page, b.o.log.String())
	}
	for _, text := range texts {
		if !strings.Contains(b.page, text) {
			b.o.t.Errorf("the page lacks %q\n%s", text, b.page)
		}
	}
}

// wantTo wants to be sent to another page.
func (b *browser) wantTo(r *http.Response, to string) {
	b.o.t.Helper()
	if r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != to {
		b.o.t.Errorf("status = %d to %q, want to be sent to %q\n%s%s", r.StatusCode, r.Header.Get("Location"), to, b.page, b.o.log.String())
	}
}

func TestLogin(t *testing.T) {
	o := newOffice(t)
	b := o.browser()
	b.want(b.get("/editor/login"), http.StatusOK, `autocomplete="current-password"`)
	b.want(b.post("/editor/login", "name", "hana", "password", "wrong"), http.StatusUnprocessableEntity,
		`value="hana"`, `aria-describedby="f-password-fault"`, `href="#f-password"`, "エラー: ")
	b.wantTo(b.post("/editor/login", "name", " Hana ", "password", secret), "/editor")
	b.want(b.get("/editor"), http.StatusOK, "稲美町")
	if strings.Contains(b.page, "世田谷区") {
		t.Error("she is shown the region of another")
	}
	b.wantTo(b.post("/editor/logout"), "/editor/login?done=logout")
	b.wantTo(b.get("/editor"), "/editor/login")
}
