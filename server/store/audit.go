package store

import (
	"context"

	"go.etcd.io/bbolt"

	"michishirube/server/editorial"
)

// Audit adds a line to the audit.
func (s *Store) Audit(ctx context.Context, line editorial.Line) error {
	return s.update(ctx, "audit", func(tx *bbolt.Tx) error { return audit(tx, line) })
}

// AuditLines reads the audit, oldest first.
func (s *Store) AuditLines(ctx context.Context) (lines []editorial.Line, err error) {
	err = s.view(ctx, "audit", func(tx *bbolt.Tx) (err error) {
		lines, err = all[editorial.Line](tx, auditBucket())
		return err
	})
	return lines, err
}

// AuditBefore reads the newest lines that keep takes, at most so many, newest first: those before a number, or all (0). It
// reads no further than it must, for the audit only grows.
func (s *Store) AuditBefore(ctx context.Context, before uint64, most int, keep func(editorial.Line) bool) ([]editorial.Line, error) {
	var all []editorial.Line
	err := s.view(ctx, "audit", func(tx *bbolt.Tx) error {
		c := tx.Bucket(auditBucket()).Cursor()
		var k, v []byte
		if at, _ := c.Seek(publicationKey(before)); before > 0 && at != nil {
			k, v = c.Prev()
		} else {
			k, v = c.Last()
		}
		for ; k != nil && len(all) < most; k, v = c.Prev() {
			var l editorial.Line
			if err := decode(tx, auditBucket(), k, v, &l); err != nil {
				return err
			}
			if keep(l) {
				all = append(all, l)
			}
		}
		return nil
	})
	return all, err
}

// audit numbers the line and adds it.
func audit(tx *bbolt.Tx, line editorial.Line) error {
	n, err := tx.Bucket(auditBucket()).NextSequence()
	if err != nil {
		return err
	}
	line.Number = n
	return put(tx, auditBucket(), publicationKey(n), line)
}
