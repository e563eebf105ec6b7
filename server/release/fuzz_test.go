package release_test

import (
	"encoding/json"
	"errors"
	"testing"

	"michishirube/server/release"
)

// FuzzVerify holds that a release read back from a disk is taken as whole only if it is, byte for byte, the one that would
// be built of what is in it.
func FuzzVerify(f *testing.F) {
	good, err := release.Build(input())
	if err != nil {
		f.Fatal(err)
	}
	b, _ := good.Named("guide")
	f.Add(good.Manifest, good.ID, good.ReviewedOn, good.ReviewBy, b.JSON, b.Brotli, b.Gzip)
	f.Add([]byte(`{"schema":1,"blobs":[{"name":"guide","hash":"`+b.Hash+`"}]}`), good.ID, "", "2027-03-31", b.JSON, b.Brotli, b.Gzip)
	f.Add([]byte(`{"schema":1,"blobs":[{"name":"a","hash":"x"},{"name":"a","hash":"x"}]}`), "", "2026-11-22", "2027-03-31", []byte("1"), []byte{}, []byte("\x1f\x8b"))
	f.Fuzz(func(t *testing.T, manifest []byte, id, on, by string, text, br, gz []byte) {
		r := release.Release{ID: id, ReviewedOn: on, ReviewBy: by, Manifest: manifest, Blobs: map[string]release.Blob{}}
		for hash, kept := range good.Blobs {
			r.Blobs[hash] = kept
		}
		kept := release.Blob{Name: "guide", Hash: b.Hash, JSON: text, Brotli: br, Gzip: gz}
		r.Blobs[b.Hash] = kept
		if err := r.Verify(); err != nil {
			if !errors.Is(err, release.ErrDamaged) {
				t.Errorf("err = %v, want ErrDamaged", err)
			}
			return
		}
		in := release.Input{ReviewedOn: on, ReviewBy: by, Blobs: map[string][]byte{}}
		var m release.Manifest
		if err := json.Unmarshal(manifest, &m); err != nil {
			t.Fatal(err)
		}
		for _, e := range m.Blobs {
			in.Blobs[e.Name] = r.Blobs[e.Hash].JSON
		}
		built, err := release.Build(in)
		if err != nil || built.ID != id || string(built.Manifest) != string(manifest) {
			t.Errorf("a release that cannot be built is taken as whole: %s, %v", manifest, err)
		}
	})
}
