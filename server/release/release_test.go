package release_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"reflect"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"michishirube/server/release"
)

func input(edit ...func(*release.Input)) release.Input {
	in := release.Input{
		ReviewedOn: "2026-11-22",
		ReviewBy:   "2027-03-31",
		Blobs: map[string][]byte{
			"guide":     []byte(`{"steps":[]}`),
			"text.ja":   []byte(`{"locale":"ja","messages":{"a":"` + strings.Repeat("資格確認書", 200) + `"}}`),
			"directory": []byte(`{"helplines":[]}`),
		},
	}
	for _, e := range edit {
		e(&in)
	}
	return in
}

func mustBuild(t *testing.T, edit ...func(*release.Input)) release.Release {
	t.Helper()
	r, err := release.Build(input(edit...))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func text(s string) func(*release.Input) {
	return func(in *release.Input) { in.Blobs["text.ja"] = []byte(`{"a":"` + s + `"}`) }
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	if a, b := mustBuild(t), mustBuild(t); !reflect.DeepEqual(a, b) {
		t.Error("two builds of one input differ")
	}
}

func TestIdentifyForeseesWhatBuildMakes(t *testing.T) {
	id, err := release.Identify(input())
	if err != nil || id != mustBuild(t).ID {
		t.Errorf("identity = %s, %v, want %s", id, err, mustBuild(t).ID)
	}
}

func TestEverythingThatIsServedChangesTheIdentity(t *testing.T) {
	first := mustBuild(t)
	for name, edit := range map[string]func(*release.Input){
		"a wording":        text("別の文"),
		"a name":           func(in *release.Input) { in.Blobs["text.en"] = in.Blobs["text.ja"]; delete(in.Blobs, "text.ja") },
		"another blob":     func(in *release.Input) { in.Blobs["text.en"] = []byte(`{"locale":"en"}`) },
		"the day reviewed": func(in *release.Input) { in.ReviewedOn = "2026-11-23" },
		"the day due":      func(in *release.Input) { in.ReviewBy = "2027-04-01" },
	} {
		t.Run(name, func(t *testing.T) {
			if r := mustBuild(t, edit); r.ID == first.ID || r.ETag() == first.ETag() {
				t.Error("identity stays the same")
			}
		})
	}
}

func TestTheManifestNamesEveryBlob(t *testing.T) {
	r := mustBuild(t)
	var m release.Manifest
	if err := json.Unmarshal(r.Manifest, &m); err != nil {
		t.Fatal(err)
	}
	if m.Schema != 1 || m.Release != r.ID || m.ReviewedOn != "2026-11-22" || m.ReviewBy != "2027-03-31" {
		t.Errorf("manifest = %+v", m)
	}
	var names []string
	for _, e := range m.Blobs {
		names = append(names, e.Name)
		if b := r.Blobs[e.Hash]; b.Name != e.Name || len(b.JSON) != e.Bytes || !release.IsHash(e.Hash) {
			t.Errorf("entry %+v does not match its blob", e)
		}
	}
	if want := []string{"directory", "guide", "text.ja"}; !reflect.DeepEqual(names, want) {
		t.Errorf("names = %v, want %v", names, want)
	}
}

func TestTwinsUnpackToTheJSON(t *testing.T) {
	for _, b := range mustBuild(t).Blobs {
		gz, err := gzip.NewReader(bytes.NewReader(b.Gzip))
		if err != nil {
			t.Fatal(err)
		}
		for name, r := range map[string]io.Reader{"gzip": gz, "brotli": brotli.NewReader(bytes.NewReader(b.Brotli))} {
			if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, b.JSON) {
				t.Errorf("%s %s: %v", b.Name, name, err)
			}
		}
	}
}

func TestBuildRefuses(t *testing.T) {
	for name, edit := range map[string]func(*release.Input){
		"no blobs":             func(in *release.Input) { in.Blobs = nil },
		"text that is no JSON": func(in *release.Input) { in.Blobs["guide"] = []byte("{") },
		"a name with a path":   func(in *release.Input) { in.Blobs["../guide"] = []byte(`1`) },
		"a missing day":        func(in *release.Input) { in.ReviewedOn = "" },
		"an impossible day":    func(in *release.Input) { in.ReviewBy = "2027-02-30" },
		"one content twice":    func(in *release.Input) { in.Blobs["text.en"] = in.Blobs["text.ja"] },
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := release.Build(input(edit)); !errors.Is(err, release.ErrInvalid) {
				t.Errorf("err = %v, want ErrInvalid", err)
			}
		})
	}
}

func TestVerifyFindsDamage(t *testing.T) {
	if err := mustBuild(t).Verify(); err != nil {
		t.Fatal(err)
	}
	// Each edit changes one blob of a release in place.
	blob := func(edit func(*release.Blob)) func(*release.Release) {
		return func(r *release.Release) {
			r.Blobs = maps.Clone(r.Blobs)
			for hash, b := range r.Blobs {
				edit(&b)
				r.Blobs[hash] = b
				return
			}
		}
	}
	flip := func(b []byte) []byte { b = bytes.Clone(b); b[len(b)/2] ^= 1; return b }
	for name, edit := range map[string]func(*release.Release){
		"a changed text":      blob(func(b *release.Blob) { b.JSON = flip(b.JSON) }),
		"a changed brotli":    blob(func(b *release.Blob) { b.Brotli = flip(b.Brotli) }),
		"a cut gzip":          blob(func(b *release.Blob) { b.Gzip = b.Gzip[:12] }),
		"no brotli":           blob(func(b *release.Blob) { b.Brotli = nil }),
		"another day":         func(r *release.Release) { r.ReviewBy = "2099-01-01" },
		"another manifest":    func(r *release.Release) { r.Manifest = append([]byte(" "), r.Manifest...) },
		"no manifest":         func(r *release.Release) { r.Manifest = nil },
		"another identity":    func(r *release.Release) { r.ID = strings.Repeat("0", 64) },
		"a missing blob":      func(r *release.Release) { r.Blobs = map[string]release.Blob{} },
		"a blob nobody lists": func(r *release.Release) { r.Blobs = maps.Clone(r.Blobs); r.Blobs["x"] = release.Blob{} },
	} {
		t.Run(name, func(t *testing.T) {
			r := mustBuild(t)
			edit(&r)
			if err := r.Verify(); !errors.Is(err, release.ErrDamaged) {
				t.Errorf("err = %v, want ErrDamaged", err)
			}
		})
	}
}
