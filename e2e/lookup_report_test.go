package e2e

import (
	"regexp"
	"strings"
	"testing"
)

// A report names the record, the release and the day, on the screen, on paper and in the code alike, and nothing else.
func TestAReportHoldsNothingOfTheClient(t *testing.T) {
	t.Parallel()
	a := start(t)
	p := open(t, a, 820, 1180)
	release := p.evaluate(`fetch('/content/manifest.json').then(answer => answer.json()).then(({ release }) => release)`).(string)
	p.offline(a)
	for _, c := range [][3]string{
		{"府中市 広島", "府中市", "municipality-34208"}, {"名古屋市 国保", "名古屋市 国民健康保険", "kokuho-23100"},
		{"女性相談支援センター 神奈川", "神奈川県立かながわ男女共同参画センター", "dv-center-14"},
	} {
		p.contact(c[0], c[1])
		p.press("つながらない")
		p.press("担当者に知らせる")
		p.heading("つながらない連絡先を知らせる")
		day := p.evaluate(`new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format()`).(string)
		want := "contact " + c[2] + "\nrelease " + release + "\nday " + day
		if code := p.qr(); code != want {
			t.Errorf("the code of %s says %q, not %q", c[1], code, want)
		}
		slips, err := p.Locator("pre").AllTextContents()
		must(t, err)
		if len(slips) != 2 || slips[0] != want || slips[1] != want {
			t.Errorf("the slips of %s say %q", c[1], slips)
		}
		text, err := p.Locator("#main").TextContent()
		must(t, err)
		for _, telling := range append(strings.Fields(c[1]), strings.Fields(c[0])...) {
			if strings.Contains(text, telling) {
				t.Errorf("the report of %s says %s", c[1], telling)
			}
		}
		if number := regexp.MustCompile(`\d{2,4}-\d{2,4}-\d{4}`).FindString(text); number != "" {
			t.Errorf("the report of %s shows the number %s", c[1], number)
		}
		p.press(appTitle)
	}
}
