//go:build prove

package load

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// variant builds the program with other content: a copy of the sources, changed, gives a binary.
func variant(t *testing.T, change func(root string)) string {
	t.Helper()
	root := t.TempDir()
	for _, part := range []string{"go.mod", "go.sum", "server", "assets", "locales", "frontend/dist"} {
		at := filepath.Join(root, part)
		must(t, os.MkdirAll(filepath.Dir(at), 0o755))
		from := filepath.Join("../..", part)
		if info, err := os.Stat(from); err == nil && info.IsDir() {
			must(t, os.CopyFS(at, os.DirFS(from)))
		} else {
			text, err := os.ReadFile(from)
			must(t, err)
			must(t, os.WriteFile(at, text, 0o644))
		}
	}
	embeds, err := filepath.Glob("../../frontend/*.go")
	must(t, err)
	for _, from := range embeds {
		text, err := os.ReadFile(from)
		must(t, err)
		must(t, os.WriteFile(filepath.Join(root, "frontend", filepath.Base(from)), text, 0o644))
	}
	change(root)
	program := filepath.Join(t.TempDir(), "michishirube")
	build := exec.Command("go", "build", "-trimpath", "-o", program, "./server")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return program
}

// rewrite changes every file that matches the pattern below root.
func rewrite(t *testing.T, root, pattern string, change func(text string) string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, pattern))
	must(t, err)
	if len(files) == 0 {
		t.Fatalf("%s: no such file", pattern)
	}
	for _, at := range files {
		text, err := os.ReadFile(at)
		must(t, err)
		must(t, os.WriteFile(at, []byte(change(string(text))), 0o644))
	}
}

var (
	stepEntry = regexp.MustCompile(`(?m)^  - id: ([a-z0-9_]+)`)
	textTable = regexp.MustCompile(`(?m)^\[step\.([a-z0-9_]+)`)
)

// moreSteps gives every step but the one of danger, which stands alone, so many copies in all, with its words in every
// language. The copies hold when the step does, so a result is as many times as long.
func moreSteps(t *testing.T, root string, times int) {
	t.Helper()
	copies := func(text string, entry *regexp.Regexp) string {
		var out strings.Builder
		starts := append(entry.FindAllStringSubmatchIndex(text, -1), []int{len(text), 0, 0, 0})
		out.WriteString(text)
		for n := 2; n <= times; n++ {
			for i, at := range starts[:len(starts)-1] {
				if text[at[2]:at[3]] == "call_110" {
					continue
				}
				block := text[at[0]:starts[i+1][0]]
				if end := strings.Index(block, "\n["); entry == textTable && end >= 0 {
					block = block[:end+1] // another kind of words comes between
				}
				fmt.Fprintf(&out, "\n%s_%d%s", block[:at[3]-at[0]], n, block[at[3]-at[0]:])
			}
		}
		return out.String()
	}
	rewrite(t, root, "assets/content/steps.yaml", func(text string) string { return copies(text, stepEntry) })
	rewrite(t, root, "locales/steps*.toml", func(text string) string { return copies(text, textTable) })
	// A case that lists every step of a result would miss the copies.
	rewrite(t, root, "assets/cases/*.yaml", func(text string) string { return strings.ReplaceAll(text, "only: true", "only: false") })
}

// moreInsurers gives every insurer so many copies in all, under names of their own and without a number, of which there is
// one for each.
func moreInsurers(t *testing.T, root string, times int) {
	t.Helper()
	made := 0 // numbers the copies of both files, in the place of a postal code
	for _, name := range []string{"insurers.csv", "kyokai.csv"} {
		rewrite(t, root, "assets/directory/"+name, func(text string) string {
			rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
			must(t, err)
			id, kind, title, number := column(t, rows[0], "id"), column(t, rows[0], "kind"), column(t, rows[0], "name"), column(t, rows[0], "number")
			all := rows
			for n := 2; n <= times; n++ {
				for _, row := range rows[1:] {
					made++
					row = append([]string(nil), row...)
					row[id] = fmt.Sprintf("%s-%03d-%04d", strings.ReplaceAll(row[kind], "_", "-"), 900+n, made)
					row[title], row[number] = fmt.Sprintf("%s 第%d支部", row[title], n), ""
					all = append(all, row)
				}
			}
			var out bytes.Buffer
			w := csv.NewWriter(&out)
			must(t, w.WriteAll(all))
			return out.String()
		})
	}
}

func column(t *testing.T, heads []string, name string) int {
	t.Helper()
	for i, head := range heads {
		if head == name {
			return i
		}
	}
	t.Fatalf("no column %s among %v", name, heads)
	return 0
}
