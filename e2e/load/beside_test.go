//go:build prove

package load

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The servers get one processor and wrk, which asks them, the other.
const (
	rounds    = 8
	roundTime = 2 * time.Second
	lines     = 16
)

// contender is a server that is measured, and what each file costs it.
type contender struct {
	name string
	*process
	rate, slowest, perSecond map[string]series // by file: answers a second, p99 in ms, answers a second of processor time
}

// Throughput of the files a device asks for, beside nginx and Caddy with the same bytes and the same headers, compressed
// beforehand. All run at once and are asked in turn, in short rounds, so that noise of the machine meets them all alike.
func TestProveLoadBesideNginxAndCaddy(t *testing.T) {
	pinned := []string{"taskset", "-c", "0"}
	data := filepath.Join(t.TempDir(), "data")
	logged, _ := serve(t, data, pinned...)
	logged.stop() // the first start compresses; the folder is then ready for two
	must(t, os.CopyFS(data+"2", os.DirFS(data)))
	ours, _ := serveBinary(t, binary, data, "warn", pinned...)
	logged, _ = serve(t, data+"2", pinned...)

	files := filesToServe(t, ours)
	root := t.TempDir()
	must(t, os.Chmod(root, 0o755))
	headers := ours.copyTo(t, root, files)
	nginx, caddy := freeAddress(t), freeAddress(t)
	all := []*contender{
		{name: "ours", process: ours}, {name: "ours, a log line a request (default)", process: logged},
		{name: "nginx", process: startNginx(t, root, nginx, headers, pinned)}, {name: "Caddy", process: startCaddy(t, root, caddy, headers, pinned)},
	}
	for _, c := range all {
		c.rate, c.slowest, c.perSecond = map[string]series{}, map[string]series{}, map[string]series{}
		for _, f := range files {
			if !bytes.Equal(c.fetch(t, f.path, "br").body, ours.fetch(t, f.path, "br").body) {
				t.Fatalf("%s sends other bytes for %s", c.name, f.path)
			}
		}
	}
	for round := range rounds {
		for _, f := range files {
			for i := range all {
				all[(i+round)%len(all)].round(t, f.path)
			}
		}
	}
	report(t, files, all)
}

func report(t *testing.T, files []file, all []*contender) {
	t.Helper()
	ours, nginx, caddy := all[0], all[2], all[3]
	rows := [][]string{{"file", "server", "answers/s", "MB/s", "p99", "answers/s of processor"}}
	ratios := [][]string{{"ours beside", "file", "throughput: median of the rounds (least, most)", "by processor time"}}
	for _, f := range files {
		for _, c := range all {
			rate := c.rate[f.path].median()
			rows = append(rows, []string{
				fmt.Sprintf("%s, %d bytes", f.name, f.bytes), c.name, fmt.Sprintf("%.0f", rate), fmt.Sprintf("%.0f", rate*float64(f.bytes)/1e6),
				fmt.Sprintf("%.1f ms", c.slowest[f.path].median()), fmt.Sprintf("%.0f", c.perSecond[f.path].median()),
			})
		}
		for _, other := range []*contender{nginx, caddy} {
			rate, processor := ratio(ours.rate[f.path], other.rate[f.path]), ratio(ours.perSecond[f.path], other.perSecond[f.path])
			ratios = append(ratios, []string{
				other.name, f.name, fmt.Sprintf("%.2f (%.2f, %.2f)", rate.median(), rate.at(0), rate.at(1)), fmt.Sprintf("%.2f", processor.median()),
			})
			// nginx lets the kernel send its files, so by processor time it is ahead; what a client gets is what is promised.
			// Beside Caddy processor time tells the same, and other work of the machine does not touch it.
			if got := rate.median(); other == nginx && f.name == "blob" && got < 0.75 {
				t.Errorf("blob throughput / nginx = %.2f, wanted 0.75", got)
			}
			if got := processor.median(); other == caddy && f.name == "blob" && got < 2 {
				t.Errorf("blob throughput / Caddy = %.2f by processor time, wanted 2", got)
			}
		}
	}
	table(t, fmt.Sprintf("Throughput, %d rounds of %v, %d lines kept alive", rounds, roundTime, lines), rows)
	table(t, "Ratios. Wanted for the blob: 0.75 of nginx, 2 times Caddy", ratios)
}

// ratio divides round by round.
func ratio(a, b series) series {
	out := series{}
	for i := range a {
		out = append(out, a[i]/b[i])
	}
	return out
}

// file is one that is asked for, with the length of its brotli bytes.
type file struct {
	name, path string
	bytes      int
}

// filesToServe are the manifest, the largest blob and the shell: the page and the app's script.
func filesToServe(t *testing.T, p *process) []file {
	t.Helper()
	var m struct {
		Blobs []struct {
			Hash  string
			Bytes int
		}
	}
	must(t, json.Unmarshal(p.fetch(t, "/content/manifest.json", "").body, &m))
	largest := m.Blobs[0]
	for _, b := range m.Blobs {
		if b.Bytes > largest.Bytes {
			largest = b
		}
	}
	script := regexp.MustCompile(`/assets/[^"]*\.js`).Find(p.fetch(t, "/", "").body)
	files := []file{{name: "manifest", path: "/content/manifest.json"}, {name: "blob", path: "/content/" + largest.Hash + ".json"},
		{name: "page", path: "/"}, {name: "script", path: string(script)}}
	for i := range files {
		files[i].bytes = len(p.fetch(t, files[i].path, "br").body)
	}
	return files
}

// copyTo writes the files and their compressed twins as the others serve them, and gives the headers that they must send.
func (p *process) copyTo(t *testing.T, root string, files []file) http.Header {
	t.Helper()
	var headers http.Header
	for _, f := range files {
		at := filepath.Join(root, f.path)
		if f.path == "/" {
			at = filepath.Join(root, "index.html")
		}
		must(t, os.MkdirAll(filepath.Dir(at), 0o755))
		for encoding, suffix := range map[string]string{"": "", "br": ".br", "gzip": ".gz"} {
			answer := p.fetch(t, f.path, encoding)
			if answer.header.Get("Content-Encoding") != encoding {
				continue // the manifest is kept as it is alone
			}
			must(t, os.WriteFile(at+suffix, answer.body, 0o644))
			headers = answer.header
		}
	}
	for _, own := range []string{"Content-Type", "Content-Length", "Content-Encoding", "Date", "Etag", "Vary"} {
		headers.Del(own)
	}
	return headers
}

type answer struct {
	header http.Header
	body   []byte
}

// fetch asks in one encoding and gives the bytes as they were sent.
func (p *process) fetch(t *testing.T, path, encoding string) answer {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, p.url+path, nil)
	must(t, err)
	if r.Header.Set("Accept-Encoding", encoding); encoding == "" {
		r.Header.Set("Accept-Encoding", "identity")
	}
	res, err := http.DefaultClient.Do(r)
	must(t, err)
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	must(t, err)
	if res.StatusCode != http.StatusOK {
		t.Fatalf("%s%s: %s", p.url, path, res.Status)
	}
	return answer{res.Header, body}
}

// round asks one server for one file for a while.
func (c *contender) round(t *testing.T, path string) {
	t.Helper()
	before := c.processor(t)
	out, err := exec.Command("taskset", "-c", "1", "wrk", "-t1", "-c", strconv.Itoa(lines), "-d", roundTime.String(), "--latency",
		"-H", "Accept-Encoding: gzip, deflate, br, zstd", c.url+path).CombinedOutput()
	if err != nil {
		t.Fatalf("wrk: %v\n%s", err, out)
	}
	used := (c.processor(t) - before).Seconds()
	if strings.Contains(string(out), "Non-2xx") || strings.Contains(string(out), "Socket errors") {
		t.Fatalf("%s: not every answer is right:\n%s", c.name, out)
	}
	found := func(pattern string) string {
		match := regexp.MustCompile(pattern).FindSubmatch(out)
		if match == nil {
			t.Fatalf("wrk says nothing like %s:\n%s", pattern, out)
		}
		return string(match[1])
	}
	rate, err := strconv.ParseFloat(found(`Requests/sec:\s+([0-9.]+)`), 64)
	must(t, err)
	count, err := strconv.ParseFloat(found(`([0-9]+) requests in`), 64)
	must(t, err)
	slowest, err := time.ParseDuration(found(`(?m)^\s+99%\s+(\S+)`))
	must(t, err)
	c.rate[path] = append(c.rate[path], rate)
	c.slowest[path] = append(c.slowest[path], float64(slowest.Microseconds())/1000)
	c.perSecond[path] = append(c.perSecond[path], count/used)
}
