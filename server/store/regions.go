package store

import (
	"context"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"

	"michishirube/server/editorial"
	"michishirube/server/release"
)

// Regions and their record. Buckets:
//
//	regions   code → editorial.Region
//	drafts    code → editorial.Draft
//	editions  code, 0x00, number (8 bytes big-endian) → editorial.Publication; nothing is ever changed or removed in it
//	inforce   code → number of the publication in force, JSON
//	audit     number (8 bytes big-endian) → editorial.Line; only ever added to
//
// A code holds no zero byte, so the editions of one region stand together in order.

func regionBucket() []byte  { return []byte("regions") }
func draftBucket() []byte   { return []byte("drafts") }
func editionBucket() []byte { return []byte("editions") }
func inForceBucket() []byte { return []byte("inforce") }
func auditBucket() []byte   { return []byte("audit") }

func regionKey(code string) []byte { return []byte(code) }
func editionKey(code string, number uint64) []byte {
	return append(append([]byte(code), 0), publicationKey(number)...)
}

func createRegions(tx *bbolt.Tx) error {
	for _, name := range [][]byte{regionBucket(), draftBucket(), editionBucket(), inForceBucket(), auditBucket(), fileBucket()} {
		if _, err := tx.CreateBucket(name); err != nil {
			return fmt.Errorf("bucket %s: %w", name, err)
		}
	}
	return nil
}

// Regions lists every region, by code.
func (s *Store) Regions(ctx context.Context) (regions []editorial.Region, err error) {
	err = s.view(ctx, "regions", func(tx *bbolt.Tx) (err error) {
		regions, err = all[editorial.Region](tx, regionBucket())
		return err
	})
	return regions, err
}

// Region reads one region, or release.ErrNotFound.
func (s *Store) Region(ctx context.Context, code string) (editorial.Region, error) {
	var r editorial.Region
	err := s.view(ctx, "region "+code, func(tx *bbolt.Tx) error { return get(tx, regionBucket(), regionKey(code), &r) })
	return r, err
}

// PutRegion makes a region or changes its name and settings, and adds the line to the audit.
func (s *Store) PutRegion(ctx context.Context, r editorial.Region, line editorial.Line) error {
	if !editorial.IsRegionCode(r.Code) {
		return fmt.Errorf("region code %q: %w", r.Code, release.ErrInvalid)
	}
	return s.update(ctx, "region "+r.Code, func(tx *bbolt.Tx) error {
		if err := put(tx, regionBucket(), regionKey(r.Code), r); err != nil {
			return err
		}
		return audit(tx, line)
	})
}

// Draft reads what somebody is working on, or release.ErrNotFound.
func (s *Store) Draft(ctx context.Context, code string) (editorial.Draft, error) {
	var d editorial.Draft
	err := s.view(ctx, "draft of "+code, func(tx *bbolt.Tx) error { return get(tx, draftBucket(), regionKey(code), &d) })
	return d, err
}

// PutDraft saves a draft that was read at version known (0: there was none), and gives it its next version.
// release.ErrConflict if somebody saved another one meanwhile: nothing is overwritten silently. PDFs that are new in it are
// kept with it, or not at all.
func (s *Store) PutDraft(ctx context.Context, code string, known uint64, d editorial.Draft, line editorial.Line, pdfs ...[]byte) (editorial.Draft, error) {
	err := s.update(ctx, "draft of "+code, func(tx *bbolt.Tx) error {
		var now editorial.Draft
		if err := get(tx, draftBucket(), regionKey(code), &now); err != nil && !errors.Is(err, release.ErrNotFound) {
			return err
		}
		if now.Version != known {
			return fmt.Errorf("version %d is kept, not %d: %w", now.Version, known, release.ErrConflict)
		}
		for _, pdf := range pdfs {
			if err := putFile(tx, pdf); err != nil {
				return err
			}
		}
		d.Version = known + 1
		if err := put(tx, draftBucket(), regionKey(code), d); err != nil {
			return err
		}
		return audit(tx, line)
	})
	return d, err
}

// InForceEdition reads what is in force in a region, or release.ErrNotFound before its first publication.
func (s *Store) InForceEdition(ctx context.Context, code string) (editorial.Publication, error) {
	var p editorial.Publication
	err := s.view(ctx, "edition of "+code, func(tx *bbolt.Tx) error {
		number, err := numberInForce(tx, code)
		if err != nil {
			return err
		}
		return get(tx, editionBucket(), editionKey(code, number), &p)
	})
	return p, err
}

// Edition reads one publication of a region, or release.ErrNotFound.
func (s *Store) Edition(ctx context.Context, code string, number uint64) (editorial.Publication, error) {
	var p editorial.Publication
	err := s.view(ctx, fmt.Sprintf("edition %d of %s", number, code), func(tx *bbolt.Tx) error {
		return get(tx, editionBucket(), editionKey(code, number), &p)
	})
	return p, err
}

// Editions reads the record of a region, oldest first.
func (s *Store) Editions(ctx context.Context, code string) ([]editorial.Publication, error) {
	var all []editorial.Publication
	err := s.view(ctx, "editions of "+code, func(tx *bbolt.Tx) error {
		prefix := editionKey(code, 0)[:len(code)+1]
		c := tx.Bucket(editionBucket()).Cursor()
		for k, v := c.Seek(prefix); len(k) == len(prefix)+8 && string(k[:len(prefix)]) == string(prefix); k, v = c.Next() {
			var p editorial.Publication
			if err := decode(tx, editionBucket(), k, v, &p); err != nil {
				return err
			}
			all = append(all, p)
		}
		return nil
	})
	return all, err
}

// PublishEdition adds p to the record of the region as the next number, moves the pointer, takes the draft it was made of
// away and adds the line to the audit, in one transaction. release.ErrConflict if number parent is not in force (0: none).
func (s *Store) PublishEdition(ctx context.Context, code string, parent uint64, p editorial.Publication, line editorial.Line) (editorial.Publication, error) {
	err := s.update(ctx, "publish in "+code, func(tx *bbolt.Tx) error {
		now, err := numberInForce(tx, code)
		if err != nil && !errors.Is(err, release.ErrNotFound) {
			return err
		}
		if now != parent {
			return fmt.Errorf("number %d is in force, not %d: %w", now, parent, release.ErrConflict)
		}
		last := uint64(0)
		prefix := editionKey(code, 0)
		c := tx.Bucket(editionBucket()).Cursor()
		for k, _ := c.Seek(prefix); len(k) == len(prefix) && string(k[:len(code)+1]) == string(prefix[:len(code)+1]); k, _ = c.Next() {
			last++
		}
		p.Number = last + 1
		if err := put(tx, editionBucket(), editionKey(code, p.Number), p); err != nil {
			return err
		}
		if p.Rollback == 0 {
			if err := remove(tx, draftBucket(), regionKey(code)); err != nil {
				return err
			}
		}
		line.To = p.Number
		if err := audit(tx, line); err != nil {
			return err
		}
		return put(tx, inForceBucket(), regionKey(code), p.Number)
	})
	return p, err
}

func numberInForce(tx *bbolt.Tx, code string) (uint64, error) {
	var number uint64
	return number, get(tx, inForceBucket(), regionKey(code), &number)
}
