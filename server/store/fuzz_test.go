package store

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"michishirube/server/account"
	"michishirube/server/editorial"
	"michishirube/server/release"
)

// FuzzRecord holds that no value a database could hold, of any kind of record, does more than make its reading fail: what
// can be read is written back as the same record, and what cannot is an error, never a record half read.
func FuzzRecord(f *testing.F) {
	s, err := Open(filepath.Join(f.TempDir(), "test.db"))
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() {
		if err := s.Close(); err != nil {
			f.Error(err)
		}
	})
	s.db.NoSync = true // nothing here outlives the test
	id, now := "0123", time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	kinds := records()
	for i, seed := range []any{
		releaseRecord{ReviewedOn: "2026-11-22", Manifest: "{}", Blobs: []string{"x"}}, release.Blob{Name: "guide", Hash: "x", JSON: []byte("1")},
		release.Publication{Release: id, Kind: release.KindPublish, At: now}, 1, Master{At: now, File: "a.csv", List: json.RawMessage("{}")},
		editorial.Region{Code: "28381"}, editorial.Draft{Version: 3, Asked: "hana", Returned: &editorial.Return{}}, editorial.Publication{Number: 1},
		1, editorial.Line{Number: 1, What: "login"}, account.User{Name: "hana", Role: account.Editor, Regions: []string{"28381"}},
		account.Session{User: "hana", Created: now, Values: json.RawMessage(`{"csrf":"x"}`)},
	} {
		text, err := json.Marshal(seed)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(uint8(i), text)
	}
	for i := range kinds {
		for _, seed := range []string{"", "null", "[]", `{"at":"9999999-01-01T00:00:00Z"}`, `{"blobs":["x","x"],"json":1e999}`, "18446744073709551616", "{"} {
			f.Add(uint8(i), []byte(seed))
		}
	}
	f.Fuzz(func(t *testing.T, which uint8, value []byte) {
		ctx, kind := context.Background(), kinds[int(which)%len(kinds)]
		put := func(v []byte) {
			t.Helper()
			if err := s.db.Update(func(tx *bbolt.Tx) error { return replace(tx, kind.bucket, kind.key, seal(kind.bucket, kind.key, v)) }); err != nil {
				t.Fatal(err)
			}
		}
		put(value)
		defer func() {
			if err := s.db.Update(func(tx *bbolt.Tx) error { return remove(tx, kind.bucket, kind.key) }); err != nil {
				t.Fatal(err)
			}
		}()
		got, err := kind.read(ctx, s)
		if err != nil {
			if !json.Valid(value) && errors.Is(err, release.ErrNotFound) {
				t.Errorf("%q is taken for no record at all: %v", value, err)
			}
			return
		}
		text, err := json.Marshal(got)
		if err != nil {
			t.Fatalf("%q was read as %+v, which cannot be kept: %v", value, got, err)
		}
		put(text)
		again, err := kind.read(ctx, s)
		if err != nil {
			t.Fatalf("%s cannot be read again: %v", text, err)
		}
		if back, err := json.Marshal(again); err != nil || string(back) != string(text) {
			t.Errorf("%s came back as %s, %v", text, back, err)
		}
	})
}

// kindOfRecord is one bucket: where a record of it stands, and who reads it.
type kindOfRecord struct {
	bucket, key []byte
	read        func(context.Context, *Store) (any, error)
}

func records() []kindOfRecord {
	last := func(all any, err error) (any, error) { return all, err }
	one := publicationKey(1)
	raw := func(bucket, key []byte, into func() any) func(context.Context, *Store) (any, error) {
		return func(_ context.Context, s *Store) (any, error) {
			v := into()
			return v, s.db.View(func(tx *bbolt.Tx) error { return get(tx, bucket, key, v) })
		}
	}
	return []kindOfRecord{
		{releaseBucket(), releaseKey("r"), raw(releaseBucket(), releaseKey("r"), func() any { return &releaseRecord{} })},
		{blobBucket(), blobKey("b"), raw(blobBucket(), blobKey("b"), func() any { return &release.Blob{} })},
		{publicationBucket(), one, func(ctx context.Context, s *Store) (any, error) {
			all, err := s.History(ctx)
			if err != nil || len(all) != 1 {
				return nil, errors.Join(err, errNone)
			}
			return all[0], nil
		}},
		{currentBucket(), pointerKey(), func(ctx context.Context, s *Store) (any, error) { return last(s.InForce(ctx)) }},
		{masterBucket(), one, func(ctx context.Context, s *Store) (any, error) { return last(s.Master(ctx)) }},
		{regionBucket(), regionKey("28381"), func(ctx context.Context, s *Store) (any, error) { return last(s.Region(ctx, "28381")) }},
		{draftBucket(), regionKey("28381"), func(ctx context.Context, s *Store) (any, error) { return last(s.Draft(ctx, "28381")) }},
		{editionBucket(), editionKey("28381", 1), func(ctx context.Context, s *Store) (any, error) { return last(s.Edition(ctx, "28381", 1)) }},
		{inForceBucket(), regionKey("28381"), func(ctx context.Context, s *Store) (any, error) { return last(s.InForceEdition(ctx, "28381")) }},
		{auditBucket(), one, func(ctx context.Context, s *Store) (any, error) {
			all, err := s.AuditBefore(ctx, 0, 10, func(editorial.Line) bool { return true })
			if err != nil || len(all) != 1 {
				return nil, errors.Join(err, errNone)
			}
			return all[0], nil
		}},
		{userBucket(), []byte("hana"), func(ctx context.Context, s *Store) (any, error) { return last(s.User(ctx, "hana")) }},
		{sessionBucket(), one, func(ctx context.Context, s *Store) (any, error) { return last(s.Session(ctx, one)) }},
	}
}

var errNone = errors.New("not one record")
