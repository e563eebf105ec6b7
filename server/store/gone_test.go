package store

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"michishirube/server/editorial"
	"michishirube/server/release"
)

// save saves a draft of a region, whatever is kept of it.
func save(s *Store, code string) error {
	d, err := s.Draft(context.Background(), code)
	if err != nil && !errors.Is(err, release.ErrNotFound) {
		return err
	}
	_, err = s.PutDraft(context.Background(), code, d.Version, d, editorial.Line{What: "draft"})
	return err
}

func TestNothingIsAcknowledgedOnceTheFolderIsGone(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"removed": func(path string) error { return os.RemoveAll(filepath.Dir(path)) },
		"replaced": func(path string) error {
			return errors.Join(os.Remove(path), os.WriteFile(path, []byte("another"), 0o600))
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "data", "test.db")
			s := furnished(t, path)
			defer mustClose(t, s)
			if err := s.There(); err != nil {
				t.Error(err)
			}
			if err := spoil(path); err != nil {
				t.Fatal(err)
			}
			if err := save(s, "28001"); !errors.Is(err, release.ErrUnsaved) {
				t.Errorf("saving: %v, want ErrUnsaved", err)
			}
			if err := s.There(); !errors.Is(err, release.ErrUnsaved) {
				t.Errorf("asked whether it is there: %v", err)
			}
			if _, err := s.Regions(context.Background()); err != nil {
				t.Errorf("what is open can still be read: %v", err)
			}
		})
	}
}

// What is not cached is read from the file, and beyond its end there is nothing: without a guard the program ends.
func TestAFileThatIsCutShortWhileInUse(t *testing.T) {
	for _, keep := range []int64{0, 100, int64(os.Getpagesize()), 5 * int64(os.Getpagesize())} {
		path := filepath.Join(t.TempDir(), "test.db")
		s := furnished(t, path)
		if err := os.Truncate(path, keep); err != nil {
			t.Fatal(err)
		}
		if _, err := everything(s); !errors.Is(err, ErrDamaged) {
			t.Errorf("%d bytes: reading: %v, want ErrDamaged", keep, err)
		}
		for range 2 {
			if err := save(s, "99999"); !errors.Is(err, ErrDamaged) {
				t.Errorf("%d bytes: saving: %v, want ErrDamaged", keep, err)
			}
		}
		if _, err := s.Backup(io.Discard); !errors.Is(err, ErrDamaged) {
			t.Errorf("%d bytes: backup: %v, want ErrDamaged", keep, err)
		}
		if err := s.There(); !errors.Is(err, ErrDamaged) {
			t.Errorf("%d bytes: asked whether it is there: %v", keep, err)
		}
		_ = s.Close()
	}
}
