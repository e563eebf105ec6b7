package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"michishirube/server/release"
)

func TestTheManifestIsAskedForAgainAndSentOnlyWhenItChanged(t *testing.T) {
	v := newSite(t)
	first, second := aRelease(t, "一"), aRelease(t, "二")
	wantStatus(t, v.get("/content/manifest.json"), http.StatusServiceUnavailable)
	v.mustPublish(t, first)
	r := v.get("/content/manifest.json")
	wantStatus(t, r, http.StatusOK)
	wantHeader(t, r, "Content-Type", "application/json")
	wantHeader(t, r, "Cache-Control", "no-cache")
	wantHeader(t, r, "ETag", `"`+first.ID+`"`)
	if got := body(t, r); got != string(first.Manifest) {
		t.Errorf("body = %s", got)
	}
	for _, tag := range []string{first.ETag(), "W/" + first.ETag(), `"x", ` + first.ETag(), "*"} {
		wantStatus(t, v.get("/content/manifest.json", "If-None-Match", tag), http.StatusNotModified)
	}
	for _, tag := range []string{"", `"x"`, second.ETag(), strings.Trim(first.ETag(), `"`)} {
		wantStatus(t, v.get("/content/manifest.json", "If-None-Match", tag), http.StatusOK)
	}
	v.mustPublish(t, second)
	wantStatus(t, v.get("/content/manifest.json", "If-None-Match", first.ETag()), http.StatusOK)
	if err := v.Rollback(context.Background(), first.ID); err != nil {
		t.Fatal(err)
	}
	wantStatus(t, v.get("/content/manifest.json", "If-None-Match", first.ETag()), http.StatusNotModified)
}

func TestBlobsAreImmutableAndCompressed(t *testing.T) {
	v := newSite(t)
	rel := aRelease(t, "一")
	v.mustPublish(t, rel)
	for hash, b := range rel.Blobs {
		tags := map[string]bool{}
		for accept, want := range map[string]string{"": "", "gzip": "gzip", "br": "br", "gzip, deflate, br, zstd": "br", "br;q=0.5, gzip": "gzip"} {
			r := v.get("/content/"+hash+".json", "Accept-Encoding", accept)
			wantStatus(t, r, http.StatusOK)
			wantHeader(t, r, "Content-Type", "application/json")
			wantHeader(t, r, "Cache-Control", "public, max-age=31536000, immutable")
			wantHeader(t, r, "Content-Encoding", want)
			wantHeader(t, r, "Vary", "Accept-Encoding")
			if got := unpacked(t, r); got != string(b.JSON) {
				t.Errorf("%s, %q: body = %q", b.Name, accept, got)
			}
			tag := r.Header.Get("ETag")
			tags[tag] = true
			again := v.get("/content/"+hash+".json", "Accept-Encoding", accept, "If-None-Match", tag)
			wantStatus(t, again, http.StatusNotModified)
			wantHeader(t, again, "Vary", "Accept-Encoding")
			wantHeader(t, again, "Content-Encoding", "")
		}
		if len(tags) != 3 {
			t.Errorf("%d entity tags for three encodings", len(tags))
		}
	}
}

func TestADeviceInTheMiddleOfADownloadCanFinishIt(t *testing.T) {
	v := newSite(t)
	first, second, third := aRelease(t, "一"), aRelease(t, "二"), aRelease(t, "三")
	v.mustPublish(t, first)
	v.mustPublish(t, second)
	for hash := range first.Blobs {
		wantStatus(t, v.get("/content/"+hash+".json"), http.StatusOK)
	}
	v.mustPublish(t, third)
	for hash, b := range first.Blobs {
		want := http.StatusNotFound
		if b.Name == "guide" { // shared by all three
			want = http.StatusOK
		}
		wantStatus(t, v.get("/content/"+hash+".json"), want)
	}
}

func TestOnlyAHashNamesABlob(t *testing.T) {
	v := newSite(t)
	rel := aRelease(t, "一")
	v.mustPublish(t, rel)
	for hash := range rel.Blobs {
		for _, name := range []string{hash, hash + ".json.br", strings.ToUpper(hash) + ".json", hash[:63] + ".json", hash + "0.json",
			"x/" + hash + ".json", hash + ".json/", hash + ".JSON", "%20" + hash + ".json"} {
			wantStatus(t, v.get("/content/"+name), http.StatusNotFound)
		}
	}
	for name := range map[string]bool{"guide.json": true, "text.ja.json": true, release.Manifest{}.Release + ".json": true} {
		wantStatus(t, v.get("/content/"+name), http.StatusNotFound)
	}
}

func unpacked(t *testing.T, r *http.Response) string {
	t.Helper()
	packed := body(t, r)
	var plain io.Reader = strings.NewReader(packed)
	switch r.Header.Get("Content-Encoding") {
	case "br":
		plain = brotli.NewReader(plain)
	case "gzip":
		var err error
		if plain, err = gzip.NewReader(plain); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if _, err := b.ReadFrom(plain); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
