package release_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"michishirube/server/release"
	"michishirube/server/store"
	"michishirube/server/store/storetest"
)

// server is one run of the program: a snapshot that dies with it, over a store that does not.
type server struct {
	*release.Publisher
	current release.Current
}

func start(t *testing.T, s *store.Store) *server {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 5, time.UTC) }
	v := &server{}
	v.Publisher = release.NewPublisher(s, &v.current, now)
	return v
}

// inputOf is what a release was made of.
func inputOf(r release.Release) release.Input {
	in := release.Input{ReviewedOn: r.ReviewedOn, ReviewBy: r.ReviewBy, Blobs: map[string][]byte{}}
	for _, b := range r.Blobs {
		in.Blobs[b.Name] = b.JSON
	}
	return in
}

func approve() error { return nil }

func (v *server) mustStart(t *testing.T, r release.Release, want release.Outcome, inForce release.Release) {
	t.Helper()
	got, err := v.Start(context.Background(), inputOf(r), approve)
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("start = %s, want %s", got, want)
	}
	v.serves(t, inForce)
}

func (v *server) serves(t *testing.T, r release.Release) {
	t.Helper()
	s, err := v.current.Load()
	if err != nil {
		t.Fatal(err)
	}
	if s.Current.ID != r.ID {
		t.Errorf("serves %s, want %s", s.Current.ID, r.ID)
	}
	if err := v.Ready(context.Background()); err != nil {
		t.Errorf("not ready: %v", err)
	}
}

func TestAStartPublishesNewContentOnceAndKeepsThePrevious(t *testing.T) {
	s := storetest.Open(t)
	first, second := mustBuild(t), mustBuild(t, text("次"))
	start(t, s).mustStart(t, first, release.Published, first)
	start(t, s).mustStart(t, first, release.Unchanged, first)
	v := start(t, s)
	v.mustStart(t, second, release.Published, second)

	snapshot, err := v.current.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []release.Release{first, second} {
		for hash := range r.Blobs {
			if _, ok := snapshot.Blob(hash); !ok {
				t.Errorf("blob %s is not served", hash)
			}
		}
	}
	if _, ok := snapshot.Blob("nothing"); ok {
		t.Error("found a blob that no release has")
	}
	history, err := s.History(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	want := []release.Publication{
		{Release: first.ID, Kind: release.KindPublish, At: at},
		{Release: second.ID, Parent: first.ID, Kind: release.KindPublish, At: at},
	}
	if !slices.Equal(history, want) {
		t.Errorf("history = %+v, want %+v", history, want)
	}
}

func TestARollbackOutlivesARestartWithTheSameContent(t *testing.T) {
	ctx, s := context.Background(), storetest.Open(t)
	first, second, third := mustBuild(t), mustBuild(t, text("次")), mustBuild(t, text("その次"))
	start(t, s).mustStart(t, first, release.Published, first)
	v := start(t, s)
	v.mustStart(t, second, release.Published, second)
	if err := v.Rollback(ctx, first.ID); err != nil {
		t.Fatal(err)
	}
	v.serves(t, first)
	start(t, s).mustStart(t, second, release.Withdrawn, first)
	start(t, s).mustStart(t, second, release.Withdrawn, first)
	// Later content ends the rollback; a restart of the withdrawn one does not bring it back even then.
	start(t, s).mustStart(t, third, release.Published, third)
	start(t, s).mustStart(t, second, release.Withdrawn, third)
	// What was only replaced is published again when an older program is started.
	start(t, s).mustStart(t, first, release.Published, first)
}

func TestAPersonCanPublishWithdrawnContentAgain(t *testing.T) {
	ctx, s := context.Background(), storetest.Open(t)
	first, second := mustBuild(t), mustBuild(t, text("次"))
	v := start(t, s)
	v.mustStart(t, first, release.Published, first)
	v.mustStart(t, second, release.Published, second)
	if err := v.Rollback(ctx, first.ID); err != nil {
		t.Fatal(err)
	}
	if err := v.Publish(ctx, second); err != nil {
		t.Fatal(err)
	}
	v.serves(t, second)
	start(t, s).mustStart(t, second, release.Unchanged, second)
}

func TestARollbackNeedsAKeptRelease(t *testing.T) {
	ctx, s := context.Background(), storetest.Open(t)
	first := mustBuild(t)
	v := start(t, s)
	v.mustStart(t, first, release.Published, first)
	if err := v.Rollback(ctx, mustBuild(t, text("次")).ID); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("err = %v, want ErrNotFound", err)
	}
	v.serves(t, first)
	// Rolling back to what is in force changes nothing, so it withdraws nothing.
	if err := v.Rollback(ctx, first.ID); err != nil {
		t.Fatal(err)
	}
	if history, err := s.History(ctx); err != nil || len(history) != 1 {
		t.Errorf("history = %v, %v, want one line", history, err)
	}
}

func TestNothingIsServedBeforeAStart(t *testing.T) {
	v := start(t, storetest.Open(t))
	if _, err := v.current.Load(); !errors.Is(err, release.ErrNotReady) {
		t.Errorf("err = %v, want ErrNotReady", err)
	}
	if err := v.Ready(context.Background()); !errors.Is(err, release.ErrNotReady) {
		t.Errorf("err = %v, want ErrNotReady", err)
	}
}

func TestADamagedReleaseIsNeitherPublishedNorServed(t *testing.T) {
	ctx, s := context.Background(), storetest.Open(t)
	first, sound := mustBuild(t), mustBuild(t, text("次"))
	bad := sound
	bad.ReviewBy = "2099-01-01"
	v := start(t, s)
	v.mustStart(t, first, release.Published, first)
	if err := v.Publish(ctx, bad); !errors.Is(err, release.ErrDamaged) {
		t.Errorf("err = %v, want ErrDamaged", err)
	}
	v.serves(t, first)

	// Written past the publisher, as a failing disk would: the next start refuses it.
	p := release.Publication{Release: bad.ID, Parent: first.ID, Kind: release.KindPublish}
	if err := s.Publish(ctx, bad, p); err != nil {
		t.Fatal(err)
	}
	if err := v.Ready(ctx); !errors.Is(err, release.ErrConflict) {
		t.Errorf("err = %v, want ErrConflict", err)
	}
	if _, err := start(t, s).Start(ctx, inputOf(sound), approve); !errors.Is(err, release.ErrDamaged) {
		t.Errorf("err = %v, want ErrDamaged", err)
	}
	// Sound content can still take its place, and the damage is told.
	after := start(t, s)
	after.mustStart(t, first, release.Published, first)
	snapshot, err := after.current.Load()
	if err != nil {
		t.Fatal(err)
	}
	if snapshot.Previous != nil || !errors.Is(snapshot.PreviousErr, release.ErrDamaged) {
		t.Errorf("previous = %v, %v, want ErrDamaged", snapshot.Previous, snapshot.PreviousErr)
	}
}

func TestContentIsApprovedBeforeItIsPublishedAndOnlyThen(t *testing.T) {
	ctx, s := context.Background(), storetest.Open(t)
	first, second := mustBuild(t), mustBuild(t, text("次"))
	faults := errors.New("faults")
	refuse := func() error { return faults }
	if _, err := start(t, s).Start(ctx, inputOf(first), refuse); !errors.Is(err, faults) {
		t.Errorf("err = %v, want what approve said", err)
	}
	if _, err := s.InForce(ctx); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("err = %v, want ErrNotFound: nothing was published", err)
	}
	start(t, s).mustStart(t, first, release.Published, first)
	if outcome, err := start(t, s).Start(ctx, inputOf(first), refuse); err != nil || outcome != release.Unchanged {
		t.Errorf("restart = %s, %v, want unchanged, unasked", outcome, err)
	}
	v := start(t, s)
	if _, err := v.Start(ctx, inputOf(second), refuse); !errors.Is(err, faults) {
		t.Errorf("err = %v, want what approve said", err)
	}
	start(t, s).mustStart(t, first, release.Unchanged, first)
}
