package release

import (
	"encoding/json"
	"fmt"
)

// Region is what the devices of a region are served: the national release with the region's own words beside it. Its
// manifest is a manifest like any other, so that one device takes both up in one step.
type Region struct {
	Code     string
	ID       string // as of a release: over every part, the national and the region's
	Manifest []byte
	Blob     Blob
	Files    map[string]bool // hashes of the official leaflets it names
}

// regionBlob names the region's own words in its manifest, and filePrefix its official leaflets.
const (
	regionBlob = "region"
	filePrefix = "file."
)

// ETag is the entity tag of the region's manifest.
func (r Region) ETag() string { return `"` + r.ID + `"` }

// BuildRegion lays a region's words over a national release. words is canonical JSON; files are the official leaflets by
// hash, with their sizes.
func BuildRegion(national Release, code string, words []byte, files []Entry) (Region, error) {
	var m Manifest
	if err := json.Unmarshal(national.Manifest, &m); err != nil {
		return Region{}, fmt.Errorf("region %s: manifest of %s: %w", code, national.ID, err)
	}
	if !json.Valid(words) {
		return Region{}, fmt.Errorf("region %s: its words are not JSON: %w", code, ErrInvalid)
	}
	// Sent as it is: it fits one packet or two, and setting up the compressor for each of 1,741 would take a start seconds.
	b := Blob{Name: regionBlob, Hash: hashOf(words), JSON: words}
	r := Region{Code: code, Blob: b, Files: map[string]bool{}}
	m.Blobs = append(m.Blobs, Entry{Name: regionBlob, Hash: b.Hash, Bytes: len(words)})
	for i, f := range files {
		if !IsHash(f.Hash) || r.Files[f.Hash] {
			return Region{}, fmt.Errorf("region %s: file %d has the hash %q, expected one of its own: %w", code, i+1, f.Hash, ErrInvalid)
		}
		r.Files[f.Hash] = true
		m.Blobs = append(m.Blobs, Entry{Name: fmt.Sprintf("%s%d", filePrefix, i+1), Hash: f.Hash, Bytes: f.Bytes})
	}
	m.Release = identity(m)
	r.ID = m.Release
	var err error
	if r.Manifest, err = json.Marshal(m); err != nil {
		return Region{}, fmt.Errorf("region %s: %w", code, err)
	}
	return r, nil
}
