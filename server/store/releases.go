package store

import (
	"context"
	"encoding/json"
	"fmt"

	"go.etcd.io/bbolt"

	"michishirube/server/release"
)

// The bucket "releases" holds every release ever published, without its blobs. Key: the ID in hexadecimal.

func releaseBucket() []byte       { return []byte("releases") }
func releaseKey(id string) []byte { return []byte(id) }

// releaseRecord is a kept release. The manifest is kept as the text that was served, not as a value to be encoded again.
type releaseRecord struct {
	ReviewedOn string   `json:"reviewed_on"`
	ReviewBy   string   `json:"review_by"`
	Manifest   string   `json:"manifest"`
	Blobs      []string `json:"blobs"`
}

// Release reads a kept release, or release.ErrNotFound. The caller verifies it: see release.Release.Verify.
func (s *Store) Release(ctx context.Context, id string) (release.Release, error) {
	r := release.Release{ID: id, Blobs: map[string]release.Blob{}}
	err := s.view(ctx, "release "+id, func(tx *bbolt.Tx) error {
		var rec releaseRecord
		if err := get(tx, releaseBucket(), releaseKey(id), &rec); err != nil {
			return err
		}
		r.ReviewedOn, r.ReviewBy, r.Manifest = rec.ReviewedOn, rec.ReviewBy, []byte(rec.Manifest)
		for _, hash := range rec.Blobs {
			var b release.Blob
			if err := get(tx, blobBucket(), blobKey(hash), &b); err != nil {
				return fmt.Errorf("blob %s: %w", hash, danglingError(err))
			}
			r.Blobs[hash] = b
		}
		return nil
	})
	if err != nil {
		return release.Release{}, err
	}
	return r, nil
}

func putRelease(tx *bbolt.Tx, r release.Release) error {
	var m release.Manifest
	if err := json.Unmarshal(r.Manifest, &m); err != nil {
		return fmt.Errorf("manifest: %w", err)
	}
	rec := releaseRecord{ReviewedOn: r.ReviewedOn, ReviewBy: r.ReviewBy, Manifest: string(r.Manifest)}
	for _, e := range m.Blobs {
		if err := putBlob(tx, r.Blobs[e.Hash]); err != nil {
			return err
		}
		rec.Blobs = append(rec.Blobs, e.Hash)
	}
	return put(tx, releaseBucket(), releaseKey(r.ID), rec)
}
