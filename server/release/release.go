// Package release turns compiled content into an immutable release, keeps the one in force as an atomic snapshot,
// and decides when a start of the server publishes. It knows nothing of where releases are kept: see Store.
package release

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Schema is the version of the manifest's shape. A device refuses a manifest of a schema it does not know.
const Schema = 1

var (
	// ErrNotFound says that no release or publication of that name is kept.
	ErrNotFound = errors.New("not found")
	// ErrConflict says that another publication came first: what was to be replaced is no longer in force.
	ErrConflict = errors.New("another publication came first")
	// ErrUnsaved says that the system did not let a change be kept: a full disk, one that is read only, a folder that is gone.
	ErrUnsaved = errors.New("could not be saved")
	// ErrNotReady says that no release is in force yet.
	ErrNotReady = errors.New("no release in force")
	// ErrInvalid says that the input cannot become a release.
	ErrInvalid = errors.New("invalid release")
	// ErrDamaged says that a kept release is not, byte for byte, what its identity promises.
	ErrDamaged = errors.New("damaged release")
)

var blobName = regexp.MustCompile(`^[a-z][A-Za-z0-9]*([.-][A-Za-z0-9]+)*$`)

// Input is what a release is made of: canonical JSON by blob name, and the two days shown to every reader.
type Input struct {
	ReviewedOn string // YYYY-MM-DD: the day the whole content was last read against its sources
	ReviewBy   string // YYYY-MM-DD: the first day on which some part of it is due for another reading
	Blobs      map[string][]byte
}

// Blob is one file of a release, addressed by the SHA-256 of its JSON, and its compressed twins.
type Blob struct {
	Name   string `json:"name"`
	Hash   string `json:"hash"`
	JSON   []byte `json:"json"`
	Brotli []byte `json:"brotli"`
	Gzip   []byte `json:"gzip"`
}

// Release is one published state of the content. Nothing in it changes after Build: requests read it without a lock.
type Release struct {
	ID         string // SHA-256 over schema, days, and every blob's name and hash
	ReviewedOn string
	ReviewBy   string
	Manifest   []byte
	Blobs      map[string]Blob // by hash
}

// Manifest is the list a device downloads by.
type Manifest struct {
	Schema     int     `json:"schema"`
	Release    string  `json:"release"`
	ReviewedOn string  `json:"reviewed_on"`
	ReviewBy   string  `json:"review_by"`
	Blobs      []Entry `json:"blobs"`
}

// Entry names one blob of a manifest.
type Entry struct {
	Name  string `json:"name"`
	Hash  string `json:"hash"`
	Bytes int    `json:"bytes"`
}

// Build makes the release of in. The same input gives the same bytes, whenever and wherever it is built:
// that is what lets a restart see that nothing is new, and lets two servers agree on a version.
func Build(in Input) (Release, error) {
	m, err := manifestOf(in)
	if err != nil {
		return Release{}, err
	}
	text, err := json.Marshal(m)
	if err != nil {
		return Release{}, fmt.Errorf("manifest: %w", err)
	}
	r := Release{ID: m.Release, ReviewedOn: m.ReviewedOn, ReviewBy: m.ReviewBy, Manifest: text, Blobs: map[string]Blob{}}
	blobs, err := pack(m.Blobs, in.Blobs)
	if err != nil {
		return Release{}, err
	}
	for _, b := range blobs {
		r.Blobs[b.Hash] = b
	}
	return r, nil
}

// Identify gives the ID of the release that Build would make of in, without the work of compressing it.
func Identify(in Input) (string, error) {
	m, err := manifestOf(in)
	return m.Release, err
}

// ETag is the manifest's entity tag. The manifest follows wholly from what the ID is computed over, so the ID serves.
func (r Release) ETag() string { return `"` + r.ID + `"` }

// Verify recomputes everything the ID stands for. Whatever is read back from a disk is verified before it is served:
// a wrong instruction is worse than none.
func (r Release) Verify() error {
	var m Manifest
	if err := json.Unmarshal(r.Manifest, &m); err != nil {
		return fmt.Errorf("release %s: manifest: %w: %w", r.ID, err, ErrDamaged)
	}
	in := Input{ReviewedOn: r.ReviewedOn, ReviewBy: r.ReviewBy, Blobs: map[string][]byte{}}
	for _, e := range m.Blobs {
		b, ok := r.Blobs[e.Hash]
		if !ok {
			return fmt.Errorf("release %s: blob %s is missing: %w", r.ID, e.Name, ErrDamaged)
		}
		if err := b.verifyTwins(); err != nil {
			return fmt.Errorf("release %s: blob %s: %w: %w", r.ID, e.Name, err, ErrDamaged)
		}
		in.Blobs[e.Name] = b.JSON
	}
	want, err := manifestOf(in)
	if err != nil {
		return fmt.Errorf("release %s: %w: %w", r.ID, err, ErrDamaged)
	}
	text, err := json.Marshal(want)
	if err != nil {
		return fmt.Errorf("manifest: %w", err)
	}
	if want.Release != r.ID || !bytes.Equal(text, r.Manifest) || len(r.Blobs) != len(want.Blobs) {
		return fmt.Errorf("release %s: content does not match its identity: %w", r.ID, ErrDamaged)
	}
	return nil
}

// IsHash says whether s is written as the hash of a blob or a release: 64 lower-case hexadecimal digits.
func IsHash(s string) bool {
	if len(s) != 2*sha256.Size {
		return false
	}
	for _, c := range []byte(s) { // asked on every request for a blob
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

func manifestOf(in Input) (Manifest, error) {
	for name, day := range map[string]string{"reviewed_on": in.ReviewedOn, "review_by": in.ReviewBy} {
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			return Manifest{}, fmt.Errorf("%s %q, expected YYYY-MM-DD: %w", name, day, ErrInvalid)
		}
	}
	if len(in.Blobs) == 0 {
		return Manifest{}, fmt.Errorf("no blobs: %w", ErrInvalid)
	}
	m := Manifest{Schema: Schema, ReviewedOn: in.ReviewedOn, ReviewBy: in.ReviewBy}
	hashes := map[string]string{}
	for _, name := range slices.SortedFunc(maps.Keys(in.Blobs), cmp.Compare) {
		text := in.Blobs[name]
		if !blobName.MatchString(name) {
			return Manifest{}, fmt.Errorf("blob name %q, expected letters and digits joined by . or -: %w", name, ErrInvalid)
		}
		if !json.Valid(text) {
			return Manifest{}, fmt.Errorf("blob %s is not JSON: %w", name, ErrInvalid)
		}
		hash := hashOf(text)
		// One address, one name: a device would otherwise count a file it has as one it lacks.
		if other, ok := hashes[hash]; ok {
			return Manifest{}, fmt.Errorf("blobs %s and %s have the same content: %w", other, name, ErrInvalid)
		}
		hashes[hash] = name
		m.Blobs = append(m.Blobs, Entry{Name: name, Hash: hash, Bytes: len(text)})
	}
	m.Release = identity(m)
	return m, nil
}

// identity must never change its form for a given schema: IDs are kept by devices and in the publication record.
func identity(m Manifest) string {
	var s strings.Builder
	fmt.Fprintf(&s, "schema %d\nreviewed_on %s\nreview_by %s\n", m.Schema, m.ReviewedOn, m.ReviewBy)
	for _, e := range m.Blobs {
		fmt.Fprintf(&s, "%s %s\n", e.Name, e.Hash)
	}
	return hashOf([]byte(s.String()))
}

func hashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// Named gives a blob by its name.
func (r Release) Named(name string) (Blob, bool) {
	for _, b := range r.Blobs {
		if b.Name == name {
			return b, true
		}
	}
	return Blob{}, false
}

// Names lists the names of the blobs, sorted.
func (r Release) Names() []string {
	names := make([]string, 0, len(r.Blobs))
	for _, b := range r.Blobs {
		names = append(names, b.Name)
	}
	slices.Sort(names)
	return names
}
