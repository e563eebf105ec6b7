package web

import (
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"michishirube/server/release"
)

// shell serves the app's page and names, for a browser that opens it, what the page will ask for next. A first visit on a
// slow line then loads the content while the script still arrives, instead of after it. Only a navigation is told: the
// worker keeps the page, and must not make an offline start reach for the network.
func shell(page resource, current *release.Current) echo.HandlerFunc {
	return func(c echo.Context) error {
		manifest := "/content/manifest.json"
		snapshot, err := current.Load()
		if code := c.Param("code"); code != "" { // a region's link
			if err != nil {
				return err
			}
			if _, ok := snapshot.Regions[code]; !ok {
				return release.ErrNotFound
			}
			manifest = regionManifest(code)
		}
		if err == nil && c.Request().Header.Get("Sec-Fetch-Dest") == "document" {
			c.Response().Header().Set("Link", preloads(manifest, snapshot.Current))
		}
		c.Response().Header().Add("Vary", "Sec-Fetch-Dest")
		return page.send(c)
	}
}

// firstNeeded lists the blobs the app opens with. The rest is fetched when they are there, and must not be in their way.
var firstNeeded = []string{"counselor.ja", "directory", "guide", "helplines", "text.ja"}

// preloads names the manifest and the blobs the app opens with, the way the page will fetch them.
func preloads(manifest string, r release.Release) string {
	paths := []string{manifest}
	var blobs []release.Blob
	for _, b := range r.Blobs {
		if slices.Contains(firstNeeded, b.Name) {
			blobs = append(blobs, b)
		}
	}
	slices.SortFunc(blobs, func(a, b release.Blob) int { return len(a.Brotli) - len(b.Brotli) })
	for _, b := range blobs {
		paths = append(paths, "/content/"+b.Hash+".json")
	}
	return "<" + strings.Join(paths, ">; rel=preload; as=fetch; crossorigin, <") + ">; rel=preload; as=fetch; crossorigin"
}
