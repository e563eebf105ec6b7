package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The rules by which MDN HTTP Observatory grades a site, as its public source of August 2026 states them. Redirection from
// plain http is looked at in the site of the proxy: this server has no plain http beside its https.

// modifier is what one rule takes from 100, or adds to it.
type modifier struct {
	rule  string
	value int
}

// graded gives the score of an answer that came by https. Credit counts only from 90 without it.
func graded(r *http.Response, body string) (score int, because []modifier) {
	because = []modifier{
		gradeCSP(r.Header.Values("Content-Security-Policy")), gradeHSTS(r.Header.Values("Strict-Transport-Security")),
		gradeFrames(r), gradeReferrer(r.Header.Get("Referrer-Policy")), gradeCookies(r.Cookies()), gradeScripts(r, body),
	}
	because = append(because, gradeIsolation(r.Header)...)
	if r.Header.Get("X-Content-Type-Options") != "nosniff" {
		because = append(because, modifier{"x-content-type-options", -5})
	}
	if r.Header.Get("Access-Control-Allow-Origin") != "" && r.Header.Get("Access-Control-Allow-Credentials") == "true" {
		because = append(because, modifier{"cors with credentials", -50})
	}
	score, credit := 100, 0
	for _, m := range because {
		if m.value < 0 {
			score += m.value
		} else {
			credit += m.value
		}
	}
	if score >= 90 {
		score += credit
	}
	return max(score, 0), because
}

// directives takes a policy apart; of a directive that is given twice the first counts.
func directives(policy string) map[string][]string {
	all := map[string][]string{}
	for part := range strings.SplitSeq(policy, ";") {
		if words := strings.Fields(part); len(words) > 0 && all[words[0]] == nil {
			all[words[0]] = words[1:]
		}
	}
	return all
}

func gradeCSP(policies []string) modifier {
	if len(policies) != 1 || strings.TrimSpace(policies[0]) == "" {
		return modifier{"no content security policy", -25}
	}
	csp := directives(policies[0])
	of := func(names ...string) []string {
		for _, name := range names {
			if sources, ok := csp[name]; ok {
				return sources
			}
		}
		return []string{"*"}
	}
	broad := []string{"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
	has := func(sources, any []string) bool {
		return slices.ContainsFunc(sources, func(s string) bool { return slices.Contains(any, s) })
	}
	unsafe := append([]string{"'unsafe-inline'", "data:"}, broad...)
	scripts, styles := of("script-src", "default-src"), of("style-src", "default-src")
	switch {
	case has(scripts, unsafe), has(of("object-src", "default-src"), broad):
		return modifier{"unsafe scripts or objects", -20}
	case strings.Contains(policies[0], "http:") || strings.Contains(policies[0], "ftp:"):
		return modifier{"an insecure scheme", -20}
	case has(append(slices.Clone(scripts), styles...), []string{"'unsafe-eval'"}):
		return modifier{"unsafe-eval", -10}
	case has(styles, unsafe):
		return modifier{"unsafe styles", 0}
	case slices.Equal(csp["default-src"], []string{"'none'"}):
		return modifier{"content security policy from nothing", 10}
	}
	return modifier{"content security policy", 5}
}

func gradeHSTS(values []string) modifier {
	if len(values) != 1 {
		return modifier{"no strict transport security", -20}
	}
	for part := range strings.SplitSeq(values[0], ";") {
		if age, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(part)), "max-age="); ok {
			if seconds, err := strconv.Atoi(age); err == nil && seconds >= 15_552_000 {
				return modifier{"strict transport security", 0}
			}
			return modifier{"strict transport security for less than six months", -10}
		}
	}
	return modifier{"strict transport security without an age", -20}
}

func gradeFrames(r *http.Response) modifier {
	if directives(r.Header.Get("Content-Security-Policy"))["frame-ancestors"] != nil {
		return modifier{"frames by the policy", 5}
	}
	return modifier{"may stand in a frame", -20}
}

func gradeReferrer(policy string) modifier {
	if slices.Contains([]string{"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}, policy) {
		return modifier{"referrer", 5}
	}
	return modifier{"referrer", -5}
}

func gradeCookies(cookies []*http.Cookie) modifier {
	if len(cookies) == 0 {
		return modifier{"no cookies", 0}
	}
	for _, c := range cookies {
		switch {
		case c.SameSite != http.SameSiteStrictMode && c.SameSite != http.SameSiteLaxMode:
			return modifier{"a cookie for other sites", -20}
		case !c.Secure:
			return modifier{"a cookie by plain http", -40}
		case !c.HttpOnly:
			return modifier{"a cookie for scripts", -30}
		}
	}
	return modifier{"cookies", 5}
}

// gradeIsolation looks at the two headers that part this site from others.
func gradeIsolation(h http.Header) []modifier {
	var all []modifier
	for name, good := range map[string]string{"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin"} {
		switch h.Get(name) {
		case good:
			all = append(all, modifier{name, 10})
		case "":
		default:
			all = append(all, modifier{name, -5})
		}
	}
	return all
}

var foreignScript = regexp.MustCompile(`(?i)<script[^>]+src\s*=\s*["']?(https?:)?//`)

func gradeScripts(r *http.Response, body string) modifier {
	if strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") && foreignScript.MatchString(body) {
		return modifier{"a script from elsewhere", -50}
	}
	return modifier{"scripts", 0}
}

func TestEveryAnswerIsGradedAPlus(t *testing.T) {
	handler, _ := wholeServer(t)
	kinds := map[string]string{
		"the app": "/", "the app of a region": "/r/28381", "the worker": "/sw.js", "a page for her own phone": "/i/ja", "a manifest": "/content/manifest.json",
		"the manifest of a region": "/content/region/28381.json", "a feed": "/changes.atom", "the feed of a region": "/r/28381/changes.atom", "health": "/healthz",
		"nothing": "/nothing", "the licences": "/licences.txt", "no leaflet": "/files/x.pdf", "the editor": "/editor", "the login": "/editor/login", "a first login": "/editor/start",
		"a passkey": "/editor/passkey", "the manual": "/editor/manual", "nothing of the editor": "/editor/nothing", "a style sheet": "/editor/assets/editor.css",
	}
	for name, path := range kinds {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "https://guide.example.lg.jp"+path, nil))
		r := w.Result()
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		if score, because := graded(r, string(body)); score < 100 {
			t.Errorf("%s (%s): %d is no A+: %v", name, path, score, because)
		}
		if path == "/licences.txt" && (r.StatusCode != http.StatusOK || !strings.Contains(string(body), "go.etcd.io/bbolt v")) {
			t.Errorf("the licences: status %d", r.StatusCode)
		}
		if path == "/editor/login" && len(r.Cookies()) == 0 {
			t.Error("the login sets no cookie to look at")
		}
	}
}

// The page that is served is built from this one.
func TestThePageOfTheAppLoadsNoScriptFromElsewhere(t *testing.T) {
	page, err := os.ReadFile("../frontend/index.html")
	if err != nil {
		t.Fatal(err)
	}
	r := &http.Response{Header: http.Header{"Content-Type": {"text/html"}}}
	if m := gradeScripts(r, string(page)); m.value < 0 {
		t.Error(m.rule)
	}
}

func TestTheProxySendsPlainHTTPToHTTPSAndTellsWhoAsks(t *testing.T) {
	site, err := os.ReadFile("deploy/nginx.conf")
	if err != nil {
		t.Fatal(err)
	}
	for what, pattern := range map[string]string{
		"plain http is not sent to https":                    `(?s)listen 80;.*return 30[18] https://\$host\$request_uri;`,
		"a browser can say which address it has, and try on": `(?m)^\s*proxy_set_header X-Forwarded-For \$remote_addr;`,
	} {
		if !regexp.MustCompile(pattern).Match(site) {
			t.Error(what)
		}
	}
}

func TestTheGradesOfWorseSites(t *testing.T) {
	good := http.Header{
		"Content-Security-Policy": {"default-src 'none'; script-src 'self'; frame-ancestors 'none'"}, "Strict-Transport-Security": {"max-age=31536000"},
		"X-Content-Type-Options": {"nosniff"}, "Referrer-Policy": {"no-referrer"},
	}
	for _, tt := range []struct {
		name, header, value string
		want                int
	}{
		{"nothing wrong", "X-Other", "x", 120},
		{"no policy", "Content-Security-Policy", "", 55},
		{"inline scripts", "Content-Security-Policy", "default-src 'none'; script-src 'unsafe-inline'; frame-ancestors 'none'", 80},
		{"scripts of every site", "Content-Security-Policy", "script-src https:; frame-ancestors 'none'", 80},
		{"in a frame", "Content-Security-Policy", "default-src 'none'", 80},
		{"plain http", "Strict-Transport-Security", "", 80},
		{"a short time", "Strict-Transport-Security", "max-age=86400", 90 + 20},
		{"sniffed", "X-Content-Type-Options", "", 95 + 20},
		{"a cookie for scripts", "Set-Cookie", "a=b; Secure; SameSite=Strict", 70},
		{"a cookie by plain http", "Set-Cookie", "a=b; HttpOnly; SameSite=Strict", 60},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := good.Clone()
			if h.Set(tt.header, tt.value); tt.value == "" {
				h.Del(tt.header)
			}
			if got, because := graded(&http.Response{Header: h}, ""); got != tt.want {
				t.Errorf("score = %d, want %d: %v", got, tt.want, because)
			}
		})
	}
}
