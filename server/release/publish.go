package release

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// Kind says what a publication was.
type Kind string

// The kinds of publication.
const (
	KindPublish  Kind = "publish"  // a release was put in force
	KindRollback Kind = "rollback" // an earlier release was put in force again, and the one in force withdrawn
)

// Publication is one line of the record of what was in force from when. Lines are only ever added.
type Publication struct {
	Release string    `json:"release"`
	Parent  string    `json:"parent,omitempty"` // what it replaced; empty for the first
	Kind    Kind      `json:"kind"`
	At      time.Time `json:"at"`
}

// Store keeps releases and the record of publications.
type Store interface {
	// Release reads a kept release, or ErrNotFound.
	Release(ctx context.Context, id string) (Release, error)
	// Publish keeps r, adds p to the record and moves the pointer to it: all or nothing.
	// ErrConflict if p.Parent is not in force.
	Publish(ctx context.Context, r Release, p Publication) error
	// InForce reads the publication the pointer names, or ErrNotFound before the first.
	InForce(ctx context.Context) (Publication, error)
	// History reads the whole record, oldest first.
	History(ctx context.Context) ([]Publication, error)
}

// Publisher changes what is in force, in the store and in the snapshot.
type Publisher struct {
	store   Store
	current *Current
	now     func() time.Time
	mu      sync.Mutex // one change at a time, so that the snapshot never goes back behind the store
}

// NewPublisher makes a publisher that keeps releases in store and serves them through current.
func NewPublisher(store Store, current *Current, now func() time.Time) *Publisher {
	return &Publisher{store: store, current: current, now: now}
}

// Outcome says what a start of the server did.
type Outcome string

// The outcomes of Start.
const (
	Published Outcome = "published" // the embedded content was new
	Unchanged Outcome = "unchanged" // the embedded content was in force already
	Withdrawn Outcome = "withdrawn" // the embedded content was rolled back earlier and stays so
)

// Start loads what is in force and publishes the embedded content if it is new.
//
// Content that was withdrawn by a rollback is not new: a rollback is a person's decision, usually because the content
// was wrong, and a restart, a crash or a reboot at night must not undo it. It ends when other content is embedded, or when
// a person publishes that very content again. Content that was merely replaced by a later one is published as usual:
// starting an older program is a person's decision too.
//
// approve is asked before content is published, and only then: what is in force was approved when it was published, so
// a restart need not wait for proofs and compression again. Its error is returned, and nothing is published.
func (p *Publisher) Start(ctx context.Context, embedded Input, approve func() error) (Outcome, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	id, err := Identify(embedded)
	if err != nil {
		return "", err
	}
	outcome, err := p.plan(ctx, id)
	if err != nil {
		return "", err
	}
	if outcome != Published {
		return outcome, p.load(ctx)
	}
	if err := approve(); err != nil {
		return "", err
	}
	r, err := Build(embedded)
	if err != nil {
		return "", err
	}
	return outcome, p.put(ctx, r, KindPublish)
}

// Publish puts r in force, also if it was withdrawn before.
func (p *Publisher) Publish(ctx context.Context, r Release) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.put(ctx, r, KindPublish)
}

// Rollback withdraws what is in force and puts the kept release id in force again.
func (p *Publisher) Rollback(ctx context.Context, id string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	r, err := p.store.Release(ctx, id)
	if err != nil {
		return err
	}
	return p.put(ctx, r, KindRollback)
}

// Ready checks that a release is served and that the store can be read and agrees with it.
func (p *Publisher) Ready(ctx context.Context) error {
	// The lock keeps a publication between its two halves (store, then snapshot) from looking like a disagreement.
	p.mu.Lock()
	defer p.mu.Unlock()
	s, err := p.current.Load()
	if err != nil {
		return err
	}
	pub, err := p.store.InForce(ctx)
	if err != nil {
		return err
	}
	if pub.Release != s.Current.ID {
		return fmt.Errorf("store has %s in force, %s is served: %w", pub.Release, s.Current.ID, ErrConflict)
	}
	return nil
}

func (p *Publisher) plan(ctx context.Context, embedded string) (Outcome, error) {
	inForce, err := p.store.InForce(ctx)
	if errors.Is(err, ErrNotFound) {
		return Published, nil
	}
	if err != nil {
		return "", err
	}
	if inForce.Release == embedded {
		return Unchanged, nil
	}
	history, err := p.store.History(ctx)
	if err != nil {
		return "", err
	}
	withdrawn := false
	for _, pub := range history {
		switch {
		case pub.Release == embedded:
			withdrawn = false
		case pub.Parent == embedded:
			withdrawn = pub.Kind == KindRollback
		}
	}
	if withdrawn {
		return Withdrawn, nil
	}
	return Published, nil
}

// put writes first and shows after: what no longer exists after a power cut was never served as in force.
func (p *Publisher) put(ctx context.Context, r Release, kind Kind) error {
	if err := r.Verify(); err != nil {
		return err
	}
	pub := Publication{Release: r.ID, Kind: kind, At: p.now().UTC().Truncate(time.Second)}
	inForce, err := p.store.InForce(ctx)
	switch {
	case err == nil && inForce.Release == r.ID:
		return p.load(ctx)
	case err == nil:
		pub.Parent = inForce.Release
	case !errors.Is(err, ErrNotFound):
		return err
	}
	if err := p.store.Publish(ctx, r, pub); err != nil {
		return err
	}
	return p.load(ctx)
}

func (p *Publisher) load(ctx context.Context) error {
	pub, err := p.store.InForce(ctx)
	if err != nil {
		return err
	}
	s := Snapshot{Publication: pub}
	if s.Current, err = p.read(ctx, pub.Release); err != nil {
		return err
	}
	if pub.Parent != "" {
		// Damage to what is no longer in force must not keep what is in force from being served.
		if previous, err := p.read(ctx, pub.Parent); err != nil {
			s.PreviousErr = err
		} else {
			s.Previous = &previous
		}
	}
	p.current.set(&s)
	return nil
}

func (p *Publisher) read(ctx context.Context, id string) (Release, error) {
	r, err := p.store.Release(ctx, id)
	if err != nil {
		return Release{}, err
	}
	if err := r.Verify(); err != nil {
		return Release{}, err
	}
	return r, nil
}
