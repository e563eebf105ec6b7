// Package locales embeds the text: files named <area>.<language tag>.toml.
package locales

import "embed"

// FS holds the message files. Those of the folder command are for whoever works at a terminal, those of editor for whoever
// writes for a region: no device gets them.
//
//go:embed *.toml command/*.toml editor/*.toml
var FS embed.FS
