package e2e

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
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
	dir := filepath.Join(filepath.Dir(binary), fmt.Sprintf("generation-%d", generation))
	must(t, os.MkdirAll(dir, 0o755))
	o := overlay{t: t, dir: dir, Replace: map[string]string{}}
	o.markWords(generation)
	o.markApp(generation)
	text, err := json.Marshal(o)
	must(t, err)
	list, built := filepath.Join(dir, "overlay.json"), filepath.Join(dir, "michishirube")
	must(t, os.WriteFile(list, text, 0o600))
	if out, err := exec.Command("go", "build", "-overlay", list, "-o", built, "../server").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	generations.binaries[generation] = built
	return built
}

// overlay lists what is laid over the sources, as `go build -overlay` reads it; "" takes a file away.
type overlay struct {
	t       *testing.T
	dir     string
	Replace map[string]string
}

func (o *overlay) lay(path, text string) {
	o.t.Helper()
	path, err := filepath.Abs(path)
	must(o.t, err)
	file := filepath.Join(o.dir, fmt.Sprintf("%d-%s", len(o.Replace), filepath.Base(path)))
	must(o.t, os.WriteFile(file, []byte(text), 0o600))
	o.Replace[path] = file
}

func (o *overlay) remove(path string) {
	o.t.Helper()
	path, err := filepath.Abs(path)
	must(o.t, err)
	o.Replace[path] = ""
}

func (o *overlay) markWords(generation int) {
	o.t.Helper()
	files, err := filepath.Glob("../locales/*.toml")
	must(o.t, err)
	var pairs []string
	for _, word := range markedWords {
		pairs = append(pairs, `"`+word+`"`, `"`+word+markOf(generation)+`"`)
	}
	words := strings.NewReplacer(pairs...)
	for _, file := range files {
		before, err := os.ReadFile(file)
		must(o.t, err)
		if after := words.Replace(string(before)); after != string(before) {
			o.lay(file, after)
		}
	}
}

var (
	namedByContent = regexp.MustCompile(`^assets/(.+)\.(js|css)$`)
	workerVersion  = regexp.MustCompile(`version:.([0-9a-f]{12})`)
)

// markApp makes another build of the app, as a build of other sources would be: script and style with other names, and a
// worker that lists them.
func (o *overlay) markApp(generation int) {
	o.t.Helper()
	const root = "../frontend/dist/app"
	files, renamed := map[string]string{}, []string{}
	must(o.t, fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		switch filepath.Ext(name) {
		case ".br", ".gz": // of other bytes
			o.remove(filepath.Join(root, name))
		case ".js", ".css", ".html":
			data, err := os.ReadFile(filepath.Join(root, name))
			must(o.t, err)
			files[name] = string(data)
			if found := namedByContent.FindStringSubmatch(name); found != nil {
				renamed = append(renamed, found[1]+"."+found[2], fmt.Sprintf("%s-%d.%s", found[1], generation, found[2]))
			}
		}
		return nil
	}))
	names := strings.NewReplacer(renamed...)
	var hashes []string
	for name, before := range files {
		if name == "sw.js" {
			continue
		}
		after := names.Replace(before)
		switch {
		case name == "index.html":
			after = strings.Replace(after, "<head>", fmt.Sprintf(`<head><meta name="generation" content="%d">`, generation), 1)
		case strings.HasSuffix(name, ".js"):
			after += fmt.Sprintf("\n(globalThis.generations ??= []).push(%d);\n", generation)
		}
		hashes = append(hashes, sum(before), sum(after))
		o.remove(filepath.Join(root, name))
		o.lay(filepath.Join(root, names.Replace(name)), after)
	}
	worker := strings.NewReplacer(hashes...).Replace(names.Replace(files["sw.js"]))
	version := workerVersion.FindStringSubmatch(worker)
	if version == nil || len(hashes) == 0 {
		o.t.Fatal("the app is not built")
	}
	o.lay(filepath.Join(root, "sw.js"), strings.Replace(worker, version[1], sum(worker)[:12], 1))
}

func sum(text string) string {
	hash := sha256.Sum256([]byte(text))
	return hex.EncodeToString(hash[:])
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
