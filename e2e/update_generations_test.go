package e2e

import (
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"michishirube/e2e/overlay"
)

// What tells one generation of the program from another: these words carry its mark, and so do the page and both parts
// of the script. Generation 0 is the newest, without a mark; 5 is five releases old.
var markedWords = append([]string{homeHeading, resultHeading, stopCard, stopCardVietnamese}, questions(cardConsultation)...)

// A step of the result of cardConsultation. Its Vietnamese is read from the device only when she chooses that language.
const (
	stopCard           = "マイナンバーカードを止める"
	stopCardVietnamese = "Dừng thẻ My Number"
)

func questions(answers []answer) []string {
	var all []string
	for _, a := range answers {
		all = append(all, a.question)
	}
	return all
}

func markOf(generation int) string {
	if generation == 0 {
		return ""
	}
	return fmt.Sprintf("(みほん%d)", generation)
}

// consultationOf is cardConsultation in the words of a generation.
func consultationOf(generation int) []answer {
	var all []answer
	for _, a := range cardConsultation {
		all = append(all, answer{a.question + markOf(generation), a.options})
	}
	return all
}

var generations = struct {
	sync.Mutex
	binaries map[int]string
}{binaries: map[int]string{}}

// program gives the binary of a generation. An earlier one is built from the same sources with other words and another
// app laid over them, so that both its release and its worker are its own.
func program(t *testing.T, generation int) string {
	t.Helper()
	if generation == 0 {
		return binary
	}
	generations.Lock()
	defer generations.Unlock()
	if built, ok := generations.binaries[generation]; ok {
		return built
	}
	o, err := overlay.New("..", filepath.Join(filepath.Dir(binary), fmt.Sprintf("generation-%d", generation)))
	must(t, err)
	var pairs []string
	for _, word := range markedWords {
		pairs = append(pairs, `"`+word+`"`, `"`+word+markOf(generation)+`"`)
	}
	must(t, o.Rewrite("locales/*.toml", strings.NewReplacer(pairs...).Replace))
	must(t, o.MarkApp(generation))
	built := filepath.Join(filepath.Dir(binary), fmt.Sprintf("michishirube-%d", generation))
	must(t, o.Build(built))
	generations.binaries[generation] = built
	return built
}

// wholly fails the test unless page, script and all marked words on screen are of this generation alone.
func (p *tab) wholly(generation int) {
	p.t.Helper()
	p.appOf(generation)
	p.wordsOf(generation)
}

// appOf wants page and script of one generation.
func (p *tab) appOf(generation int) {
	p.t.Helper()
	app := p.app()
	if want := fmt.Sprint(generation); strings.Trim(app, want) != "" {
		p.t.Errorf("page and script are of the generations %q, want %s alone", app, want)
	}
}

// app gives the generations of the page and of every part of the script that ran, one figure each.
func (p *tab) app() string {
	p.t.Helper()
	return p.evaluate(`[document.querySelector('meta[name=generation]')?.content ?? 0, ...(globalThis.generations ?? [0])].join('')`).(string)
}

// wordsOf wants the marked words on screen of one generation.
func (p *tab) wordsOf(generation int) {
	p.t.Helper()
	text := p.onScreen()
	found := generationsIn(text)
	if len(found) != 1 || found[0] != generation {
		p.t.Errorf("words of the generations %v, want %d alone:\n%s", found, generation, text)
	}
}

var marked = regexp.MustCompile(`\(みほん(\d)\)`)

// generationsIn are the generations of the marked words in a text.
func generationsIn(text string) []int {
	all := map[int]bool{}
	for _, word := range markedWords {
		for rest := text; ; {
			_, after, ok := strings.Cut(rest, word)
			if !ok {
				break
			}
			rest = after
			generation := 0
			if at := marked.FindStringSubmatchIndex(rest); at != nil && at[0] == 0 {
				generation = int(rest[at[2]] - '0')
			}
			all[generation] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// onScreen is all that can be read.
func (p *tab) onScreen() string {
	p.t.Helper()
	text, err := p.Locator("body").InnerText()
	must(p.t, err)
	return text
}
