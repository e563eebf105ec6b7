package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"michishirube/server/release"
)

// publishTo names, in the environment of this same test binary, the store in which it is to publish until it is killed.
const publishTo = "STORE_TEST_PUBLISH_TO"

func TestMain(m *testing.M) {
	if path := os.Getenv(publishTo); path != "" {
		fmt.Fprintln(os.Stderr, publishUntilKilled(path))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// publishUntilKilled prints the ID of each release once its publish was acknowledged.
func publishUntilKilled(path string) error {
	ctx := context.Background()
	s, err := Open(path)
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		r, err := release.Build(release.Input{ReviewedOn: "2026-11-22", ReviewBy: "2027-03-31", Blobs: map[string][]byte{
			"guide":   fmt.Appendf(nil, `{"pid":%d,"n":%d}`, os.Getpid(), n),
			"text.ja": fmt.Appendf(nil, `{"text":%q}`, strings.Repeat(fmt.Sprint(n, "あ"), 2_000)),
		}})
		if err != nil {
			return err
		}
		parent, err := s.InForce(ctx)
		if err != nil && !errors.Is(err, release.ErrNotFound) {
			return err
		}
		if err := s.Publish(ctx, r, unstamped(r, parent.Release)); err != nil {
			return err
		}
		fmt.Println(r.ID)
	}
}

func unstamped(r release.Release, parent string) release.Publication {
	return release.Publication{Release: r.ID, Parent: parent, Kind: release.KindPublish}
}

// An acknowledged publish survives a kill, and one that was not acknowledged leaves no half.
func TestAKillLosesNothingAcknowledgedAndLeavesNoHalf(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	var acknowledged []string
	for round := range 5 {
		acknowledged = append(acknowledged, publishAndKill(t, path, 1+3*round)...)
		s := mustOpen(t, path)
		history, err := s.History(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		kept := map[string]bool{}
		for _, p := range history {
			kept[p.Release] = true
			r, err := s.Release(context.Background(), p.Release)
			if err == nil {
				err = r.Verify()
			}
			if err != nil {
				t.Errorf("a recorded release is not whole: %v", err)
			}
		}
		for _, id := range acknowledged {
			if !kept[id] {
				t.Errorf("acknowledged release %s is lost", id)
			}
		}
		if err := s.Check(); err != nil {
			t.Error(err)
		}
		mustClose(t, s)
	}
}

// publishAndKill kills the publisher while it is at work on the publish after the n-th, and returns what it acknowledged.
func publishAndKill(t *testing.T, path string, n int) []string {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), publishTo+"="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var ids []string
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		ids = append(ids, lines.Text())
		if len(ids) == n {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = cmd.Wait() // it was killed: always an error
	if len(ids) < n {
		t.Fatalf("acknowledged %d releases, want %d", len(ids), n)
	}
	return ids
}
