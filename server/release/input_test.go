package release_test

import (
	"maps"
	"slices"
	"testing"

	"michishirube/server/content"
	"michishirube/server/release"
)

func TestAReleaseHoldsTheGuideTheDirectoryAndEveryLanguage(t *testing.T) {
	bundle := content.Bundle{
		Blobs: map[string][]byte{
			"guide": []byte(`{"steps":[]}`), "text.ja": []byte(`{"locale":"ja"}`), "text.ja-Hira": []byte(`{"locale":"ja-Hira"}`),
		},
		ReviewedOn: "2026-11-22",
		ReviewBy:   "2027-03-31",
	}
	in := release.FromContent(bundle, []byte(`{"records":[]}`), []byte(`{"helplines":[]}`))
	names := slices.Sorted(maps.Keys(in.Blobs))
	if want := []string{"directory", "guide", "helplines", "text.ja", "text.ja-Hira"}; !slices.Equal(names, want) {
		t.Errorf("blobs = %v, want %v", names, want)
	}
	r, err := release.Build(in)
	if err != nil {
		t.Fatal(err)
	}
	if r.ReviewedOn != bundle.ReviewedOn || r.ReviewBy != bundle.ReviewBy {
		t.Errorf("days = %s, %s", r.ReviewedOn, r.ReviewBy)
	}
}
