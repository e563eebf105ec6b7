package editor

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"michishirube/server/release"
)

// PackOrder is which leaflets a ZIP holds: those of a region or the national ones, in one language or in all.
type PackOrder struct {
	Region   string // empty: national
	Language string // empty: all
}

// Print makes a ZIP of the leaflets that are in force in s, and tells how far it is.
type Print func(ctx context.Context, s *release.Snapshot, o PackOrder, out io.Writer, told func(done, of int)) error

// What the shelf holds at the most, and how long one ZIP may take.
const (
	mostPacks     = 60
	mostPackBytes = 1 << 30
	packTime      = time.Hour
)

// Shelf makes ZIPs of leaflets in the background, one at a time, and keeps them for as long as they are of what is in force.
type Shelf struct {
	folder string
	print  Print
	build  string // what a ZIP depends on besides what is in force: the app, and where phones reach the server
	log    *slog.Logger
	wake   chan struct{}
	done   chan struct{}

	mu     sync.Mutex
	jobs   []packJob // the first is being made
	failed []PackOrder
}

// packJob is a ZIP that somebody waits for.
type packJob struct {
	PackOrder
	current *release.Current
	printed int
	of      int
}

// NewShelf opens the shelf in a folder, which it may fill and empty as it likes. It makes ZIPs until ctx ends; then Wait.
func NewShelf(ctx context.Context, folder string, print Print, build string, log *slog.Logger) (*Shelf, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	halves, err := filepath.Glob(filepath.Join(folder, "*.part")) // of a server that was stopped
	for _, half := range halves {
		err = errors.Join(err, os.Remove(half))
	}
	s := &Shelf{folder: folder, print: print, build: build, log: log, wake: make(chan struct{}, 1), done: make(chan struct{})}
	go s.work(ctx)
	return s, err
}

// Wait waits until nothing is being made any more.
func (s *Shelf) Wait() { <-s.done }

// order asks for a ZIP. One that is asked for already is not made twice.
func (s *Shelf) order(o PackOrder, current *release.Current) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.failed = slices.DeleteFunc(s.failed, func(f PackOrder) bool { return f == o })
	if slices.ContainsFunc(s.jobs, func(j packJob) bool { return j.PackOrder == o }) {
		return
	}
	s.jobs = append(s.jobs, packJob{PackOrder: o, current: current})
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// waiting gives the ZIPs that are being made or wait for it, and those that could not be made.
func (s *Shelf) waiting() (jobs []packJob, failed []PackOrder) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.jobs), slices.Clone(s.failed)
}

func (s *Shelf) work(ctx context.Context) {
	defer close(s.done)
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.wake:
		}
		for ctx.Err() == nil {
			jobs, _ := s.waiting()
			if len(jobs) == 0 {
				break
			}
			err := s.make(ctx, jobs[0])
			if err != nil && ctx.Err() == nil {
				s.log.Error("the leaflets could not be printed", "region", jobs[0].Region, "language", jobs[0].Language, "error", err)
			}
			s.mu.Lock()
			if s.jobs = s.jobs[1:]; err != nil {
				s.failed = append(s.failed, jobs[0].PackOrder)
			}
			s.mu.Unlock()
		}
	}
}

// make makes one ZIP of what is in force now. Written aside and renamed: half of one must not look like a whole one.
func (s *Shelf) make(ctx context.Context, j packJob) (err error) {
	ctx, cancel := context.WithTimeout(ctx, packTime)
	defer cancel()
	inForce, err := j.current.Load()
	if err != nil {
		return err
	}
	path, ok := s.path(j.PackOrder, inForce)
	if !ok {
		return release.ErrNotFound
	}
	part, err := os.Create(path + ".part")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(part.Name()) }()
	told := func(done, of int) {
		s.mu.Lock()
		s.jobs[0].printed, s.jobs[0].of = done, of
		s.mu.Unlock()
	}
	if err := errors.Join(s.print(ctx, inForce, j.PackOrder, part, told), part.Close()); err != nil {
		return err
	}
	if err := os.Rename(part.Name(), path); err != nil {
		return err
	}
	return s.tidy(kin(j.PackOrder), path)
}

// path is where a ZIP of what is in force stands. It differs for whatever a paper would differ for.
func (s *Shelf) path(o PackOrder, inForce *release.Snapshot) (string, bool) {
	id, ok := packID(o.Region, inForce)
	sum := sha256.Sum256([]byte(id + "\n" + s.build))
	return filepath.Join(s.folder, kin(o)+hex.EncodeToString(sum[:8])+".zip"), ok
}

// kin is how the names begin of all ZIPs of an order, whenever they were made. No code of a region has these signs.
func kin(o PackOrder) string { return fmt.Sprintf("%s_%s_", o.Region, o.Language) }

// packID names what is in force in a region, or nationally.
func packID(region string, inForce *release.Snapshot) (string, bool) {
	if region == "" {
		return inForce.Current.ID, true
	}
	r, ok := inForce.Regions[region]
	return r.ID, ok
}

// open opens a ZIP of what is in force, or gives release.ErrNotFound while there is none.
func (s *Shelf) open(o PackOrder, inForce *release.Snapshot) (*os.File, error) {
	path, ok := s.path(o, inForce)
	if !ok {
		return nil, release.ErrNotFound
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, release.ErrNotFound
	}
	return f, err
}

// tidy drops what the ZIP just made replaces, all that begins with family, and the oldest beyond what the shelf may hold.
func (s *Shelf) tidy(family, made string) error {
	entries, err := os.ReadDir(s.folder)
	if err != nil {
		return err
	}
	var kept []fs.FileInfo
	name := filepath.Base(made)
	for _, entry := range entries {
		info, infoErr := entry.Info()
		switch {
		case infoErr != nil:
			err = errors.Join(err, infoErr)
		case entry.Name() != name && strings.HasPrefix(entry.Name(), family):
			err = errors.Join(err, os.Remove(filepath.Join(s.folder, entry.Name())))
		default:
			kept = append(kept, info)
		}
	}
	slices.SortFunc(kept, func(a, b fs.FileInfo) int { return b.ModTime().Compare(a.ModTime()) })
	total := int64(0)
	for i, info := range kept {
		total += info.Size()
		if info.Name() != name && (i >= mostPacks || total > mostPackBytes) {
			err = errors.Join(err, os.Remove(filepath.Join(s.folder, info.Name())))
		}
	}
	return err
}
