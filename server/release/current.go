package release

import "sync/atomic"

// Snapshot is what is served at one moment: the release in force and the one it replaced.
// The replaced one stays readable so that a device in the middle of its download can finish it.
type Snapshot struct {
	Current     Release
	Publication Publication
	Previous    *Release // nil if there is none, or if it cannot be read
	PreviousErr error    // why it cannot be read
}

// Blob finds a blob of the release in force, or of the one before it.
func (s *Snapshot) Blob(hash string) (Blob, bool) {
	if b, ok := s.Current.Blobs[hash]; ok {
		return b, true
	}
	if s.Previous == nil {
		return Blob{}, false
	}
	b, ok := s.Previous.Blobs[hash]
	return b, ok
}

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
