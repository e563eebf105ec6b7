package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/playwright-community/playwright-go"
)

// leafletOrigin is where the phones of the tests would reach the server.
const leafletOrigin = "https://guide.example.lg.jp"

// order is what the app is asked to print.
type order struct {
	ID        string   `json:"id"`
	Format    string   `json:"format"`
	Languages []string `json:"languages"`
	Origin    string   `json:"origin"`
	Large     bool     `json:"large,omitempty"`
}

func (o order) String() string {
	return o.ID + " " + o.Format + " " + strings.Join(o.Languages, "+")
}

// listed gives every leaflet, format and language of the binary.
func listed(t *testing.T) []order {
	t.Helper()
	var all []order
	for line := range strings.Lines(command(t, binary, "leaflets", "--list")) {
		var o order
		must(t, json.Unmarshal([]byte(line), &o))
		o.Origin = leafletOrigin
		all = append(all, o)
	}
	if len(all) == 0 {
		t.Fatal("no leaflets")
	}
	return all
}

// command runs a program and gives what it prints.
func command(t *testing.T, name string, args ...string) string {
	t.Helper()
	var errors bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stderr = &errors
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, &errors)
	}
	return string(out)
}

// press is a tab that prints leaflets.
type press struct {
	*tab
	dir  string
	n    int
	said map[string][]string // what the terminal says is on a paper
}

// openPress opens the app and waits until every paper can be printed.
func openPress(t *testing.T, a *app) *press {
	t.Helper()
	p := &press{tab: open(t, a, 1180, 820), dir: t.TempDir(), said: map[string][]string{}}
	must(t, p.Locator("html[data-prints]").WaitFor(playwright.LocatorWaitForOptions{
		State: playwright.WaitForSelectorStateAttached, Timeout: playwright.Float(30_000),
	}))
	return p
}

// stand asks for a paper and waits until it stands as it will be printed.
func (p *press) stand(o order) {
	p.t.Helper()
	detail, err := json.Marshal(o)
	must(p.t, err)
	_, err = p.Evaluate(`detail => dispatchEvent(new CustomEvent('print-leaflet', { detail: JSON.parse(detail) }))`, string(detail))
	must(p.t, err)
	name := fmt.Sprintf("html[data-prints=%q]", o.ID+" "+o.Format+" "+o.Languages[0])
	must(p.t, p.Locator(name).WaitFor(playwright.LocatorWaitForOptions{State: playwright.WaitForSelectorStateAttached}))
}

// print asks for a paper and prints it.
func (p *press) print(o order) *pdf {
	p.t.Helper()
	p.stand(o)
	return p.pdf()
}

// pdf prints what is shown.
func (p *press) pdf() *pdf {
	p.t.Helper()
	p.n++
	path := filepath.Join(p.dir, strconv.Itoa(p.n)+".pdf")
	_, err := p.PDF(playwright.PagePdfOptions{Path: &path, PreferCSSPageSize: playwright.Bool(true), PrintBackground: playwright.Bool(true)})
	must(p.t, err)
	d := &pdf{path: path, info: command(p.t, "pdfinfo", path)}
	d.text = command(p.t, "pdftotext", "-raw", path, "-")
	return d
}

// pdf is a printed paper.
type pdf struct{ path, info, text string }

var pagesLine = regexp.MustCompile(`Pages:\s+(\d+)`)

func (d *pdf) pages() int {
	n, _ := strconv.Atoi(pagesLine.FindStringSubmatch(d.info)[1])
	return n
}

// has tells whether a line is in the text, wherever lines are broken.
func (d *pdf) has(line string) bool { return strings.Contains(plain(d.text), plain(line)) }

// ours are the fonts that come with the app.
var ours = regexp.MustCompile(`^[A-Z]{6}\+(BIZUDPGothic|NotoSans(SC|KR|Thai|Devanagari)?)-(Regular|Bold)$`)

// strangeFonts lists the fonts of a paper that are not ours, or not embedded with the characters they stand for.
func (d *pdf) strangeFonts(t *testing.T) []string {
	t.Helper()
	var strange []string
	for i, line := range strings.Split(strings.TrimSpace(command(t, "pdffonts", d.path)), "\n") {
		fields := strings.Fields(line)
		if i < 2 || len(fields) < 5 {
			continue
		}
		// … emb sub uni object ID
		n := len(fields)
		if !ours.MatchString(fields[0]) || fields[n-5] != "yes" || fields[n-3] != "yes" {
			strange = append(strange, line)
		}
	}
	return strange
}

var fontSize = regexp.MustCompile(`<fontspec id="\d+" size="(\d+)"`)

// smallest is the size of the smallest letters of a paper in points, a third more or less.
func (d *pdf) smallest(t *testing.T) float64 {
	t.Helper()
	least := 0.0
	for _, m := range fontSize.FindAllStringSubmatch(command(t, "pdftohtml", "-xml", "-i", "-stdout", "-zoom", "3", d.path), -1) {
		size, _ := strconv.ParseFloat(m[1], 64)
		if least == 0 || size < least {
			least = size
		}
	}
	return (least + 1) / 3 // the program cuts off what is behind the point
}

// today is the day in Japan.
func today() string {
	return time.Now().In(time.FixedZone("JST", 9*60*60)).Format(time.DateOnly)
}
