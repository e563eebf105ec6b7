package main

import (
	"errors"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"reflect"
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
	form := c.clerk.form(at, "name", "住民課 保険係", "phone", "079-492-9137", "do", "save")
	c.clerk.form("/editor") // so that nothing else has to be noted
	fill()
	r, page, err := c.clerk.postForm(at, form)
	if err != nil || r.StatusCode != http.StatusInsufficientStorage {
		c.t.Fatalf("on a full disk: %v, %v\n%s", r, err, page)
	}
	for _, want := range []string{"保存できませんでした", "もう一度送る", `name="name" value="住民課 保険係"`, `name="phone" value="079-492-9137"`} {
		if !strings.Contains(page, want) {
			c.t.Errorf("the page does not tell %s: %s", want, page)
		}
	}
	c.devices(http.StatusOK, "/", "/content/manifest.json", "/healthz", "/readyz")
	c.clerk.form(at) // and whoever is logged in can read
	empty()
	if !c.clerk.send(at, filledIn(page)) {
		c.t.Error("with space again it is not saved")
	}
	c.kill()
	want := c.model.with(func(k *kept) { k.Phone = "079-492-9137"; k.Version++; k.Audit["draft"]++ })
	if c.model = c.look(); !reflect.DeepEqual(c.model, want) {
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
	c.withoutFolder()
}

// withoutFolder takes the data folder away from a server that runs: what would be gone with it is not acknowledged.
func (c *crashes) withoutFolder() {
	c.t.Helper()
	c.mustStart()
	at := "/editor/regions/" + crashRegion + "/fields/city_kokuho"
	form := c.clerk.form(at, "name", "年金課", "phone", "079-492-9138", "do", "save")
	if err := os.RemoveAll(c.data); err != nil {
		c.t.Fatal(err)
	}
	r, page, err := c.clerk.postForm(at, form)
	if err != nil || r.StatusCode != http.StatusInsufficientStorage || !strings.Contains(page, "079-492-9138") {
		c.t.Errorf("without its folder: %v, %v\n%s", r, err, page)
	}
	c.devices(http.StatusOK, "/", "/content/manifest.json")
	c.devices(http.StatusServiceUnavailable, "/readyz")
	c.kill()
}

// devices wants what a device asks for to be answered with this status.
func (c *crashes) devices(status int, paths ...string) {
	c.t.Helper()
	for _, path := range paths {
		if r, page := get(c.t, c.clerk.client, c.clerk.url+path); r.StatusCode != status {
			c.t.Errorf("%s: %s, want %d\n%s", path, r.Status, status, page)
		}
	}
}

// asSomebodyElse runs the program as a user to whom no file belongs, for whom the rights of files hold.
func asSomebodyElse(t *testing.T, folder string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := self(args...)
	if os.Geteuid() != 0 {
		return cmd
	}
	program, err := os.ReadFile(os.Args[0])
	if err == nil {
		cmd.Path = filepath.Join(folder, "program")
		err = os.WriteFile(cmd.Path, program, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	return cmd
}

func TestAFolderThatCannotBeWritten(t *testing.T) {
	folder, err := os.MkdirTemp("", "unwritable-")
	if err != nil {
		t.Fatal(err)
	}
	data, good := withBackups(t)
	shown := filepath.Join(folder, "data")
	t.Cleanup(func() {
		for _, dir := range []string{shown, filepath.Join(shown, "backups")} {
			_ = os.Chmod(dir, 0o700)
		}
		_ = os.RemoveAll(folder)
	})
	if err := errors.Join(os.Chmod(folder, 0o755), os.CopyFS(shown, os.DirFS(data))); err != nil {
		t.Fatal(err)
	}
	for path := range inFolder(t, shown) {
		if err := os.Chmod(path, 0o444); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(os.Chmod(filepath.Join(shown, "backups"), 0o555), os.Chmod(shown, 0o555)); err != nil {
		t.Fatal(err)
	}
	before := inFolder(t, shown)
	out, err := asSomebodyElse(t, folder, "serve", "-addr", "localhost:0", "-data", shown).CombinedOutput()
	if err == nil {
		t.Error("exit 0")
	}
	contains(t, string(out), "データの保存先に書き込めません", "データのフォルダー: "+shown, filepath.Base(good)+"(2026年11月22日 05:30)")
	if strings.Contains(string(out), "restore --data") {
		t.Errorf("a restore does not mend it: %s", out)
	}
	if after := inFolder(t, shown); !maps.Equal(before, after) {
		t.Error("a file was changed")
	}
}
