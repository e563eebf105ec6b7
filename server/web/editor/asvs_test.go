package editor

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// requirements counts those of levels 1 and 2 in each chapter of ASVS 5.0.0.
var requirements = map[string]int{
	"1": 27, "2": 11, "3": 19, "4": 10, "5": 9, "6": 35, "7": 18, "8": 7, "9": 7, "10": 29, "11": 14, "12": 9, "13": 13, "14": 9, "15": 13, "16": 16, "17": 7,
}

var (
	asvsRow   = regexp.MustCompile(`(?m)^\| (\d+)\.(\d+)\.(\d+) \| [12] \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$`)
	testNames = regexp.MustCompile(`\b(?:Test|Fuzz)[A-Z]\w+`)
	fileNames = regexp.MustCompile("`([^`]+)`")
)

// The table claims what tests show. A test that was renamed or taken away takes its claim with it.
func TestTheTableOfRequirementsNamesWhatThereIs(t *testing.T) {
	const root = "../../.."
	table, err := os.ReadFile("ASVS.md")
	if err != nil {
		t.Fatal(err)
	}
	tests := declaredTests(t, filepath.Join(root, "server"))
	have, counted := map[string]bool{}, map[string]int{}
	for _, row := range asvsRow.FindAllStringSubmatch(string(table), -1) {
		number, status, how, shown := strings.Join(row[1:4], "."), row[4], row[5], row[6]
		if have[number] {
			t.Errorf("%s stands twice", number)
		}
		have[number] = true
		counted[row[1]]++
		named := testNames.FindAllString(shown, -1)
		for _, name := range named {
			if !tests[name] {
				t.Errorf("%s: there is no test %s", number, name)
			}
		}
		for _, file := range fileNames.FindAllStringSubmatch(shown, -1) {
			named = append(named, file[1])
			if _, err := os.Stat(filepath.Join(root, file[1])); err != nil {
				t.Errorf("%s: %v", number, err)
			}
		}
		switch {
		case !slices.Contains([]string{"met", "partly", "NOT MET", "operator", "n/a"}, status):
			t.Errorf("%s: %q is no status", number, status)
		case (status == "met" || status == "partly") && len(named) == 0:
			t.Errorf("%s is %s, and nothing shows it", number, status)
		case strings.TrimSpace(how) == "":
			t.Errorf("%s does not say how, or why not", number)
		}
	}
	for chapter, want := range requirements {
		if counted[chapter] != want {
			t.Errorf("chapter %s has %d rows, want %d", chapter, counted[chapter], want)
		}
	}
}

// declaredTests lists every test and fuzz target of the server.
func declaredTests(t *testing.T, root string) map[string]bool {
	t.Helper()
	declared := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	all := map[string]bool{}
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		for _, m := range declared.FindAllStringSubmatch(string(text), -1) {
			all[m[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
