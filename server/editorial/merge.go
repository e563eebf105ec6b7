package editorial

import (
	"encoding/json"
	"fmt"

	"michishirube/server/content"
)

// Bundle is the blob "region": what a device shows of a region. Only what was written beside the national words as they
// are now; the rest waits for a person, and the national text stands alone meanwhile.
type Bundle struct {
	Code   string            `json:"code"`
	Name   string            `json:"name"`
	On     string            `json:"on"` // the day this edition was put in force
	Values map[string]Spoken `json:"values"`
	Files  []File            `json:"files"`
}

// Spoken is what a region says in one field.
type Spoken struct {
	Choice string  `json:"choice,omitempty"`
	Text   string  `json:"text,omitempty"`
	Window *Window `json:"window,omitempty"`
}

// Merge lays an edition over the national content: the bundle, and the fields that need another look because the words
// beside them have changed, or because the content no longer has them.
func Merge(c *content.Content, r Region, p Publication) (Bundle, []string) {
	return BasesOf(c).Merge(r, p)
}

// Merge lays an edition over the national content: see the function of that name.
func (bases Bases) Merge(r Region, p Publication) (Bundle, []string) {
	b := Bundle{Code: r.Code, Name: r.Name, On: string(content.DateIn(p.At)), Values: map[string]Spoken{}, Files: p.Edition.Files}
	if b.Files == nil {
		b.Files = []File{}
	}
	review := bases.NeedsReview(p.Edition)
	waiting := map[string]bool{}
	for _, id := range review {
		waiting[id] = true
	}
	for id, v := range p.Edition.Values {
		if !waiting[id] {
			b.Values[id] = Spoken{Choice: v.Choice, Text: v.Text, Window: v.Window}
		}
	}
	return b, review
}

// NeedsReview lists the fields of an edition that wait for a person: see Bases.NeedsReview.
func NeedsReview(c *content.Content, e Edition) []string { return BasesOf(c).NeedsReview(e) }

// JSON gives the canonical blob.
func (b Bundle) JSON() ([]byte, error) {
	data, err := json.Marshal(b)
	if err != nil {
		return nil, fmt.Errorf("region %s: %w", b.Code, err)
	}
	return data, nil
}
