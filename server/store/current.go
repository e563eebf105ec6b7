package store

import (
	"errors"
	"fmt"

	"go.etcd.io/bbolt"

	"michishirube/server/release"
)

// The bucket "current" holds the pointer. Key "publication", value the number of a publication.

func currentBucket() []byte { return []byte("current") }
func pointerKey() []byte    { return []byte("publication") }

func inForce(tx *bbolt.Tx) (release.Publication, error) {
	var n uint64
	if err := get(tx, currentBucket(), pointerKey(), &n); err != nil {
		return release.Publication{}, err
	}
	var p release.Publication
	if err := get(tx, publicationBucket(), publicationKey(n), &p); err != nil {
		return release.Publication{}, danglingError(err)
	}
	return p, nil
}

// danglingError keeps a reference to something that is gone from looking like a store in which nothing was published yet.
func danglingError(err error) error {
	if errors.Is(err, release.ErrNotFound) {
		return fmt.Errorf("refers to what is not there: %w", ErrDamaged)
	}
	return err
}
