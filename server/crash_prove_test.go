//go:build prove

package main

import (
	"os/exec"
	"path/filepath"
	"testing"
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
