package editor

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
)

func TestTheManualIsForEverybody(t *testing.T) {
	b := newOffice(t).browser()
	r := b.get("/editor/manual")
	b.want(r, http.StatusOK, "運用の手引き", "目次", "New-ScheduledTask", "<ol start=\"2\">")
	if len(b.cookies) > 0 {
		t.Errorf("reading it leaves %v", b.cookies)
	}
	if strings.Contains(b.page, "editor.manual.") || strings.Contains(b.page, "<script") || strings.Contains(b.page, "`") {
		t.Error("words are missing, or something was not marked")
	}
	anchors := map[string]bool{}
	for _, id := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(b.page, -1) {
		if anchors[id[1]] {
			t.Errorf("two places are %s", id[1])
		}
		anchors[id[1]] = true
	}
	for _, to := range regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(b.page, -1) {
		if !anchors[to[1]] {
			t.Errorf("the contents lead to %s, which is not there", to[1])
		}
	}
	// What it says in Japanese quotes about other chapters is their titles, so that they can be found.
	for _, title := range []string{"Linux(systemd)", "リーフレットのPDF", "新しい版に入れ替える"} {
		if !regexp.MustCompile(`<h[23] id="[^"]+">[\d.]+ ` + regexp.QuoteMeta(title) + `</h`).MatchString(b.page) {
			t.Errorf("no chapter is called %s", title)
		}
	}
}

func TestBlocks(t *testing.T) {
	for _, tt := range []struct {
		text string
		want string
	}{
		{"a\n\nb", "p[a] p[b]"},
		{"- a\n- b `c`\nd", "ul[a|b <code>c</code>] p[d]"},
		{"1. a\n> x <y>\n> z\n2. b", "ol1[a] pre[x &lt;y&gt;|z] ol2[b]"},
		{"| a | `b`\n| c | d", "table[a,<code>b</code>|c,d]"},
		{"<b> `x", "p[&lt;b&gt; `x]"},
		{"2024. 年", "ol2024[年]"},
		{"令和8. 年", "p[令和8. 年]"},
		{"", ""},
	} {
		var got []string
		for _, b := range blocksOf(tt.text) {
			var lines []string
			for _, l := range b.Lines {
				lines = append(lines, string(l))
			}
			for _, row := range b.Rows {
				var cells []string
				for _, c := range row {
					cells = append(cells, string(c))
				}
				lines = append(lines, strings.Join(cells, ","))
			}
			got = append(got, b.Kind+b.Start+"["+strings.Join(lines, "|")+"]")
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q = %q, want %q", tt.text, got, tt.want)
		}
	}
}
