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

	words map[string]Blob // of regions, by hash; those replaced since the start too, for devices in the middle of a download
	files map[string]bool // official leaflets of regions, by hash
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

// HasFile tells whether a region in force, or one replaced since the start, names an official leaflet.
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

func (c *Current) set(s *Snapshot) { c.p.Store(s) }

// setRegions shows other regions beside the same national release.
func (c *Current) setRegions(regions map[string]Region) {
	before := c.p.Load()
	s := *before
	s.Regions, s.words, s.files = regions, map[string]Blob{}, map[string]bool{}
	maps.Copy(s.words, before.words)
	maps.Copy(s.files, before.files)
	for _, r := range regions {
		s.words[r.Blob.Hash] = r.Blob
		maps.Copy(s.files, r.Files)
	}
	c.p.Store(&s)
}
