package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"michishirube/server/release"
)

// withPages is a release that has the phone's page in two languages.
func withPages(t *testing.T) release.Release {
	t.Helper()
	page := func(locale, name, title string) []byte {
		return []byte(`{"locale":"` + locale + `","name":"` + name + `","title":[{"t":"` + title + `","r":"てつづき"}],"lead":[[{"t":"a<b"},{"t":"証","j":true}]],` +
			`"sections":[{"title":[{"t":"s"}],"lines":[[{"t":"l"}]]}],"lines":[{"helpline":"near","label":[{"t":"近く"}]},{"helpline":"gone","label":[{"t":"x"}]}],` +
			`"choose":[{"t":"c"}],"exit":[{"t":"出る"}],"exit_note":[[{"t":"履歴"}]]}`)
	}
	r, err := release.Build(release.Input{ReviewedOn: "2026-11-22", ReviewBy: "2027-03-31", Blobs: map[string][]byte{
		"helplines": []byte(`{"helplines":[{"id":"near","number":"#8008","tel":"tel:%238008"}]}`),
		"page.ja":   page("ja", "日本語", "手続き"),
		"page.vi":   page("vi", "Tiếng Việt", "Thủ tục"),
	}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestThePageForHerOwnPhone(t *testing.T) {
	s := newSite(t)
	if err := s.Publish(t.Context(), withPages(t)); err != nil {
		t.Fatal(err)
	}
	answer := httptest.NewRecorder()
	s.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/i/ja", nil))
	body, h := answer.Body.String(), answer.Header()
	if answer.Code != http.StatusOK || h.Get("Cache-Control") != "no-store" || h.Get("Set-Cookie") != "" {
		t.Errorf("status %d, headers %v", answer.Code, h)
	}
	for _, want := range []string{
		`<html lang="ja"`, `<ruby>手続き<rp aria-hidden="true">(</rp><rt aria-hidden="true">てつづき</rt>`, "<title>手続き</title>", "a&lt;b", `<span lang="ja">証</span>`, `href="tel:%238008">#8008</a>`,
		`href="vi" lang="vi"`, `href="ja" lang="ja" hreflang="ja" aria-current="page"`, exitTo,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %s:\n%s", want, body)
		}
	}
	for _, never := range []string{"manifest", "serviceWorker", "sw.js", "localStorage", "cookie", "src=", "og:"} {
		if strings.Contains(body, never) {
			t.Errorf("the page has %s", never)
		}
	}
	if strings.Count(body, `href="tel:`) != 1 {
		t.Error("a line the directory does not have is shown")
	}
	// What the policy names is what stands in the page.
	for _, text := range []string{pageStyle, pageScript} {
		if !strings.Contains(body, text) || !strings.Contains(h.Get("Content-Security-Policy"), hashSource(text)) {
			t.Error("an inline text is not the one the policy allows")
		}
	}
}

func TestPagesThatAreNotThere(t *testing.T) {
	s := newSite(t)
	if err := s.Publish(t.Context(), withPages(t)); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/i/", "/i/xx", "/i", "/i/ja/x", "/i/JA"} {
		answer := httptest.NewRecorder()
		s.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, path, nil))
		if answer.Code != http.StatusNotFound || strings.Contains(answer.Body.String(), "<") {
			t.Errorf("%s: status %d, %q", path, answer.Code, answer.Body)
		}
	}
}
