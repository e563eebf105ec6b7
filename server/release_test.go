package main

import (
	"errors"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"michishirube/server/release"
	"michishirube/server/store"
)

// anotherRelease is one of other content than that of this program.
func anotherRelease(t *testing.T) release.Release {
	t.Helper()
	r, err := release.Build(release.Input{ReviewedOn: "2026-11-01", ReviewBy: "2027-03-31", Blobs: map[string][]byte{
		"guide": []byte(`{"steps":[]}`), "text.ja": []byte(`{}`),
	}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// twoReleases gives a data folder in which another release came before that of this program, and the names of both.
func twoReleases(t *testing.T) (data, before, newest string) {
	t.Helper()
	data = t.TempDir()
	db, err := store.Open(filepath.Join(data, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	r := anotherRelease(t)
	var current release.Current
	if err := release.NewPublisher(db, &current, testEnv(nil, nil).Now).Publish(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return data, r.ID, served(t, data)
}

// served starts a server on the data folder, stops it, and gives the release it had in force.
func served(t *testing.T, data string) string {
	t.Helper()
	s := start(t, data)
	_, manifest := get(t, http.DefaultClient, s.url+"/content/manifest.json")
	if status := s.stop(); status != exitOK {
		t.Fatalf("stopped with %d: %s", status, s.log)
	}
	return regexp.MustCompile(`"release":"([0-9a-f]{64})"`).FindStringSubmatch(manifest)[1]
}

func TestAReleaseIsTakenBackAndPublishedAgain(t *testing.T) {
	data, before, newest := twoReleases(t)
	list := func(want ...string) {
		t.Helper()
		code, out, bad := runCommand("release", "list", "--data", data)
		if code != exitOK || bad != "" {
			t.Fatalf("list = %d, %s", code, bad)
		}
		lines := strings.Split(strings.TrimSpace(out), "\n")
		if len(lines) != len(want) {
			t.Fatalf("%d lines, want %d:\n%s", len(lines), len(want), out)
		}
		for i, line := range lines {
			name, state, _ := strings.Cut(want[i], " ")
			if !strings.HasPrefix(line, name+"  2026-11-22 18:00  ") || !strings.HasSuffix(line, state) {
				t.Errorf("line %d = %s, want %s", i+1, line, want[i])
			}
		}
	}
	list(newest+" 公開中", before+" 前の版")
	if code, out, bad := runCommand("release", "rollback", before[:shortestRelease], "--data", data); code != exitOK || !strings.Contains(out, before) {
		t.Fatalf("rollback = %d, %s%s", code, out, bad)
	}
	list(before+" 公開中", newest+" 取り下げた")
	for range 2 { // a restart does not undo it
		if id := served(t, data); id != before {
			t.Errorf("after the rollback %s is served", id)
		}
	}
	if code, _, bad := runCommand("release", "publish", newest, "--data", data); code != exitOK {
		t.Fatalf("publish = %d, %s", code, bad)
	}
	list(newest+" 公開中", before+" 前の版")
	if id := served(t, data); id != newest {
		t.Errorf("after it was published again %s is served", id)
	}
}

func TestWhatCannotBeDoneWithAReleaseIsSaid(t *testing.T) {
	data := seed(t)
	inForce := served(t, data)
	for _, tt := range []struct {
		args []string
		code int
		want string
	}{
		{nil, exitUsage, "list、または"},
		{[]string{"list", "x"}, exitUsage, "list、または"},
		{[]string{"rollback"}, exitUsage, "list、または"},
		{[]string{"remove", inForce}, exitUsage, "list、または"},
		{[]string{"rollback", strings.Repeat("0", 64)}, exitFailure, "一つに決まりません"},
		{[]string{"rollback", inForce[:shortestRelease-1]}, exitFailure, "一つに決まりません"},
		{[]string{"rollback", inForce}, exitFailure, "もう公開しています"},
		{[]string{"publish", inForce}, exitFailure, "もう公開しています"},
	} {
		code, _, bad := runCommand(append(append([]string{"release"}, tt.args...), "--data", data)...)
		if code != tt.code || !strings.Contains(bad, tt.want) {
			t.Errorf("%v = %d, %s; want %d and %q", tt.args, code, bad, tt.code, tt.want)
		}
	}
	if code, out, _ := runCommand("release", "list", "--data", t.TempDir()); code != exitOK || !strings.Contains(out, "公開した版はありません") {
		t.Errorf("list of nothing = %d, %s", code, out)
	}
	start(t, data)
	if code, _, bad := runCommand("release", "rollback", inForce, "--data", data); code != exitFailure || !strings.Contains(bad, "サーバーが動いています") {
		t.Errorf("beside a server = %d, %s", code, bad)
	}
}

func TestADamagedReleaseIsNotTakenBack(t *testing.T) {
	data := t.TempDir()
	db, err := store.Open(filepath.Join(data, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	r := anotherRelease(t)
	for hash, b := range r.Blobs {
		b.Gzip = nil
		r.Blobs[hash] = b
	}
	p := release.Publication{Release: r.ID, Kind: release.KindPublish}
	if err := errors.Join(db.Publish(t.Context(), r, p), db.Close()); err != nil {
		t.Fatal(err)
	}
	newest := served(t, data)
	code, _, bad := runCommand("release", "rollback", r.ID, "--data", data)
	if code != exitFailure || !strings.Contains(bad, "データベースが壊れています") {
		t.Errorf("exit %d, %s", code, bad)
	}
	if id := served(t, data); id != newest {
		t.Errorf("%s is served", id)
	}
}
