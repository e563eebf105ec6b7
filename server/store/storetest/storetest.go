// Package storetest opens real stores for tests.
package storetest

import (
	"errors"
	"path/filepath"
	"testing"

	"michishirube/server/editorial"
	"michishirube/server/release"
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

// KeepPDF keeps a PDF with the draft of a region, and gives the hash it is kept by.
func KeepPDF(t testing.TB, s *store.Store, code string, pdf []byte) string {
	t.Helper()
	draft, err := s.Draft(t.Context(), code)
	if err == nil || errors.Is(err, release.ErrNotFound) {
		_, err = s.PutDraft(t.Context(), code, draft.Version, draft, editorial.Line{Region: code, What: "file"}, pdf)
	}
	if err != nil {
		t.Fatal(err)
	}
	return editorial.FileHash(pdf)
}
