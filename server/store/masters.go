package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"go.etcd.io/bbolt"

	"michishirube/server/editorial"
	"michishirube/server/release"
)

// The bucket "masters" is the record of imported lists; the last one counts, and nothing is ever changed or removed in it.
// Key: a growing number, as in "publications".

func masterBucket() []byte      { return []byte("masters") }
func masterKey(n uint64) []byte { return publicationKey(n) }
func createMasters(tx *bbolt.Tx) error {
	if _, err := tx.CreateBucket(masterBucket()); err != nil {
		return fmt.Errorf("bucket %s: %w", masterBucket(), err)
	}
	return nil
}

// Master is one import of an organisation's own list.
type Master struct {
	At      time.Time       `json:"at"`
	By      string          `json:"by"`   // who imported it
	File    string          `json:"file"` // its name, without the folder; empty if the list was taken away
	Hash    string          `json:"hash"` // SHA-256 of the file
	Rows    int             `json:"rows"`
	Skipped int             `json:"skipped"` // rows that had faults and were left out on demand
	List    json.RawMessage `json:"list"`    // what was taken over; this package does not look into it
}

// PutMaster adds an import to the record, and the line to the audit.
func (s *Store) PutMaster(ctx context.Context, m Master, line editorial.Line) error {
	return s.update(ctx, "imported list", func(tx *bbolt.Tx) error {
		n, err := tx.Bucket(masterBucket()).NextSequence()
		if err != nil {
			return err
		}
		if err := put(tx, masterBucket(), masterKey(n), m); err != nil {
			return err
		}
		return audit(tx, line)
	})
}

// Master reads the last import, or release.ErrNotFound before the first.
func (s *Store) Master(ctx context.Context) (m Master, err error) {
	err = s.view(ctx, "imported list", func(tx *bbolt.Tx) error {
		b := tx.Bucket(masterBucket())
		if b == nil { // a file of an earlier schema, opened to be read only
			return release.ErrNotFound
		}
		key, _ := b.Cursor().Last()
		if key == nil {
			return release.ErrNotFound
		}
		return get(tx, masterBucket(), key, &m)
	})
	return m, err
}
