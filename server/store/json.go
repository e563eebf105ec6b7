package store

import (
	"encoding/json"
	"fmt"

	"go.etcd.io/bbolt"

	"michishirube/server/release"
)

// get decodes inside the transaction: bbolt's bytes must not be kept beyond it.
func get(tx *bbolt.Tx, bucket, key []byte, into any) error {
	b := tx.Bucket(bucket)
	if b == nil {
		return fmt.Errorf("no bucket %s: %w", bucket, ErrDamaged)
	}
	v := b.Get(key)
	if v == nil {
		return release.ErrNotFound
	}
	if err := json.Unmarshal(v, into); err != nil {
		return fmt.Errorf("%s/%s: %w: %w", bucket, key, err, ErrDamaged)
	}
	return nil
}

func put(tx *bbolt.Tx, bucket, key []byte, value any) error {
	v, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return tx.Bucket(bucket).Put(key, v)
}
