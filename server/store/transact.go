package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"syscall"

	"go.etcd.io/bbolt"

	"michishirube/server/release"
)

// view reads in one transaction; what names what is read, for the error.
func (s *Store) view(ctx context.Context, what string, do func(*bbolt.Tx) error) error {
	return s.within(ctx, what, func() error { return s.db.View(do) })
}

// update changes in one transaction, all or nothing; what names what is changed, for the error.
func (s *Store) update(ctx context.Context, what string, do func(*bbolt.Tx) error) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	err := s.within(ctx, what, func() error {
		if err := s.there(); err != nil {
			return err
		}
		return s.db.Update(do)
	})
	if err != nil {
		return unsaved(err)
	}
	s.again()
	return nil
}

// within carries a transaction out, unless the file was cut short or bbolt has stumbled over it before: it holds its locks
// for ever then, and the next transaction would wait for them.
func (s *Store) within(ctx context.Context, what string, do func() error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	ended := false
	err := s.whole()
	if err == nil {
		err = guarded(func() error {
			defer func() { s.broken.CompareAndSwap(false, !ended) }()
			err := do()
			ended = true
			return err
		})
	}
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

// whole tells whether the open file can be read to its end.
func (s *Store) whole() error {
	if s.broken.Load() {
		return fmt.Errorf("%s could not be read before: %w", s.path, ErrDamaged)
	}
	info, err := s.file.Stat()
	if err != nil {
		return err
	}
	if least := s.bytes.Load(); info.Size() < least {
		return fmt.Errorf("%s has %d of %d bytes: %w", s.path, info.Size(), least, ErrDamaged)
	}
	return nil
}

// again writes what was just changed into the other of the two pages that name the root. Of each change bbolt writes one,
// and where a bit of it flips it goes back to the one before, without a word: the last change would be lost. That it may
// fail is no matter: the change is on the disk.
func (s *Store) again() {
	_ = s.within(context.Background(), "again", func() error {
		return s.db.Update(func(tx *bbolt.Tx) error {
			s.bytes.Store(tx.Size())
			return nil
		})
	})
}

// there tells whether the file is still where it was opened. What is written to one that was removed is gone when the server
// stops.
func (s *Store) there() error {
	opened, err := s.file.Stat()
	if err != nil {
		return err
	}
	switch now, err := os.Stat(s.path); {
	case err != nil:
		return fmt.Errorf("%w: %w", err, release.ErrUnsaved)
	case !os.SameFile(now, opened):
		return fmt.Errorf("%s was replaced while it was in use: %w", s.path, release.ErrUnsaved)
	}
	return nil
}

// There tells why nothing can be saved any more: the file was removed, replaced or cut short.
func (s *Store) There() error { return errors.Join(s.there(), s.whole()) }

// guarded makes an error of what ends a program otherwise: bbolt panics where a page is not what it should be, and memory
// behind the end of a file that was cut short cannot be read.
func guarded(do func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if what := recover(); what != nil {
			err = fmt.Errorf("%v: %w", what, ErrDamaged)
		}
	}()
	return do()
}

// unsaved tells whoever asked for a change that the system did not take it: a full disk, one that is read only.
func unsaved(err error) error {
	if errors.As(err, new(syscall.Errno)) && !errors.Is(err, release.ErrUnsaved) {
		return fmt.Errorf("%w: %w", err, release.ErrUnsaved)
	}
	return err
}
