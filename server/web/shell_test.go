package web

import (
	"net/http"
	"strings"
	"testing"
)

func TestOnlyANavigationIsToldWhatThePageWillAskFor(t *testing.T) {
	v := newSite(t)
	wantHeader(t, v.get("/", "Sec-Fetch-Dest", "document"), "Link", "") // nothing is in force yet, and the page still comes
	rel := aRelease(t, "一")
	v.mustPublish(t, rel)
	r := v.get("/", "Sec-Fetch-Dest", "document")
	wantStatus(t, r, http.StatusOK)
	link := r.Header.Get("Link")
	paths := []string{"/content/manifest.json"}
	for hash := range rel.Blobs {
		paths = append(paths, "/content/"+hash+".json")
	}
	for _, path := range paths {
		if !strings.Contains(link, "<"+path+">; rel=preload; as=fetch; crossorigin") {
			t.Errorf("Link does not name %s: %s", path, link)
		}
	}
	if n := strings.Count(link, "rel=preload"); n != len(paths) {
		t.Errorf("Link names %d files, want %d", n, len(paths))
	}
	for _, dest := range []string{"", "empty", "serviceworker"} {
		wantHeader(t, v.get("/", "Sec-Fetch-Dest", dest), "Link", "")
	}
	if vary := strings.Join(r.Header.Values("Vary"), ", "); !strings.Contains(vary, "Sec-Fetch-Dest") {
		t.Errorf("Vary = %s", vary)
	}
}
