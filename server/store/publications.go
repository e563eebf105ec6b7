package store

import (
	"context"
	"encoding/binary"
	"encoding/json"
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
func (s *Store) InForce(ctx context.Context) (release.Publication, error) {
	if err := ctx.Err(); err != nil {
		return release.Publication{}, err
	}
	var p release.Publication
	err := s.db.View(func(tx *bbolt.Tx) (err error) {
		p, err = inForce(tx)
		return err
	})
	if err != nil {
		return release.Publication{}, fmt.Errorf("publication in force: %w", err)
	}
	return p, nil
}

// History reads the record of publications, oldest first.
func (s *Store) History(ctx context.Context) ([]release.Publication, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var all []release.Publication
	err := s.db.View(func(tx *bbolt.Tx) error {
		return tx.Bucket(publicationBucket()).ForEach(func(_, v []byte) error {
			var p release.Publication
			if err := json.Unmarshal(v, &p); err != nil {
				return err
			}
			all = append(all, p)
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("publications: %w", err)
	}
	return all, nil
}

// Publish keeps r, adds p to the record and moves the pointer, in one transaction.
// release.ErrConflict if p.Parent is not in force.
func (s *Store) Publish(ctx context.Context, r release.Release, p release.Publication) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if p.Release != r.ID {
		return fmt.Errorf("publication of %s with release %s: %w", p.Release, r.ID, release.ErrInvalid)
	}
	err := s.db.Update(func(tx *bbolt.Tx) error {
		if err := checkParent(tx, p); err != nil {
			return err
		}
		if err := putRelease(tx, r); err != nil {
			return err
		}
		return record(tx, p)
	})
	if err != nil {
		return fmt.Errorf("publish %s: %w", r.ID, err)
	}
	return nil
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
