package main

import (
	"context"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"michishirube/assets"
	"michishirube/locales"
	"michishirube/server/release"
	"michishirube/server/store"
)

// asProgram makes this same test binary the program itself, in a process that can be killed.
const asProgram = "MICHISHIRUBE_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		if err := obeySpaceSignals(); err != nil {
			panic(err)
		}
		e := testEnv(os.Stdout, os.Stderr)
		e.Getenv, e.Now, e.Stdin, e.Assets, e.Locales = os.Getenv, time.Now, os.Stdin, assets.FS, locales.FS
		os.Exit(run(context.Background(), os.Args[1:], e))
	}
	os.Exit(m.Run())
}

// self runs this test binary as the program.
func self(args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	return cmd
}

// kept is what a killed server has on its disk, as far as the changes of this test go.
type kept struct {
	Phone    string // of the one window, in the draft or else in force
	Version  uint64 // of the draft
	Files    []string
	Editions int
	Lists    string // the last one
	Releases int
	Audit    map[string]int // lines by what was done
}

// look reads the database of a server that does not run. Every page and every record is proved to be whole.
func (c *crashes) look() kept {
	c.t.Helper()
	ctx, path := context.Background(), filepath.Join(c.data, databaseFile)
	must := func(err error) {
		c.t.Helper()
		if err != nil {
			c.t.Fatal(err)
		}
	}
	must(store.Verify(ctx, path))
	db, err := store.OpenReadOnly(path)
	must(err)
	k := kept{Audit: map[string]int{}}
	draft, err := db.Draft(ctx, crashRegion)
	if !errors.Is(err, release.ErrNotFound) {
		must(err)
	}
	k.Version = draft.Version
	editions, err := db.Editions(ctx, crashRegion)
	must(err)
	now := draft.Edition
	if k.Editions = len(editions); k.Editions > 0 && draft.Version == 0 {
		now = editions[k.Editions-1].Edition
	}
	if w := now.Values["city_kokuho"].Window; w != nil {
		k.Phone = w.Phone
	}
	for _, f := range now.Files {
		k.Files = append(k.Files, f.Title)
		_, err := db.File(ctx, f.Hash)
		must(err)
	}
	last, _, err := lists{db}.Last(ctx)
	must(err)
	k.Lists = last.File
	history, err := db.History(ctx)
	must(err)
	k.Releases = len(history)
	lines, err := db.AuditLines(ctx)
	must(err)
	for i, l := range lines {
		if l.Number != uint64(i+1) {
			c.t.Errorf("line %d of the audit has the number %d", i+1, l.Number)
		}
		if slices.Contains([]string{"draft", "file", "publish", "list"}, l.What) {
			k.Audit[l.What]++
		}
	}
	must(db.Close())
	return k
}

func (k kept) with(edit func(*kept)) kept {
	k.Audit, k.Files = maps.Clone(k.Audit), slices.Clone(k.Files)
	edit(&k)
	return k
}

const crashRegion = "28381"
