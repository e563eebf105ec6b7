package content

import (
	"io/fs"

	"go.yaml.in/yaml/v3"
)

const helplinesFile = "directory/helplines.yaml"

// loadHelplines notes which national lines there are, for what refers to them here. Everything else about a line is the
// business of the package that owns the directory, which reports its faults.
func (l *loader) loadHelplines(c *Content) {
	data, err := fs.ReadFile(l.fsys, helplinesFile)
	if err != nil {
		return
	}
	var lines struct {
		Helplines []struct {
			ID yaml.Node `yaml:"id"`
		} `yaml:"helplines"`
	}
	if err := yaml.Unmarshal(data, &lines); err != nil {
		return
	}
	for _, h := range lines.Helplines {
		c.Helplines = append(c.Helplines, h.ID.Value)
		l.pos["helpline "+h.ID.Value] = Pos{File: helplinesFile, Line: h.ID.Line}
	}
}
