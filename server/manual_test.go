package main

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"michishirube/server/account"
	"michishirube/server/editorial"
	"michishirube/server/editorial/pdf"
	"michishirube/server/messages"
	"michishirube/server/press"
	"michishirube/server/store"
)

// manualText is all that operators read: the manual, and what the page for passing links on says of the program.
func manualText(t *testing.T) string {
	t.Helper()
	say, err := messages.Load(os.DirFS("../locales"), "editor/manual.ja.toml", "editor/distribution.ja.toml")
	if err != nil {
		t.Fatal(err)
	}
	var text []string
	for _, id := range say.IDs() {
		text = append(text, say.Say(id, map[string]string{"url": "https://guide.example.lg.jp/"}))
	}
	return strings.Join(text, "\n")
}

// usageOf is what a subcommand says of itself.
func usageOf(t *testing.T, name string) string {
	t.Helper()
	var said bytes.Buffer
	if status := run(t.Context(), []string{name, "--help"}, testEnv(&said, &said)); status != exitOK {
		t.Errorf("%s --help: status %d", name, status)
	}
	return said.String()
}

var flagName = regexp.MustCompile(`(?:^|[\s'])--?([a-z][a-z0-9-]*)`)

// names tells whether a usage names a flag.
func names(usage, flag string) bool {
	return regexp.MustCompile(`(?m)(^|[\s\[|])--?` + regexp.QuoteMeta(flag) + `($|[\s,\]])`).MatchString(usage)
}

func TestTheManualNamesOnlyCommandsThereAre(t *testing.T) {
	usages, everything := map[string]string{}, ""
	for _, c := range commands() {
		if c.name != "help" {
			usages[c.name] = usageOf(t, c.name)
			everything += usages[c.name]
		}
	}
	text := manualText(t)
	mentioned := map[string]bool{}
	for _, line := range regexp.MustCompile("(?:\\bmichishirube |= ')([a-z]+)\\b([^`\n]*)").FindAllStringSubmatch(text, -1) {
		name, rest := line[1], line[2]
		usage, ok := usages[name]
		if !ok {
			t.Errorf("there is no subcommand %s: %s", name, line[0])
			continue
		}
		mentioned[name] = true
		for _, flag := range flagName.FindAllStringSubmatch(rest, -1) {
			if flag[1] != "help" && !names(usage, flag[1]) {
				t.Errorf("%s has no flag %s: %s", name, flag[1], line[0])
			}
		}
		if action := strings.Fields(rest); (name == "user" || name == "release") && !strings.Contains(usage, name+" "+action[0]+" ") && !strings.Contains(usage, name+" "+action[0]+"\n") {
			t.Errorf("%s cannot %s: %s", name, action[0], line[0])
		}
	}
	for _, name := range []string{"serve", "check", "user", "import", "export", "backup", "restore", "release", "leaflets"} {
		if !mentioned[name] {
			t.Errorf("the manual says nothing of %s", name)
		}
	}
	for _, flag := range regexp.MustCompile("`--?([a-z][a-z0-9-]*)").FindAllStringSubmatch(text, -1) {
		if !names(everything, flag[1]) {
			t.Errorf("no subcommand has the flag %s", flag[1])
		}
	}
}

func TestTheManualNamesEverySetting(t *testing.T) {
	text := manualText(t)
	var variables []string
	for _, s := range settings() {
		variables = append(variables, s.env)
		for _, name := range []string{"`-" + s.flag + "`", "`" + s.env + "`"} {
			if !strings.Contains(text, name) {
				t.Errorf("%s is not in the manual", name)
			}
		}
	}
	for _, v := range regexp.MustCompile(`MICHISHIRUBE_[A-Z_]+`).FindAllString(text, -1) {
		if !slices.Contains(variables, v) {
			t.Errorf("there is no %s", v)
		}
	}
}

func TestTheManualNamesOnlyAddressesThereAre(t *testing.T) {
	var log bytes.Buffer
	env := testEnv(&log, &log)
	db, err := store.Open(filepath.Join(seed(t), databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}()
	line := editorial.Line{By: byServer}
	if err := db.PutRegion(t.Context(), editorial.Region{Code: "28381", Name: "稲美町"}, line); err != nil {
		t.Fatal(err)
	}
	if _, err := db.PublishEdition(t.Context(), "28381", 0, editorial.Publication{By: "a", ApprovedBy: "b"}, line); err != nil {
		t.Fatal(err)
	}
	handler, err := prepare(context.Background(), config{data: t.TempDir()}, env, slog.New(slog.DiscardHandler), db, nil)
	if err != nil {
		t.Fatal(err)
	}
	status := func(path string) int {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://localhost"+path, nil))
		return w.Code
	}
	if status("/editor/nothing") != http.StatusNotFound || status("/nothing") != http.StatusNotFound {
		t.Error("an unknown address is not told from a known one")
	}
	found := 0
	for _, path := range regexp.MustCompile("(?:`|http://localhost:80[0-9]+|https://guide\\.example\\.lg\\.jp)(/[^`\\s]*)").FindAllStringSubmatch(manualText(t), -1) {
		if regexp.MustCompile(`^/(etc|var|usr|data)\b`).MatchString(path[1]) || strings.HasPrefix(path[1], "/guide/") {
			continue // a folder of the machine
		}
		found++
		if code := status(strings.ReplaceAll(path[1], "コード", "28381")); code >= http.StatusBadRequest {
			t.Errorf("%s: %d", path[1], code)
		}
	}
	if found < 10 {
		t.Errorf("only %d addresses were found", found)
	}
}

func TestTheManualIsRightAboutFilesAndNumbers(t *testing.T) {
	text := manualText(t)
	for _, file := range regexp.MustCompile("server/deploy/[A-Za-z.]+").FindAllString(text, -1) {
		if _, err := os.Stat(strings.TrimPrefix(file, "server/")); err != nil {
			t.Error(err)
		}
	}
	for _, want := range []string{
		fmt.Sprintf("%d字から%d字", account.ShortestPassword, account.LongestPassword),
		fmt.Sprintf("毎日、%d個", backupsKept),
		fmt.Sprintf("一つ%dMB、%dページ", pdf.MaxBytes>>20, pdf.MaxPages),
		fmt.Sprintf("%.0f分使わないか、%.0f時間で終わる", account.IdleLimit.Minutes(), account.LongestTime.Hours()),
		databaseFile, press.Order{}.File(),
	} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q", want)
		}
	}
}
