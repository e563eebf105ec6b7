package release

import "michishirube/server/content"

// FromContent names the parts of a release as devices know them: guide, text.<locale> for each language,
// directory, helplines.
func FromContent(b content.Bundle, directory, helplines []byte) Input {
	in := Input{ReviewedOn: b.ReviewedOn, ReviewBy: b.ReviewBy, Blobs: map[string][]byte{"guide": b.Guide, "directory": directory, "helplines": helplines}}
	for locale, text := range b.Texts {
		in.Blobs["text."+locale] = text
	}
	return in
}
