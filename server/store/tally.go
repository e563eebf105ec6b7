package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"go.etcd.io/bbolt"

	"michishirube/server/release"
)

// The bucket "tallies" holds, by bucket, how many records there are and all their seals, one laid over the other. A seal
// tells that a record is whole; the tally tells that none is gone: one flipped bit in a page can hide a record, or all that
// follow it, and a region without its record looks like one that never published.
//
// The bucket "meta" has a second copy of the schema under "sealed": a flipped bit in it must not start a migration again.

func tallyBucket() []byte { return []byte("tallies") }
func sealedKey() []byte   { return []byte("sealed") }

type tally struct {
	Records int    `json:"records"`
	Seals   uint64 `json:"seals"`
}

// add counts what is kept under a key, and counts it out again where it was counted before: laid over itself it is gone.
func (t *tally) add(bucket, key, kept []byte, by int) {
	if kept == nil {
		return
	}
	t.Records += by
	if bytes.Equal(bucket, fileBucket()) {
		t.Seals ^= sealOf(bucket, key, nil)
	} else if end := len(kept) - sealBytes; end >= 0 {
		t.Seals ^= binary.BigEndian.Uint64(kept[end:])
	}
}

func tallyOf(tx *bbolt.Tx, bucket []byte) (t tally, err error) {
	err = get(tx, tallyBucket(), bucket, &t)
	if errors.Is(err, release.ErrNotFound) {
		return t, nil // a bucket in which nothing was ever put
	}
	return t, err
}

// count notes that what was kept under a key is replaced; nil stands for nothing. What is no record is not counted.
func count(tx *bbolt.Tx, bucket, key, was, now []byte) error {
	if ours(bucket) {
		return nil
	}
	t, err := tallyOf(tx, bucket)
	if err != nil {
		return err
	}
	t.add(bucket, key, was, -1)
	t.add(bucket, key, now, 1)
	return put(tx, tallyBucket(), bucket, t)
}

// ours tells whether a bucket holds something besides records.
func ours(bucket []byte) bool {
	return bytes.Equal(bucket, metaBucket()) || bytes.Equal(bucket, tallyBucket())
}

// numbered tells whether the keys of a bucket are 1, 2, 3, … and nothing is ever removed from it.
func numbered(bucket []byte) bool {
	return slices.ContainsFunc([][]byte{publicationBucket(), masterBucket(), auditBucket()}, func(b []byte) bool {
		return bytes.Equal(b, bucket)
	})
}

// createTallies seals every record and counts it.
func createTallies(tx *bbolt.Tx) error {
	if _, err := tx.CreateBucket(tallyBucket()); err != nil {
		return fmt.Errorf("bucket %s: %w", tallyBucket(), err)
	}
	return tx.ForEach(func(bucket []byte, b *bbolt.Bucket) error {
		if ours(bucket) {
			return nil
		}
		var t tally
		var keys [][]byte // bbolt does not let a bucket be changed while it is walked
		err := b.ForEach(func(key, _ []byte) error { keys = append(keys, bytes.Clone(key)); return nil })
		if err != nil {
			return err
		}
		for _, key := range keys {
			kept := b.Get(key)
			if !bytes.Equal(bucket, fileBucket()) {
				kept = seal(bucket, key, kept)
				if err := b.Put(key, kept); err != nil {
					return err
				}
			}
			t.add(bucket, key, kept, 1)
		}
		return put(tx, tallyBucket(), bucket, t)
	})
}

// intact reads every record but the PDFs, and tells of one that is not what was written, or of any that is gone.
func intact(tx *bbolt.Tx) error {
	if !isSealed(tx) {
		return nil
	}
	err := tx.ForEach(func(bucket []byte, b *bbolt.Bucket) error {
		if b == nil {
			return fmt.Errorf("%q is no bucket: %w", bucket, ErrDamaged)
		}
		if ours(bucket) {
			return nil
		}
		var t tally
		err := b.ForEach(func(key, kept []byte) error {
			if kept == nil {
				return fmt.Errorf("%s/%q is no record: %w", bucket, key, ErrDamaged)
			}
			t.add(bucket, key, kept, 1)
			if bytes.Equal(bucket, fileBucket()) {
				return nil
			}
			_, err := unseal(bucket, key, kept)
			return err
		})
		if err != nil {
			return err
		}
		if numbered(bucket) && b.Sequence() != uint64(t.Records) {
			return fmt.Errorf("%s holds %d of %d records: %w", bucket, t.Records, b.Sequence(), ErrDamaged)
		}
		if want, err := tallyOf(tx, bucket); err != nil || t != want {
			return errors.Join(err, fmt.Errorf("%s holds %d records, not the %d that were written: %w", bucket, t.Records, want.Records, ErrDamaged))
		}
		return nil
	})
	if err != nil {
		return err
	}
	return tx.Bucket(tallyBucket()).ForEach(func(bucket, _ []byte) error {
		if tx.Bucket(bucket) == nil {
			return fmt.Errorf("bucket %q is gone: %w", bucket, ErrDamaged)
		}
		return nil
	})
}
