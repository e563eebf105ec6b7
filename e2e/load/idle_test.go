//go:build prove

package load

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// idle is how many clients keep a line open after one answer.
const idle = 10_000

// Ten thousand clients that keep their line open, and others that never finish a request: what each costs in memory, how
// long an active one waits meanwhile, and that all of them are sent away in time.
func TestProveLoadIdleClients(t *testing.T) {
	allowFiles(t, idle+1000)
	server, _ := serve(t, filepath.Join(t.TempDir(), "data"))
	address := strings.TrimPrefix(server.url, "http://")
	alone := active(t, server)
	before, files := server.memory(t), server.files(t)

	begun := time.Now()
	for range idle {
		askOnce(t, address)
	}
	opened := time.Since(begun)
	during, open := server.memory(t), server.files(t)
	if open-files < idle {
		t.Errorf("the server holds %d lines, wanted %d: too slow to open them all within its idle time", open-files, idle)
	}
	with := active(t, server)

	slow, dawdle := series{}, time.Now()
	for _, one := range dawdlers(t, address, 200) {
		must(t, one.SetReadDeadline(time.Now().Add(30*time.Second)))
		if _, err := io.Copy(io.Discard, one); err != nil {
			t.Errorf("a client that never finishes its request is not sent away: %v", err)
		}
		slow = append(slow, time.Since(dawdle).Seconds())
	}
	gone := waitUntilIdleAreGone(t, server, files)
	after := server.memory(t)
	table(t, fmt.Sprintf("%d idle clients", idle), [][]string{
		{"", "before", "with them", "after they were sent away"},
		{"resident", mb(before.resident), mb(during.resident), mb(after.resident)},
		{"of it the program's own", mb(before.own), mb(during.own), mb(after.own)},
		{"an active client waits, p50 / p99", alone.String(), with.String(), active(t, server).String()},
	})
	each := (during.own - before.own) * 1024 / idle
	t.Logf("%.1f KB a client; all opened in %.1f s, sent away %.0f s after; of 200 that never finish a request the last was sent away after %.1f s",
		each, opened.Seconds(), gone.Seconds(), slow.at(1))
	if each > 40 {
		t.Errorf("an idle client takes %.1f KB, wanted 40 at most", each)
	}
}

// allowFiles raises how many connections this process and the servers it starts may have open.
func allowFiles(t *testing.T, n uint64) {
	t.Helper()
	var limit syscall.Rlimit
	must(t, syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit))
	limit.Cur, limit.Max = max(limit.Cur, n), max(limit.Max, n)
	must(t, syscall.Setrlimit(syscall.RLIMIT_NOFILE, &limit))
}

// line opens a line, which stays open until the test ends, and says something.
func line(t *testing.T, address, words string) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	must(t, err)
	t.Cleanup(func() { _ = conn.Close() })
	_, err = io.WriteString(conn, words)
	must(t, err)
	return conn
}

// askOnce opens a line, asks for the manifest and reads the answer.
func askOnce(t *testing.T, address string) {
	t.Helper()
	conn := line(t, address, "GET /content/manifest.json HTTP/1.1\r\nHost: "+address+"\r\n\r\n")
	res, err := http.ReadResponse(bufio.NewReader(conn), nil)
	must(t, err)
	_, err = io.Copy(io.Discard, res.Body)
	must(t, err)
	if res.StatusCode != http.StatusOK {
		t.Fatal(res.Status)
	}
}

// dawdlers begin a request and never end it.
func dawdlers(t *testing.T, address string, n int) []net.Conn {
	t.Helper()
	var all []net.Conn
	for range n {
		all = append(all, line(t, address, "GET / HTTP/1.1\r\nX-Slow: "))
	}
	return all
}

// waits are how long an active client waited, in milliseconds.
type waits struct{ series }

func (w waits) String() string { return fmt.Sprintf("%.1f / %.1f ms", w.median(), w.at(0.99)) }

// active is a client that asks for one file after the other, for some seconds.
func active(t *testing.T, server *process) waits {
	t.Helper()
	var w waits
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); {
		begun := time.Now()
		server.fetch(t, "/content/manifest.json", "br")
		w.series = append(w.series, float64(time.Since(begun).Microseconds())/1000)
	}
	return w
}

// waitUntilIdleAreGone waits until the server holds no more lines than before, and says how long that took.
func waitUntilIdleAreGone(t *testing.T, server *process, files int) time.Duration {
	t.Helper()
	begun := time.Now()
	for time.Since(begun) < 4*time.Minute {
		if server.files(t) < files+100 {
			return time.Since(begun)
		}
		time.Sleep(time.Second)
	}
	t.Errorf("after %v the server still holds %d lines", time.Since(begun), server.files(t)-files)
	return time.Since(begun)
}
