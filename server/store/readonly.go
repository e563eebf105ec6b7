package store

import (
	"errors"
	"fmt"
	"os"

	"go.etcd.io/bbolt"
)

// OpenReadOnly opens the store at path without changing a byte of it: it is neither made nor brought to a later schema.
// fs.ErrNotExist if there is none. It is refused, as any other, while a server holds the file.
func OpenReadOnly(path string) (*Store, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() == 0 {
		return nil, fmt.Errorf("%s is empty or not a file: %w", path, ErrDamaged)
	}
	db, err := openWith(path, true)
	if err != nil {
		return nil, err
	}
	if err := measure(db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	err = db.View(func(tx *bbolt.Tx) error {
		have, err := schema(tx)
		if err == nil && have > Schema() {
			err = fmt.Errorf("written by a later version of this program (schema %d, this one knows %d): %w", have, Schema(), ErrNewerSchema)
		}
		return err
	})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), db.Close())
	}
	return &Store{db: db}, nil
}
