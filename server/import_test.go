package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"michishirube/server/store"
)

const (
	goodList = "番号,名称,電話,電話の種類,発行者,確認日\n06130017,髙﨑健康保険組合,03-5211-0000,直通,県,令和8年11月1日\n138016,千代田区国保,03-5211-0001,代表,区,2026-11-01\n"
	oneBad   = goodList + "06130018,別の健康保険組合,,,県,2026-11-01\n"
)

// runCommand runs a subcommand and gives its exit status, output and errors.
func runCommand(args ...string) (code int, out, bad string) {
	var stdout, stderr bytes.Buffer
	code = run(context.Background(), args, testEnv(&stdout, &stderr))
	return code, stdout.String(), stderr.String()
}

func listFile(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "名簿.csv")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func mustImport(t *testing.T, data, text string, flags ...string) string {
	t.Helper()
	args := append([]string{"import", "--by", "福祉課", "--data", data, listFile(t, text)}, flags...)
	code, out, bad := runCommand(args...)
	if code != exitOK {
		t.Fatalf("exit %d\n%s%s", code, out, bad)
	}
	return out
}

func contains(t *testing.T, text string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in:\n%s", want, text)
		}
	}
	for _, never := range []string{"<no value>", "import.", "%!"} {
		if strings.Contains(text, never) {
			t.Errorf("%q in:\n%s", never, text)
		}
	}
}

func TestAnImportIsKeptWithWhoAndWhen(t *testing.T) {
	data := t.TempDir()
	out := mustImport(t, data, goodList)
	contains(t, out, "UTF-8", "このアプリの並び", "2行、うち取り込めない行 0", "増える: 2件", "取り込みました", "次に serve")
	db, err := store.Open(filepath.Join(data, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	m, list, err := importedList(context.Background(), db)
	if err != nil || m.By != "福祉課" || m.File != "名簿.csv" || len(m.Hash) != 64 || m.Rows != 2 || len(list.Entries) != 2 {
		t.Errorf("kept %+v, %+v, %v", m, list, err)
	}
	if !m.At.Equal(testEnv(nil, nil).Now()) {
		t.Errorf("at = %v", m.At)
	}
}

func TestADryRunShowsAllAndWritesNothing(t *testing.T) {
	data := filepath.Join(t.TempDir(), "none")
	code, out, bad := runCommand("import", "--data", data, listFile(t, goodList), "--dry-run")
	if code != exitOK || bad != "" {
		t.Fatalf("exit %d, %s", code, bad)
	}
	contains(t, out, "+ kenpo-union-06130017 髙﨑健康保険組合 03-5211-0000", "--dry-run", "何も書き込んでいません")
	if _, err := os.Stat(data); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}

	data = t.TempDir()
	mustImport(t, data, goodList)
	before := mustReadFile(t, filepath.Join(data, databaseFile))
	changed := strings.Replace(strings.Replace(goodList, "03-5211-0000", "03-5211-9999", 1), "138016,千代田区国保", "138024,中央区国保", 1)
	code, out, bad = runCommand("import", "--dry-run", "--data", data, listFile(t, changed))
	if code != exitOK {
		t.Fatalf("exit %d, %s", code, bad)
	}
	contains(t, out, "前回の取り込み: 2026-11-22、名簿.csv、福祉課", "増える: 1件", "変わる: 1件", "電話: 03-5211-0000 → 03-5211-9999",
		"なくなる: 1件", "- kokuho-138016 千代田区国保")
	if !bytes.Equal(before, mustReadFile(t, filepath.Join(data, databaseFile))) {
		t.Error("the database was changed")
	}
}

func mustReadFile(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestABadRowStopsAllUnlessItIsSkipped(t *testing.T) {
	data := t.TempDir()
	code, out, bad := runCommand("import", "--by", "x", "--data", data, listFile(t, oneBad))
	if code != exitFailure {
		t.Errorf("exit %d", code)
	}
	contains(t, out, "行4「番号」: 「06130018」は検証番号が合いません")
	contains(t, bad, "何も書き込んでいません", "--skip-bad")
	if list, err := keptList(context.Background(), filepath.Join(data, databaseFile)); err != nil || len(list.Entries) > 0 {
		t.Errorf("kept %+v, %v", list, err)
	}
	contains(t, mustImport(t, data, oneBad, "--skip-bad"), "行4「番号」", "1行を除いて取り込みました")
	if list, err := keptList(context.Background(), filepath.Join(data, databaseFile)); err != nil || len(list.Entries) != 2 {
		t.Errorf("kept %+v, %v", list, err)
	}
	// A file of which nothing is left would take the whole list away.
	code, _, bad = runCommand("import", "--by", "x", "--data", data, "--skip-bad", listFile(t, "番号,名称,確認日,発行者\n1,x,2026-11-01,県\n"))
	if code != exitFailure || !strings.Contains(bad, "取り込める行がない") {
		t.Errorf("exit %d, %s", code, bad)
	}
}

func TestTheSameImportTwiceWritesOnce(t *testing.T) {
	data, dir := t.TempDir(), t.TempDir()
	mustImport(t, data, goodList)
	exported := filepath.Join(dir, "list.csv") // nor does it change anything
	if code, _, bad := runCommand("export", "--format", "csv", "--data", data, "--out", exported); code != exitOK {
		t.Fatal(bad)
	}
	for _, file := range []string{listFile(t, goodList), exported} {
		code, out, bad := runCommand("import", "--by", "x", "--data", data, file)
		if code != exitOK {
			t.Fatal(out, bad)
		}
		contains(t, out, "増える: 0件", "変わる: 0件", "なくなる: 0件", "今の内容と同じです")
	}
	db, err := store.OpenReadOnly(filepath.Join(data, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if m, err := db.Master(context.Background()); err != nil || m.By != "福祉課" {
		t.Errorf("last import = %+v, %v, want the first", m, err)
	}
}

func TestAnImportIsRefusedWhileAServerRuns(t *testing.T) {
	data := t.TempDir()
	db, err := store.Open(filepath.Join(data, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	for _, args := range [][]string{
		{"import", "--by", "x", "--data", data, listFile(t, goodList)},
		{"import", "--dry-run", "--data", data, listFile(t, goodList)},
		{"export", "--format", "csv", "--data", data},
	} {
		code, out, bad := runCommand(args...)
		if code != exitFailure || out != "" {
			t.Errorf("%v: exit %d, %s", args, code, out)
		}
		contains(t, bad, "サーバーを止めてから")
	}
}
