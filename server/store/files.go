package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"go.etcd.io/bbolt"

	"michishirube/server/editorial"
	"michishirube/server/release"
)

// The bucket "files" holds official leaflets: SHA-256 of the PDF in hexadecimal → its bytes. A file stays when an edition
// no longer names it, so that every day of the record can be shown as it was.

func fileBucket() []byte { return []byte("files") }

// PutFile keeps a PDF, adds the line to the audit and gives the hash it is kept by.
func (s *Store) PutFile(ctx context.Context, pdf []byte, line editorial.Line) (string, error) {
	sum := sha256.Sum256(pdf)
	hash := hex.EncodeToString(sum[:])
	return hash, s.update(ctx, "file "+hash, func(tx *bbolt.Tx) error {
		if err := tx.Bucket(fileBucket()).Put([]byte(hash), pdf); err != nil {
			return err
		}
		return audit(tx, line)
	})
}

// File reads a kept PDF, or release.ErrNotFound; release.ErrDamaged if it is no longer what its hash promises.
func (s *Store) File(ctx context.Context, hash string) ([]byte, error) {
	var pdf []byte
	err := s.view(ctx, "file "+hash, func(tx *bbolt.Tx) error {
		kept := tx.Bucket(fileBucket()).Get([]byte(hash))
		if kept == nil {
			return release.ErrNotFound
		}
		if sum := sha256.Sum256(kept); hex.EncodeToString(sum[:]) != hash {
			return fmt.Errorf("its content does not match its hash: %w", release.ErrDamaged)
		}
		pdf = append([]byte{}, kept...)
		return nil
	})
	return pdf, err
}
