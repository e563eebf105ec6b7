package store

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"michishirube/server/editorial"
	"michishirube/server/release"
)

func TestTheLastImportCounts(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "test.db")
	s := mustOpen(t, path)
	if _, err := s.Master(ctx); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("err = %v, want ErrNotFound", err)
	}
	at := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	for i, file := range []string{"一.csv", "二.csv"} {
		m := Master{At: at, By: "担当", File: file, Hash: "00", Rows: i, List: []byte(`{"entries":[]}`)}
		if err := s.PutMaster(ctx, m, editorial.Line{What: "list"}); err != nil {
			t.Fatal(err)
		}
	}
	mustClose(t, s)
	s = mustOpen(t, path)
	defer mustClose(t, s)
	m, err := s.Master(ctx)
	if err != nil || m.File != "二.csv" || m.Rows != 1 || !m.At.Equal(at) || string(m.List) != `{"entries":[]}` {
		t.Errorf("master = %+v, %v", m, err)
	}
	if err := s.Check(); err != nil {
		t.Error(err)
	}
}

func TestReadingOnlyChangesNothing(t *testing.T) {
	path := unpack(t, "schema-1.db.gz")
	before := mustRead(t, path)
	s, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Master(context.Background()); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("err = %v, want ErrNotFound", err)
	}
	if history, err := s.History(context.Background()); err != nil || len(history) != 2 {
		t.Errorf("history = %v, %v", history, err)
	}
	mustClose(t, s)
	if !bytes.Equal(before, mustRead(t, path)) {
		t.Error("the file was changed")
	}
}

func TestReadingOnlyIsRefused(t *testing.T) {
	t.Run("where there is no store", func(t *testing.T) {
		if _, err := OpenReadOnly(filepath.Join(t.TempDir(), "none.db")); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("err = %v, want ErrNotExist", err)
		}
	})
	t.Run("while a server holds the file", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "test.db")
		defer mustClose(t, mustOpen(t, path))
		if _, err := OpenReadOnly(path); !errors.Is(err, ErrLocked) {
			t.Errorf("err = %v, want ErrLocked", err)
		}
	})
	t.Run("of a later schema", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "test.db")
		s, err := open(path, append(migrations(), func(*bbolt.Tx) error { return nil }))
		if err != nil {
			t.Fatal(err)
		}
		mustClose(t, s)
		if _, err := OpenReadOnly(path); !errors.Is(err, ErrNewerSchema) {
			t.Errorf("err = %v, want ErrNewerSchema", err)
		}
	})
	t.Run("of what is no store", func(t *testing.T) {
		if _, err := OpenReadOnly(t.TempDir()); !errors.Is(err, ErrDamaged) {
			t.Errorf("err = %v, want ErrDamaged", err)
		}
	})
}
