package e2e

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var blobAddress = regexp.MustCompile(`/content/[0-9a-f]{64}\.json$`)

// changedWordingIsOneFile: a device takes up a publication that changed one wording with one file beside the manifest.
func (s *site) changedWordingIsOneFile(t *testing.T) {
	tablet := open(t, s.app, 820, 1180)
	tablet.join(s.app, "28381", "稲美町")
	from := len(tablet.seen())
	const wording = "国保の不開示申出書(新しい様式)"
	team{s.clerk(t, "hana"), s.clerk(t, "ito")}.publish("28381", said{"flag_form", []string{"value", wording}})
	tablet.visit(s.app)
	must(t, tablet.named(takeUpdate).WaitFor())
	var fetched []string
	for _, r := range tablet.seen()[from:] {
		if blobAddress.MatchString(r.url) && !slices.Contains(fetched, r.url) {
			fetched = append(fetched, r.url)
		}
	}
	if len(fetched) != 1 {
		t.Fatalf("fetched %d files of content, wanted one: %v", len(fetched), fetched)
	}
	_, text := s.nobody(t).ask(http.MethodGet, strings.TrimPrefix(fetched[0], s.url), nil)
	if !strings.Contains(text, wording) {
		t.Errorf("the one file does not hold the changed wording: %s", text)
	}
}
