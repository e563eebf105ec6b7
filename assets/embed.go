// Package assets embeds what the tool says, apart from its text: the guidance, the directory, and the cases.
package assets

import "embed"

// FS holds content, directory and cases.
//
//go:embed cases content directory
var FS embed.FS
