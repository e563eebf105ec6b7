package directory

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
)

var (
	idShape = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	// Three figures, # and four figures, or a number from 0 on whose parts are joined by hyphens as printed.
	shortNumber = regexp.MustCompile(`^(1\d\d|#\d{4})$`)
	longNumber  = regexp.MustCompile(`^0\d{1,4}-\d{2,6}(-\d{2,4})?$`)
)

// check reports everything wrong with the entries, in the order they are written.
func check(entries []entry, reviewedOn string) []Issue {
	var issues []Issue
	first := map[string]int{}
	for _, e := range entries {
		fail := func(key, code, format string, args ...any) {
			issues = append(issues, Issue{File: File, Line: e.at(key), Code: code, Detail: fmt.Sprintf(format, args...)})
		}
		if !idShape.MatchString(e.ID) {
			fail("id", "id", "%q: want lower-case letters, figures and _, beginning with a letter", e.ID)
		} else if line, ok := first[e.ID]; ok {
			fail("id", "duplicate", "%s is already defined at line %d", e.ID, line)
		} else {
			first[e.ID] = e.at("id")
		}
		if !IsNumber(e.Number) {
			fail("number", "number", "%q: want 110, #8008 or 0120-279-889, figures as printed", e.Number)
		}
		if detail := checkURL(e.URL); detail != "" {
			fail("url", "url", "%s", detail)
		}
		if strings.TrimSpace(e.Publisher) == "" {
			fail("publisher", "publisher", "missing: want who publishes the page")
		}
		if detail := checkDay(e.VerifiedOn, reviewedOn); detail != "" {
			fail("verified_on", "verified_on", "%s", detail)
		}
		if !slices.Contains(Statuses(), e.Status) {
			fail("status", "status", "%q: want one of %v", e.Status, Statuses())
		}
		if !slices.Contains(Groups(), e.Group) {
			fail("group", "group", "%q: want one of %v", e.Group, Groups())
		}
	}
	return issues
}

// IsNumber knows the shapes in use. A number of ten or eleven figures is complete; anything else lost or gained one.
func IsNumber(s string) bool {
	if shortNumber.MatchString(s) {
		return true
	}
	figures := len(strings.ReplaceAll(s, "-", ""))
	return longNumber.MatchString(s) && (figures == 10 || figures == 11)
}

func checkURL(s string) string {
	u, err := url.Parse(s)
	switch {
	case s == "":
		return "missing: want the page that shows it"
	case err != nil, u.Host == "", u.Scheme != "https" && u.Scheme != "http":
		return fmt.Sprintf("%q: want an http or https address", s)
	}
	return ""
}

func checkDay(s, reviewedOn string) string {
	switch _, err := time.Parse(time.DateOnly, s); {
	case s == "":
		return "missing: want the day it was compared with its page"
	case err != nil:
		return fmt.Sprintf("%q is not a day: want YYYY-MM-DD", s)
	case reviewedOn != "" && s > reviewedOn:
		return fmt.Sprintf("%s is after the day of review %s", s, reviewedOn)
	}
	return ""
}
