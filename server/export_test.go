package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestExportsHoldTheImportedList(t *testing.T) {
	data := t.TempDir()
	mustImport(t, data, goodList)
	for _, format := range []string{"csv", "jsonl", "fhir", "hsds"} {
		code, out, bad := runCommand("export", "--format", format, "--data", data)
		if code != exitOK || bad != "" || !strings.Contains(out, "髙﨑健康保険組合") || !strings.Contains(out, "千代田区") {
			t.Errorf("%s: exit %d, %s, %.300s", format, code, bad, out)
		}
		if (format == "fhir" || format == "hsds") && !json.Valid([]byte(out)) {
			t.Errorf("%s is no JSON", format)
		}
	}
}

func TestAnExportNeedsNoDataFolder(t *testing.T) {
	data := filepath.Join(t.TempDir(), "none")
	code, out, bad := runCommand("export", "--format", "csv", "--data", data)
	if code != exitOK || !strings.HasPrefix(out, "\ufeffid,番号,") {
		t.Errorf("exit %d, %s, %.100s", code, bad, out)
	}
	if _, err := os.Stat(data); err == nil {
		t.Error("the folder was made")
	}
}

func TestAnExportIsWrittenWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	code, out, bad := runCommand("export", "--format", "xlsx", "--data", dir, "--out", filepath.Join(dir, "a.xlsx"))
	if code != exitOK || out != "" || !strings.HasPrefix(string(mustReadFile(t, filepath.Join(dir, "a.xlsx"))), "PK") {
		t.Errorf("exit %d, %s", code, bad)
	}
	code, _, bad = runCommand("export", "--format", "csv", "--data", dir, "--out", filepath.Join(dir, "none", "a.csv"))
	if code != exitFailure {
		t.Errorf("exit %d", code)
	}
	contains(t, bad, "ファイル")
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

func TestExportsThatCannotBeUnderstood(t *testing.T) {
	for _, args := range [][]string{nil, {"--format", "pdf"}, {"--format", "csv", "more"}} {
		if code, out, bad := runCommand(append([]string{"export"}, args...)...); code != exitUsage || out != "" || bad == "" {
			t.Errorf("%v: exit %d, %s", args, code, out)
		}
	}
}
