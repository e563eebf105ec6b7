package web

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"michishirube/server/release"
)

// shell serves the app's page and names, for a browser that opens it, what the page will ask for next. A first visit on a
// slow line then loads the content while the script still arrives, instead of after it. Only a navigation is told: the
// worker keeps the page, and must not make an offline start reach for the network.
func shell(files appFiles, current *release.Current) echo.HandlerFunc {
	return func(c echo.Context) error {
		if snapshot, err := current.Load(); err == nil && c.Request().Header.Get("Sec-Fetch-Dest") == "document" {
			c.Response().Header().Set("Link", preloads(snapshot.Current))
		}
		c.Response().Header().Add("Vary", "Sec-Fetch-Dest")
		return files.serve(c)
	}
}

// preloads names the manifest and every blob in force, the way the page will fetch them.
func preloads(r release.Release) string {
	paths := []string{"/content/manifest.json"}
	smallestFirst := func(a, b release.Blob) int {
		return cmp.Or(cmp.Compare(len(a.Brotli), len(b.Brotli)), cmp.Compare(a.Hash, b.Hash))
	}
	for _, b := range slices.SortedFunc(maps.Values(r.Blobs), smallestFirst) {
		paths = append(paths, "/content/"+b.Hash+".json")
	}
	return "<" + strings.Join(paths, ">; rel=preload; as=fetch; crossorigin, <") + ">; rel=preload; as=fetch; crossorigin"
}
