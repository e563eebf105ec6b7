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

// Load reads File from fsys and checks it. No number may claim to have been verified after reviewedOn (YYYY-MM-DD),
// the day the whole content was last read against its sources. Any issue means the directory must not be used.
func Load(fsys fs.FS, reviewedOn string) (*Directory, []Issue) {
	d := &Directory{Helplines: []Helpline{}}
	data, err := fs.ReadFile(fsys, File)
	if err != nil {
		return d, []Issue{{File: File, Code: "file", Detail: "cannot be read: " + err.Error()}}
	}
	entries, issues := parse(data)
	if len(issues) > 0 {
		return d, issues
	}
	for _, e := range entries {
		e.Tel = telURI(e.Number)
		d.Helplines = append(d.Helplines, e.Helpline)
	}
	return d, check(entries, reviewedOn)
}

// parse reads the file strictly, then once more as a tree: decoding into structs forgets the lines.
func parse(data []byte) ([]entry, []Issue) {
	var authored struct {
		Helplines []Helpline `yaml:"helplines"`
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&authored); err != nil && !errors.Is(err, io.EOF) {
		return nil, yamlIssues(err)
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
		return nil, yamlIssues(err)
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
func yamlIssues(err error) []Issue {
	messages := []string{err.Error()}
	if te := new(yaml.TypeError); errors.As(err, &te) {
		messages = te.Errors
	}
	issues := make([]Issue, len(messages))
	for i, m := range messages {
		issues[i] = Issue{File: File, Code: "yaml", Detail: m}
		if at := yamlLine.FindStringSubmatchIndex(m); at != nil {
			issues[i].Line, _ = strconv.Atoi(m[at[2]:at[3]])
			issues[i].Detail = m[at[1]:]
		}
	}
	return issues
}
