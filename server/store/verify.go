package store

import (
	"context"
	"errors"
	"fmt"

	"michishirube/server/release"
)

// Verify proves that a file can take the place of the one in use: every page and every record, the release in force byte for
// byte, and every region's edition and leaflets. It changes nothing.
func Verify(ctx context.Context, path string) (err error) {
	s, err := OpenReadOnly(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if _, err := s.History(ctx); err != nil {
		return err
	}
	inForce, err := s.InForce(ctx)
	switch {
	case errors.Is(err, release.ErrNotFound): // made, but nothing was ever published
	case err != nil:
		return err
	default:
		r, err := s.Release(ctx, inForce.Release)
		if err != nil {
			return err
		}
		if err := r.Verify(); err != nil {
			return err
		}
	}
	return s.verifyRegions(ctx)
}

// verifyRegions reads what every region has in force. Files of schemas without regions have none.
func (s *Store) verifyRegions(ctx context.Context) error {
	if has, err := s.hasBucket(ctx, regionBucket()); err != nil || !has {
		return err
	}
	regions, err := s.Regions(ctx)
	if err != nil {
		return err
	}
	for _, r := range regions {
		p, err := s.InForceEdition(ctx, r.Code)
		if errors.Is(err, release.ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		for _, f := range p.Edition.Files {
			if _, err := s.File(ctx, f.Hash); err != nil {
				return fmt.Errorf("region %s: leaflet %s: %w", r.Code, f.Title, err)
			}
		}
	}
	return nil
}
