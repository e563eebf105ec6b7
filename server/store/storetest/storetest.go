// Package storetest opens real stores for tests.
package storetest

import (
	"path/filepath"
	"testing"

	"michishirube/server/store"
)

// Open makes a new store in a temporary folder. When the test ends it is checked page by page and closed.
func Open(t testing.TB) *store.Store {
	t.Helper()
	return OpenFile(t, filepath.Join(t.TempDir(), "test.db"))
}

// OpenFile opens the store at path in the same way.
func OpenFile(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Check(); err != nil {
			t.Error(err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}
