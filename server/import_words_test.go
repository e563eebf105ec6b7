package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"michishirube/server/directory/master"
	"michishirube/server/messages"
)

func TestWhatIsWrongIsSaidInJapanese(t *testing.T) {
	data, dir := t.TempDir(), t.TempDir()
	file := func(name, text string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	orca := file("orca.csv", "hknjanum,hknjaname\n06130017,x\n")
	for _, tt := range []struct {
		args []string
		code int
		want string
	}{
		{nil, exitUsage, "1つ指定"},
		{[]string{orca, orca}, exitUsage, "1つ指定"},
		{[]string{"--remove", orca}, exitUsage, "ファイルは要りません"},
		{[]string{orca, "--verified-on", "2026-11-23"}, exitUsage, "--verified-on"},
		{[]string{orca, "--verified-on", "きのう"}, exitUsage, "--verified-on"},
		{[]string{orca, "--source-url", "example.jp"}, exitUsage, "--source-url"},
		{[]string{orca, "--kind", "保険"}, exitUsage, "--kind"},
		{[]string{orca, "--by", ""}, exitUsage, "--by"},
		{[]string{orca, "--verified-on", "2026-11-01"}, exitUsage, "--publisher"},
		{[]string{filepath.Join(dir, "none.csv")}, exitFailure, "ファイルを読めません"},
		{[]string{file("empty.csv", "")}, exitFailure, "空です"},
		{[]string{file("picture.png", "\x89PNG\x00")}, exitFailure, "CSVでもxlsxでも"},
		{[]string{file("utf16.csv", "\xff\xfea\x00")}, exitFailure, "UTF-16"},
		{[]string{file("old.xls", "\xd0\xcf\x11\xe0")}, exitFailure, "古い形式"},
		{[]string{file("cut.xlsx", "PK\x03\x04")}, exitFailure, "xlsx として"},
		{[]string{file("quote.csv", "番号,名称\n\"1,2\n")}, exitFailure, "2行目から"},
		{[]string{file("columns.csv", "a,b\n1,2\n")}, exitFailure, "列名がありません"},
		{[]string{file("twice.csv", "番号,名称,名称\n1,2,3\n")}, exitFailure, "「名称」が2つ"},
		{[]string{file("rows.csv", "番号,名称\n")}, exitFailure, "行がありません"},
	} {
		code, _, bad := runCommand(append([]string{"import", "--by", "x", "--data", data}, tt.args...)...)
		if code != tt.code {
			t.Errorf("%v: exit %d, want %d", tt.args, code, tt.code)
		}
		contains(t, bad, tt.want)
	}
	for _, name := range []string{"import", "export"} {
		if code, out, bad := runCommand(name, "--help"); code != exitOK || bad != "" || !strings.Contains(out, "Usage: michishirube "+name) {
			t.Errorf("%s --help = %d, %s%s", name, code, out, bad)
		}
		if code, _, bad := runCommand(name, "--nonsense"); code != exitUsage || !strings.Contains(bad, "nonsense") {
			t.Errorf("%s --nonsense = %d, %s", name, code, bad)
		}
	}
}

// Every code that a row can be refused by has words, and the words are filled in with what the code gives.
func TestEveryFaultHasWords(t *testing.T) {
	say, err := messages.Load(os.DirFS("../locales"), commandTexts)
	if err != nil {
		t.Fatal(err)
	}
	code := regexp.MustCompile(`trouble\("([a-z_.]+)"([^\n]*)`)
	arg := regexp.MustCompile(`"([a-z]+)", `)
	seen := 0
	for _, name := range goFiles(t, "directory/master") {
		for _, m := range code.FindAllStringSubmatch(string(mustReadFile(t, name)), -1) {
			seen++
			id, args := "import.fault."+m[1], map[string]string{}
			for _, a := range arg.FindAllStringSubmatch(m[2], -1) {
				args[a[1]] = "※"
			}
			if !say.Has(id) {
				t.Errorf("%s: no words for %s", name, id)
			} else if text := say.Say(id, args); strings.Contains(text, "<no value>") {
				t.Errorf("%s: %s", id, text)
			}
		}
	}
	if seen < 40 {
		t.Errorf("found only %d codes: has the way of writing them changed?", seen)
	}
	for _, id := range []string{"import.note.lost_zero", "import.encoding.ascii", "import.encoding.utf8", "import.encoding.utf8bom",
		"import.encoding.cp932", "import.layout.own", "import.layout.opendata", "import.layout.orca"} {
		if !say.Has(id) {
			t.Errorf("no words for %s", id)
		}
	}
	if !slices.Contains(master.Columns(), "確認日") {
		t.Error("the columns have no 確認日")
	}
}
