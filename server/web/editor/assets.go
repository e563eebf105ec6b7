package editor

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"net/http"
	"path"
	"time"

	"github.com/labstack/echo/v4"

	"michishirube/server/release"
)

//go:embed assets
var assetFiles embed.FS

// asset is the style sheet or the script.
type asset struct {
	kind, tag string
	body      []byte
}

// sheet names the parts of the pages' style sheet in their order: of equal rules the later one counts.
func sheet() []string { return []string{"base", "notes", "forms", "tables", "regions"} }

func loadAssets() (map[string]asset, error) {
	kinds := map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
	entries, err := assetFiles.ReadDir("assets")
	if err != nil {
		return nil, err
	}
	all := map[string]asset{}
	for _, entry := range entries {
		if entry.IsDir() {
			css, err := wholeSheet(entry.Name())
			if err != nil {
				return nil, err
			}
			all[entry.Name()+".css"] = newAsset(kinds[".css"], css)
			continue
		}
		body, err := assetFiles.ReadFile("assets/" + entry.Name())
		if err != nil {
			return nil, err
		}
		kind, ok := kinds[path.Ext(entry.Name())]
		if !ok {
			return nil, fmt.Errorf("%s: no content type is known for it", entry.Name())
		}
		all[entry.Name()] = newAsset(kind, body)
	}
	return all, nil
}

// wholeSheet puts the parts in a folder together.
func wholeSheet(folder string) (whole []byte, err error) {
	for _, part := range sheet() {
		css, err := assetFiles.ReadFile("assets/" + folder + "/" + part + ".css")
		if err != nil {
			return nil, err
		}
		whole = append(whole, css...)
	}
	return whole, nil
}

func newAsset(kind string, body []byte) asset {
	sum := sha256.Sum256(body)
	return asset{kind, `"` + hex.EncodeToString(sum[:16]) + `"`, body}
}

// asset serves one. It tells nothing of anybody, so a browser may keep it, but asks each time whether it is still right.
func (e *Editor) asset(c echo.Context) error {
	name := c.Param("file")
	a, ok := e.assets[name]
	if !ok {
		return release.ErrNotFound
	}
	h := c.Response().Header()
	h.Set("Content-Type", a.kind)
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", a.tag)
	http.ServeContent(c.Response(), c.Request(), name, time.Time{}, bytes.NewReader(a.body))
	return nil
}
