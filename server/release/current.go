package release

import (
	"maps"
	"sync/atomic"
)

// Snapshot is what is served at one moment: the release in force and the one it replaced.
// The replaced one stays readable so that a device in the middle of its download can finish it.
type Snapshot struct {
	Current     Release
	Publication Publication
	Previous    *Release // nil if there is none, or if it cannot be read
	PreviousErr error    // why it cannot be read
	Regions     map[string]Region

	replaced map[string]Region // what each region said before its last publication since the start, for the same reason
	words    map[string]Blob   // of regions in force and of those replaced, by hash
	files    map[string]bool   // their official leaflets, by hash
}

// Blob finds a blob of the release in force, or of the one before it.
func (s *Snapshot) Blob(hash string) (Blob, bool) {
	if b, ok := s.Current.Blobs[hash]; ok {
		return b, true
	}
	if s.Previous != nil {
		if b, ok := s.Previous.Blobs[hash]; ok {
			return b, true
		}
	}
	b, ok := s.words[hash]
	return b, ok
}

// HasFile tells whether a region, as it is in force or as it was before its last publication, names an official leaflet.
func (s *Snapshot) HasFile(hash string) bool { return s.files[hash] }

// Current hands the snapshot in force to any number of requests. A request takes it once and sees one release whole.
type Current struct {
	p atomic.Pointer[Snapshot]
}

// Load gives the snapshot in force, or ErrNotReady before the first.
func (c *Current) Load() (*Snapshot, error) {
	s := c.p.Load()
	if s == nil {
		return nil, ErrNotReady
	}
	return s, nil
}

// Hold gives a Current that stays at one snapshot, for what must not change halfway.
func Hold(s *Snapshot) *Current {
	c := &Current{}
	c.set(s)
	return c
}

func (c *Current) set(s *Snapshot) { c.p.Store(s) }

// setRegions shows other regions beside the same national release. One publication before is kept of each region, and no
// more: a server that runs for months must not grow with every publication.
func (c *Current) setRegions(regions map[string]Region) {
	before := c.p.Load()
	s := *before
	s.Regions, s.replaced = regions, maps.Clone(before.replaced)
	if s.replaced == nil {
		s.replaced = map[string]Region{}
	}
	for code, was := range before.Regions {
		if regions[code].ID != was.ID {
			was.Manifest = nil // the device has it already
			s.replaced[code] = was
		}
	}
	s.words, s.files = map[string]Blob{}, map[string]bool{}
	for _, kept := range []map[string]Region{regions, s.replaced} {
		for _, r := range kept {
			s.words[r.Blob.Hash] = r.Blob
			maps.Copy(s.files, r.Files)
		}
	}
	c.p.Store(&s)
}
