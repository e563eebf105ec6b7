package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"michishirube/server/editorial"
	"michishirube/server/release"
)

// changeIn names, in the environment of this same test binary, the store that it is to change until it is killed, and
// changeBy the kind of change.
const (
	changeIn = "STORE_TEST_CHANGE_IN"
	changeBy = "STORE_TEST_CHANGE_BY"
	region   = "28381"
)

func TestMain(m *testing.M) {
	if path := os.Getenv(changeIn); path != "" {
		fmt.Fprintln(os.Stderr, changeUntilKilled(path, os.Getenv(changeBy)))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// told is what a store must hold by its audit.
type told struct {
	draft    editorial.Draft
	editions []editorial.Publication
	masters  []Master
}

func replay(lines []editorial.Line) (w told) {
	for _, l := range lines {
		switch id := l.Detail; l.What {
		case "edit", "upload":
			version := w.draft.Version
			if l.What == "edit" {
				w.draft = edited(w.draft, id)
			} else {
				w.draft = uploaded(w.draft, id)
			}
			w.draft.Version = version + 1
		case "publish":
			w.editions = append(w.editions, editorial.Publication{Number: uint64(len(w.editions) + 1), Edition: edited(w.draft, id).Edition, By: id})
			w.draft = editorial.Draft{}
		case "import":
			w.masters = append(w.masters, masterOf(id))
		}
	}
	return w
}

// killing counts what became of the changes of a store whose process was killed again and again.
type killing struct {
	t    *testing.T
	path string
	ids  map[string]bool          // of every change acknowledged
	took map[string]time.Duration // by a change of each kind, from beginning to end

	Kills, Acknowledged, Inside, Kept, Gone int
}

func newKilling(t *testing.T) *killing {
	k := &killing{t: t, took: map[string]time.Duration{}}
	k.anew()
	return k
}

// anew goes on with a store that is empty.
func (k *killing) anew() {
	k.path, k.ids = filepath.Join(k.t.TempDir(), "test.db"), map[string]bool{}
}

// round changes the store until it is killed, at some moment of some change, and looks at what is left.
func (k *killing) round(kind string) {
	k.t.Helper()
	begun, done := k.kill(kind)
	k.Kills++
	for _, id := range done {
		k.ids[id] = true
	}
	k.Acknowledged += len(done)
	s, err := Open(k.path) // every page, every record, and that none is gone
	if err != nil {
		k.t.Fatal(err)
	}
	defer mustClose(k.t, s)
	if err := s.Check(); err != nil {
		k.t.Error(err)
	}
	ctx := context.Background()
	lines, err := s.AuditLines(ctx)
	if err != nil {
		k.t.Fatal(err)
	}
	kept := map[string]bool{}
	for _, l := range lines {
		kept[l.Detail] = true
	}
	history, err := s.History(ctx)
	if err != nil {
		k.t.Fatal(err)
	}
	for _, p := range history {
		r, err := s.Release(ctx, p.Release)
		if err == nil {
			err = r.Verify()
		}
		if err != nil {
			k.t.Errorf("a recorded release is not whole: %v", err)
		}
		kept[idOf(r)] = true
	}
	for id := range k.ids {
		if !kept[id] {
			k.t.Errorf("the acknowledged change %s is lost", id)
		}
	}
	for id := range kept {
		if !k.ids[id] && id != begun {
			k.t.Errorf("%s is kept, which nobody began", id)
		}
	}
	if begun != "" {
		k.Inside++
		if kept[begun] {
			k.Kept++
			k.ids[begun] = true // it must stay
		} else {
			k.Gone++
		}
	}
	k.same(s, replay(lines))
}

// same holds the store against what its audit tells: of a change there is all, or there is not even its line.
func (k *killing) same(s *Store, want told) {
	k.t.Helper()
	ctx := context.Background()
	draft, err := s.Draft(ctx, region)
	if err != nil && !errors.Is(err, release.ErrNotFound) {
		k.t.Error(err)
	}
	if !reflect.DeepEqual(draft, want.draft) {
		k.t.Errorf("the draft is by %s at version %d, the audit tells of %s at %d", draft.By, draft.Version, want.draft.By, want.draft.Version)
	}
	for _, f := range draft.Edition.Files {
		if pdf, err := s.File(ctx, f.Hash); err != nil || string(pdf) != string(pdfOf(f.Title)) {
			k.t.Errorf("leaflet %s: %v", f.Title, err)
		}
	}
	editions, err := s.Editions(ctx, region)
	if err != nil || !reflect.DeepEqual(editions, want.editions) {
		k.t.Errorf("%d editions, the audit tells of %d, or they differ: %v", len(editions), len(want.editions), err)
	}
	if now, err := s.InForceEdition(ctx, region); len(editions) > 0 && (err != nil || now.Number != uint64(len(editions))) {
		k.t.Errorf("number %d of %d is in force: %v", now.Number, len(editions), err)
	}
	var masters []Master
	err = s.db.View(func(tx *bbolt.Tx) (err error) {
		masters, err = all[Master](tx, masterBucket())
		return err
	})
	if err != nil || !reflect.DeepEqual(masters, want.masters) {
		k.t.Errorf("%d lists, the audit tells of %d, or they differ: %v", len(masters), len(want.masters), err)
	}
}

func idOf(r release.Release) string {
	guide, _ := r.Named("guide")
	var id string
	_, _ = fmt.Sscanf(string(guide.JSON), `{"id":%q}`, &id)
	return id
}

// kill gives the change that was under way when the process was killed, if any was, and those acknowledged before.
func (k *killing) kill(kind string) (begun string, done []string) {
	k.t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), changeIn+"="+k.path, changeBy+"="+kind)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		k.t.Fatal(err)
	}
	lines, at := bufio.NewScanner(out), time.Time{}
	stopAt := 1 + rand.IntN(3) // the change in which it is killed
	for n := 0; lines.Scan(); {
		word, id, _ := strings.Cut(lines.Text(), " ")
		if word == "done" {
			k.took[kind], begun, done = (3*k.took[kind]+time.Since(at))/4, "", append(done, id)
			continue
		}
		begun, at = id, time.Now()
		if n++; n == stopAt {
			time.Sleep(time.Duration(rand.Float64() * 1.1 * float64(k.took[kind])))
			if err := cmd.Process.Kill(); err != nil {
				k.t.Fatal(err)
			}
		}
	}
	_ = cmd.Wait() // it was killed: always an error
	return begun, done
}

func (k *killing) tell() {
	k.t.Logf("%d kills: %d changes acknowledged; %d kills inside a change, of which %d were kept whole and of %d nothing",
		k.Kills, k.Acknowledged, k.Inside, k.Kept, k.Gone)
}

func kinds() []string { return []string{"national", "publish", "edit", "import", "upload"} }

// What was acknowledged survives a kill, and what was not is there as a whole or not at all. A kill loses no page that the
// system has in its memory; what a power cut loses is tried in TestAPowerCutLeavesTheChangeOrNothingOfIt.
func TestAKillLosesNothingAcknowledgedAndLeavesNoHalf(t *testing.T) {
	k := newKilling(t)
	for range 2 {
		for _, kind := range kinds() {
			k.round(kind)
		}
	}
	k.tell()
}
