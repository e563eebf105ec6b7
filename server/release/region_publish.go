package release

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"sync"
	"time"

	"michishirube/server/content"
	"michishirube/server/editorial"
)

// RegionStore keeps regions and the record of their editions.
type RegionStore interface {
	// Regions lists every region, by code.
	Regions(ctx context.Context) ([]editorial.Region, error)
	// InForceEdition reads what is in force in a region, or ErrNotFound before its first publication.
	InForceEdition(ctx context.Context, code string) (editorial.Publication, error)
	// PublishEdition adds p to the record of the region, moves its pointer and adds the line to the audit: all or nothing.
	// ErrConflict if the edition in force is not number parent (0: none).
	PublishEdition(ctx context.Context, code string, parent uint64, p editorial.Publication, line editorial.Line) (editorial.Publication, error)
	// Edition reads one publication of a region, or ErrNotFound.
	Edition(ctx context.Context, code string, number uint64) (editorial.Publication, error)
}

// RegionPublisher changes what is in force in regions, in the store and in the snapshot.
type RegionPublisher struct {
	store   RegionStore
	current *Current
	content *content.Content
	now     func() time.Time
	mu      sync.Mutex // one change at a time, so that the snapshot never goes back behind the store
}

// NewRegionPublisher makes a publisher that lays editions over c, the national content in force.
func NewRegionPublisher(store RegionStore, current *Current, c *content.Content, now func() time.Time) *RegionPublisher {
	return &RegionPublisher{store: store, current: current, content: c, now: now}
}

// Load lays every region's edition over the national release in force. It gives the fields that need another look because
// the national words beside them have changed, by region.
func (p *RegionPublisher) Load(ctx context.Context) (map[string][]string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	s, err := p.current.Load()
	if err != nil {
		return nil, err
	}
	all, err := p.store.Regions(ctx)
	if err != nil {
		return nil, err
	}
	bases := editorial.BasesOf(p.content)
	regions, reviews := map[string]Region{}, map[string][]string{}
	for _, r := range all {
		built, review, err := p.build(ctx, s.Current, bases, r)
		if errors.Is(err, ErrNotFound) {
			continue // it has published nothing yet
		}
		if err != nil {
			return nil, err
		}
		regions[r.Code] = built
		if len(review) > 0 {
			reviews[r.Code] = review
		}
	}
	p.current.setRegions(regions)
	return reviews, nil
}

func (p *RegionPublisher) build(ctx context.Context, national Release, bases editorial.Bases, r editorial.Region) (Region, []string, error) {
	pub, err := p.store.InForceEdition(ctx, r.Code)
	if err != nil {
		return Region{}, nil, fmt.Errorf("region %s: %w", r.Code, err)
	}
	bundle, review := bases.Merge(r, pub)
	words, err := bundle.JSON()
	if err != nil {
		return Region{}, nil, err
	}
	files := make([]Entry, len(pub.Edition.Files))
	for i, f := range pub.Edition.Files {
		files[i] = Entry{Hash: f.Hash, Bytes: f.Bytes}
	}
	built, err := BuildRegion(national, r.Code, words, files)
	return built, review, err
}

// Publish puts an edition in force in a region. parent is the number of the publication it was written on (0: none);
// ErrConflict if another came first. ErrInvalid if the edition has a fault, or if one person alone wrote and approved it
// where two are needed.
func (p *RegionPublisher) Publish(ctx context.Context, r editorial.Region, parent uint64, pub editorial.Publication) (editorial.Publication, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	s, err := p.current.Load()
	if err != nil {
		return editorial.Publication{}, err
	}
	if issues := editorial.Check(p.content, pub.Edition); len(issues) > 0 {
		return editorial.Publication{}, fmt.Errorf("region %s: %d faults, the first in %s (%s): %w", r.Code, len(issues), issues[0].Field, issues[0].Code, ErrInvalid)
	}
	if pub.By == "" || pub.ApprovedBy == "" || pub.By == pub.ApprovedBy && !r.OnePerson {
		return editorial.Publication{}, fmt.Errorf("region %s: written by %q, approved by %q, expected two people: %w", r.Code, pub.By, pub.ApprovedBy, ErrInvalid)
	}
	pub.National, pub.At = s.Current.ID, p.now().UTC().Truncate(time.Second)
	what := "publish"
	if pub.Rollback > 0 {
		what = "rollback"
	}
	line := editorial.Line{At: pub.At, By: pub.ApprovedBy, Region: r.Code, What: what, From: parent}
	pub, err = p.store.PublishEdition(ctx, r.Code, parent, pub, line)
	if err != nil {
		return editorial.Publication{}, err
	}
	built, _, err := p.build(ctx, s.Current, editorial.BasesOf(p.content), r)
	if err != nil {
		return editorial.Publication{}, err
	}
	regions := maps.Clone(s.Regions)
	if regions == nil {
		regions = map[string]Region{}
	}
	regions[r.Code] = built
	p.current.setRegions(regions)
	return pub, nil
}

// Rollback puts an earlier publication of a region in force again, in one step. It is a publication of its own.
func (p *RegionPublisher) Rollback(ctx context.Context, r editorial.Region, parent, number uint64, by, approvedBy string) (editorial.Publication, error) {
	earlier, err := p.store.Edition(ctx, r.Code, number)
	if err != nil {
		return editorial.Publication{}, err
	}
	return p.Publish(ctx, r, parent, editorial.Publication{Edition: earlier.Edition, By: by, ApprovedBy: approvedBy, Rollback: number})
}
