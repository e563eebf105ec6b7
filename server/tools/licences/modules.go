package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// goPackage is what `go list` says of a package that is linked.
type goPackage struct {
	Dir    string
	Module *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// systems are those that binaries are handed out for: some packages are linked on one alone.
var systems = []string{"linux", "windows"}

// modules lists the Go modules that are linked into the program, and Go itself.
func modules(root string) ([]part, error) {
	found, dirs := map[string]*part{}, map[string]map[string]bool{}
	for _, system := range systems {
		linked, err := linkedOn(root, system)
		if err != nil {
			return nil, err
		}
		for _, p := range linked {
			m := p.Module
			if m == nil || m.Main {
				continue
			}
			if found[m.Path] == nil {
				found[m.Path], dirs[m.Path] = &part{name: m.Path, version: m.Version}, map[string]bool{}
			}
			// Licences of parts taken over from others stand beside them, below the module's own.
			for dir := p.Dir; strings.HasPrefix(dir, m.Dir); dir = filepath.Dir(dir) {
				dirs[m.Path][dir] = true
			}
		}
	}
	std, err := goItself(root)
	if err != nil {
		return nil, err
	}
	all := []part{std}
	for path, p := range found {
		for _, dir := range sortedKeys(dirs[path]) {
			texts, err := textsIn(dir)
			if err != nil {
				return nil, err
			}
			p.texts = append(p.texts, texts...)
		}
		if len(p.texts) == 0 {
			return nil, fmt.Errorf("%s has no licence", path)
		}
		if p.licence, err = recognise(p.texts[0]); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		all = append(all, *p)
	}
	return all, nil
}

func linkedOn(root, system string) ([]goPackage, error) {
	cmd := exec.Command("go", "list", "-deps", "-json=Dir,Module", "./server")
	cmd.Dir, cmd.Env = root, append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0")
	var problem bytes.Buffer
	cmd.Stderr = &problem
	text, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w: %s", err, problem.String())
	}
	var all []goPackage
	for dec := json.NewDecoder(bytes.NewReader(text)); ; {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
}

// goItself is the standard library and the runtime. Which release of Go built a binary, the binary tells.
func goItself(root string) (part, error) {
	cmd := exec.Command("go", "env", "GOROOT")
	cmd.Dir = root
	goroot, err := cmd.Output()
	if err != nil {
		return part{}, err
	}
	texts, err := textsIn(strings.TrimSpace(string(goroot)))
	return part{name: "Go standard library and runtime", licence: "BSD-3-Clause", texts: texts}, err
}

var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|copyright|patents)([-_.][a-z0-9.]+)?$`)

// textsIn gives the licence of a folder, then its notices.
func textsIn(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(entries, func(a, b os.DirEntry) int { return strings.Compare(order(a.Name()), order(b.Name())) })
	var texts []string
	for _, e := range entries {
		if e.IsDir() || !licenceFile.MatchString(e.Name()) || strings.HasSuffix(e.Name(), ".go") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		texts = append(texts, string(text))
	}
	return texts, nil
}

// order puts licences before what stands beside them.
func order(name string) string {
	if strings.HasPrefix(strings.ToLower(name), "licen") {
		return "0" + name
	}
	return "1" + name
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
