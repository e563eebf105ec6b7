package main

import (
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"testing"
)

// spaceSignals make the process believe that its disk is full, and that it is not any more: beyond the limit on the size of
// files a write fails in the same way.
const (
	diskFull  = syscall.SIGUSR1
	diskEmpty = syscall.SIGUSR2
)

// obeySpaceSignals lets whoever started the process fill its disk up and empty it.
func obeySpaceSignals() error {
	signal.Ignore(syscall.SIGXFSZ)
	var free syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &free); err != nil {
		return err
	}
	told := make(chan os.Signal, 1)
	signal.Notify(told, diskFull, diskEmpty)
	go func() {
		for s := range told {
			limit := free
			if s == diskFull {
				limit.Cur = 4096
			}
			if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
				panic(err)
			}
			if _, err := os.Stdout.WriteString("space\n"); err != nil {
				panic(err)
			}
		}
	}()
	return nil
}

// withFullDisk sends what somebody typed to a server without space, and again once there is some.
func (c *crashes) withFullDisk(fill, empty func()) {
	c.t.Helper()
	c.mustStart()
	c.n++
	at := "/editor/regions/" + crashRegion + "/fields/city_kokuho"
	form := c.desk.form(at, "name", "住民課 保険係", "phone", "079-492-9137", "do", "save")
	c.desk.form("/editor") // so that nothing else has to be noted
	fill()
	r, page, err := c.desk.post(at, "application/x-www-form-urlencoded", []byte(form.Encode()))
	if err != nil || r.StatusCode != http.StatusInsufficientStorage {
		c.t.Fatalf("on a full disk: %v, %v\n%s", r, err, page)
	}
	for _, want := range []string{"保存できませんでした", "もう一度送る", `name="name" value="住民課 保険係"`, `name="phone" value="079-492-9137"`} {
		if !strings.Contains(string(page), want) {
			c.t.Errorf("the page does not tell %s: %s", want, page)
		}
	}
	for _, path := range []string{"/", "/content/manifest.json", "/healthz", "/readyz"} {
		if r, err := c.desk.client.Get(c.desk.url + path); err != nil || r.StatusCode != http.StatusOK {
			c.t.Errorf("a device gets %v, %v for %s", r, err, path)
		}
	}
	c.desk.form(at) // and whoever is logged in can read
	empty()
	if !c.desk.send(at, hiddenIn(page)) {
		c.t.Error("with space again it is not saved")
	}
	c.kill()
	want := c.model.with(func(k *kept) { k.Phone = "079-492-9137"; k.Version++; k.Audit["draft"]++ })
	if c.model = c.look(); c.model.Phone != want.Phone || c.model.Version != want.Version {
		c.t.Errorf("kept %+v, want %+v", c.model, want)
	}
}

func TestAFullDiskKeepsWhatWasTypedAndServesOn(t *testing.T) {
	c := newCrashes(t, self, seed(t))
	tell := func(s syscall.Signal) func() {
		return func() {
			if err := c.cmd.Process.Signal(s); err != nil {
				t.Fatal(err)
			}
			<-c.space
		}
	}
	c.withFullDisk(tell(diskFull), tell(diskEmpty))
}
