// Package store keeps releases and the record of publications in one bbolt file. One process holds the file at a time.
// What a method acknowledged is on the disk; what it did not acknowledge has left nothing.
package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// lockWait is how long Open waits for another holder: long enough for a server that is just stopping.
const lockWait = 2 * time.Second

var (
	// ErrLocked says that another process holds the file.
	ErrLocked = errors.New("locked")
	// ErrNewerSchema says that a later version of this program wrote the file.
	ErrNewerSchema = errors.New("newer schema")
	// ErrDamaged says that the file is not, or no longer, a store.
	ErrDamaged = errors.New("damaged store")
)

// Store is an open file. Its methods may be called by several goroutines at once.
type Store struct {
	db      *bbolt.DB
	path    string
	file    *os.File     // bbolt's own
	bytes   atomic.Int64 // how many of it are in use at least
	writing sync.Mutex   // one change at a time
	broken  atomic.Bool  // bbolt cannot be asked for another transaction
}

// Open opens the store at path, or makes a new one where there is none, and brings it to the present schema.
func Open(path string) (*Store, error) { return open(path, migrations()) }

func open(path string, steps []migration) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("data folder: %w", err)
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if err := create(path, steps); err != nil {
			return nil, fmt.Errorf("create %s: %w", path, err)
		}
	}
	looked, err := openReadOnly(path, len(steps))
	if err == nil {
		err = looked.Close()
	}
	if err != nil {
		return nil, err
	}
	s, err := openWith(path, false)
	if err != nil {
		return nil, err
	}
	// A start that has nothing to change writes nothing: it works on a full disk too.
	have := 0
	err = s.view(context.Background(), path, func(tx *bbolt.Tx) (err error) {
		s.bytes.Store(tx.Size())
		have, err = schema(tx, len(steps))
		return err
	})
	if err == nil && have < len(steps) {
		err = s.update(context.Background(), path, func(tx *bbolt.Tx) error { return migrate(tx, steps) })
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func openWith(path string, readOnly bool) (*Store, error) {
	s := &Store{path: path}
	options := &bbolt.Options{
		Timeout: lockWait, FreelistType: bbolt.FreelistMapType, ReadOnly: readOnly,
		OpenFile: func(name string, flag int, mode os.FileMode) (_ *os.File, err error) {
			s.file, err = os.OpenFile(name, flag, mode)
			return s.file, err
		},
	}
	err := guarded(func() (err error) {
		s.db, err = bbolt.Open(path, 0o600, options)
		return err
	})
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return nil, fmt.Errorf("another server holds %s: %w", path, ErrLocked)
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrChecksum), errors.Is(err, berrors.ErrVersionMismatch):
		return nil, fmt.Errorf("%s: %w: %w", path, err, ErrDamaged)
	case err != nil && !errors.As(err, new(*fs.PathError)) && !errors.As(err, new(*os.SyscallError)):
		// The system let bbolt in, and bbolt made nothing of what it found: a file too short for its first pages.
		return nil, fmt.Errorf("open %s: %w: %w", path, err, ErrDamaged)
	case err != nil:
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return s, nil
}

// create makes the file under another name and moves it into place when it is whole: a power cut during bbolt's own
// first writes leaves a file it cannot open.
func create(path string, steps []migration) (err error) {
	dir := filepath.Dir(path)
	tmp, err := os.CreateTemp(dir, "."+filepath.Base(path)+".new-*")
	if err != nil {
		return err
	}
	name := tmp.Name()
	defer func() {
		if e := os.Remove(name); e != nil && !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}()
	if err := tmp.Close(); err != nil {
		return err
	}
	s, err := openWith(name, false)
	if err != nil {
		return err
	}
	if err := s.db.Update(func(tx *bbolt.Tx) error { return migrate(tx, steps) }); err != nil {
		return errors.Join(err, s.db.Close())
	}
	if err := errors.Join(s.db.Sync(), s.db.Close()); err != nil {
		return err
	}
	if err := place(name, path); err != nil {
		return err
	}
	return syncDir(dir)
}

// place is a rename that never overwrites: of two servers that start on one empty folder, the second must find the
// first one's file and its lock, not put its own in its place. File systems without hard links get a plain rename.
func place(from, to string) error {
	err := os.Link(from, to)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return nil
	}
	return os.Rename(from, to)
}

// Rename gives a file that is written and synced its name, in place of what had it; a power cut leaves the one or the other.
func Rename(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return err
	}
	return syncDir(filepath.Dir(to))
}

// syncDir makes the new name itself survive a power cut.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	// Windows cannot sync a folder and needs not to.
	if err := d.Sync(); err != nil && os.PathSeparator == '/' {
		return errors.Join(err, d.Close())
	}
	return d.Close()
}

// Close gives the file back. It waits for transactions that are under way.
func (s *Store) Close() error {
	if s.broken.Load() {
		return nil // bbolt would wait for ever for the change that failed; the system takes the file back
	}
	return s.db.Close()
}

// Check reads every page and tells what is wrong with any.
func (s *Store) Check() error { return s.view(context.Background(), s.path, checkPages) }

func checkPages(tx *bbolt.Tx) error {
	var all []error
	for err := range tx.Check() {
		all = append(all, fmt.Errorf("%w: %w", err, ErrDamaged))
	}
	return errors.Join(all...)
}

// Backup writes a copy of the whole store, as of one moment, while it stays in use.
func (s *Store) Backup(w io.Writer) (n int64, err error) {
	err = s.view(context.Background(), "backup", func(tx *bbolt.Tx) (err error) {
		n, err = tx.WriteTo(w)
		return err
	})
	return n, err
}

func (s *Store) hasBucket(ctx context.Context, name []byte) (has bool, err error) {
	err = s.view(ctx, s.path, func(tx *bbolt.Tx) error {
		has = tx.Bucket(name) != nil
		return nil
	})
	return has, err
}
