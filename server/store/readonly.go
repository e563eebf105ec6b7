package store

import (
	"context"
	"errors"
	"fmt"
	"os"

	"go.etcd.io/bbolt"
)

// OpenReadOnly opens the store at path without changing a byte of it: it is neither made nor brought to a later schema.
// Every page and every record is looked at first. fs.ErrNotExist if there is none. It is refused, as any other, while a
// server holds the file.
func OpenReadOnly(path string) (*Store, error) { return openReadOnly(path, Schema()) }

func openReadOnly(path string, known int) (*Store, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() == 0 {
		// bbolt would quietly make an empty file a new database, and a lost history would look like a first start.
		return nil, fmt.Errorf("%s is empty or not a file: %w", path, ErrDamaged)
	}
	s, err := openWith(path, true)
	if err != nil {
		return nil, err
	}
	if err := s.examine(known); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// examine looks for damage: first at the pages, since bbolt trusts them, then at what they hold.
func (s *Store) examine(known int) error {
	if err := scan(s.path, s.db.Info().PageSize); err != nil {
		return fmt.Errorf("%s: %w", s.path, err)
	}
	return s.view(context.Background(), s.path, func(tx *bbolt.Tx) error {
		if err := checkPages(tx); err != nil {
			return err
		}
		if _, err := schema(tx, known); err != nil {
			return err
		}
		return intact(tx)
	})
}
