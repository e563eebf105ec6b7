package press

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"michishirube/server/content"
	"michishirube/server/editorial"
	"michishirube/server/release"
)

// patience is how long a server may take for one answer, and most how long the answer may be.
const (
	patience = 30 * time.Second
	most     = 16 << 20
)

// source is what a server has in force, read as its devices read it.
type source struct {
	address  string
	code     string // of the region; empty: national
	manifest release.Manifest
	leaflets []content.Leaflet
	names    map[string]string // of the languages, by tag
	titles   map[string]string // of the leaflets, in Japanese
	region   editorial.Bundle
}

// readSource reads it. What does not have its hash is refused.
func readSource(ctx context.Context, address, code string) (*source, error) {
	s := &source{address: strings.TrimSuffix(address, "/"), code: code, names: map[string]string{}, titles: map[string]string{}}
	manifest := "/content/manifest.json"
	if code != "" {
		manifest = "/content/region/" + code + ".json"
	}
	if err := s.json(ctx, manifest, "", &s.manifest); err != nil {
		return nil, err
	}
	var guide struct{ Languages []content.Language }
	var bundle content.LeafletBundle
	var words content.TextBundle
	wanted := map[string]any{"guide": &guide, "leaflets": &bundle, "leaflet." + content.SourceLocale: &words}
	if code != "" {
		wanted["region"] = &s.region
	}
	for name, into := range wanted {
		if err := s.blob(ctx, name, into); err != nil {
			return nil, err
		}
	}
	s.leaflets = bundle.Leaflets
	for _, l := range guide.Languages {
		s.names[l.Tag] = l.Name
	}
	for _, l := range s.leaflets {
		s.titles[l.ID] = strings.TrimSpace(words.Messages["leaflet."+l.ID+".title"])
	}
	return s, nil
}

// blob reads a part of the release by its name.
func (s *source) blob(ctx context.Context, name string, into any) error {
	i := slices.IndexFunc(s.manifest.Blobs, func(e release.Entry) bool { return e.Name == name })
	if i < 0 {
		return fmt.Errorf("%s: its release %s has no %s: is it of another version?", s.address, s.manifest.Release, name)
	}
	hash := s.manifest.Blobs[i].Hash
	return s.json(ctx, "/content/"+hash+".json", hash, into)
}

func (s *source) json(ctx context.Context, path, hash string, into any) error {
	data, err := s.get(ctx, path, hash)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("%s%s: %w", s.address, path, err)
	}
	return nil
}

// get reads a file of the server, and compares it with its hash if there is one.
func (s *source) get(ctx context.Context, path, hash string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.address+path, nil)
	if err != nil {
		return nil, err
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, err
	}
	defer func() { _ = answer.Body.Close() }()
	switch {
	case answer.StatusCode == http.StatusNotFound && hash == "" && s.code != "":
		return nil, fmt.Errorf("%s, %s: the server has no such region in force", s.address, s.code)
	case answer.StatusCode != http.StatusOK:
		return nil, fmt.Errorf("%s%s: %s", s.address, path, answer.Status)
	}
	data, err := io.ReadAll(io.LimitReader(answer.Body, most))
	if err != nil {
		return nil, fmt.Errorf("%s%s: %w", s.address, path, err)
	}
	if sum := sha256.Sum256(data); hash != "" && hex.EncodeToString(sum[:]) != hash {
		return nil, fmt.Errorf("%s%s: it is not what its name says", s.address, path)
	}
	return data, nil
}
