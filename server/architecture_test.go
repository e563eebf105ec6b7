package main

import (
	"encoding/json"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// layer says what a package may import besides the standard library, and what it must not reach even through others.
// An entry stands for everything below it.
type layer struct {
	allowed []string
	never   []string
	pure    bool // values in, values out: opens nothing by itself
}

const (
	module  = "michishirube/"
	echo    = "github.com/labstack/echo/v4"
	bbolt   = "go.etcd.io/bbolt"
	yaml    = "go.yaml.in/yaml/v3"
	sat     = "github.com/crillab/gophersat"
	brotli  = "github.com/andybalholm/brotli"
	browser = "github.com/playwright-community/playwright-go"
)

func layers() map[string]layer {
	return map[string]layer{
		"server/content":          {[]string{yaml, sat, "github.com/BurntSushi/toml", "github.com/nicksnyder/go-i18n/v2", "golang.org/x/text"}, []string{module, echo, bbolt}, true},
		"server/directory":        {[]string{yaml}, []string{module, echo, bbolt}, true},
		"server/directory/master": {[]string{module + "server/directory", "github.com/xuri/excelize/v2", "golang.org/x/text"}, []string{echo, bbolt}, true},
		"server/directory/intake": {[]string{module + "server/directory"}, []string{echo, bbolt}, true},
		"server/editorial":        {[]string{module + "server/content", module + "server/directory"}, []string{echo, bbolt}, true},
		"server/editorial/pdf":    {[]string{"github.com/pdfcpu/pdfcpu"}, []string{module, echo, bbolt}, true},
		"server/account":          {[]string{"github.com/alexedwards/argon2id", "github.com/go-webauthn/webauthn"}, []string{module, echo, bbolt}, true},
		"server/messages":         {[]string{"github.com/BurntSushi/toml", "github.com/nicksnyder/go-i18n/v2", "golang.org/x/text"}, []string{module, echo, bbolt}, true},
		"server/release":          {[]string{module + "server/content", module + "server/directory", module + "server/editorial", brotli}, []string{echo, bbolt}, true},
		"server/store":            {[]string{module + "server/release", module + "server/editorial", module + "server/account", bbolt}, []string{echo}, false},
		"server/store/storetest":  {[]string{module + "server/store", module + "server/editorial", module + "server/release"}, []string{echo}, false},
		"server/web":              {[]string{module + "server/release", module + "server/editorial", module + "server/content", module + "server/messages", echo}, []string{bbolt}, false},
		"server/web/editor":       {[]string{module + "server/release", module + "server/editorial", module + "server/directory", module + "server/account", module + "server/content", module + "server/messages", "github.com/gorilla/sessions", "github.com/go-webauthn/webauthn", "github.com/boombuler/barcode", "golang.org/x/time", echo}, []string{bbolt}, false},
		"server/press":            {[]string{module + "server/content", module + "server/editorial", module + "server/release", "github.com/chromedp"}, []string{echo, bbolt}, false},
		"server":                  {[]string{module, "golang.org/x/term"}, []string{browser}, false},
		"server/tools":            {[]string{module + "server/content", module + "server/directory", module + "server/editorial", "golang.org/x/tools", "github.com/BurntSushi/toml", "github.com/nicksnyder/go-i18n/v2"}, []string{echo, bbolt}, false},
		"assets":                  {nil, []string{module}, false},
		"locales":                 {nil, []string{module}, false},
		"frontend":                {nil, []string{module}, false},
		"e2e":                     {nil, []string{module}, false},
		"e2e/disk":                {nil, []string{module}, false},
		"e2e/engines":             {nil, []string{module}, false},
		"e2e/load":                {nil, []string{module}, false},
		"e2e/office":              {nil, []string{module}, false},
		"e2e/overlay":             {nil, []string{module}, false},
	}
}

type goPackage struct {
	ImportPath    string
	Imports, Deps []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,Deps", "./...")
	cmd.Dir = ".."
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []goPackage
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p goPackage
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}

func TestPackagesImportOnlyWhatTheirLayerMay(t *testing.T) {
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		l, ok := layers()[name]
		if !ok && strings.HasPrefix(name, "server/tools/") {
			l, ok = layers()["server/tools"]
		}
		if !ok {
			t.Errorf("%s has no layer: give it one here", p.ImportPath)
			continue
		}
		for _, i := range p.Imports {
			if !standard(i) && !under(i, l.allowed) {
				t.Errorf("%s imports %s", p.ImportPath, i)
			}
			if l.pure && slices.Contains([]string{"os", "os/exec", "net", "net/http"}, i) {
				t.Errorf("%s imports %s: it is given an fs.FS", p.ImportPath, i)
			}
		}
		for _, d := range p.Deps {
			if under(d, l.never) {
				t.Errorf("%s reaches %s", p.ImportPath, d)
			}
		}
	}
}

func TestOnlyMainImportsWhatIsEmbedded(t *testing.T) {
	data := []string{module + "assets", module + "locales", module + "frontend"}
	for _, p := range packages(t) {
		if p.ImportPath != module+"server" && slices.ContainsFunc(p.Imports, func(i string) bool { return under(i, data) }) {
			t.Errorf("%s imports embedded data: take an fs.FS", p.ImportPath)
		}
	}
	for _, name := range goFiles(t, ".") {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range file.Imports {
			if name != "main.go" && under(strings.Trim(i.Path.Value, `"`), data) {
				t.Errorf("%s imports %s: only main.go does", name, i.Path.Value)
			}
		}
	}
}

// A clock that is read in one place can be set in a test.
func TestOnlyMainReadsTheClock(t *testing.T) {
	for _, name := range slices.Concat(goFiles(t, "."), goFiles(t, "content"), goFiles(t, "directory"),
		goFiles(t, "directory/master"), goFiles(t, "messages"), goFiles(t, "release"), goFiles(t, "store"), goFiles(t, "web"),
		goFiles(t, "web/editor"), goFiles(t, "account"), goFiles(t, "editorial"), goFiles(t, "press")) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if name != "main.go" && strings.Contains(string(text), "time."+"Now") {
			t.Errorf("%s reads the clock: take now func() time.Time", name)
		}
	}
}

// goFiles lists the files of a package but its tests.
func goFiles(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(names, func(n string) bool { return strings.HasSuffix(n, "_test.go") })
}

func under(path string, roots []string) bool {
	return slices.ContainsFunc(roots, func(r string) bool {
		r = strings.TrimSuffix(r, "/")
		return path == r || strings.HasPrefix(path, r+"/")
	})
}

// standard packages have no dot in their first element, and neither has this module.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".") && first+"/" != module
}
