package store

import (
	"context"
	"fmt"

	"go.etcd.io/bbolt"

	"michishirube/server/account"
	"michishirube/server/editorial"
	"michishirube/server/release"
)

// Accounts and sessions of the editor. Buckets:
//
//	users     login name → account.User
//	sessions  SHA-256 of the token, 32 bytes → account.Session. Whoever reads the file cannot log in with what is in it.

func userBucket() []byte    { return []byte("users") }
func sessionBucket() []byte { return []byte("sessions") }

func createAccounts(tx *bbolt.Tx) error {
	for _, name := range [][]byte{userBucket(), sessionBucket()} {
		if _, err := tx.CreateBucket(name); err != nil {
			return fmt.Errorf("bucket %s: %w", name, err)
		}
	}
	return nil
}

// Users lists every account, by name.
func (s *Store) Users(ctx context.Context) (users []account.User, err error) {
	err = s.view(ctx, "accounts", func(tx *bbolt.Tx) (err error) {
		users, err = all[account.User](tx, userBucket())
		return err
	})
	return users, err
}

// User reads one account, or release.ErrNotFound.
func (s *Store) User(ctx context.Context, name string) (account.User, error) {
	var u account.User
	err := s.view(ctx, "account "+name, func(tx *bbolt.Tx) error { return get(tx, userBucket(), []byte(name), &u) })
	return u, err
}

// AddUser makes an account and adds the line to the audit. release.ErrConflict if there is one of that name.
func (s *Store) AddUser(ctx context.Context, u account.User, line editorial.Line) error {
	if err := u.Validate(); err != nil {
		return fmt.Errorf("account %s: %w: %w", u.Name, err, release.ErrInvalid)
	}
	return s.update(ctx, "account "+u.Name, func(tx *bbolt.Tx) error {
		if tx.Bucket(userBucket()).Get([]byte(u.Name)) != nil {
			return release.ErrConflict
		}
		if err := put(tx, userBucket(), []byte(u.Name), u); err != nil {
			return err
		}
		return audit(tx, line)
	})
}

// ChangeUser reads an account, lets change work on it and keeps it, in one transaction: two wrong passwords at once count
// as two. A line with an empty What is not added to the audit. Sessions of an account that is closed end with it.
func (s *Store) ChangeUser(ctx context.Context, name string, line editorial.Line, change func(*account.User) error) (account.User, error) {
	var u account.User
	err := s.update(ctx, "account "+name, func(tx *bbolt.Tx) error {
		if err := get(tx, userBucket(), []byte(name), &u); err != nil {
			return err
		}
		if err := change(&u); err != nil {
			return err
		}
		if u.Name != name {
			return fmt.Errorf("renamed to %s: %w", u.Name, release.ErrInvalid)
		}
		if err := u.Validate(); err != nil {
			return fmt.Errorf("%w: %w", err, release.ErrInvalid)
		}
		if err := put(tx, userBucket(), []byte(name), u); err != nil {
			return err
		}
		if u.Disabled {
			if err := endSessions(tx, func(s account.Session) bool { return s.User == name }); err != nil {
				return err
			}
		}
		if line.What == "" {
			return nil
		}
		return audit(tx, line)
	})
	return u, err
}

// Session reads what is kept under the hash of a token, or release.ErrNotFound.
func (s *Store) Session(ctx context.Context, hash []byte) (account.Session, error) {
	var kept account.Session
	err := s.view(ctx, "session", func(tx *bbolt.Tx) error { return get(tx, sessionBucket(), hash, &kept) })
	return kept, err
}

// PutSession keeps a session. replaced is the hash of the one it takes the place of, after a login; nil if none.
func (s *Store) PutSession(ctx context.Context, hash, replaced []byte, kept account.Session) error {
	return s.update(ctx, "session", func(tx *bbolt.Tx) error {
		if replaced != nil {
			if err := remove(tx, sessionBucket(), replaced); err != nil {
				return err
			}
		}
		return put(tx, sessionBucket(), hash, kept)
	})
}

// ChangeSession keeps a session that is there, or release.ErrNotFound: a request under way does not bring back a session
// that was ended meanwhile.
func (s *Store) ChangeSession(ctx context.Context, hash []byte, kept account.Session) error {
	return s.update(ctx, "session", func(tx *bbolt.Tx) error {
		if tx.Bucket(sessionBucket()).Get(hash) == nil {
			return release.ErrNotFound
		}
		return put(tx, sessionBucket(), hash, kept)
	})
}

// EndSession forgets one session. One that is not there is no error.
func (s *Store) EndSession(ctx context.Context, hash []byte) error {
	return s.update(ctx, "session", func(tx *bbolt.Tx) error { return remove(tx, sessionBucket(), hash) })
}

// EndSessions forgets every session for which ended holds: those of one account, or those that are too old.
func (s *Store) EndSessions(ctx context.Context, ended func(account.Session) bool) error {
	return s.update(ctx, "sessions", func(tx *bbolt.Tx) error { return endSessions(tx, ended) })
}

func endSessions(tx *bbolt.Tx, ended func(account.Session) bool) error {
	var keys [][]byte
	err := tx.Bucket(sessionBucket()).ForEach(func(k, v []byte) error {
		var kept account.Session
		if err := decode(tx, sessionBucket(), k, v, &kept); err != nil {
			return err
		}
		if ended(kept) {
			keys = append(keys, append([]byte{}, k...))
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, k := range keys {
		if err := remove(tx, sessionBucket(), k); err != nil {
			return err
		}
	}
	return nil
}
