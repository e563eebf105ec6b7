// Package locales embeds the text: files named <area>.<language tag>.toml.
package locales

import "embed"

// FS holds the message files. Those of the folder command are for whoever works at a terminal: no device gets them.
//
//go:embed *.toml command/*.toml
var FS embed.FS
