package directory

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

const reviewed = "2026-11-22"

const goodLines = `helplines:
  - id: dv_navi
    number: "#8008"
    url: "https://www.gender.go.jp/policy/no_violence/dv_navi/"
    publisher: 内閣府男女共同参画局
    verified_on: 2026-07-26
    status: verified
    group: consult
  - id: mynumber
    number: 0120-95-0178
    url: "http://www.example.jp/card?a=1&b=2"
    publisher: 地方公共団体情報システム機構
    verified_on: 2026-11-22
    status: official_page
    group: card
`

// load reads the good fixture with other national lines.
func load(t *testing.T, text string) (*Directory, []Issue) {
	t.Helper()
	fsys := goodFiles(t)
	fsys[File] = &fstest.MapFile{Data: []byte(text)}
	return Load(fsys, reviewed)
}

// goodFiles gives a small directory without a fault, to break in one place.
func goodFiles(t *testing.T) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{File: {Data: []byte(goodLines)}}
	files, err := filepath.Glob("testdata/good/directory/*")
	if err != nil || len(files) != 9 {
		t.Fatalf("%d files in the good fixture (%v), want 9", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		fsys[folder+filepath.Base(file)] = &fstest.MapFile{Data: data}
	}
	return fsys
}

func TestGoodDirectoryHasNoIssues(t *testing.T) {
	d, issues := load(t, goodLines)
	if len(issues) > 0 {
		t.Fatalf("issues = %v, want none", issues)
	}
	if len(d.Helplines) != 2 || !d.Has("mynumber") || d.Has("nobody") {
		t.Errorf("helplines = %+v, want dv_navi and mynumber", d.Helplines)
	}
}

func TestFaultsAreReportedAtTheirLine(t *testing.T) {
	tests := []struct {
		name     string
		old, new string // one change to the good directory
		want     string // file:line: code
	}{
		{"an unknown field", "publisher: 内閣府男女共同参画局", "owner: 内閣府男女共同参画局", ":5: yaml"},
		{"a broken file", "  - id: mynumber", "- id: mynumber", ":8: yaml"},
		{"a second document", "helplines:\n  - id: dv", "---\n{}\n---\nhelplines:\n  - id: dv", ": yaml"},
		{"an ID in capitals", "id: dv_navi", "id: DV", ":2: id"},
		{"no ID", "- id: dv_navi\n    number:", "- number:", ":2: id"},
		{"an ID given twice", "id: mynumber", "id: dv_navi", ":9: duplicate"},
		{"a number with a figure missing", "0120-95-0178", "0120-95-017", ":10: number"},
		{"a number without hyphens", "0120-95-0178", `"0120950178"`, ":10: number"},
		{"a hash number that is too long", "#8008", "#80088", ":3: number"},
		{"full-width figures", "#8008", "#８００８", ":3: number"},
		{"a foreign number", "0120-95-0178", `"+81-3-1234-5678"`, ":10: number"},
		{"no number", `number: "#8008"`, "number:", ":3: number"},
		{"no source", "    url: \"https://www.gender.go.jp/policy/no_violence/dv_navi/\"\n", "", ":2: url"},
		{"a source that is no address", "https://www.gender.go.jp", "gender.go.jp", ":4: url"},
		{"a source of another scheme", "https://www.gender.go.jp", "ftp://www.gender.go.jp", ":4: url"},
		{"no publisher", "publisher: 内閣府男女共同参画局", `publisher: " "`, ":5: publisher"},
		{"no day of verification", "verified_on: 2026-07-26", "verified_on:", ":6: verified_on"},
		{"a day that does not exist", "2026-07-26", "2026-02-30", ":6: verified_on"},
		{"a day after the review", "2026-07-26", "2026-11-23", ":6: verified_on"},
		{"an unknown status", "status: verified", "status: heard", ":7: status"},
		{"an unknown group", "group: consult", "group: friends", ":8: group"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.Replace(goodLines, tt.old, tt.new, 1)
			if text == goodLines {
				t.Fatalf("%q is not in the good directory", tt.old)
			}
			_, issues := load(t, text)
			if len(issues) != 1 || !strings.HasPrefix(issues[0].String(), File+tt.want+": ") {
				t.Errorf("issues = %v, want one at %s%s", issues, File, tt.want)
			}
		})
	}
}

func TestAnEmptyOrMissingFileIsAnIssue(t *testing.T) {
	for file := range goodFiles(t) {
		for code, data := range map[string]*fstest.MapFile{"file": nil, "empty": {Data: []byte("# nothing\n")}} {
			fsys := goodFiles(t)
			delete(fsys, file)
			if data != nil {
				fsys[file] = data
			}
			_, issues := Load(fsys, reviewed)
			if code == "empty" && strings.HasSuffix(file, ".csv") {
				code = "header"
			}
			if !slices.ContainsFunc(issues, func(i Issue) bool { return i.File == file && i.Code == code }) {
				t.Errorf("%s: issues = %v, want %s", file, issues, code)
			}
		}
	}
}

func TestEveryFaultIsReportedAtOnce(t *testing.T) {
	_, issues := load(t, "helplines:\n  - id: x\n")
	var codes []string
	for _, i := range issues {
		codes = append(codes, i.Code)
	}
	want := []string{"number", "url", "publisher", "verified_on", "status", "group"}
	if !slices.Equal(codes, want) {
		t.Errorf("codes = %v, want %v", codes, want)
	}
}

func TestWhatIsDialledFollowsFromTheNumber(t *testing.T) {
	for number, want := range map[string]string{
		"110": "tel:110", "#8008": "tel:%238008", "0120-279-889": "tel:0120279889", "0120-0178-27": "tel:0120017827",
		"0570-078374": "tel:0570078374", "050-3754-5430": "tel:05037545430",
	} {
		if !IsNumber(number) {
			t.Errorf("%s is refused", number)
		}
		if got := telURI(number); got != want {
			t.Errorf("tel of %s = %s, want %s", number, got, want)
		}
	}
}

func TestJSONIsCanonical(t *testing.T) {
	d, _ := load(t, goodLines)
	first, err := d.JSON()
	if err != nil {
		t.Fatal(err)
	}
	again, _ := load(t, "# a comment changes nothing\n"+goodLines)
	second, err := again.JSON()
	if err != nil {
		t.Fatal(err)
	}
	if string(first) != string(second) {
		t.Errorf("two readings differ:\n%s\n%s", first, second)
	}
	lines, err := d.HelplinesJSON()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(lines), `{"helplines":[{"id":"dv_navi","number":"#8008","tel":"tel:%238008",`) {
		t.Errorf("helplines = %s", lines)
	}
	var back Directory
	var bundle HelplineBundle
	if err := errors.Join(json.Unmarshal(first, &back), json.Unmarshal(lines, &bundle)); err != nil {
		t.Fatal(err)
	}
	if back.Helplines = bundle.Helplines; !reflect.DeepEqual(&back, d) {
		t.Errorf("what was read back differs from what was written")
	}
}
