package web

import (
	"net/http"
	"testing"
)

func TestTheLicencesAreServedWhereTheyAreGiven(t *testing.T) {
	v := newSite(t, func(c *Config) { c.Licences = []byte("MIT") })
	r := v.get("/licences.txt")
	wantStatus(t, r, http.StatusOK)
	wantHeader(t, r, "Content-Type", "text/plain; charset=utf-8")
	wantHeader(t, r, "Cache-Control", "no-cache")
	if got := body(t, r); got != "MIT" {
		t.Errorf("body = %q", got)
	}
	wantStatus(t, newSite(t).get("/licences.txt"), http.StatusNotFound)
}
