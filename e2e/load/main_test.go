//go:build prove

package load

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
)

// binary is the program of the whole package.
var binary string

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "load-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	seeds = filepath.Join(dir, "seeds")
	binary = filepath.Join(dir, "michishirube")
	if out, err := exec.Command("go", "build", "-o", binary, "../../server").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "go build: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// table prints rows under a title, the first of them the heads of the columns.
func table(t *testing.T, title string, rows [][]string) {
	t.Helper()
	var out strings.Builder
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintln(w, strings.Join(row, "\t"))
	}
	must(t, w.Flush())
	t.Logf("%s\n%s", title, out.String())
}

// series are measurements of the same thing.
type series []float64

// at gives a quantile: 0.5 is the median.
func (s series) at(share float64) float64 {
	if len(s) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(s))
	return sorted[min(len(sorted)-1, int(share*float64(len(sorted))))]
}

func (s series) median() float64 { return s.at(0.5) }
