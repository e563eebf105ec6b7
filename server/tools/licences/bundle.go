package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"michishirube/server/directory"
)

// lock is package-lock.json: the root under "", each package under its folder.
type lock struct {
	Packages map[string]struct {
		Version, License string
		Dependencies     map[string]string
	}
}

// packages lists the npm packages that end up in the app: what the project depends on, and what those depend on. What only
// builds and tests it is left out.
func packages(root string) ([]part, error) {
	text, err := os.ReadFile(filepath.Join(root, "package-lock.json"))
	if err != nil {
		return nil, err
	}
	var l lock
	if err := json.Unmarshal(text, &l); err != nil {
		return nil, err
	}
	var all []part
	seen := map[string]bool{}
	var add func(of string) error
	add = func(of string) error {
		for _, name := range sortedKeys(l.Packages[of].Dependencies) {
			folder := "node_modules/" + name
			p, ok := l.Packages[folder]
			if !ok {
				return fmt.Errorf("%s is not in package-lock.json", name)
			}
			if seen[folder] {
				continue
			}
			seen[folder] = true
			texts, err := textsIn(filepath.Join(root, filepath.FromSlash(folder)))
			if err != nil {
				return err
			}
			if len(texts) == 0 || p.License == "" {
				return fmt.Errorf("%s has no licence", name)
			}
			all = append(all, part{name: name, version: p.Version, licence: p.License, texts: texts})
			if err := add(folder); err != nil {
				return err
			}
		}
		return nil
	}
	return all, add("")
}

// fonts lists the fonts that are cut to the characters of the leaflets.
func fonts(root string) ([]part, error) {
	names, err := filepath.Glob(filepath.Join(root, "frontend", "src", "styles", "fonts", "*-OFL.txt"))
	if err != nil {
		return nil, err
	}
	var all []part
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		licence, err := recognise(string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		owner, _, _ := strings.Cut(string(text), "\n")
		all = append(all, part{
			name: strings.TrimSuffix(filepath.Base(name), "-OFL.txt"), licence: licence, notes: []string{strings.TrimSpace(owner)}, texts: []string{string(text)},
		})
	}
	return all, nil
}

// data lists where the directory comes from, and under which terms.
func data(root string) ([]part, error) {
	d, issues := directory.Load(os.DirFS(filepath.Join(root, "assets")), "")
	if len(issues) > 0 {
		return nil, fmt.Errorf("the directory has faults, the first: %v", issues[0])
	}
	terms := map[string]string{
		"CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/", "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
		"MIT": "https://opensource.org/license/mit",
	}
	var all []part
	for _, s := range d.Sources {
		p := part{name: s.Title, licence: s.Licence, notes: []string{s.Publisher, s.URL}}
		if address, ok := terms[s.Licence]; ok {
			p.notes = append(p.notes, address)
		}
		all = append(all, p)
	}
	return all, nil
}
