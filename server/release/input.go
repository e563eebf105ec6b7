package release

import (
	"maps"

	"michishirube/server/content"
)

// FromContent names the parts of a release as devices know them: those of the content, directory, helplines.
func FromContent(b content.Bundle, directory, helplines []byte) Input {
	blobs := maps.Clone(b.Blobs)
	blobs["directory"], blobs["helplines"] = directory, helplines
	return Input{ReviewedOn: b.ReviewedOn, ReviewBy: b.ReviewBy, Blobs: blobs}
}
