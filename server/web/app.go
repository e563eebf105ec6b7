package web

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/labstack/echo/v4"

	"michishirube/server/release"
)

// appFiles are all files of the app by the path they are served under. A path is looked up, never joined to a folder.
type appFiles map[string]resource

func appRoutes() []string {
	return []string{"/sw.js", "/manifest.webmanifest", "/favicon.ico", "/assets/*", "/icons/*"}
}

func (a appFiles) serve(c echo.Context) error {
	r, ok := a[c.Request().URL.Path]
	if !ok {
		return release.ErrNotFound
	}
	return r.send(c)
}

// loadApp reads the built app once. A file beside name with .br or .gz added is its compressed twin.
func loadApp(app fs.FS) (appFiles, error) {
	files := appFiles{}
	err := fs.WalkDir(app, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || isTwin(app, name) || strings.HasSuffix(name, ".map") {
			return err
		}
		at, err := servedAt(name)
		if err != nil {
			return err
		}
		r, err := loadFile(app, name)
		if err != nil {
			return err
		}
		files[at] = r
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = nil // no folder: nothing was built, which the next lines tell
	}
	if err != nil {
		return nil, fmt.Errorf("app: %w", err)
	}
	for _, at := range []string{"/", "/sw.js"} {
		if _, ok := files[at]; !ok {
			return nil, fmt.Errorf("app: nothing to serve at %s: has the frontend been built?", at)
		}
	}
	return files, nil
}

func loadFile(app fs.FS, name string) (resource, error) {
	kind, err := contentType(name)
	if err != nil {
		return resource{}, err
	}
	body, err := fs.ReadFile(app, name)
	if err != nil {
		return resource{}, err
	}
	cache := revalidate
	if strings.HasPrefix(name, "assets/") {
		cache = immutable
	}
	r := newResource(kind, cache, body)
	for suffix, twin := range map[string]*[]byte{brotliSuffix: &r.brotli, gzipSuffix: &r.gzip} {
		*twin, err = fs.ReadFile(app, name+suffix)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return resource{}, err
		}
	}
	return r, nil
}

// servedAt refuses a file that no route serves: the worker lists every file of the app, and one that cannot be fetched
// would keep it from ever being installed.
func servedAt(name string) (string, error) {
	switch name {
	case "index.html":
		return "/", nil
	case "sw.js", "manifest.webmanifest", "favicon.ico":
		return "/" + name, nil
	}
	if strings.HasPrefix(name, "assets/") || strings.HasPrefix(name, "icons/") {
		return "/" + name, nil
	}
	return "", fmt.Errorf("%s: no route serves it", name)
}

// What the name of a compressed twin ends with.
const brotliSuffix, gzipSuffix = ".br", ".gz"

func isTwin(app fs.FS, name string) bool {
	for _, suffix := range []string{brotliSuffix, gzipSuffix} {
		if plain, ok := strings.CutSuffix(name, suffix); ok {
			_, err := fs.Stat(app, plain)
			return err == nil
		}
	}
	return false
}

// contentType is our own list: the machine's would make the answer depend on where the server runs.
func contentType(name string) (string, error) {
	types := map[string]string{
		".html":        "text/html; charset=utf-8",
		".js":          "text/javascript; charset=utf-8",
		".css":         "text/css; charset=utf-8",
		".json":        "application/json",
		".webmanifest": "application/manifest+json",
		".svg":         "image/svg+xml",
		".png":         "image/png",
		".webp":        "image/webp",
		".ico":         "image/x-icon",
		".woff2":       "font/woff2",
		".txt":         "text/plain; charset=utf-8",
	}
	t, ok := types[path.Ext(name)]
	if !ok {
		return "", fmt.Errorf("%s: no content type is known for it", name)
	}
	return t, nil
}
