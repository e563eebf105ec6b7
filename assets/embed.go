// Package assets embeds what the tool says, apart from its text: the guidance, the directory, and the cases.
package assets

import "embed"

// FS holds content, directory, cases and the licences of what the tool is made of.
//
//go:embed cases content directory licences.txt
var FS embed.FS
