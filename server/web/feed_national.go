package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"michishirube/server/content"
	"michishirube/server/release"
)

// told is what a release tells of itself.
type told struct {
	changes []toldChange
	reviews string // the day its content was last read against its sources
}

type toldChange struct{ id, title, body string }

// toldReleases keeps what was read of releases: they never change, and each is large.
type toldReleases struct {
	mu sync.Mutex
	of map[string]told
}

// nationalNews lists what was published for everybody, oldest first: the changes that the release before did not tell.
func (f feeds) nationalNews(ctx context.Context) ([]news, error) {
	history, err := f.Record.History(ctx)
	if err != nil {
		return nil, err
	}
	var all []news
	for i, p := range history {
		args := map[string]string{"day": japaneseDay(p.At)}
		n := news{name: fmt.Sprintf("%d %s %s", i+1, p.Release, stamp(p.At)), title: f.Say.Say("feed.title", args), at: p.At}
		if i < len(history)-longestFeed {
			all = append(all, n) // told no more, but it may name the feed
			continue
		}
		if n.lines, err = f.nationalLines(ctx, p); err != nil {
			return nil, err
		}
		all = append(all, n)
	}
	return all, nil
}

func (f feeds) nationalLines(ctx context.Context, p release.Publication) ([]string, error) {
	is, err := f.tell(ctx, p.Release)
	if err != nil {
		return nil, err
	}
	if p.Kind == release.KindRollback {
		return []string{f.Say.Say("feed.rolled_back", nil)}, nil
	}
	var was told
	if p.Parent != "" {
		if was, err = f.tell(ctx, p.Parent); err != nil {
			return nil, err
		}
	}
	var lines []string
	for _, change := range is.changes {
		if slices.ContainsFunc(was.changes, func(c toldChange) bool { return c.id == change.id }) {
			continue
		}
		lines = append(append(lines, "# "+change.title), strings.Split(change.body, "\n")...)
	}
	if len(lines) == 0 {
		lines = []string{f.Say.Say("feed.corrected", nil)}
	}
	if on, err := content.ParseDate(is.reviews); err == nil {
		lines = append(lines, f.Say.Say("feed.reviewed", map[string]string{"day": on.Japanese()}))
	}
	return lines, nil
}

// tell reads what a release tells. One that is damaged or no longer there tells nothing: the day it was published is still
// worth telling.
func (f feeds) tell(ctx context.Context, id string) (told, error) {
	f.told.mu.Lock()
	defer f.told.mu.Unlock()
	if known, ok := f.told.of[id]; ok {
		return known, nil
	}
	r, err := f.Record.Release(ctx, id)
	if err != nil && !errors.Is(err, release.ErrNotFound) && !errors.Is(err, release.ErrDamaged) {
		return told{}, err
	}
	t := told{reviews: r.ReviewedOn}
	if t.changes, err = changesOf(r); err != nil {
		return told{}, fmt.Errorf("release %s: %w", id, err)
	}
	f.told.of[id] = t
	return t, nil
}

// changesOf reads the changes a release tells, in its own words.
func changesOf(r release.Release) ([]toldChange, error) {
	var guide struct{ Changes []struct{ ID string } }
	if blob, ok := r.Named("guide"); ok {
		if err := json.Unmarshal(blob.JSON, &guide); err != nil {
			return nil, err
		}
	}
	words := map[string]string{}
	for _, b := range r.Blobs {
		// Which of the blobs of words has them is the content's affair.
		if !strings.HasSuffix(b.Name, "."+content.SourceLocale) || strings.HasPrefix(b.Name, "page.") {
			continue
		}
		var text struct{ Messages map[string]string }
		if err := json.Unmarshal(b.JSON, &text); err != nil {
			return nil, err
		}
		for id, message := range text.Messages {
			if strings.HasPrefix(id, "changes.") {
				words[id] = strings.TrimSpace(message)
			}
		}
	}
	var all []toldChange
	for _, c := range guide.Changes {
		all = append(all, toldChange{c.ID, words["changes."+c.ID+".title"], words["changes."+c.ID+".body"]})
	}
	return all, nil
}

// japaneseDay is the day of a moment in Japan, in both calendars.
func japaneseDay(at time.Time) string { return content.DateIn(at).Japanese() }
