package store

import (
	"go.etcd.io/bbolt"

	"michishirube/server/release"
)

// The bucket "blobs" holds the blobs of every release, each once however many releases share it.
// Key: the hash in hexadecimal.

func blobBucket() []byte         { return []byte("blobs") }
func blobKey(hash string) []byte { return []byte(hash) }

func putBlob(tx *bbolt.Tx, b release.Blob) error {
	// Content decides the key, so what is there is the same; it is not written again.
	if tx.Bucket(blobBucket()).Get(blobKey(b.Hash)) != nil {
		return nil
	}
	return put(tx, blobBucket(), blobKey(b.Hash), b)
}
