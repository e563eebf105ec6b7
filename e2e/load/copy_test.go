//go:build prove

package load

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"michishirube/e2e/overlay"
)

// variant builds the program with other content, which change lays over it.
func variant(t *testing.T, change func(*overlay.Overlay)) string {
	t.Helper()
	o, err := overlay.New("../..", t.TempDir())
	must(t, err)
	change(o)
	program := filepath.Join(t.TempDir(), "michishirube")
	must(t, o.Build(program))
	return program
}

var (
	stepEntry = regexp.MustCompile(`(?m)^  - id: ([a-z0-9_]+)`)
	textTable = regexp.MustCompile(`(?m)^\[step\.([a-z0-9_]+)`)
)

// moreSteps gives every step but the one of danger, which stands alone, so many copies in all, with its words in every
// language. The copies hold when the step does, so a result is as many times as long.
func moreSteps(t *testing.T, o *overlay.Overlay, times int) {
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
	must(t, o.Rewrite("assets/content/steps.yaml", func(text string) string { return copies(text, stepEntry) }))
	must(t, o.Rewrite("locales/steps*.toml", func(text string) string { return copies(text, textTable) }))
	// A case that lists every step of a result would miss the copies.
	must(t, o.Rewrite("assets/cases/*.yaml", func(text string) string { return strings.ReplaceAll(text, "only: true", "only: false") }))
}

// moreInsurers gives every insurer so many copies in all, under names of their own and without a number, of which there is
// one for each.
func moreInsurers(t *testing.T, o *overlay.Overlay, times int) {
	t.Helper()
	made := 0 // numbers the copies of both files, in the place of a postal code
	for _, name := range []string{"insurers.csv", "kyokai.csv"} {
		must(t, o.Rewrite("assets/directory/"+name, func(text string) string {
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
		}))
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
