package store

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"michishirube/server/account"
	"michishirube/server/editorial"
	"michishirube/server/release"
)

// furnished is a store with something in every bucket, and enough of it for pages of pages.
func furnished(t *testing.T, path string) *Store {
	t.Helper()
	s, ctx, at := mustOpen(t, path), context.Background(), time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	first, second := aRelease(t, "一"), aRelease(t, "二")
	mustPublish(t, s, first, "")
	mustPublish(t, s, second, first.ID)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(s.update(ctx, "all at once", func(tx *bbolt.Tx) error {
		for i := range 40 {
			code := fmt.Sprintf("%05d", 28000+i)
			pdf := fmt.Appendf(nil, "%%PDF-1.7 %d %s", i, strings.Repeat("x", 300*i))
			e := editorial.Edition{
				Values: map[string]editorial.Value{"city_kokuho": {Window: &editorial.Window{Name: "保険年金課", Phone: fmt.Sprintf("079-492-%04d", i)}}},
				Files:  []editorial.File{{Hash: editorial.FileHash(pdf), Title: "ご案内"}},
			}
			line := editorial.Line{At: at, By: "hana", Region: code, What: "draft"}
			for bucket, r := range map[string]any{
				"regions": editorial.Region{Code: code, Name: "稲美町"}, "drafts": editorial.Draft{Edition: e, Version: 1, By: "hana"}, "inforce": 1,
				"users":    account.User{Name: code, Role: account.Editor, Regions: []string{code}, Hash: "$argon2id$"},
				"sessions": account.Session{User: code, Created: at, Seen: at, Values: []byte("{}")},
			} {
				if err := put(tx, []byte(bucket), []byte(code), r); err != nil {
					return err
				}
			}
			p := editorial.Publication{Number: 1, Edition: e, By: "hana", ApprovedBy: "ito", At: at}
			if err := errors.Join(put(tx, editionBucket(), editionKey(code, 1), p), putFile(tx, pdf), audit(tx, line)); err != nil {
				return err
			}
		}
		return nil
	}))
	must(s.PutMaster(ctx, Master{At: at, By: "担当", File: "一.csv", List: []byte(`{"entries":[]}`)}, editorial.Line{At: at, What: "list"}))
	_, err := s.PutDraft(ctx, "28001", 1, editorial.Draft{By: "ito"}, editorial.Line{At: at, What: "draft"}) // the last change of all
	must(err)
	return s
}

// everything tells all that a store says, but for PDFs that it refuses as damaged.
func everything(s *Store) (string, error) {
	ctx := context.Background()
	said := map[string]any{}
	var failed []error
	note := func(what string, v any, err error) {
		said[what] = v
		if err != nil && !errors.Is(err, release.ErrNotFound) {
			failed = append(failed, err)
		}
	}
	history, err := s.History(ctx)
	note("history", history, err)
	for _, p := range history {
		r, err := s.Release(ctx, p.Release)
		note("release "+p.Release, r, errors.Join(err, r.Verify()))
	}
	inForce, err := s.InForce(ctx)
	note("in force", inForce, err)
	master, err := s.Master(ctx)
	note("master", master, err)
	users, err := s.Users(ctx)
	note("users", users, err)
	lines, err := s.AuditLines(ctx)
	note("audit", lines, err)
	regions, err := s.Regions(ctx)
	note("regions", regions, err)
	for _, r := range regions {
		draft, err := s.Draft(ctx, r.Code)
		note("draft of "+r.Code, draft, err)
		p, err := s.InForceEdition(ctx, r.Code)
		note("in force in "+r.Code, p, err)
		all, err := s.Editions(ctx, r.Code)
		note("editions of "+r.Code, all, err)
		kept, err := s.Session(ctx, []byte(r.Code))
		note("session "+r.Code, kept, err)
		for _, f := range p.Edition.Files {
			if _, err := s.File(ctx, f.Hash); !errors.Is(err, release.ErrDamaged) {
				note("file "+f.Hash, f.Hash, err)
			}
		}
	}
	text, err := json.Marshal(said)
	return string(text), errors.Join(append(failed, err)...)
}

// tampering tries what becomes of a database in which something is changed: it is refused as damaged, and left as it is, or
// it says what it said before. PDFs may be refused one by one.
type tampering struct {
	path    string
	data    []byte
	said    string
	Refused int
	Same    int
}

func newTampering(t *testing.T) *tampering {
	t.Helper()
	dir := t.TempDir()
	x := &tampering{path: filepath.Join(dir, "tampered.db")}
	s := furnished(t, filepath.Join(dir, "test.db"))
	var err error
	if x.said, err = everything(s); err != nil {
		t.Fatal(err)
	}
	mustClose(t, s)
	x.data = mustRead(t, filepath.Join(dir, "test.db"))
	return x
}

func (x *tampering) try(t *testing.T, what string, data []byte) {
	t.Helper()
	if err := os.WriteFile(x.path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Open(x.path)
	if err != nil {
		x.Refused++
		if !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v, want ErrDamaged", what, err)
		}
		if !bytes.Equal(mustRead(t, x.path), data) {
			t.Errorf("%s: the refused file was changed", what)
		}
		return
	}
	x.Same++
	said, err := everything(s)
	if err != nil {
		t.Errorf("%s: opened, but then %v", what, err)
	}
	if without(said) != without(x.said) {
		t.Errorf("%s: another content is told", what)
	}
	if err := s.Close(); err != nil {
		t.Errorf("%s: %v", what, err)
	}
}

// without leaves out which PDFs could be read.
func without(said string) string {
	var all map[string]json.RawMessage
	if json.Unmarshal([]byte(said), &all) != nil {
		return said
	}
	for key := range all {
		if strings.HasPrefix(key, "file ") {
			delete(all, key)
		}
	}
	text, _ := json.Marshal(all)
	return string(text)
}

func (x *tampering) flip(t *testing.T, bit int) {
	t.Helper()
	data := bytes.Clone(x.data)
	data[bit/8] ^= 1 << (bit % 8)
	x.try(t, fmt.Sprintf("bit %d of byte %d", bit%8, bit/8), data)
}

// flips tries bits wherever they are, and more where a page begins: there the least can do the most.
func (x *tampering) flips(t *testing.T, anywhere, perPage int) {
	t.Helper()
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 0))
	for range anywhere {
		x.flip(t, random.IntN(8*len(x.data)))
	}
	for page := 0; page < len(x.data); page += os.Getpagesize() {
		for range perPage {
			x.flip(t, 8*page+random.IntN(8*96))
		}
	}
	t.Logf("seed %d: of %d flipped bits in %d bytes %d were refused, with %d the content stayed the same", seed, x.Refused+x.Same, len(x.data), x.Refused, x.Same)
}
