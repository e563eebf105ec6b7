// Package locales embeds the text: files named <area>.<language tag>.toml.
package locales

import "embed"

// FS holds the message files.
//
//go:embed *.toml
var FS embed.FS
