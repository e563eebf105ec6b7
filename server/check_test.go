package main

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// checked runs the subcommand on the content and gives its status and what it printed.
func checked(content, texts fs.FS, args ...string) (status int, stdout, stderr string) {
	var out, faults bytes.Buffer
	env := Env{Stdout: &out, Stderr: &faults, Assets: content, Locales: texts}
	status = run(context.Background(), append([]string{"check"}, args...), env)
	return status, out.String(), faults.String()
}

// changed copies the content to a folder, with one piece of one file replaced.
func changed(t *testing.T, from fs.FS, file, old, new string) fs.FS {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, from); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, file)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(data, []byte(old)) {
		t.Fatalf("%s does not have %q", file, old)
	}
	if err := os.WriteFile(path, bytes.Replace(data, []byte(old), []byte(new), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	return os.DirFS(dir)
}

func TestCheckSumsUpSoundContentInOneLine(t *testing.T) {
	status, stdout, stderr := checked(os.DirFS("../assets"), os.DirFS("../locales"))
	if status != exitOK || strings.Count(stdout, "\n") != 1 || !strings.HasPrefix(stdout, "no faults: ") || stderr != "" {
		t.Errorf("status %d, stdout %q, stderr %q; want one line that says there is no fault", status, stdout, stderr)
	}
}

func TestCheckPrintsFaultsWithTheirPlaceInTheProject(t *testing.T) {
	broken := changed(t, os.DirFS("../assets"), "content/steps.yaml", "- id: change_pin\n    kind: do", "- id: change_pin\n    kind: shout")
	unsaid := changed(t, os.DirFS("../locales"), "desks.ja.toml", "[desk.clinic]", "[desk.klinik]")
	tests := []struct {
		name           string
		content, texts fs.FS
		want           string
	}{
		{"a fault of the rules", broken, os.DirFS("../locales"), "assets/content/steps.yaml:"},
		{"a fault of the words", os.DirFS("../assets"), unsaid, "locales/desks.ja.toml:"},
		{"YAML that is broken", changed(t, os.DirFS("../assets"), "content/rules.yaml", "rules:", "rules: ["), os.DirFS("../locales"), "assets/content/rules.yaml:"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, stdout, _ := checked(tt.content, tt.texts)
			if status != exitFailure || !strings.Contains("\n"+stdout, "\n"+tt.want) {
				t.Errorf("status %d, stdout %q; want a line that begins with %s", status, stdout, tt.want)
			}
		})
	}
}

func TestCheckTakesNoArguments(t *testing.T) {
	if status, _, stderr := checked(os.DirFS("../assets"), os.DirFS("../locales"), "content"); status != exitUsage || !strings.Contains(stderr, "content") {
		t.Errorf("status %d, stderr %q; want the argument to be refused", status, stderr)
	}
	if status, _, stderr := checked(os.DirFS("../assets"), os.DirFS("../locales"), "--help"); status != exitOK || !strings.Contains(stderr, "Usage") {
		t.Errorf("status %d, stderr %q; want the usage", status, stderr)
	}
}
