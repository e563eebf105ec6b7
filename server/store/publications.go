package store

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"

	"michishirube/server/release"
)

// The bucket "publications" is the record of what was in force from when; nothing is ever changed or removed in it.
// Key: a growing number, 8 bytes big-endian, so that keys sort by time whatever the clock said.

func publicationBucket() []byte { return []byte("publications") }
func publicationKey(n uint64) []byte {
	return binary.BigEndian.AppendUint64(nil, n)
}

// InForce reads the publication the pointer names, or release.ErrNotFound before the first.
func (s *Store) InForce(ctx context.Context) (p release.Publication, err error) {
	err = s.view(ctx, "publication in force", func(tx *bbolt.Tx) (err error) {
		p, err = inForce(tx)
		return err
	})
	return p, err
}

// History reads the record of publications, oldest first.
func (s *Store) History(ctx context.Context) (history []release.Publication, err error) {
	err = s.view(ctx, "publications", func(tx *bbolt.Tx) (err error) {
		history, err = all[release.Publication](tx, publicationBucket())
		return err
	})
	return history, err
}

// Publish keeps r, adds p to the record and moves the pointer, in one transaction.
// release.ErrConflict if p.Parent is not in force.
func (s *Store) Publish(ctx context.Context, r release.Release, p release.Publication) error {
	if p.Release != r.ID {
		return fmt.Errorf("publication of %s with release %s: %w", p.Release, r.ID, release.ErrInvalid)
	}
	return s.update(ctx, "publish "+r.ID, func(tx *bbolt.Tx) error {
		if err := checkParent(tx, p); err != nil {
			return err
		}
		if err := putRelease(tx, r); err != nil {
			return err
		}
		return record(tx, p)
	})
}

func checkParent(tx *bbolt.Tx, p release.Publication) error {
	now, err := inForce(tx)
	if err != nil && !errors.Is(err, release.ErrNotFound) {
		return err
	}
	if now.Release != p.Parent {
		return fmt.Errorf("%q is in force, not %q: %w", now.Release, p.Parent, release.ErrConflict)
	}
	return nil
}

// record writes the line first and moves the pointer last.
func record(tx *bbolt.Tx, p release.Publication) error {
	n, err := tx.Bucket(publicationBucket()).NextSequence()
	if err != nil {
		return err
	}
	if err := put(tx, publicationBucket(), publicationKey(n), p); err != nil {
		return err
	}
	return put(tx, currentBucket(), pointerKey(), n)
}
