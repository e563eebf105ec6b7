//go:build prove

package main

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// built is the program itself, built once.
func built(t *testing.T) func(args ...string) *exec.Cmd {
	t.Helper()
	path := filepath.Join(t.TempDir(), "michishirube")
	if out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return func(args ...string) *exec.Cmd { return exec.Command(path, args...) }
}

// 200 of the 1,000 kills; the others are of the store alone, in store.
func TestProveCrashKillsOfTheServer(t *testing.T) {
	command, data := built(t), t.TempDir()
	c := newCrashes(t, command, data)
	c.mustStart() // publishes the content
	c.kill()
	c.model = c.look()
	for c.Kills < 200 {
		for range 6 {
			for _, kind := range []string{"edit", "upload", "publish"} {
				c.round(kind)
			}
		}
		c.round("import")
		c.restart()
		c.tell()
	}
	c.mustStart()
	if c.Inside < c.Kills/4 || c.Gone == 0 || c.Kept == 0 {
		t.Errorf("only %d of %d kills landed inside a change: this tries little", c.Inside, c.Kills)
	}
}

// restart takes over a list, which makes the next start publish another national release, and kills the server at some
// moment of that start.
func (c *crashes) restart() {
	c.t.Helper()
	c.mustStart()
	c.n++
	send, after := c.change("import")
	if !send() {
		c.t.Fatal("a list is not taken over")
	}
	c.model = c.model.with(after)
	c.kill()
	begun := time.Now()
	var late <-chan time.Time // never for the first, which tells how long one takes
	if took := c.took["national"]; took > 0 {
		late = time.After(time.Duration(rand.Float64() * 1.2 * float64(took)))
	}
	ok := false
	select {
	case _, ok = <-c.start():
		c.took["national"] = time.Since(begun)
	case <-late:
	}
	c.kill()
	c.judge("national", ok, func(k *kept) { k.Releases++ })
}

// The disk is a small file system in memory, which is really full. Only root may mount one.
func TestProveCrashFullDisk(t *testing.T) {
	data := t.TempDir()
	mount := func(flags uintptr, options string) {
		t.Helper()
		if err := syscall.Mount("tmpfs", data, "tmpfs", flags, options); err != nil {
			t.Fatalf("mount, which takes root: %v", err)
		}
	}
	mount(0, "size=64m")
	t.Cleanup(func() { _ = syscall.Unmount(data, syscall.MNT_DETACH) })
	c := newCrashes(t, built(t), data)
	c.mustStart()
	filler, at := filepath.Join(data, "filler"), "/editor/regions/"+crashRegion+"/files"
	if err := os.WriteFile(filler, make([]byte, 128<<20), 0o600); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk is not full: %v", err)
	}
	saved, page := 0, ""
	for ; saved < 8 && page == ""; saved++ { // pages that were freed take a few
		title := fmt.Sprintf("ご案内 %d", saved)
		kind, body := withFile("a.pdf", crashPDF(strings.Repeat(title, 10)), c.clerk.form(at, "title", title))
		r, said, err := c.clerk.post(at, kind, body)
		if err != nil {
			t.Fatal(err)
		}
		if r.StatusCode == http.StatusInsufficientStorage {
			page = said
			contains(t, page, "保存できませんでした", `name="title" value="`+title+`"`)
		}
	}
	if page == "" {
		t.Fatal("everything was saved")
	}
	c.devices(http.StatusOK, "/", "/content/manifest.json", "/readyz")
	c.kill()
	mount(syscall.MS_REMOUNT|syscall.MS_RDONLY, "size=64m")
	before := inFolder(t, data)
	out, err := c.command("serve", "-addr", "localhost:0", "-data", data).CombinedOutput()
	if err == nil {
		t.Error("exit 0 on a disk that is read only")
	}
	contains(t, string(out), "データの保存先に書き込めません", data)
	if !maps.Equal(before, inFolder(t, data)) {
		t.Error("a file was changed")
	}
	mount(syscall.MS_REMOUNT, "size=64m")
	c.mustStart() // a start writes nothing, so it works on a full disk
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	if !c.clerk.sendFile(at, "a.pdf", crashPDF("ご案内"), c.clerk.form(at, "title", "ご案内")) {
		t.Error("with space again it is not saved")
	}
	c.kill()
	if files := c.look().Files; len(files) != saved || files[saved-1] != "ご案内" {
		t.Errorf("kept %v, want %d", files, saved)
	}
	t.Logf("%d leaflets were taken before the disk was full, and one after", saved-1)
}
