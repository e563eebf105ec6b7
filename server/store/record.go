package store

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/crc64"

	"go.etcd.io/bbolt"

	"michishirube/server/release"
)

// A record is JSON with a seal behind it: a checksum over its bucket, its key and its text. A bit that flips on the disk in a
// telephone number would otherwise be served as another number. It guards against accidents; who may write the file may
// write seals. The bucket "files" alone has no seals: its keys are the hashes of what it holds.

// sealBytes is how long a seal is.
const sealBytes = 8

func sealOf(bucket, key, text []byte) uint64 {
	table := crc64.MakeTable(crc64.ECMA)
	sum := crc64.Update(0, table, bucket)
	sum = crc64.Update(sum, table, []byte{0})
	sum = crc64.Update(sum, table, key)
	sum = crc64.Update(sum, table, []byte{0})
	return crc64.Update(sum, table, text)
}

func seal(bucket, key, text []byte) []byte {
	return binary.BigEndian.AppendUint64(text[:len(text):len(text)], sealOf(bucket, key, text))
}

// unseal gives the text of a kept record, or ErrDamaged if it is not what was put there.
func unseal(bucket, key, kept []byte) ([]byte, error) {
	end := len(kept) - sealBytes
	if end < 0 || binary.BigEndian.Uint64(kept[end:]) != sealOf(bucket, key, kept[:end]) {
		return nil, fmt.Errorf("%s/%q is not what was written: %w", bucket, key, ErrDamaged)
	}
	return kept[:end], nil
}

// isSealed tells whether the records of a file have seals: not in one of an earlier schema, opened to be read only.
func isSealed(tx *bbolt.Tx) bool { return tx.Bucket(tallyBucket()) != nil }

// decode reads a kept record. It works inside the transaction: bbolt's bytes must not be kept beyond it.
func decode(tx *bbolt.Tx, bucket, key, kept []byte, into any) (err error) {
	if isSealed(tx) {
		if kept, err = unseal(bucket, key, kept); err != nil {
			return err
		}
	}
	if err := json.Unmarshal(kept, into); err != nil {
		return fmt.Errorf("%s/%q: %w: %w", bucket, key, err, ErrDamaged)
	}
	return nil
}

func get(tx *bbolt.Tx, bucket, key []byte, into any) error {
	b, err := bucketOf(tx, bucket)
	if err != nil {
		return err
	}
	kept := b.Get(key)
	if kept == nil {
		return release.ErrNotFound
	}
	return decode(tx, bucket, key, kept, into)
}

// all reads every record of a bucket, in the order of their keys.
func all[T any](tx *bbolt.Tx, bucket []byte) ([]T, error) {
	b, err := bucketOf(tx, bucket)
	if err != nil {
		return nil, err
	}
	var records []T
	return records, b.ForEach(func(key, kept []byte) error {
		var r T
		if err := decode(tx, bucket, key, kept, &r); err != nil {
			return err
		}
		records = append(records, r)
		return nil
	})
}

func put(tx *bbolt.Tx, bucket, key []byte, value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return replace(tx, bucket, key, seal(bucket, key, text))
}

// replace puts what is kept under a key, sealed where records are, and counts it. Every record is written through here or
// taken away by remove.
func replace(tx *bbolt.Tx, bucket, key, kept []byte) error {
	b, err := bucketOf(tx, bucket)
	if err != nil {
		return err
	}
	if err := count(tx, bucket, key, b.Get(key), kept); err != nil {
		return err
	}
	return b.Put(key, kept)
}

// remove takes a record away. One that is not there is no error.
func remove(tx *bbolt.Tx, bucket, key []byte) error {
	b, err := bucketOf(tx, bucket)
	if err != nil {
		return err
	}
	if err := count(tx, bucket, key, b.Get(key), nil); err != nil {
		return err
	}
	return b.Delete(key)
}

func bucketOf(tx *bbolt.Tx, name []byte) (*bbolt.Bucket, error) {
	b := tx.Bucket(name)
	if b == nil {
		return nil, fmt.Errorf("no bucket %s: %w", name, ErrDamaged)
	}
	return b, nil
}
