//go:build prove

package load

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// process is a server of whatever make, at an address of its own.
type process struct {
	url string
	cmd *exec.Cmd
	log string // file its output goes to
}

// launch starts a command and waits until url+path answers with 200. ready is how long that took.
func launch(t *testing.T, address, path string, argv ...string) (p *process, ready time.Duration) {
	t.Helper()
	p = &process{url: "http://" + address, log: filepath.Join(t.TempDir(), "log")}
	log, err := os.Create(p.log)
	must(t, err)
	defer log.Close()
	p.cmd = exec.Command(argv[0], argv[1:]...)
	p.cmd.Stdout, p.cmd.Stderr = log, log
	begun, last := time.Now(), "not at all"
	must(t, p.cmd.Start())
	t.Cleanup(p.stop)
	for deadline := begun.Add(10 * time.Minute); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if res, err := http.Get(p.url + path); err == nil {
			_ = res.Body.Close()
			if res.StatusCode == http.StatusOK {
				return p, time.Since(begun)
			}
			last = res.Status
		}
	}
	text, _ := os.ReadFile(p.log)
	t.Fatalf("%v answers %s:\n%s", argv, last, text)
	return nil, 0
}

// serve starts our program on a data folder; before are words put before it, such as taskset.
func serve(t *testing.T, data string, before ...string) (*process, time.Duration) {
	t.Helper()
	return serveBinary(t, binary, data, "info", before...)
}

func serveBinary(t *testing.T, program, data, level string, before ...string) (*process, time.Duration) {
	t.Helper()
	address := freeAddress(t)
	argv := append(before, program, "serve", "--addr", address, "--data", data, "--log-level", level)
	return launch(t, address, "/readyz", argv...)
}

// stop ends the process and waits until it is gone.
func (p *process) stop() {
	if p.cmd.ProcessState != nil {
		return
	}
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	_ = p.cmd.Wait()
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer l.Close()
	return fmt.Sprintf("localhost:%d", l.Addr().(*net.TCPAddr).Port)
}

// memory is what a process holds, in MB: all of it, and what is its own, without the program and files it has mapped.
type memory struct{ resident, own, peak float64 }

func (p *process) memory(t *testing.T) memory {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	must(t, err)
	var m memory
	for line := range strings.Lines(string(text)) {
		fields := strings.Fields(line)
		into := map[string]*float64{"VmRSS:": &m.resident, "RssAnon:": &m.own, "VmHWM:": &m.peak}[fields[0]]
		if into == nil {
			continue
		}
		kb, err := strconv.ParseFloat(fields[1], 64)
		must(t, err)
		*into = kb / 1024
	}
	return m
}

// processor is how much time of a processor the process has used, with that of its children that live.
func (p *process) processor(t *testing.T) time.Duration {
	t.Helper()
	pid := p.cmd.Process.Pid
	children, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", pid, pid))
	must(t, err)
	var ticks int
	for _, one := range append(strings.Fields(string(children)), strconv.Itoa(pid)) {
		stat, err := os.ReadFile("/proc/" + one + "/stat")
		must(t, err)
		_, after, _ := strings.Cut(string(stat), ") ") // the name before may hold spaces
		fields := strings.Fields(after)
		for _, i := range []int{11, 12} { // user and system
			n, err := strconv.Atoi(fields[i])
			must(t, err)
			ticks += n
		}
	}
	return time.Duration(ticks) * 10 * time.Millisecond // USER_HZ is 100 on Linux
}

// files is how many files and connections the process has open.
func (p *process) files(t *testing.T) int {
	t.Helper()
	all, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", p.cmd.Process.Pid))
	must(t, err)
	return len(all)
}
