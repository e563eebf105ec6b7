package main

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"michishirube/server/directory"
)

// Two pages stand where there is no content to read: their numbers are written into them, and must be those of the
// directory.
func TestTheNumbersOfPagesWithoutContentAreThoseOfTheDirectory(t *testing.T) {
	d, issues := directory.Load(os.DirFS("../assets"), "")
	if len(issues) > 0 {
		t.Fatal(issues)
	}
	var known []string
	for _, line := range d.Helplines {
		if line.Status == "verified" {
			known = append(known, `"`+line.Tel+`">`+line.Number+"<")
		}
	}
	for _, page := range []string{"../frontend/index.html", "../frontend/src/sw/lost.html"} {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		calls := regexp.MustCompile(`"tel:[^>]*>[^<]*<`).FindAllString(string(text), -1)
		if len(calls) < 4 {
			t.Errorf("%s: only %v can be called", page, calls)
		}
		for _, call := range calls {
			if !slices.Contains(known, call) {
				t.Errorf("%s: %s is no verified line of the directory", page, call)
			}
		}
	}
}
