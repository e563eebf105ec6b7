package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const root = "../../.."

func TestTheListIsCurrent(t *testing.T) {
	want, err := list(root)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(out)))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) == want {
		return
	}
	have := map[string]bool{}
	for line := range strings.Lines(string(got)) {
		have[line] = true
	}
	for line := range strings.Lines(want) {
		if !have[line] {
			t.Fatalf("%s is not current (first: %q): go run ./server/tools/licences", out, line)
		}
	}
	t.Fatalf("%s is not current: go run ./server/tools/licences", out)
}

// What go.mod and package.json ask for themselves is found by its name, so that nothing is left out by the way it is listed.
func TestEveryNpmDependencyIsListedWithItsVersion(t *testing.T) {
	got, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(out)))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(root, "package.json"))
	if err != nil {
		t.Fatal(err)
	}
	_, block, _ := strings.Cut(string(text), `"dependencies": {`)
	block, _, _ = strings.Cut(block, "}")
	found := regexp.MustCompile(`"([^"]+)": "([^"]+)"`).FindAllStringSubmatch(block, -1)
	if len(found) == 0 {
		t.Fatal("package.json has no dependencies")
	}
	for _, m := range found {
		if !strings.Contains(string(got), "- "+m[1]+" "+m[2]+" (") {
			t.Errorf("%s %s is not listed", m[1], m[2])
		}
	}
}

func TestLicencesAreRecognised(t *testing.T) {
	for text, want := range map[string]string{
		"Apache License\n   Version 2.0, January 2004":                                                                        "Apache-2.0",
		"Mozilla Public License Version 2.0":                                                                                  "MPL-2.0",
		"SIL OPEN FONT LICENSE Version 1.1":                                                                                   "OFL-1.1",
		"Redistribution and use in source and\nbinary forms … Neither the name of X":                                          "BSD-3-Clause",
		"Redistribution and use in source and binary forms":                                                                   "BSD-2-Clause",
		"Permission is hereby granted, free of charge … The above copyright notice and this permission notice":                "MIT",
		"Permission is hereby granted, free of charge … The above copyright notice and this permission notice Apache License": "MIT and Apache-2.0",
		"Permission to use, copy, modify, and/or distribute this software":                                                    "ISC",
		"GNU GENERAL PUBLIC LICENSE Version 3":                                                                                "",
		"All rights reserved.":                                                                                                "",
	} {
		if got, err := recognise(text); got != want || (err == nil) == (want == "") {
			t.Errorf("%q is %q, %v, want %q", text, got, err, want)
		}
	}
}

func TestATextThatSeveralShareStandsOnce(t *testing.T) {
	got := write([]chapter{{"Parts", []part{
		{name: "a", version: "1", licence: "MIT", texts: []string{"the text\r\n"}},
		{name: "b", licence: "MIT", texts: []string{"\nthe text", "a notice"}, notes: []string{"https://example.org"}},
	}}})
	for _, want := range []string{"\n- a 1 (MIT) [1]\n", "\n- b (MIT) [1] [2]\n  https://example.org"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
	if strings.Count(got, "the text") != 1 {
		t.Error("the text stands more than once")
	}
}
