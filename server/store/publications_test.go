package store

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"michishirube/server/release"
)

func aRelease(t *testing.T, text string) release.Release {
	t.Helper()
	r, err := release.Build(release.Input{ReviewedOn: "2026-11-22", ReviewBy: "2027-03-31", Blobs: map[string][]byte{
		"guide":   []byte(`{"steps":[]}`),
		"text.ja": []byte(`{"a":"` + text + `"}`),
	}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func publication(r release.Release, parent string) release.Publication {
	at := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	return release.Publication{Release: r.ID, Parent: parent, Kind: release.KindPublish, At: at}
}

func mustPublish(t *testing.T, s *Store, r release.Release, parent string) {
	t.Helper()
	if err := s.Publish(context.Background(), r, publication(r, parent)); err != nil {
		t.Fatal(err)
	}
}

// holds checks that r is in force and whole.
func holds(t *testing.T, s *Store, r release.Release) {
	t.Helper()
	ctx := context.Background()
	p, err := s.InForce(ctx)
	if err != nil {
		t.Fatal(err)
	}
	got, err := s.Release(ctx, p.Release)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, r) {
		t.Errorf("in force is %s, want %s, equal in every byte", got.ID, r.ID)
	}
}

func tempStore(t *testing.T) *Store {
	t.Helper()
	s := mustOpen(t, filepath.Join(t.TempDir(), "test.db"))
	t.Cleanup(func() {
		if err := s.Check(); err != nil {
			t.Error(err)
		}
		mustClose(t, s)
	})
	return s
}

func TestPublish(t *testing.T) {
	ctx := context.Background()
	first, second := aRelease(t, "一"), aRelease(t, "二")

	t.Run("OK, and the previous release is kept", func(t *testing.T) {
		s := tempStore(t)
		mustPublish(t, s, first, "")
		mustPublish(t, s, second, first.ID)
		holds(t, s, second)
		if got, err := s.Release(ctx, first.ID); err != nil || !reflect.DeepEqual(got, first) {
			t.Errorf("previous release: %v", err)
		}
		want := []release.Publication{publication(first, ""), publication(second, first.ID)}
		if got, err := s.History(ctx); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("history = %+v, %v, want %+v", got, err, want)
		}
	})
	t.Run("a shared blob is kept once", func(t *testing.T) {
		s := tempStore(t)
		mustPublish(t, s, first, "")
		mustPublish(t, s, second, first.ID)
		err := s.db.View(func(tx *bbolt.Tx) error {
			if n := tx.Bucket(blobBucket()).Stats().KeyN; n != 3 {
				t.Errorf("%d blobs, want 3: one guide and two texts", n)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
	t.Run("an earlier release can be in force again", func(t *testing.T) {
		s := tempStore(t)
		mustPublish(t, s, first, "")
		mustPublish(t, s, second, first.ID)
		mustPublish(t, s, first, second.ID)
		holds(t, s, first)
	})
	t.Run("ErrNotFound before the first", func(t *testing.T) {
		s := tempStore(t)
		if _, err := s.InForce(ctx); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("in force: err = %v, want ErrNotFound", err)
		}
		if _, err := s.Release(ctx, first.ID); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("release: err = %v, want ErrNotFound", err)
		}
		if got, err := s.History(ctx); err != nil || len(got) != 0 {
			t.Errorf("history = %v, %v, want none", got, err)
		}
	})
	t.Run("ErrConflict when another came first", func(t *testing.T) {
		s := tempStore(t)
		mustPublish(t, s, first, "")
		for _, parent := range []string{"", second.ID} {
			if err := s.Publish(ctx, second, publication(second, parent)); !errors.Is(err, release.ErrConflict) {
				t.Errorf("parent %q: err = %v, want ErrConflict", parent, err)
			}
		}
		holds(t, s, first)
	})
	t.Run("ErrInvalid when record and release differ", func(t *testing.T) {
		s := tempStore(t)
		if err := s.Publish(ctx, first, publication(second, "")); !errors.Is(err, release.ErrInvalid) {
			t.Errorf("err = %v, want ErrInvalid", err)
		}
	})
	t.Run("nothing is begun for a caller that has gone", func(t *testing.T) {
		s := tempStore(t)
		gone, cancel := context.WithCancel(ctx)
		cancel()
		if err := s.Publish(gone, first, publication(first, "")); !errors.Is(err, context.Canceled) {
			t.Errorf("err = %v, want Canceled", err)
		}
		if _, err := s.InForce(ctx); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("err = %v, want ErrNotFound", err)
		}
	})
}

func TestHalfAPublishLeavesNothing(t *testing.T) {
	first, second := aRelease(t, "一"), aRelease(t, "二")
	// The transaction of Publish, broken off after each of its parts.
	parts := []func(*bbolt.Tx) error{
		func(tx *bbolt.Tx) error { return putBlob(tx, second.Blobs[hashNamed(second, "text.ja")]) },
		func(tx *bbolt.Tx) error { return putRelease(tx, second) },
		func(tx *bbolt.Tx) error { return record(tx, publication(second, first.ID)) },
	}
	for n := range parts {
		s := tempStore(t)
		mustPublish(t, s, first, "")
		func() {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			_ = s.db.Update(func(tx *bbolt.Tx) error {
				for _, part := range parts[:n+1] {
					if err := part(tx); err != nil {
						t.Error(err)
					}
				}
				panic("power cut")
			})
		}()
		holds(t, s, first)
		if _, err := s.Release(context.Background(), second.ID); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("after %d parts: err = %v, want ErrNotFound", n+1, err)
		}
		err := s.db.View(func(tx *bbolt.Tx) error {
			if tx.Bucket(blobBucket()).Get(blobKey(hashNamed(second, "text.ja"))) != nil {
				t.Errorf("after %d parts a blob is left", n+1)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		// The same publish, tried again, succeeds.
		mustPublish(t, s, second, first.ID)
		holds(t, s, second)
	}
}

func TestAReferenceToNothingIsDamageNotAFirstStart(t *testing.T) {
	ctx, r := context.Background(), aRelease(t, "一")
	for name, remove := range map[string]func(*bbolt.Tx) error{
		"publication": func(tx *bbolt.Tx) error { return tx.Bucket(publicationBucket()).Delete(publicationKey(1)) },
		"blob":        func(tx *bbolt.Tx) error { return tx.Bucket(blobBucket()).Delete(blobKey(hashNamed(r, "guide"))) },
	} {
		t.Run(name, func(t *testing.T) {
			s := tempStore(t)
			mustPublish(t, s, r, "")
			if err := s.db.Update(remove); err != nil {
				t.Fatal(err)
			}
			_, inForce := s.InForce(ctx)
			_, kept := s.Release(ctx, r.ID)
			if err := errors.Join(inForce, kept); !errors.Is(err, ErrDamaged) || errors.Is(err, release.ErrNotFound) {
				t.Errorf("err = %v, want ErrDamaged", err)
			}
		})
	}
}

func hashNamed(r release.Release, name string) string {
	for hash, b := range r.Blobs {
		if b.Name == name {
			return hash
		}
	}
	return ""
}
