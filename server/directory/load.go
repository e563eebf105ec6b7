package directory

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v3"
)

// entry is one line as written, with the place of each of its keys.
type entry struct {
	Helpline
	line  int            // where the entry begins
	lines map[string]int // key → line
}

// at gives the line of a key, or of the entry when the key is missing.
func (e entry) at(key string) int {
	if n, ok := e.lines[key]; ok {
		return n
	}
	return e.line
}

// Load reads the directory from fsys and checks it. Nothing may claim to have been verified after reviewedOn
// (YYYY-MM-DD), the day the whole content was last read against its sources; "" when a fault elsewhere hides that day.
// Any issue means the directory must not be used.
func Load(fsys fs.FS, reviewedOn string) (*Directory, []Issue) {
	d := &Directory{
		Helplines: []Helpline{}, Sources: []DataSource{}, Prefectures: []Prefecture{}, Schemes: []Scheme{}, Records: []Contact{},
		Municipalities: []Municipality{},
	}
	l := &loader{
		fsys: fsys, reviewedOn: reviewedOn, d: d,
		listed: map[string]bool{}, sources: map[string]bool{}, places: map[string]bool{}, tels: map[string]string{}, seen: map[string]string{},
	}
	l.loadHelplines()
	l.loadSources()
	l.loadPrefectures()
	l.loadSchemes()
	l.loadMunicipalities()
	for _, name := range []string{"kyokai.csv", "insurers.csv", "pension_offices.csv"} {
		l.loadContacts(name)
	}
	l.loadCentres()
	return d, l.issues
}

func (l *loader) loadHelplines() {
	data, err := fs.ReadFile(l.fsys, File)
	if err != nil {
		l.fail(row{file: File}, "file", "cannot be read: %v", err)
		return
	}
	entries, issues := parse(data)
	if len(issues) > 0 {
		l.issues = append(l.issues, issues...)
		return
	}
	for _, e := range entries {
		e.Tel = telURI(e.Number)
		l.d.Helplines = append(l.d.Helplines, e.Helpline)
	}
	l.issues = append(l.issues, check(entries, l.reviewedOn)...)
}

// parse reads the file strictly, then once more as a tree: decoding into structs forgets the lines.
func parse(data []byte) ([]entry, []Issue) {
	var authored struct {
		Helplines []Helpline `yaml:"helplines"`
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&authored); err != nil && !errors.Is(err, io.EOF) {
		return nil, yamlIssues(File, err)
	}
	if err := dec.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return nil, []Issue{{File: File, Code: "yaml", Detail: "more than one document"}}
	}
	if len(authored.Helplines) == 0 {
		return nil, []Issue{{File: File, Code: "empty", Detail: "no helplines"}}
	}
	var tree struct {
		Helplines []yaml.Node `yaml:"helplines"`
	}
	if err := yaml.Unmarshal(data, &tree); err != nil {
		return nil, yamlIssues(File, err)
	}
	entries := make([]entry, len(authored.Helplines))
	for i, h := range authored.Helplines {
		node := tree.Helplines[i]
		entries[i] = entry{Helpline: h, line: node.Line, lines: map[string]int{}}
		for k := 0; k+1 < len(node.Content); k += 2 {
			entries[i].lines[node.Content[k].Value] = node.Content[k].Line
		}
	}
	return entries, nil
}

var yamlLine = regexp.MustCompile(`line (\d+): `)

// yamlIssues turns the library's errors, which name lines in their text, into issues with lines.
func yamlIssues(file string, err error) []Issue {
	messages := []string{err.Error()}
	if te := new(yaml.TypeError); errors.As(err, &te) {
		messages = te.Errors
	}
	issues := make([]Issue, len(messages))
	for i, m := range messages {
		issues[i] = Issue{File: file, Code: "yaml", Detail: m}
		if at := yamlLine.FindStringSubmatchIndex(m); at != nil {
			issues[i].Line, _ = strconv.Atoi(m[at[2]:at[3]])
			issues[i].Detail = m[at[1]:]
		}
	}
	return issues
}
