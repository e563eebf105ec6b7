package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"michishirube/server/editorial"
	"michishirube/server/store"
)

// filled is a data folder whose database holds one region.
func filled(t *testing.T) string {
	t.Helper()
	data := t.TempDir()
	db, err := store.Open(filepath.Join(data, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	err = db.PutRegion(context.Background(), editorial.Region{Code: "28381", Name: "稲美町"}, editorial.Line{What: "region"})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return data
}

func regionsIn(t *testing.T, path string) int {
	t.Helper()
	db, err := store.OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	all, err := db.Regions(context.Background())
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

func TestABackupComesBackWhole(t *testing.T) {
	data := filled(t)
	file := filepath.Join(t.TempDir(), "copy.db")
	if code, _, bad := runCommand("backup", "--data", data, "--out", file); code != exitOK {
		t.Fatalf("backup: exit %d, %s", code, bad)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the copy holds accounts: %v, %v", info.Mode(), err)
	}
	empty := filepath.Join(t.TempDir(), "new")
	if code, out, bad := runCommand("restore", "--data", empty, "--from", file); code != exitOK || strings.Contains(out, "kept") {
		t.Fatalf("restore: exit %d, %s%s", code, out, bad)
	}
	if n := regionsIn(t, filepath.Join(empty, databaseFile)); n != 1 {
		t.Errorf("%d regions came back", n)
	}
}

func TestARestoreKeepsWhatWasThere(t *testing.T) {
	data, file := filled(t), filepath.Join(t.TempDir(), "copy.db")
	if code, _, bad := runCommand("backup", "--data", data, "--out", file); code != exitOK {
		t.Fatal(bad)
	}
	path := filepath.Join(data, databaseFile)
	if err := os.WriteFile(path, []byte("damaged"), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, bad := runCommand("restore", "--data", data, "--from", file)
	if code != exitOK || !strings.Contains(out, "is kept as "+path+".before-") {
		t.Fatalf("exit %d, %s%s", code, out, bad)
	}
	kept, err := filepath.Glob(path + ".before-*")
	if err != nil || len(kept) != 1 || string(mustReadFile(t, kept[0])) != "damaged" {
		t.Errorf("kept %v, %v", kept, err)
	}
	if regionsIn(t, path) != 1 {
		t.Error("the backup is not in its place")
	}
}

func TestWhatIsNotRestored(t *testing.T) {
	data := filled(t)
	path := filepath.Join(data, databaseFile)
	before := mustReadFile(t, path)
	broken := filepath.Join(t.TempDir(), "broken.db")
	if err := os.WriteFile(broken, before[:len(before)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{
		"half a file":                  {"restore", "--data", data, "--from", broken},
		"no file":                      {"restore", "--data", data, "--from", broken + "x"},
		"nothing named":                {"restore", "--data", data},
		"a database that is not there": {"backup", "--data", filepath.Join(data, "none"), "--out", broken + "y"},
	} {
		if code, _, bad := runCommand(args...); code == exitOK || bad == "" {
			t.Errorf("%s: exit %d, %s", name, code, bad)
		}
	}
	db, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	good := filepath.Join(t.TempDir(), "good.db")
	if err := writeBackup(context.Background(), db, good); err != nil {
		t.Fatal(err)
	}
	if code, _, bad := runCommand("restore", "--data", data, "--from", good); code != exitFailure || !strings.Contains(bad, "-data") {
		t.Errorf("over a running server: exit %d, %s", code, bad)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if regionsIn(t, path) != 1 {
		t.Error("the database was touched")
	}
}

func TestTheLastBackupsAreKept(t *testing.T) {
	db, err := store.Open(filepath.Join(t.TempDir(), databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "backups")
	day := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	for i := range backupsKept + 3 {
		if err := backUp(context.Background(), db, folder, day.AddDate(0, 0, i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "notes.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(folder, backupPrefix+"*"))
	if err != nil || len(names) != backupsKept || !strings.Contains(names[0], fmt.Sprintf("%d", 20261104)) {
		t.Errorf("kept %d, the oldest %v, %v", len(names), names[:1], err)
	}
}
