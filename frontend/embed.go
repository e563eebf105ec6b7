// Package frontend embeds the built app, so that one binary is the whole tool.
package frontend

import (
	"embed"
	"io/fs"
)

// .gitkeep keeps the folder there before the first build, so that `go vet` and editors work on a fresh clone.
//
//go:embed all:dist
var dist embed.FS

// FS returns the built app (index.html, sw.js, assets, icons) with its compressed twins. It is empty before the first build.
func FS() fs.FS { return sub("dist/app") }

// KillFS holds the sw.js that removes an installed app from a device, and the page that stands there afterwards: the app
// itself would fill the caches anew. Both are served in its place when the tool has to be taken back.
func KillFS() fs.FS { return sub("dist/kill") }

func sub(dir string) fs.FS {
	f, err := fs.Sub(dist, dir)
	if err != nil { // only for a malformed path, which is a constant here
		panic(err)
	}
	return f
}
