package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestAPackThatCannotBeMeantIsRefused(t *testing.T) {
	for want, args := range map[string][]string{
		"--from URL or --origin URL":    {"--out", "x", "--region", "28381"},
		"expected https, or http on":    {"--out", "x", "--from", "http://guide.example.lg.jp"},
		"--from: expected http":         {"--out", "x", "--from", "localhost:8080"},
		"--origin: expected http":       {"--out", "x", "--origin", "guide"},
		"belong to --out":               {"--list", "--region", "28381"},
		"expected one of --list, --tex": {"--region", "28381"},
	} {
		var out, told bytes.Buffer
		env := testEnv(&out, &told)
		if status := run(t.Context(), append([]string{"leaflets"}, args...), env); status != exitUsage || !strings.Contains(told.String(), want) {
			t.Errorf("%v: status %d\n%s", args, status, told.String())
		}
	}
}
