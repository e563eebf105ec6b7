package e2e

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/playwright-community/playwright-go"
	"go.yaml.in/yaml/v3"
)

var update = flag.Bool("update", false, "write how many pages each leaflet takes anew")

var pagesFile = filepath.Join("..", "assets", "content", "leaflet_pages.yaml")

type pageCounts map[string]map[string]map[string]int

func (c pageCounts) of(o order) int { return c[o.ID][o.Format][o.Languages[0]] }

func (c pageCounts) add(o order, pages int) {
	if c[o.ID] == nil {
		c[o.ID] = map[string]map[string]int{}
	}
	if c[o.ID][o.Format] == nil {
		c[o.ID][o.Format] = map[string]int{}
	}
	c[o.ID][o.Format][o.Languages[0]] = pages
}

func readPages(t *testing.T) pageCounts {
	t.Helper()
	data, err := os.ReadFile(pagesFile)
	must(t, err)
	var file struct{ Pages pageCounts }
	must(t, yaml.Unmarshal(data, &file))
	return file.Pages
}

// writePages writes the file, its comment kept.
func writePages(t *testing.T, counts pageCounts) {
	t.Helper()
	before, err := os.ReadFile(pagesFile)
	must(t, err)
	comment, _, _ := strings.Cut(string(before), "pages:")
	var out strings.Builder
	out.WriteString(comment + "pages:\n")
	for _, id := range slices.Sorted(maps.Keys(counts)) {
		fmt.Fprintf(&out, "  %s:\n", id)
		for _, format := range slices.Sorted(maps.Keys(counts[id])) {
			var parts []string
			for _, tag := range slices.Sorted(maps.Keys(counts[id][format])) {
				parts = append(parts, fmt.Sprintf("%s: %d", tag, counts[id][format][tag]))
			}
			fmt.Fprintf(&out, "    %s: {%s}\n", format, strings.Join(parts, ", "))
		}
	}
	must(t, os.WriteFile(pagesFile, []byte(out.String()), 0o644))
}

// Every leaflet in every format and language stands on as many pages as are promised, and nothing is cut. Some are printed:
// every leaflet, format and language once. The proof of the papers prints all.
func TestEveryLeafletPrints(t *testing.T) {
	t.Parallel()
	p := openPress(t, shared)
	all, known, counts := listed(t), readPages(t), pageCounts{}
	for _, o := range all {
		p.stand(o)
		sheets := p.count(p.Locator(".papersheet"))
		counts.add(o, sheets)
		if want := known.of(o); !*update && sheets != want {
			t.Errorf("%s has %d pages, not %d; where that is meant: go test ./e2e -run TestEveryLeafletPrints -update", o, sheets, want)
		}
		p.fits(o)
	}
	if *update {
		writePages(t, counts)
	}
	for _, o := range some(all) {
		d := p.print(o)
		if n := d.pages(); n != counts.of(o) {
			t.Errorf("%s is printed on %d pages, and shown on %d", o, n, counts.of(o))
		}
		p.proof(o, d)
	}
}

// some picks few papers among which is every leaflet, format, choice of languages and size of letters.
func some(all []order) (picked []order) {
	seen := map[string]bool{}
	news := func(o order) (news []string) {
		for _, one := range []string{o.ID, o.Format, strings.Join(o.Languages, "+"), fmt.Sprint(o.Large)} {
			if !seen[one] {
				news = append(news, one)
			}
		}
		return news
	}
	for {
		best := slices.MaxFunc(all, func(a, b order) int { return len(news(a)) - len(news(b)) })
		more := news(best)
		if len(more) == 0 {
			return picked
		}
		for _, one := range more {
			seen[one] = true
		}
		picked = append(picked, best)
	}
}

// proof holds a printed paper to what every paper must be.
func (p *press) proof(o order, d *pdf) {
	p.t.Helper()
	if strange := d.strangeFonts(p.t); len(strange) > 0 {
		p.t.Errorf("%s is not printed in the fonts of the app:\n%s", o, strings.Join(strange, "\n"))
	}
	if smallest, least := d.smallest(p.t), leastSize(o); smallest < least {
		p.t.Errorf("%s has letters of %.1f points, less than %.1f", o, smallest, least)
	}
	p.fits(o)
	for i, tag := range o.Languages {
		// Readings stand over the words on paper: there the lines are read from the screen, which is the same paper.
		text := d.text
		if tag == "ja-Hira" || len(o.Languages) > 1 {
			text = p.words()
		}
		for _, line := range p.lines(o.ID, tag) {
			if i > 0 && imprint.MatchString(line) {
				continue // in the first language only
			}
			if !saidOn(text, line, len(o.Languages) > 1) {
				p.t.Errorf("%s lacks the line %q", o, line)
			}
		}
	}
}

// leastSize is the size of the smallest letters, in points: readings, or else the foot.
func leastSize(o order) float64 {
	small := o.Format == "card" || o.Format == "sticker"
	switch easy := slices.Contains(o.Languages, "ja-Hira"); {
	case small && easy:
		return 3.8
	case small:
		return 8
	case easy:
		return 5.5
	}
	return 10.5
}

// imprint is a line of the foot with a version or a day.
var imprint = regexp.MustCompile(`\d{4}-\d\d-\d\d$`)

// stepNumber is that of a step, which stands once before all its languages.
var stepNumber = regexp.MustCompile(`^\d\. `)

var reading = regexp.MustCompile(`\([\p{Hiragana}ー]+\)`)

// lines are those that must be on the paper, as the terminal says them.
func (p *press) lines(id, tag string) []string {
	p.t.Helper()
	if known, ok := p.said[id+" "+tag]; ok {
		return known
	}
	text := command(p.t, binary, "leaflets", "--text", "--id", id, "--language", tag, "--origin", leafletOrigin, "--on", today())
	if tag == "ja-Hira" {
		text = reading.ReplaceAllString(text, "")
	}
	var lines []string
	for line := range strings.Lines(text) {
		lines = append(lines, strings.TrimPrefix(strings.TrimSpace(line), "- "))
	}
	p.said[id+" "+tag] = lines
	return lines
}

// saidOn tells whether a line is there. A cell of a table stands apart from the head of its column, and with several
// languages the number of a step or a phone apart from its words.
func saidOn(text, line string, several bool) bool {
	all := reading.ReplaceAllString(plain(text), "")
	there := func(part string) bool { return strings.Contains(all, reading.ReplaceAllString(plain(part), "")) }
	if there(line) {
		return true
	}
	if several {
		line = stepNumber.ReplaceAllString(line, "")
		if i := strings.LastIndex(line, " "); there(line) || i >= 0 && there(line[:i]) && there(line[i:]) {
			return true
		}
	}
	head, cell, ok := strings.Cut(line, ": ")
	return ok && there(head) && there(cell)
}

// words is the text of the paper without the readings over it.
func (p *press) words() string {
	p.t.Helper()
	text, err := p.Locator(".papers__copy").First().Evaluate(`copy => {
		const without = copy.cloneNode(true);
		for (const reading of without.querySelectorAll('rt, rp')) reading.remove();
		return without.textContent;
	}`, nil)
	must(p.t, err)
	return text.(string)
}

// faultsOnPaper finds, in the layout for print, what does not lie whole where it belongs, and letters that are too small.
const faultsOnPaper = `least => {
	const found = [];
	const box = one => one.getBoundingClientRect();
	const within = (inner, outer, name) => {
		const [a, b] = [box(inner), box(outer)];
		// The box of letters within a line is higher than the line; what shows of them is not.
		const slack = getComputedStyle(inner).display === 'inline' ? 8 : 1;
		if (a.width && (a.left < b.left - 1 || a.right > b.right + 1 || a.top < b.top - slack || a.bottom > b.bottom + slack))
			found.push(name + ' lies outside: ' + inner.textContent.slice(0, 40) + ' ' + [a.right - b.right, a.bottom - b.bottom].map(Math.round));
	};
	for (const area of document.querySelectorAll('.papersheet__area')) {
		for (const leaf of area.querySelectorAll('.leaf')) within(leaf, area, 'a page');
		for (const card of area.querySelectorAll('.card-leaf')) within(card, area, 'a card');
		for (const side of area.querySelectorAll('.cards-leaf__side > *')) within(side, area, 'the edge');
	}
	for (const body of document.querySelectorAll('.leaf__body')) {
		for (const part of body.querySelectorAll('*')) within(part, body, 'a part of a page');
		const foot = body.parentElement.querySelector('.leaf__foot');
		for (const part of foot.querySelectorAll('*')) within(part, foot, 'a part of the foot');
	}
	for (const calls of document.querySelectorAll('.card-leaf__calls')) {
		for (const part of calls.querySelectorAll('*')) within(part, calls, 'a number');
	}
	for (const card of document.querySelectorAll('.card-leaf')) {
		for (const part of card.querySelectorAll('*')) if (part.tagName !== 'path') within(part, card, 'a part of a card');
	}
	for (const space of document.querySelectorAll('.leaf__boxspace')) {
		const { width, height } = box(space);
		if (width < 110 || height < 45) found.push('a box is too small to write in: ' + Math.round(width) + 'x' + Math.round(height));
	}
	for (const code of document.querySelectorAll('.papers .qr')) {
		const modules = code.viewBox.baseVal.width;
		const millimetres = box(code).width * (modules - 8) / modules * 25.4 / 96;
		if (millimetres < 20) found.push('a code of ' + millimetres.toFixed(1) + ' mm');
	}
	const texts = document.createTreeWalker(document.querySelector('.papers'), NodeFilter.SHOW_TEXT);
	while (texts.nextNode()) {
		const one = texts.currentNode.parentElement;
		if (!texts.currentNode.data.trim() || one.closest('rt, rp, .leaf__foot')) continue;
		const style = getComputedStyle(one);
		if (parseFloat(style.fontSize) < least - 0.01) found.push(style.fontSize + ': ' + one.textContent);
		if (style.color !== 'rgb(0, 0, 0)') found.push(style.color + ': ' + one.textContent);
	}
	const shown = [...document.querySelectorAll('#app *')].filter(one => one.checkVisibility() && !one.closest('.papers') && !one.querySelector('.papers'));
	for (const one of shown) found.push('not of the paper: ' + one.outerHTML.slice(0, 60));
	return found.slice(0, 5);
}`

// fits reports what is wrong with the paper as it is laid out for print.
func (p *press) fits(o order) {
	p.t.Helper()
	least := 16.0 // 12 points
	if o.Format == "card" || o.Format == "sticker" {
		least = 8.0 * 4 / 3
	}
	if o.Large {
		least = 24
	}
	must(p.t, p.EmulateMedia(playwright.PageEmulateMediaOptions{Media: playwright.MediaPrint}))
	found, err := p.Evaluate(faultsOnPaper, least)
	must(p.t, err)
	must(p.t, p.EmulateMedia(playwright.PageEmulateMediaOptions{Media: playwright.MediaNoOverride}))
	for _, fault := range found.([]any) {
		p.t.Errorf("%s: %s", o, fault)
	}
}
