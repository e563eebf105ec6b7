package store

import (
	"compress/gzip"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// unpack puts a file of an earlier schema into a temporary folder. Each was written by the program of its time: two
// publications, of aRelease "一" and "二". The files are never written again; a migration adds the next one.
func unpack(t *testing.T, name string) string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, f)
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "old.db")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFilesOfEverySchemaAreStillRead(t *testing.T) {
	for _, name := range []string{"schema-1.db.gz", "schema-2.db.gz", "schema-3.db.gz", "schema-4.db.gz"} {
		t.Run(name, func(t *testing.T) {
			s := mustOpen(t, unpack(t, name))
			defer mustClose(t, s)
			first, second := aRelease(t, "一"), aRelease(t, "二")
			ctx := context.Background()
			history, err := s.History(ctx)
			if err != nil || len(history) != 2 || history[0].Release != first.ID || history[1].Release != second.ID {
				t.Errorf("history = %+v, %v", history, err)
			}
			for _, want := range []string{first.ID, second.ID} {
				r, err := s.Release(ctx, want)
				if err == nil {
					err = r.Verify()
				}
				if err != nil {
					t.Errorf("release %s: %v", want, err)
				}
			}
			third := aRelease(t, "三")
			mustPublish(t, s, third, second.ID)
			holds(t, s, third)
			if err := s.Check(); err != nil {
				t.Error(err)
			}
		})
	}
}
