package web

import (
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"michishirube/server/content"
	"michishirube/server/editorial"
	"michishirube/server/release"
	"michishirube/server/store/storetest"
)

// withRegion is a site with one region, 28381, that has published one official leaflet.
func withRegion(t *testing.T) (*site, *release.RegionPublisher, editorial.Region, string) {
	t.Helper()
	var current *release.Current
	s := newSite(t, func(c *Config) { current = c.Current })
	s.mustPublish(t, aRelease(t, "一"))
	c, issues := content.Load(os.DirFS("../../assets"), os.DirFS("../../locales"))
	if len(issues) > 0 {
		t.Fatal(issues[0])
	}
	hash := storetest.KeepPDF(t, s.store, "28381", []byte("%PDF-1.7"))
	r := editorial.Region{Code: "28381", Name: "稲美町"}
	if err := s.store.PutRegion(t.Context(), r, editorial.Line{}); err != nil {
		t.Fatal(err)
	}
	p := release.NewRegionPublisher(s.store, current, c, func() time.Time { return time.Unix(0, 0) })
	edition := editorial.Edition{Files: []editorial.File{{Hash: hash, Title: "ご案内", Bytes: 8, Pages: 1}}}
	if _, err := p.Publish(t.Context(), r, 0, editorial.Publication{Edition: edition, By: "a", ApprovedBy: "b"}); err != nil {
		t.Fatal(err)
	}
	return s, p, r, hash
}

func TestARegionHasALinkAndAManifest(t *testing.T) {
	s, _, _, hash := withRegion(t)
	manifest := s.get("/content/region/28381.json")
	wantStatus(t, manifest, http.StatusOK)
	wantHeader(t, manifest, "Cache-Control", "no-cache")
	if text := body(t, manifest); !strings.Contains(text, `"name":"region"`) || !strings.Contains(text, hash) {
		t.Errorf("manifest = %s", text)
	}
	wantStatus(t, s.get("/content/region/28381.json", "If-None-Match", manifest.Header.Get("ETag")), http.StatusNotModified)
	shell := s.get("/r/28381", "Sec-Fetch-Dest", "document")
	wantStatus(t, shell, http.StatusOK)
	if link := shell.Header.Get("Link"); !strings.Contains(link, "/content/region/28381.json") || strings.Contains(link, "/content/manifest.json") {
		t.Errorf("Link = %s", link)
	}
	for _, path := range []string{"/r/13112", "/r/", "/r/28381/x", "/content/region/13112.json", "/content/region/28381", "/content/region/28381.jsonx"} {
		wantStatus(t, s.get(path), http.StatusNotFound)
	}
}

func TestOfficialLeaflets(t *testing.T) {
	s, p, r, hash := withRegion(t)
	pdf := s.get("/files/" + hash + ".pdf")
	wantStatus(t, pdf, http.StatusOK)
	wantHeader(t, pdf, "Content-Type", "application/pdf")
	wantHeader(t, pdf, "Content-Disposition", `inline; filename="leaflet.pdf"`)
	wantHeader(t, pdf, "Cache-Control", immutable)
	if body(t, pdf) != "%PDF-1.7" {
		t.Error("another file")
	}
	wantStatus(t, s.get("/files/"+hash+".pdf", "If-None-Match", `"`+hash+`"`), http.StatusNotModified)
	unnamed := storetest.KeepPDF(t, s.store, "28381", []byte("%PDF-1.7 draft"))
	for _, name := range []string{unnamed + ".pdf", hash, hash + ".html", strings.ToUpper(hash) + ".pdf", "..%2f" + hash + ".pdf"} {
		wantStatus(t, s.get("/files/"+name), http.StatusNotFound)
	}
	// One that is no longer named stays for a device in the middle of its download.
	if _, err := p.Publish(t.Context(), r, 1, editorial.Publication{By: "a", ApprovedBy: "b"}); err != nil {
		t.Fatal(err)
	}
	wantStatus(t, s.get("/files/"+hash+".pdf"), http.StatusOK)
}
