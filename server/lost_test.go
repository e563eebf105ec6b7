package main

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"michishirube/server/directory"
)

// Where there is no content to read, numbers stand in the page itself, and from there in lost.html. They must be those of the
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
	text, err := os.ReadFile("../frontend/index.html")
	if err != nil {
		t.Fatal(err)
	}
	calls := regexp.MustCompile(`"tel:[^>]*>[^<]*<`).FindAllString(string(text), -1)
	if len(calls) < 4 {
		t.Errorf("only %v can be called", calls)
	}
	for _, call := range calls {
		if !slices.Contains(known, call) {
			t.Errorf("%s is no verified line of the directory", call)
		}
	}
}
