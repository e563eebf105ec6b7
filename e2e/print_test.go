package e2e

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/playwright-community/playwright-go"
)

// sheet is a printed page of the app, read back from its PDF.
type sheet struct {
	t     *testing.T
	path  string
	info  string
	pages []string
	lines []string // what should be on it, as the screen would show it in print
}

// paper prints what is on screen to A4 and reads it back.
func (p *tab) paper() *sheet {
	p.t.Helper()
	s := &sheet{t: p.t, path: filepath.Join(p.t.TempDir(), "sheet.pdf")}
	must(p.t, p.EmulateMedia(playwright.PageEmulateMediaOptions{Media: playwright.MediaPrint}))
	must(p.t, p.GetByText("職員用", playwright.PageGetByTextOptions{Exact: playwright.Bool(true)}).WaitFor())
	if buttons := p.count(p.GetByRole("button")); buttons != 0 || p.count(p.GetByRole("banner")) != 0 {
		p.t.Errorf("%d buttons or the header are printed", buttons)
	}
	if fields := p.count(p.GetByRole("textbox")); fields != 0 {
		p.t.Errorf("%d fields are printed", fields)
	}
	text, err := p.Locator("body").InnerText()
	must(p.t, err)
	s.lines = strings.FieldsFunc(text, func(r rune) bool { return r == '\n' })
	_, err = p.PDF(playwright.PagePdfOptions{Path: &s.path, PreferCSSPageSize: playwright.Bool(true), Tagged: playwright.Bool(true)})
	must(p.t, err)
	must(p.t, p.EmulateMedia(playwright.PageEmulateMediaOptions{Media: playwright.MediaScreen}))
	s.info = s.tool("pdfinfo", s.path)
	s.pages = strings.Split(strings.TrimSuffix(s.tool("pdftotext", "-raw", s.path, "-"), "\f"), "\f")
	return s
}

func (s *sheet) tool(name string, args ...string) string {
	s.t.Helper()
	out, err := exec.Command(name, args...).Output()
	must(s.t, err)
	return string(out)
}

// plain is a text without its blanks and line ends.
func plain(text string) string {
	return strings.Join(strings.Fields(text), "")
}

// What paper has more than the text: numbers of pages and of list items, and bullets.
var marks = regexp.MustCompile(`[\d/.•◦]+`)

// check holds the sheet to what every sheet must be.
func (s *sheet) check(title string, least, most int) {
	s.t.Helper()
	if n := len(s.pages); n < least || n > most {
		s.t.Errorf("%s has %d pages, not %d to %d", title, n, least, most)
	}
	if !strings.Contains(s.info, "(A4)") {
		s.t.Errorf("%s is not A4:\n%s", title, s.info)
	}
	s.whole(title)
	s.inside(title)
	head := plain(strings.Join(strings.SplitN(s.pages[0], "\n", 5)[:4], "\n"))
	if !strings.Contains(head, plain(title)) || !strings.Contains(head, "職員用") || !strings.Contains(head, "の決まりで案内") {
		s.t.Errorf("the head of %s lacks its title, for whom it is, or the day: %s", title, head)
	}
	for _, telling := range []string{"DV", "暴力", "相手", "被害"} {
		if strings.Contains(head, telling) || strings.Contains(s.foot(), telling) {
			s.t.Errorf("the head or foot of %s says %s", title, telling)
		}
	}
	for _, page := range s.pages {
		if !strings.Contains(plain(page), s.foot()) {
			s.t.Errorf("a page of %s lacks the foot with version and days: %s", title, plain(page))
		}
	}
	for _, line := range s.lines {
		if identifier.MatchString(line) {
			s.t.Errorf("%s asks for an identifier: %s", title, line)
		}
	}
}

// A label with room to write who she is.
var identifier = regexp.MustCompile(`(氏名|名前|生年月日|住所|電話番号|記号|番号|枝番)\s*[::]?\s*([__]{2,}|〔\s*〕|\(\s*\)|:\s*$)`)

// foot is the line with the version and the days.
func (s *sheet) foot() string {
	s.t.Helper()
	for _, line := range s.lines {
		if strings.Contains(line, "次の見直し") && strings.Contains(line, "内容の確認日") {
			return plain(line)
		}
	}
	s.t.Fatal("no foot")
	return ""
}

// whole compares the paper with the screen, in both directions: no line is lost or cut, and nothing else is there.
func (s *sheet) whole(title string) {
	s.t.Helper()
	var left strings.Builder
	for _, page := range s.pages {
		left.WriteString(strings.ReplaceAll(plain(page), s.foot(), ""))
	}
	rest := left.String()
	// The longest first, so that a short line does not take a part of a long one.
	slices.SortFunc(s.lines, func(a, b string) int { return len(b) - len(a) })
	for _, line := range s.lines {
		text := plain(line)
		if text == s.foot() {
			continue
		}
		if !strings.Contains(rest, text) {
			s.t.Errorf("%s has no whole line %q", title, line)
		}
		rest = strings.Replace(rest, text, "", 1)
	}
	if more := marks.ReplaceAllString(rest, ""); more != "" {
		s.t.Errorf("%s has more than the screen: %q", title, more)
	}
}

var word = regexp.MustCompile(`<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">`)

// inside sees that every word lies within the margins of the page, 9 mm at least on each side.
func (s *sheet) inside(title string) {
	s.t.Helper()
	const width, height, margin = 595.0, 842.0, 25.5
	words := word.FindAllStringSubmatch(s.tool("pdftotext", "-bbox", s.path, "-"), -1)
	if len(words) == 0 {
		s.t.Fatalf("%s has no words", title)
	}
	for _, w := range words {
		var box [4]float64
		for i := range box {
			box[i], _ = strconv.ParseFloat(w[i+1], 64)
		}
		middle := (box[1] + box[3]) / 2 // the box is as high as the line, with its leading
		if box[0] < margin || middle < margin || box[2] > width-margin || middle > height-margin {
			s.t.Errorf("%s: a word lies at %v, outside the margins", title, box)
		}
	}
}

const resultTitle = "医療保険の手続き 確認表"

// titles are the steps of the result on screen.
func (p *tab) titles() []string {
	p.t.Helper()
	titles, err := p.GetByRole("main").GetByRole("heading", playwright.LocatorGetByRoleOptions{Level: playwright.Int(3)}).AllTextContents()
	must(p.t, err)
	return titles
}

func TestTheResultIsPrintedWhole(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 1180, 820)
	version, err := p.GetByText(regexp.MustCompile(`^版 [0-9a-f]{7}$`)).TextContent()
	must(t, err)
	p.full(nil)
	titles := p.titles()
	if len(titles) < 15 {
		t.Fatalf("only %d steps in a full consultation", len(titles))
	}
	s := p.paper()
	s.check(resultTitle, 2, 8)
	if !strings.Contains(s.foot(), plain(version)) {
		t.Errorf("the foot lacks %q: %s", version, s.foot())
	}
	printed := plain(strings.Join(s.pages, ""))
	for _, title := range titles {
		if !strings.Contains(printed, plain(title)) {
			t.Errorf("the step %q is not printed", title)
		}
	}
	t.Logf("%d steps on %d pages", len(titles), len(s.pages))
}

func TestEveryChecklistIsPrintedWhole(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 820, 1180)
	p.press("確認リスト")
	p.heading("確認リスト")
	lists := p.GetByRole("listitem").GetByRole("button")
	for i := range p.count(lists) {
		title, err := lists.Nth(i).TextContent()
		must(t, err)
		must(t, lists.Nth(i).Click())
		p.heading(title)
		items, err := p.GetByRole("checkbox").EvaluateAll("all => all.map(one => one.labels[0].textContent)")
		must(t, err)
		s := p.paper()
		s.check(title, 1, 3)
		for _, item := range items.([]any) {
			if !strings.Contains(plain(strings.Join(s.pages, "")), plain(item.(string))) {
				t.Errorf("%s lacks %q", title, item)
			}
		}
		p.press("もどる")
		p.heading("確認リスト")
	}
}

// Paper outlives the day: past the review it says so, and for practice too.
func TestPaperCarriesItsWarnings(t *testing.T) {
	t.Parallel()
	late := at(t, shared, time.Date(2027, 6, 1, 3, 0, 0, 0, time.UTC))
	late.consult(cardTopic, cardConsultation)
	if s := late.paper(); !strings.Contains(plain(s.pages[0]), "見直しの期限") {
		t.Errorf("paper past its review does not say so:\n%s", s.pages[0])
	}

	p := open(t, shared, 820, 1180)
	p.press("別の日で練習する")
	must(t, p.GetByLabel("案内する日", playwright.PageGetByLabelOptions{Exact: playwright.Bool(true)}).Fill("2025-08-01"))
	p.press("この日で案内する")
	p.consult(cardTopic, cardConsultation)
	if s := p.paper(); !strings.Contains(plain(s.pages[0]), "練習:2025年") || !strings.Contains(plain(s.pages[0]), "8月1日") {
		t.Errorf("paper for practice does not say so:\n%s", s.pages[0])
	}
}
