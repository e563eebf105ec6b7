package editor

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"michishirube/server/editorial"
	"michishirube/server/release"
)

// fingerprint names a part of a draft as a form showed it.
func fingerprint(part any) string {
	text, err := json.Marshal(part)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:12])
}

// valuePart and filesPart give the parts of an edition that a form changes.
func valuePart(field string) func(editorial.Edition) any {
	return func(e editorial.Edition) any {
		v, ok := e.Values[field]
		if !ok {
			return nil
		}
		return v
	}
}

func filesPart(e editorial.Edition) any {
	if len(e.Files) == 0 {
		return nil
	}
	return e.Files
}

// change is one change of a draft.
type change struct {
	region       editorial.Region
	by           string
	seen         string                      // fingerprint of the part as the form showed it
	part         func(editorial.Edition) any // that part
	what, detail string                      // for the audit
	pdf          []byte                      // that is new in it; nil: none
	do           func(*editorial.Edition)
}

// change changes a draft. ErrConflict, with the state as it is now, if somebody changed the same part since the form was
// shown. What others changed elsewhere in the draft stays as they left it.
func (p *regionPages) change(ctx context.Context, x change) (regionState, error) {
	p.saving.Lock()
	defer p.saving.Unlock()
	s, err := p.read(ctx, x.region)
	if err != nil {
		return s, err
	}
	if fingerprint(x.part(s.Draft.Edition)) != x.seen {
		return s, release.ErrConflict
	}
	before := fingerprint(s.Draft.Edition)
	x.do(&s.Draft.Edition)
	if fingerprint(s.Draft.Edition) == before {
		return s, nil // nobody needs to hear that nothing changed
	}
	var pdfs [][]byte
	if x.pdf != nil {
		pdfs = append(pdfs, x.pdf)
	}
	return s, p.put(ctx, &s, s.Draft.Touch(x.by, p.now()), p.line(x.by, x.region, x.what, x.detail), pdfs...)
}

// put saves a draft that was read under the lock.
func (p *regionPages) put(ctx context.Context, s *regionState, d editorial.Draft, line editorial.Line, pdfs ...[]byte) (err error) {
	s.Draft, err = p.Store.PutDraft(ctx, s.Region.Code, d.Version, d, line, pdfs...)
	return err
}

// seen reads the state again, under the lock, for somebody who decides about the draft as a whole. ErrConflict if it, or
// what is in force, is no longer what was shown: form holds "seen" and "parent".
func (p *regionPages) seen(ctx context.Context, r editorial.Region, f *form) (regionState, error) {
	s, err := p.read(ctx, r)
	if err != nil {
		return s, err
	}
	s.Issues = editorial.Check(p.Content, s.Draft.Edition)
	if s.Seen() != f.get("seen") || fmt.Sprint(s.InForce.Number) != f.get("parent") {
		return s, fmt.Errorf("region %s: not what was shown: %w", r.Code, release.ErrConflict)
	}
	return s, nil
}

// Seen names the draft as a page shows it: its text, and what was asked of it.
func (s regionState) Seen() string {
	return fingerprint([]any{s.Draft.Version, s.Draft.Asked, s.Draft.Edition})
}

func (p *regionPages) now() time.Time { return p.Now().UTC().Truncate(time.Second) }

func (p *regionPages) line(by string, r editorial.Region, what, detail string) editorial.Line {
	return editorial.Line{At: p.now(), By: by, Region: r.Code, What: what, Detail: detail}
}

// isConflict tells that somebody else was first.
func isConflict(err error) bool { return errors.Is(err, release.ErrConflict) }
