package web

import (
	"slices"
	"testing"
)

func TestNegotiate(t *testing.T) {
	all := []string{"br", "gzip"}
	for _, tt := range []struct {
		header    string
		available []string
		want      string
	}{
		{"", all, ""},
		{"br", all, "br"},
		{"gzip", all, "gzip"},
		{"gzip, br", all, "br"},
		{"GZIP;Q=1.0", all, "gzip"},
		{"gzip, deflate, br, zstd", []string{"gzip"}, "gzip"},
		{"br;q=0.8, gzip;q=0.9", all, "gzip"},
		{"br;q=0.8,gzip;q=0.8", all, "br"},
		{" br ; q = 0.5 , gzip ; q=0.4 ", all, "br"},
		{"br;q=0, gzip", all, "gzip"},
		{"br;q=0", all, ""},
		{"br;q=0.000", all, ""},
		{"br;q=0.001", all, "br"},
		{"*", all, "br"},
		{"*;q=0", all, ""},
		{"*, br;q=0", all, "gzip"},
		{"gzip, *;q=0", all, "gzip"},
		{"identity", all, ""},
		{"identity, br;q=0.5", all, ""},
		{"identity, br", all, "br"},
		{"identity;q=0.5, gzip", all, "gzip"},
		{"identity;q=0", nil, ""}, // better plain than nothing
		{"deflate", all, ""},
		{"br", nil, ""},
		{"br;q=NaN, gzip;q=-1", all, ""},
		{"br;q=2", all, ""},
		{"br;q=0x1", all, ""},
		{"br;q=1e-1", all, ""},
		{"br;q=", all, ""},
		{"br;level=5", all, "br"},
		{",,;q=1,", all, ""},
	} {
		t.Run(tt.header, func(t *testing.T) {
			got := negotiate(tt.header, slices.Contains(tt.available, "br"), slices.Contains(tt.available, "gzip"))
			if got != tt.want {
				t.Errorf("encoding = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTwinsOfTheAppAreSentAsTheyAre(t *testing.T) {
	v := newSite(t)
	for accept, want := range map[string]struct{ encoding, body string }{
		"":         {"", "export{}"},
		"gzip":     {"gzip", "gzip"},
		"br":       {"br", "brotli"},
		"br;q=0":   {"", "export{}"},
		"gzip, br": {"br", "brotli"},
	} {
		r := v.get("/assets/app-1a2b.js", "Accept-Encoding", accept)
		wantHeader(t, r, "Content-Encoding", want.encoding)
		wantHeader(t, r, "Content-Type", "text/javascript; charset=utf-8")
		wantHeader(t, r, "Vary", "Accept-Encoding")
		if got := body(t, r); got != want.body {
			t.Errorf("%q: body = %q, want %q", accept, got, want.body)
		}
	}
	one := v.get("/assets/app-3c4d.css", "Accept-Encoding", "br")
	wantHeader(t, one, "Vary", "")
	wantHeader(t, one, "Content-Encoding", "")
	// Two header lines count as one list.
	wantHeader(t, v.get("/", "Accept-Encoding", "gzip", "Accept-Encoding", "br"), "Content-Encoding", "br")
}
