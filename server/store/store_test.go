package store

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"michishirube/server/release"
)

func mustOpen(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func mustClose(t *testing.T, c io.Closer) {
	t.Helper()
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOpenMakesTheFolderAndNothingButTheFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	path := filepath.Join(dir, "test.db")
	mustClose(t, mustOpen(t, path))
	mustClose(t, mustOpen(t, path))
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 || entries[0].Name() != "test.db" {
		t.Errorf("folder holds %v", entries)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode = %v, %v, want readable by its owner only", info.Mode(), err)
	}
}

func TestASecondOpenIsAnErrorNotAHang(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	defer mustClose(t, mustOpen(t, path))
	begun := time.Now()
	_, err := Open(path)
	if !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), "another server holds "+path) {
		t.Errorf("err = %v, want ErrLocked that names the file", err)
	}
	if d := time.Since(begun); d > 5*time.Second {
		t.Errorf("took %v", d)
	}
}

func TestTwoServersOnOneEmptyFolder(t *testing.T) {
	// Both have seen that there is no file. Whoever comes second must not put its own in the place of the first.
	path := filepath.Join(t.TempDir(), "test.db")
	first := mustOpen(t, path)
	defer mustClose(t, first)
	if err := create(path, migrations()); err != nil {
		t.Fatal(err)
	}
	if _, err := openWith(path, false); !errors.Is(err, ErrLocked) {
		t.Errorf("err = %v, want ErrLocked", err)
	}
}

func TestOpenRefusesWhatIsNotAStore(t *testing.T) {
	foreign := func(path string) error {
		db, err := bbolt.Open(path, 0o600, nil)
		if err != nil {
			return err
		}
		err = db.Update(func(tx *bbolt.Tx) error {
			_, err := tx.CreateBucket([]byte("theirs"))
			return err
		})
		return errors.Join(err, db.Close())
	}
	for name, write := range map[string]func(path string) error{
		"an empty file":              func(path string) error { return os.WriteFile(path, nil, 0o600) },
		"a text":                     func(path string) error { return os.WriteFile(path, bytes.Repeat([]byte("text "), 9999), 0o600) },
		"a folder":                   func(path string) error { return os.Mkdir(path, 0o700) },
		"another program's database": foreign,
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "test.db")
			if err := write(path); err != nil {
				t.Fatal(err)
			}
			if _, err := Open(path); !errors.Is(err, ErrDamaged) {
				t.Errorf("err = %v, want ErrDamaged", err)
			}
		})
	}
}

func TestANewerSchemaIsRefusedAndLeftAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	later := append(migrations(), func(*bbolt.Tx) error { return nil })
	s, err := open(path, later)
	if err != nil {
		t.Fatal(err)
	}
	mustClose(t, s)
	before := mustRead(t, path)
	if _, err := Open(path); !errors.Is(err, ErrNewerSchema) {
		t.Errorf("err = %v, want ErrNewerSchema", err)
	}
	if !bytes.Equal(before, mustRead(t, path)) {
		t.Error("the file was changed")
	}
}

func TestAMigrationIsWholeOrNotAtAll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	mustClose(t, mustOpen(t, path))
	half := func(tx *bbolt.Tx) error { _, err := tx.CreateBucket([]byte("half")); return err }
	failure := errors.New("failure")
	if _, err := open(path, append(migrations(), half, func(*bbolt.Tx) error { return failure })); !errors.Is(err, failure) {
		t.Fatalf("err = %v, want failure", err)
	}
	s := mustOpen(t, path)
	defer mustClose(t, s)
	err := s.db.View(func(tx *bbolt.Tx) error {
		if tx.Bucket([]byte("half")) != nil {
			t.Error("a failed migration left a bucket")
		}
		n, err := schema(tx, Schema())
		if n != Schema() {
			t.Errorf("schema = %d, want %d", n, Schema())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestABackupIsAStore(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, filepath.Join(dir, "test.db"))
	defer mustClose(t, s)
	mustPublish(t, s, aRelease(t, "一"), "")
	var copied bytes.Buffer
	n, err := s.Backup(&copied)
	if err != nil || n != int64(copied.Len()) {
		t.Fatalf("backup = %d, %v, want %d", n, err, copied.Len())
	}
	path := filepath.Join(dir, "copy.db")
	if err := os.WriteFile(path, copied.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	c := mustOpen(t, path)
	defer mustClose(t, c)
	if err := c.Check(); err != nil {
		t.Error(err)
	}
	holds(t, c, aRelease(t, "一"))
}

func TestABackupThatCannotBeWrittenIsAnError(t *testing.T) {
	s := mustOpen(t, filepath.Join(t.TempDir(), "test.db"))
	defer mustClose(t, s)
	r, w := io.Pipe()
	mustClose(t, r)
	if _, err := s.Backup(w); err == nil {
		t.Error("no error")
	}
}

func mustRead(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestAFileThatWasCutShortIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	s := mustOpen(t, path)
	for _, text := range []string{"一", "二", "三"} {
		r := aRelease(t, text)
		inForce, _ := s.InForce(context.Background())
		if err := s.Publish(context.Background(), r, release.Publication{Release: r.ID, Parent: inForce.Release}); err != nil {
			t.Fatal(err)
		}
	}
	mustClose(t, s)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, keep := range []int{len(data) / 2, 3 * os.Getpagesize(), os.Getpagesize(), 100, 1} {
		if err := os.WriteFile(path, data[:keep], 0o600); err != nil {
			t.Fatal(err)
		}
		for name, open := range map[string]func(string) (*Store, error){"to be used": Open, "to be read": OpenReadOnly} {
			if _, err := open(path); !errors.Is(err, ErrDamaged) {
				t.Errorf("%d of %d bytes, opened %s: %v", keep, len(data), name, err)
			}
		}
		if after, err := os.ReadFile(path); err != nil || len(after) != keep {
			t.Errorf("%d bytes became %d, %v", keep, len(after), err)
		}
	}
}
