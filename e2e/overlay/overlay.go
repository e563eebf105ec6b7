// Package overlay builds the program with something else laid over its sources, as `go build -overlay` does: other content,
// or another build of the app.
package overlay

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// Overlay is what is laid over the sources below a folder. Files are named from that folder.
type Overlay struct {
	root, dir string
	replace   map[string]string
}

// New begins an overlay over the sources below root, with nothing in it. What is laid over is kept in dir.
func New(root, dir string) (*Overlay, error) {
	root, err := filepath.Abs(root)
	return &Overlay{root: root, dir: dir, replace: map[string]string{}}, errors.Join(err, os.MkdirAll(dir, 0o755))
}

func (o *Overlay) lay(name, text string) error {
	file := filepath.Join(o.dir, fmt.Sprintf("%d-%s", len(o.replace), filepath.Base(name)))
	o.replace[filepath.Join(o.root, name)] = file
	return os.WriteFile(file, []byte(text), 0o600)
}

func (o *Overlay) remove(name string) { o.replace[filepath.Join(o.root, name)] = "" }

// Rewrite changes the files that match the pattern; one of them at least.
func (o *Overlay) Rewrite(pattern string, change func(text string) string) error {
	files, err := filepath.Glob(filepath.Join(o.root, pattern))
	if err != nil {
		return err
	}
	changed := false
	for _, file := range files {
		before, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		after := change(string(before))
		if after == string(before) {
			continue
		}
		changed = true
		name, err := filepath.Rel(o.root, file)
		if err == nil {
			err = o.lay(name, after)
		}
		if err != nil {
			return err
		}
	}
	if !changed {
		return fmt.Errorf("%s: nothing is changed", pattern)
	}
	return nil
}

// Build builds the program.
func (o *Overlay) Build(program string) error {
	text, err := json.Marshal(map[string]any{"Replace": o.replace})
	if err != nil {
		return err
	}
	list := filepath.Join(o.dir, "overlay.json")
	if err := os.WriteFile(list, text, 0o600); err != nil {
		return err
	}
	build := exec.Command("go", "build", "-overlay", list, "-o", program, "./server")
	build.Dir = o.root
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	return nil
}
