package release_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"michishirube/server/content"
	"michishirube/server/editorial"
	"michishirube/server/release"
	"michishirube/server/store"
)

// office is a national release in force, and regions beside it.
type office struct {
	*release.RegionPublisher
	current *release.Current
	store   *store.Store
	content *content.Content
}

func newOffice(t testing.TB) *office {
	t.Helper()
	s, err := store.Open(filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	c, issues := content.Load(os.DirFS("../../assets"), os.DirFS("../../locales"))
	if len(issues) > 0 {
		t.Fatal(issues[0])
	}
	now := func() time.Time { return time.Date(2026, 11, 22, 3, 0, 0, 0, time.UTC) }
	var current release.Current
	national, err := release.Build(release.Input{ReviewedOn: "2026-11-22", ReviewBy: "2027-03-31", Blobs: map[string][]byte{"guide": []byte(`{}`)}})
	if err != nil {
		t.Fatal(err)
	}
	if err := release.NewPublisher(s, &current, now).Publish(t.Context(), national); err != nil {
		t.Fatal(err)
	}
	return &office{release.NewRegionPublisher(s, &current, c, now), &current, s, c}
}

// edition is one in which a region sets flags by itself.
func (o *office) edition(choice string) editorial.Edition {
	f, _ := editorial.Field(o.content, "auto_flags")
	return editorial.Edition{Values: map[string]editorial.Value{"auto_flags": {Choice: choice, Base: editorial.Base(o.content, f)}}}
}

func (o *office) region(t testing.TB, code string) editorial.Region {
	t.Helper()
	r := editorial.Region{Code: code, Name: "町" + code}
	if err := o.store.PutRegion(t.Context(), r, editorial.Line{}); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestARegionIsServedBesideTheNationalRelease(t *testing.T) {
	o := newOffice(t)
	r := o.region(t, "28381")
	if _, err := o.Load(t.Context()); err != nil {
		t.Fatal(err)
	}
	first, err := o.Publish(t.Context(), r, 0, editorial.Publication{Edition: o.edition("both"), By: "a", ApprovedBy: "b"})
	if err != nil {
		t.Fatal(err)
	}
	s, err := o.current.Load()
	if err != nil {
		t.Fatal(err)
	}
	served := s.Regions["28381"]
	var m release.Manifest
	if err := json.Unmarshal(served.Manifest, &m); err != nil {
		t.Fatal(err)
	}
	if len(m.Blobs) != 2 || m.Blobs[1].Name != "region" || m.Release == s.Current.ID || first.National != s.Current.ID {
		t.Errorf("manifest = %s", served.Manifest)
	}
	words, ok := s.Blob(m.Blobs[1].Hash)
	if !ok || !strings.Contains(string(words.JSON), `"auto_flags":{"choice":"both"}`) {
		t.Errorf("words = %s, %v", words.JSON, ok)
	}
	// The words before stay readable, for a device in the middle of its download.
	if _, err := o.Publish(t.Context(), r, 1, editorial.Publication{Edition: o.edition("separate"), By: "a", ApprovedBy: "b"}); err != nil {
		t.Fatal(err)
	}
	s, _ = o.current.Load()
	if _, ok := s.Blob(words.Hash); !ok || s.Regions["28381"].ID == served.ID {
		t.Errorf("the words before are readable = %v, the identity is new = %v", ok, s.Regions["28381"].ID != served.ID)
	}
	back, err := o.Rollback(t.Context(), r, 2, 1, "a", "b")
	s, _ = o.current.Load()
	if err != nil || back.Number != 3 || s.Regions["28381"].Blob.Hash != words.Hash {
		t.Errorf("rolled back: %+v, %v", back, err)
	}
}

// A server that runs for months must not grow with every publication.
func TestOnePublicationBeforeIsKeptOfEachRegion(t *testing.T) {
	o := newOffice(t)
	one, other := o.region(t, "28381"), o.region(t, "01202")
	var hashes []string
	publish := func(r editorial.Region, parent uint64, text string) {
		t.Helper()
		f, _ := editorial.Field(o.content, "flag_form")
		e := editorial.Edition{Values: map[string]editorial.Value{"flag_form": {Text: text, Base: editorial.Base(o.content, f)}}}
		if _, err := o.Publish(t.Context(), r, parent, editorial.Publication{Edition: e, By: "a", ApprovedBy: "b"}); err != nil {
			t.Fatal(err)
		}
		s, _ := o.current.Load()
		hashes = append(hashes, s.Regions[r.Code].Blob.Hash)
	}
	for n := range uint64(3) {
		publish(one, n, fmt.Sprintf("申出書%d", n))
	}
	publish(other, 0, "別の町の申出書") // takes nothing of the first region away
	s, _ := o.current.Load()
	for i, want := range []bool{false, true, true, true} {
		if _, ok := s.Blob(hashes[i]); ok != want {
			t.Errorf("words of publication %d are readable = %v, want %v", i+1, ok, want)
		}
	}
}

func TestWhatMayNotBePublished(t *testing.T) {
	o := newOffice(t)
	r := o.region(t, "28381")
	alone := r
	alone.OnePerson = true
	for _, tt := range []struct {
		name   string
		region editorial.Region
		parent uint64
		pub    editorial.Publication
		want   error
	}{
		{"a fault", r, 0, editorial.Publication{Edition: o.edition("everything"), By: "a", ApprovedBy: "b"}, release.ErrInvalid},
		{"one person where two are needed", r, 0, editorial.Publication{Edition: o.edition("both"), By: "a", ApprovedBy: "a"}, release.ErrInvalid},
		{"nobody's approval", r, 0, editorial.Publication{Edition: o.edition("both"), By: "a"}, release.ErrInvalid},
		{"something written on another base", r, 4, editorial.Publication{Edition: o.edition("both"), By: "a", ApprovedBy: "b"}, release.ErrConflict},
		{"one person where one is enough", alone, 0, editorial.Publication{Edition: o.edition("both"), By: "a", ApprovedBy: "a"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := o.Publish(t.Context(), tt.region, tt.parent, tt.pub); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
}

func TestNewNationalWordsLeaveTheRegionsOwnOut(t *testing.T) {
	o := newOffice(t)
	r := o.region(t, "28381")
	if _, err := o.Publish(t.Context(), r, 0, editorial.Publication{Edition: o.edition("both"), By: "a", ApprovedBy: "b"}); err != nil {
		t.Fatal(err)
	}
	o.content.Texts["ja"]["local.auto_flags.both"] += "変わりました。"
	reviews, err := o.Load(t.Context())
	s, _ := o.current.Load()
	if err != nil || len(reviews["28381"]) != 1 || strings.Contains(string(s.Regions["28381"].Blob.JSON), "auto_flags") {
		t.Errorf("reviews = %v, %v; served %s", reviews, err, s.Regions["28381"].Blob.JSON)
	}
}

// BenchmarkLoadOfManyRegions is what a start does after a national publication.
func BenchmarkLoadOfManyRegions(b *testing.B) {
	for _, n := range []int{200, 1741} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			o := newOffice(b)
			for i := range n {
				r := o.region(b, fmt.Sprintf("%05d", i))
				if _, err := o.Publish(b.Context(), r, 0, editorial.Publication{Edition: o.edition("both"), By: "a", ApprovedBy: "b"}); err != nil {
					b.Fatal(err)
				}
			}
			for b.Loop() {
				if _, err := o.Load(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
