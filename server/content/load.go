package content

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v3"
)

// Content is everything authors wrote, parsed but not yet proved. Check proves it; Compile makes it a bundle.
type Content struct {
	Guide     Guide
	Texts     map[string]map[string]string // locale → message ID → text
	Readings  map[string]string            // kanji word → kana
	Forbidden []ForbiddenWord
	Exclusive Exclusive
	Cases     []Case
	Helplines []string // IDs of the national lines, which package directory describes
	Leaflets  []Leaflet
	Pages     Pages

	NeutralWords map[string][]string // locale → words that tell a bystander too much

	lexicon lexicon // the words of Readings; putting it together takes longer than reading a text by it

	hashes map[string]map[string]string // locale → message ID → hash of the Japanese that was translated
	pos    map[string]Pos               // "step stop_card" → where it is written
}

// Exclusive is what must hold between steps for every answer and every day.
type Exclusive struct {
	NeverTogether [][]string
	ExactlyOne    []ExactlyOne
}

// ExactlyOne says that whenever When holds, one of Steps does, and no two.
type ExactlyOne struct {
	ID    string
	When  Pred
	Steps []string
}

// loader collects faults while files are read, so that an author sees all of them at once.
type loader struct {
	fsys   fs.FS
	pos    map[string]Pos
	issues []Issue
}

// Load reads assets/content, assets/cases and the locales. Any issue means the content must not be used: what is
// returned beside it may be incomplete.
func Load(assets, locales fs.FS) (*Content, []Issue) {
	l := &loader{fsys: assets, pos: map[string]Pos{}}
	c := &Content{pos: l.pos}
	l.loadGuide(c)
	l.loadPages(c)
	l.loadLanguages(c)
	l.loadLeaflets(c)
	l.loadCases(c)
	l.loadTraining(c)
	l.loadAccessibility(c)
	l.loadHelplines(c)
	l.fsys = locales
	l.loadTexts(c)
	sortIssues(l.issues)
	return c, l.issues
}

// at gives the place of a thing named like "step stop_card"; the file alone when the thing itself is missing.
func (c *Content) at(thing, file string) Pos {
	if p, ok := c.pos[thing]; ok {
		return p
	}
	return Pos{File: file}
}

func (l *loader) fail(p Pos, code, detail string) {
	l.issues = append(l.issues, Issue{Pos: p, Code: code, Detail: detail})
}

var yamlLine = regexp.MustCompile(`line (\d+): `)

// decode reads one YAML file strictly into out and notes where each item of its lists stands.
func (l *loader) decode(file, kind string, out any) {
	data, err := fs.ReadFile(l.fsys, file)
	if err != nil {
		l.fail(Pos{File: file}, "file", "cannot be read: "+err.Error())
		return
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(out); err != nil && !errors.Is(err, io.EOF) {
		l.failYAML(file, err)
		return
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err == nil {
		l.note(file, kind, &doc)
	}
}

// failYAML turns the library's errors, which name lines in their text, into issues with places.
func (l *loader) failYAML(file string, err error) {
	messages := []string{err.Error()}
	if te := new(yaml.TypeError); errors.As(err, &te) {
		messages = te.Errors
	}
	for _, m := range messages {
		p := Pos{File: file}
		if at := yamlLine.FindStringSubmatchIndex(m); at != nil {
			p.Line, _ = strconv.Atoi(m[at[2]:at[3]])
			m = m[at[1]:]
		}
		l.fail(p, "yaml", m)
	}
}

// note remembers the line of every item with an id, and of what has no id, and reports IDs given twice.
func (l *loader) note(file, kind string, n *yaml.Node) {
	switch n.Kind {
	case yaml.DocumentNode, yaml.SequenceNode:
		for _, c := range n.Content {
			l.note(file, kind, c)
		}
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			switch {
			case key.Value == "id" && value.Tag != "!!int": // among counts it is the tag of Indonesian
				l.define(kind+" "+value.Value, Pos{File: file, Line: value.Line})
				kind += " " + value.Value
			case key.Value == kind+"s": // rules and readings are mappings: their keys are the names
				for j := 0; value.Kind == yaml.MappingNode && j < len(value.Content); j += 2 {
					l.define(kind+" "+value.Content[j].Value, Pos{File: file, Line: value.Content[j].Line})
				}
				l.note(file, kind, value)
			case value.Kind == yaml.SequenceNode && (key.Value == "words" || key.Value == "never_together"): // by their place in the list
				for j, item := range value.Content {
					l.pos[key.Value+" "+strconv.Itoa(j)] = Pos{File: file, Line: item.Line}
				}
			default:
				l.note(file, kind, value)
			}
		}
	}
}

func (l *loader) define(thing string, p Pos) {
	if first, ok := l.pos[thing]; ok {
		l.fail(p, "duplicate", thing+" is already defined at "+first.String())
		return
	}
	l.pos[thing] = p
}
