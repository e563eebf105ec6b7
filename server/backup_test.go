package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"michishirube/server/editorial"
	"michishirube/server/release"
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

// Each change of the chain raises the version of a draft, writes it into the draft and adds a line: a backup holds one state
// of the chain, between what was acknowledged before it and what was after.
func TestABackupUnderWritesIsOneState(t *testing.T) {
	ctx, data := context.Background(), filled(t)
	db, err := store.Open(filepath.Join(data, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	var saved atomic.Uint64
	stop, stopped := make(chan struct{}), make(chan error, 1)
	go func() {
		for n := uint64(0); ; n++ {
			select {
			case <-stop:
				stopped <- nil
				return
			default:
			}
			e := editorial.Edition{Values: map[string]editorial.Value{"flag_form": {Text: fmt.Sprint(n + 1)}}}
			if _, err := db.PutDraft(ctx, "28381", n, editorial.Draft{Edition: e}, editorial.Line{What: "draft"}, fmt.Appendf(nil, "%%PDF %d", n)); err != nil {
				stopped <- err
				return
			}
			saved.Store(n + 1)
		}
	}()
	states := map[uint64]bool{}
	for i := range 8 {
		file := filepath.Join(t.TempDir(), "copy.db")
		least := saved.Load()
		if err := writeBackup(ctx, db, file); err != nil {
			t.Fatal(err)
		}
		most := saved.Load() + 1
		restored := filepath.Join(t.TempDir(), fmt.Sprint(i))
		if code, _, bad := runCommand("restore", "--data", restored, "--from", file); code != exitOK {
			t.Fatal(bad)
		}
		n, lines, text := chainIn(t, filepath.Join(restored, databaseFile))
		if n < least || n > most || lines != n || text != fmt.Sprint(n) {
			t.Errorf("the backup is at version %d with %d lines and the text %s, want one state of %d to %d", n, lines, text, least, most)
		}
		states[n] = true
	}
	close(stop)
	if err := errors.Join(<-stopped, db.Close()); err != nil {
		t.Fatal(err)
	}
	if len(states) < 3 {
		t.Errorf("only the states %v were seen: nothing was written meanwhile", states)
	}
}

func chainIn(t *testing.T, path string) (version, lines uint64, text string) {
	t.Helper()
	db, err := store.OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	d, err := db.Draft(context.Background(), "28381")
	if err != nil && !errors.Is(err, release.ErrNotFound) {
		t.Fatal(err)
	}
	all, err := db.AuditLines(context.Background())
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	return d.Version, uint64(len(all)) - 1, cmp.Or(d.Edition.Values["flag_form"].Text, "0") // the first line is of the region
}

func TestARestoreOverwritesNothingItKept(t *testing.T) {
	data, good := withBackups(t)
	path := filepath.Join(data, databaseFile)
	for _, was := range []string{"first", "second"} { // within one second
		if err := os.WriteFile(path, []byte(was), 0o600); err != nil {
			t.Fatal(err)
		}
		if code, _, bad := runCommand("restore", "--data", data, "--from", good); code != exitOK {
			t.Fatal(bad)
		}
	}
	kept, err := filepath.Glob(path + ".before-*")
	if err != nil || len(kept) != 2 || string(mustReadFile(t, kept[0]))+string(mustReadFile(t, kept[1])) != "firstsecond" {
		t.Errorf("kept %v, %v", kept, err)
	}
	if code, _, bad := runCommand("restore", "--data", data, "--from", kept[0]); code != exitFailure {
		t.Errorf("exit %d, %s", code, bad)
	} else {
		contains(t, bad, "この写しは使えません", good)
	}
}

func TestEachDayKeepsItsLastBackup(t *testing.T) {
	db, err := store.Open(filepath.Join(t.TempDir(), databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for _, name := range []string{"michishirube-20261120T000000Z.db.part", "michishirube-ours.db"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	at := time.Date(2026, 11, 20, 3, 0, 0, 0, time.UTC)
	for i := range 30 { // started again and again, on the second day
		if err := backUp(context.Background(), db, folder, at); err != nil {
			t.Fatal(err)
		}
		if at = at.Add(time.Minute); i == 0 {
			at = at.AddDate(0, 0, 1)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	var names []string
	for path := range inFolder(t, folder) {
		names = append(names, filepath.Base(path))
	}
	slices.Sort(names)
	if want := []string{"michishirube-20261120T030000Z.db", "michishirube-20261121T032900Z.db", "michishirube-ours.db"}; !slices.Equal(names, want) {
		t.Errorf("kept %v, want %v", names, want)
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
