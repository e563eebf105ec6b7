package directory

import (
	"bytes"
	"errors"
	"io"
	"io/fs"

	"go.yaml.in/yaml/v3"
)

const sourcesFile = "sources.yaml"

// DataSource is where records come from; the screen that credits them lists every one.
type DataSource struct {
	ID         string `json:"id" yaml:"id"`
	Title      string `json:"title" yaml:"title"`
	URL        string `json:"url" yaml:"url"`
	Publisher  string `json:"publisher" yaml:"publisher"`
	Licence    string `json:"licence" yaml:"licence"`
	Retrieved  string `json:"retrieved" yaml:"retrieved"`     // YYYY-MM-DD: the day it was taken over
	VerifiedOn string `json:"verified_on" yaml:"verified_on"` // YYYY-MM-DD: the day it was compared with its origin
	VerifiedBy string `json:"verified_by" yaml:"verified_by"`
}

// loadSources reads who stands behind the data. It comes first: every other file must be named here.
func (l *loader) loadSources() {
	whole := row{file: folder + sourcesFile}
	l.unsourced = true
	data, err := fs.ReadFile(l.fsys, whole.file)
	if err != nil {
		l.fail(whole, "file", "cannot be read: %v", err)
		return
	}
	var authored struct {
		Sources []struct {
			DataSource `yaml:",inline"`
			Files      []string `yaml:"files"`
			Notes      []string `yaml:"notes"` // for whoever keeps the data
		} `yaml:"sources"`
	}
	var tree struct {
		Sources []yaml.Node `yaml:"sources"`
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&authored); err != nil && !errors.Is(err, io.EOF) {
		l.issues = append(l.issues, yamlIssues(whole.file, err)...)
		return
	}
	if err := yaml.Unmarshal(data, &tree); err != nil {
		l.issues = append(l.issues, yamlIssues(whole.file, err)...)
		return
	}
	if len(authored.Sources) == 0 {
		l.fail(whole, "empty", "no sources")
		return
	}
	l.unsourced = false
	for i, s := range authored.Sources {
		r := row{file: whole.file, line: tree.Sources[i].Line}
		if !idShape.MatchString(s.ID) {
			l.fail(r, "id", "%q: want lower-case letters, figures and _, beginning with a letter", s.ID)
		}
		l.once(r, "source "+s.ID)
		for _, key := range [][2]string{{"title", s.Title}, {"publisher", s.Publisher}, {"licence", s.Licence}, {"verified_by", s.VerifiedBy}} {
			if key[1] == "" {
				l.fail(r, key[0], "%s: missing", s.ID)
			}
		}
		if detail := checkURL(s.URL); detail != "" {
			l.fail(r, "url", "%s: %s", s.ID, detail)
		}
		if detail := checkDay(s.Retrieved, l.reviewedOn); detail != "" {
			l.fail(r, "retrieved", "%s: %s", s.ID, detail)
		}
		if detail := checkDay(s.VerifiedOn, l.reviewedOn); detail != "" {
			l.fail(r, "verified_on", "%s: %s", s.ID, detail)
		}
		l.sources[s.ID] = true
		for _, f := range s.Files {
			l.listed[f] = true
		}
		l.d.Sources = append(l.d.Sources, s.DataSource)
	}
}
