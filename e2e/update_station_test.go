package e2e

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// station is one site through the years: whichever generation of the program runs on its data folder, devices reach it at
// the same address, over a line that can fail.
type station struct {
	*line
	t       *testing.T
	app     *app
	history string // the generations that ran here
}

// newStation is a site on which these generations ran, one after the other; the last one does.
func newStation(t *testing.T, generations ...int) *station {
	t.Helper()
	s := &station{line: newLine(t), t: t, app: &app{dataDir: t.TempDir()}}
	t.Cleanup(s.stop)
	for _, generation := range generations {
		s.run(generation)
	}
	return s
}

// kept holds the databases of stations by their history: publishing takes seconds, and is not what is tested here.
var kept = struct {
	sync.Mutex
	databases map[string][]byte
}{databases: map[string][]byte{}}

// run puts a generation of the program on the data folder and opens the line to it.
func (s *station) run(generation int) {
	s.t.Helper()
	s.stop()
	s.history = strings.TrimSpace(fmt.Sprint(s.history, " ", generation))
	path := filepath.Join(s.app.dataDir, databaseFile)
	built := program(s.t, generation)
	kept.Lock()
	defer kept.Unlock()
	if _, ok := kept.databases[s.history]; !ok {
		s.launch(built)
		s.app.stop()
		written, err := os.ReadFile(path)
		must(s.t, err)
		kept.databases[s.history] = written
	}
	must(s.t, os.WriteFile(path, kept.databases[s.history], 0o600))
	s.launch(built)
	s.open(s.app.url)
}

// again runs the newest program on the data folder as it is.
func (s *station) again(flags ...string) {
	s.t.Helper()
	s.stop()
	s.launch(binary, flags...)
	s.open(s.app.url)
}

// command runs a subcommand of the newest program on the data folder while no server does.
func (s *station) command(args ...string) string {
	s.t.Helper()
	return command(s.t, binary, append(args, "--data", s.app.dataDir)...)
}

// launch starts the process, each time at another address.
func (s *station) launch(program string, flags ...string) {
	s.t.Helper()
	address, err := freeAddress()
	must(s.t, err)
	s.app.url = "http://" + address
	must(s.t, s.app.launch(program, flags...))
}

// stop ends the process and the line: nothing can answer any more.
func (s *station) stop() {
	s.cut()
	s.app.stop()
}

// line is what lies between devices and the server, at an address of its own.
type line struct {
	t       *testing.T
	url     string
	mu      sync.Mutex
	server  *http.Server
	asked   []string
	target  string
	between func(http.Handler) http.Handler // does what happens on the way; nil: nothing does
}

func newLine(t *testing.T) *line {
	t.Helper()
	address, err := freeAddress()
	must(t, err)
	return &line{t: t, url: "http://" + address}
}

// open listens again and passes on to the server.
func (l *line) open(server string) {
	l.t.Helper()
	target, err := url.Parse(server)
	must(l.t, err)
	proxy := &httputil.ReverseProxy{
		Rewrite:      func(r *httputil.ProxyRequest) { r.SetURL(target) },
		ErrorHandler: func(http.ResponseWriter, *http.Request, error) { panic(http.ErrAbortHandler) }, // as if there were no line
	}
	var listener net.Listener
	for range 100 { // the address may be held a moment longer by what was cut
		if listener, err = net.Listen("tcp", strings.Replace(l.url[len("http://"):], "localhost", "127.0.0.1", 1)); err == nil {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	must(l.t, err)
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		l.mu.Lock()
		l.asked = append(l.asked, r.URL.Path)
		between := l.between
		l.mu.Unlock()
		if between != nil {
			between(proxy).ServeHTTP(w, r)
			return
		}
		proxy.ServeHTTP(w, r)
	})
	l.mu.Lock()
	defer l.mu.Unlock()
	l.target = server
	l.server = &http.Server{Handler: handler, ReadHeaderTimeout: time.Minute}
	go func(server *http.Server) { _ = server.Serve(listener) }(l.server)
}

// cut ends every connection and refuses new ones.
func (l *line) cut() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.server != nil {
		_ = l.server.Close()
		l.server = nil
	}
}

// reopen mends the line after a cut.
func (l *line) reopen() {
	l.t.Helper()
	l.open(l.target)
}

// lie puts something between from now on; nil ends it.
func (l *line) lie(between func(http.Handler) http.Handler) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.between, l.asked = between, nil
}

// blobs are the files of content that were asked for since the last lie, in order.
func (l *line) blobs() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	var all []string
	for _, path := range l.asked {
		if isBlob(path) {
			all = append(all, path)
		}
	}
	return all
}

// was tells whether a path was asked for since the last lie.
func (l *line) was(path string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Contains(l.asked, path)
}

func isBlob(path string) bool {
	return strings.HasPrefix(path, "/content/") && path != manifestPath
}

const manifestPath = "/content/manifest.json"
