package store

import (
	"context"
	"fmt"

	"go.etcd.io/bbolt"

	"michishirube/server/editorial"
	"michishirube/server/release"
)

// The bucket "files" holds official leaflets: SHA-256 of the PDF in hexadecimal → its bytes. A file stays when an edition
// no longer names it, so that every day of the record can be shown as it was.

func fileBucket() []byte { return []byte("files") }

func fileKey(hash string) []byte { return []byte(hash) }

func putFile(tx *bbolt.Tx, pdf []byte) error {
	return replace(tx, fileBucket(), fileKey(editorial.FileHash(pdf)), pdf)
}

// File reads a kept PDF, or release.ErrNotFound; release.ErrDamaged if it is no longer what its hash promises.
func (s *Store) File(ctx context.Context, hash string) ([]byte, error) {
	var pdf []byte
	err := s.view(ctx, "file "+hash, func(tx *bbolt.Tx) error {
		kept := tx.Bucket(fileBucket()).Get(fileKey(hash))
		if kept == nil {
			return release.ErrNotFound
		}
		if editorial.FileHash(kept) != hash {
			return fmt.Errorf("its content does not match its hash: %w", release.ErrDamaged)
		}
		pdf = append([]byte{}, kept...)
		return nil
	})
	return pdf, err
}
