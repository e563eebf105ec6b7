package e2e

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// A download that is broken off again and again goes on where it stopped: nothing is fetched twice, and until all of it
// is there the old release stays whole.
func TestUpdateBrokenOffGoesOnWhereItStopped(t *testing.T) {
	t.Parallel()
	s, d := settled(t, 1)
	before := s.manifest()
	s.run(0)
	missing := s.manifest()
	missing = slices.DeleteFunc(missing, func(path string) bool { return slices.Contains(before, path) })
	if len(missing) < 3 {
		t.Fatalf("only %v differ", missing)
	}
	var served []string
	for _, lets := range []int{1, 0, len(missing) - 2} {
		b := &breaking{lets: lets}
		s.lie(b.between)
		d.starts()
		eventually(t, "the download to break off", b.broken)
		for _, path := range b.served() {
			d.until(path+" to be kept", fmt.Sprintf(`caches.open('content').then(c => c.match(%q)).then(r => !!r)`, path))
		}
		served = append(served, b.served()...)
		d.wordsOf(1) // the app may be the new one by then: it came whole
		s.cut()
		d.starts()
		d.ready()
		d.wordsOf(1)
		s.reopen()
	}
	s.lie(nil)
	d.starts()
	d.until("the release", releaseWaits)
	served = append(served, s.blobs()...)
	slices.Sort(served)
	slices.Sort(missing)
	if !slices.Equal(served, missing) {
		t.Errorf("fetched %d files, want the %d that differ, each once:\n%v\n%v", len(served), len(missing), served, missing)
	}
	s.stop()
	d.starts()
	d.ready()
	d.wordsOf(0)
}

// A first visit that breaks off says what to do, and goes on where it stopped.
func TestFirstVisitBrokenOffGoesOnWhereItStopped(t *testing.T) {
	t.Parallel()
	s := newStation(t, 0)
	b := &breaking{lets: 2}
	s.lie(b.between)
	d := newDevice(t, s)
	d.tab = d.loads()
	must(t, d.GetByText("ネットワークにつないで、もう一度開いてください。").WaitFor())
	must(t, d.GetByRole("link", playwright.PageGetByRoleOptions{Name: "110"}).WaitFor())
	s.lie(nil)
	d.press("もう一度開く")
	d.heading(homeHeading)
	d.ready()
	for _, path := range b.served() {
		if slices.Contains(s.blobs(), path) {
			t.Errorf("%s was fetched twice", path)
		}
	}
	d.goesOn(0)
}

// manifest lists the addresses of what the site has in force and a device keeps.
func (s *station) manifest() []string {
	s.t.Helper()
	res, err := http.Get(s.url + manifestPath)
	must(s.t, err)
	defer res.Body.Close()
	var m struct{ Blobs []struct{ Name, Hash string } }
	must(s.t, json.NewDecoder(res.Body).Decode(&m))
	var all []string
	for _, blob := range m.Blobs {
		if !strings.HasPrefix(blob.Name, "page.") {
			all = append(all, "/content/"+blob.Hash+".json")
		}
	}
	return all
}

// breaking lets some blobs through, breaks off in the middle of the next, and answers for none after that.
type breaking struct {
	mu   sync.Mutex
	lets int
	done []string
	off  bool
}

func (b *breaking) between(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isBlob(r.URL.Path) {
			next.ServeHTTP(w, r)
			return
		}
		b.mu.Lock()
		defer b.mu.Unlock()
		answer := answerOf(next, r)
		if b.off || len(b.done) == b.lets {
			b.off = true
			answer.body = answer.body[:len(answer.body)/2]
			answer.send(w)
			panic(http.ErrAbortHandler)
		}
		answer.send(w)
		b.done = append(b.done, r.URL.Path)
	})
}

func (b *breaking) served() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.done)
}

func (b *breaking) broken() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.off
}

// lineAnswer is what the server answered, to be passed on as it is or not.
type lineAnswer struct {
	status int
	header http.Header
	body   []byte
}

func answerOf(next http.Handler, r *http.Request) lineAnswer {
	w := httptest.NewRecorder()
	next.ServeHTTP(w, r)
	return lineAnswer{w.Code, w.Header(), w.Body.Bytes()}
}

// send passes it on with the length it was announced with.
func (a lineAnswer) send(w http.ResponseWriter) {
	for key, values := range a.header {
		w.Header()[key] = values
	}
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body)
	_ = http.NewResponseController(w).Flush()
}

// changing changes the answers of some paths on the way. They come uncompressed, so that a change of a byte is one of
// the content.
func changing(which func(path string) bool, change func(*lineAnswer)) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !which(r.URL.Path) {
				next.ServeHTTP(w, r)
				return
			}
			r.Header.Del("Accept-Encoding")
			r.Header.Del("If-None-Match")
			answer := answerOf(next, r)
			change(&answer)
			answer.send(w)
		})
	}
}

// login is what a hotel answers to everything, with status 200.
func login(a *lineAnswer) {
	a.status, a.body = http.StatusOK, []byte("<!doctype html><title>Wi-Fi</title><form method=post><input name=room><button>OK</button></form>")
	a.header = http.Header{"Content-Type": {"text/html"}, "Content-Length": {strconv.Itoa(len(a.body))}}
}

// Whatever lies on the line, the release and the app in use stay whole, and it is said that something did not arrive.
// Afterwards the news arrives as if nothing had been.
func TestUpdateOverALineThatLies(t *testing.T) {
	t.Parallel()
	everything := func(string) bool { return true }
	manifest := func(path string) bool { return path == manifestPath }
	worker := func(path string) bool { return path == "/sw.js" }
	app := func(path string) bool {
		return path == "/" || path == manifestPath || strings.HasPrefix(path, "/assets/")
	}
	shorter := func(a *lineAnswer) { a.body = a.body[:len(a.body)/2] }
	half := func(a *lineAnswer) { shorter(a); a.header.Set("Content-Length", strconv.Itoa(len(a.body))) }
	lies := []struct {
		what   string
		on     func(path string) bool
		change func(*lineAnswer)
		told   bool // whether the app can tell it from no network at all
	}{
		{"a login page in place of everything", everything, login, true},
		{"a login page in place of the app", app, login, true},
		{"a login page in place of the manifest", manifest, login, true},
		{"a login page in place of the content", isBlob, login, true},
		{"a way to a login page", everything, func(a *lineAnswer) {
			login(a)
			a.status = http.StatusFound
			a.header.Set("Location", "http://localhost:1/login")
		}, false},
		{"half a manifest", manifest, half, true},
		{"another byte in the content", isBlob, func(a *lineAnswer) { a.body[len(a.body)/2] ^= 1 }, true},
		{"half of the content", isBlob, half, true},
		{"content that breaks off", isBlob, shorter, false},
		{"an encoding that is none", isBlob, func(a *lineAnswer) { a.header.Set("Content-Encoding", "gzip") }, false},
		{"an empty answer", isBlob, func(a *lineAnswer) { a.body = nil; a.header.Set("Content-Length", "0") }, true},
		{"an error", everything, func(a *lineAnswer) { login(a); a.status = http.StatusBadGateway }, false},
	}
	s, d := settled(t, 1)
	s.run(0)
	for _, lie := range lies {
		// An installation that the last lie left under way would take the app that the next one gives truly.
		s.lie(changing(everything, login))
		d.evaluate(`navigator.serviceWorker.getRegistration().then(r => r.update()).catch(() => {})`)
		d.until("the installation before", `navigator.serviceWorker.getRegistration().then(r => !r?.installing)`)
		between := changing(lie.on, lie.change)
		if !lie.on("/") { // the worker would bring the new app, whatever becomes of the content
			content := between
			between = func(next http.Handler) http.Handler { return content(changing(worker, login)(next)) }
		}
		s.lie(between)
		d.starts()
		if lie.told {
			must(t, d.GetByText("新しい版を、正しく受け取れませんでした。").WaitFor())
		}
		eventually(t, "the worker to be asked for", func() bool { return s.was("/sw.js") })
		d.until("the worker in use", `navigator.serviceWorker.getRegistration().then(r => r?.active?.state === 'activated' && !r.installing)`)
		d.ready()
		d.wholly(1)
		for what, waits := range map[string]string{"release": releaseWaits, "build": buildWaits} {
			if d.evaluate(waits) == true {
				t.Fatalf("%s: a %s waits", lie.what, what)
			}
		}
	}
	d.goesOn(1)
	s.lie(nil)
	s.run(0)
	d.starts()
	d.arrived()
	d.goesOn(0)
}
