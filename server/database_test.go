package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"michishirube/server/store"
)

// withBackups is a data folder with a backup of yesterday, and a newer one that is broken.
func withBackups(t *testing.T) (data, good string) {
	t.Helper()
	data = filled(t)
	db, err := store.Open(filepath.Join(data, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	folder := backupFolder(data, "")
	if err := backUp(context.Background(), db, folder, time.Date(2026, 11, 21, 20, 30, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	good = backupsIn(folder)[0]
	broken := filepath.Join(folder, "michishirube-20261122T000000Z.db")
	if err := os.WriteFile(broken, mustReadFile(t, good), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := flipped(broken); err != nil {
		t.Fatal(err)
	}
	return data, good
}

// inFolder gives every file of a folder by its name.
func inFolder(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			files[path] = string(mustReadFile(t, path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

var restoreCommand = regexp.MustCompile(`(?m)^  michishirube (restore --data (\S+) --from (\S+))$`)

func TestADatabaseThatCannotBeUsedIsLeftAndTheLastGoodBackupOffered(t *testing.T) {
	for name, tt := range map[string]struct {
		spoil func(path string) error
		words string
	}{
		"damaged":           {flipped, "データベースが壊れています"},
		"cut short":         {func(path string) error { return os.Truncate(path, 20_000) }, "データベースが壊れています"},
		"empty":             {func(path string) error { return os.Truncate(path, 0) }, "データベースが壊れています"},
		"of a later schema": {later, "新しい版で作られています"},
		"gone":              {os.Remove, "空のデータベースは作りません"},
	} {
		t.Run(name, func(t *testing.T) {
			data, good := withBackups(t)
			path := filepath.Join(data, databaseFile)
			if err := tt.spoil(path); err != nil {
				t.Fatal(err)
			}
			before := inFolder(t, data)
			for _, args := range [][]string{
				{"serve", "-addr", "localhost:0", "-data", data}, {"user", "close", "x", "--data", data},
				{"import", "--remove", "--by", "x", "--data", data}, {"release", "rollback", "00000000", "--data", data},
			} {
				code, out, bad := runCommand(args...)
				if code != exitFailure || out != "" {
					t.Errorf("%v: exit %d, %s", args, code, out)
				}
				contains(t, bad, tt.words, "データのフォルダー: "+data, good+"(2026年11月22日 05:30)", "restore --data "+data+" --from "+good)
				if strings.Contains(bad, "panic") || strings.Contains(bad, "goroutine") {
					t.Errorf("%v: %s", args, bad)
				}
				for file, was := range before {
					if now := inFolder(t, data)[file]; now != was {
						t.Errorf("%v changed %s", args, file)
					}
				}
				if name == "of a later schema" || args[0] != "serve" {
					continue
				}
				// What is offered works.
				copied := t.TempDir()
				if err := os.CopyFS(copied, os.DirFS(data)); err != nil {
					t.Fatal(err)
				}
				command := restoreCommand.FindStringSubmatch(bad)
				if code, _, bad := runCommand("restore", "--data", copied, "--from", command[3]); code != exitOK {
					t.Errorf("restore: exit %d, %s", code, bad)
				}
				if n := regionsIn(t, filepath.Join(copied, databaseFile)); n != 1 {
					t.Errorf("%d regions came back", n)
				}
			}
		})
	}
}

// flipped flips one bit of a name that is kept.
func flipped(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for at := 0; ; {
		i := bytes.Index(b[at:], []byte("稲美町"))
		if i < 0 {
			return os.WriteFile(path, b, 0o600)
		}
		b[at+i+1] ^= 1
		at += i + 1
	}
}

// later puts a file of a schema in its place that this program does not know.
func later(path string) (err error) {
	f, err := os.Open("store/testdata/schema-99.db.gz")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return err
	}
	return os.WriteFile(path, b, 0o600)
}

func TestAFolderThatIsNotReachedOffersNothingOfItsOwn(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, bad := runCommand("serve", "-addr", "localhost:0", "-data", file); code != exitFailure || !strings.Contains(bad, file) {
		t.Errorf("exit %d, %s", code, bad)
	}
}
