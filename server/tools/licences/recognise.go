package main

import (
	"fmt"
	"regexp"
	"strings"
)

var blanks = regexp.MustCompile(`\s+`)

// recognise names a licence by the words that only it has. It knows those that may be handed on in a binary.
func recognise(text string) (string, error) {
	plain := strings.ToLower(blanks.ReplaceAllString(text, " "))
	has := func(words ...string) bool {
		for _, w := range words {
			if !strings.Contains(plain, w) {
				return false
			}
		}
		return true
	}
	switch {
	case has("apache license", "permission is hereby granted, free of charge"):
		return "MIT and Apache-2.0", nil
	case has("apache license", "version 2.0"):
		return "Apache-2.0", nil
	case has("mozilla public license", "2.0"):
		return "MPL-2.0", nil
	case has("sil open font license", "1.1"):
		return "OFL-1.1", nil
	case has("gnu "):
	case has("redistribution and use in source and binary forms", "neither the name"):
		return "BSD-3-Clause", nil
	case has("redistribution and use in source and binary forms"):
		return "BSD-2-Clause", nil
	case has("permission is hereby granted, free of charge", "the above copyright notice and this permission notice"):
		return "MIT", nil
	case has("permission to use, copy, modify, and/or distribute this software"), has("permission to use, copy, modify, and distribute this software"):
		return "ISC", nil
	}
	return "", fmt.Errorf("no licence that is known: %.80q", text)
}
