package content

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

// shipped is the content as it is shipped, read once. Nothing here changes it.
var shipped = sync.OnceValues(func() (*Content, []Issue) {
	return Load(os.DirFS("../../assets"), os.DirFS("../../locales"))
})

func real(t testing.TB) *Content {
	t.Helper()
	c, issues := shipped()
	if len(issues) > 0 {
		t.Fatalf("the content has faults, the first: %v", issues[0])
	}
	return c
}

// edit replaces one piece of text in a file of the valid base; an empty old adds to its end.
type edit struct{ file, old, new string }

// edited loads the valid base after some edits, which must leave it well-formed.
func edited(t *testing.T, edits ...edit) *Content {
	t.Helper()
	c, issues := Load(files(t, edits))
	if len(issues) > 0 {
		t.Fatalf("the edited base does not load: %v", issues)
	}
	stamp(c)
	return c
}

// stamp gives every translation of a fixture the hash of its Japanese, where it has none: fixtures are read by people.
func stamp(c *Content) {
	for locale, texts := range c.Texts {
		for id := range texts {
			if locale != SourceLocale && c.hashes[locale][id] == "" {
				c.hashes[locale][id] = SourceHash(c.Texts[SourceLocale][id])
			}
		}
	}
}

// files gives the base after the edits, as the two file systems of Load.
func files(t *testing.T, edits []edit) (assets, locales fs.FS) {
	t.Helper()
	content, text := fstest.MapFS{}, fstest.MapFS{}
	all := base()
	for _, e := range edits {
		switch {
		case e.old == "":
			all[e.file] += e.new
		case strings.Count(all[e.file], e.old) == 0:
			t.Fatalf("%s does not have %q", e.file, e.old)
		default:
			all[e.file] = strings.Replace(all[e.file], e.old, e.new, 1)
		}
	}
	for name, data := range all {
		if strings.HasSuffix(name, ".toml") {
			text[name] = &fstest.MapFile{Data: []byte(data)}
		} else {
			content[name] = &fstest.MapFile{Data: []byte(data)}
		}
	}
	return content, text
}

// fault is an issue a bad fixture must give.
type fault struct {
	name  string // what is wrong
	edits []edit
	file  string
	at    string // stands on the reported line; "" when the fault belongs to the whole file
	piece string // stands in the detail
}

// wantFaults checks that each bad fixture reports its fault under the code, with its place.
func wantFaults(t *testing.T, code string, faults []fault) {
	t.Helper()
	for _, f := range faults {
		t.Run(code+": "+f.name, func(t *testing.T) {
			assets, locales := files(t, f.edits)
			c, issues := Load(assets, locales)
			if len(issues) > 0 {
				t.Fatalf("the bad fixture does not load: %v", issues)
			}
			stamp(c)
			root := assets
			if strings.HasSuffix(f.file, ".toml") {
				root = locales
			}
			issues = Check(c)
			found := slices.ContainsFunc(issues, func(i Issue) bool {
				return i.Code == code && i.File == f.file && strings.Contains(i.Detail, f.piece) && strings.Contains(line(t, root, i.Pos), f.at)
			})
			if !found {
				t.Errorf("want %s at %q: %s: …%s…, got:", f.file, f.at, code, f.piece)
				for _, i := range issues {
					t.Error(i)
				}
			}
		})
	}
}

// line gives the line an issue points at; "" when it points at the whole file.
func line(t *testing.T, root fs.FS, p Pos) string {
	t.Helper()
	if p.Line == 0 {
		return ""
	}
	data, err := fs.ReadFile(root, p.File)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(data), "\n")[p.Line-1]
}

// good is a change of the base after which there is still no fault.
type good struct {
	name  string
	edits []edit
}

func wantNone(t *testing.T, tests []good) {
	t.Helper()
	for _, g := range tests {
		t.Run(g.name, func(t *testing.T) {
			for _, i := range Check(edited(t, g.edits...)) {
				t.Error(i)
			}
		})
	}
}

func TestTheBaseOfTheFixturesHasNoFault(t *testing.T) {
	for _, i := range Check(edited(t)) {
		t.Error(i)
	}
}

func TestEveryFaultHasAFileAndASortedPlace(t *testing.T) {
	issues := Check(edited(t,
		edit{stepsFile, "kind: warn", "kind: shout"},
		edit{"steps.ja.toml", `do = "つたえます。"`, `do = ""`},
		edit{sourcesFile, "", "  - {id: spare, title: t, confidence: official}\n"},
	))
	if len(issues) != 3 {
		t.Fatalf("issues = %v, want three", issues)
	}
	for _, i := range issues {
		if i.File == "" || i.Line == 0 {
			t.Errorf("%v has no place", i)
		}
	}
	if !slices.IsSortedFunc(issues, func(a, b Issue) int { return strings.Compare(a.File, b.File) }) {
		t.Errorf("issues are not in order: %v", issues)
	}
}
