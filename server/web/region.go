package web

import (
	"context"
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"michishirube/server/release"
)

// Files reads official leaflets by the hash of the PDF, or release.ErrNotFound.
type Files interface {
	File(ctx context.Context, hash string) ([]byte, error)
}

// regionManifest is where the devices of a region find theirs.
func regionManifest(code string) string { return "/content/region/" + code + ".json" }

// region serves the manifest of a region: the national one with the region's own words and leaflets beside it.
func (h contentHandler) region(c echo.Context) error {
	s, err := h.current.Load()
	if err != nil {
		return err
	}
	code, _ := strings.CutSuffix(c.Param("file"), ".json")
	r, ok := s.Regions[code]
	if !ok || regionManifest(code) != c.Request().URL.Path {
		return release.ErrNotFound
	}
	return resource{
		contentType: jsonType,
		cache:       revalidate,
		tag:         r.ID,
		plain:       r.Manifest,
	}.send(c)
}

// file serves an official leaflet that a region in force names. It is shown by the browser's own viewer, never as a page.
func (h contentHandler) file(c echo.Context) error {
	s, err := h.current.Load()
	if err != nil {
		return err
	}
	hash, ok := strings.CutSuffix(c.Param("file"), ".pdf")
	if !ok || !release.IsHash(hash) || !s.HasFile(hash) {
		return release.ErrNotFound
	}
	header := c.Response().Header()
	header.Set("Content-Disposition", `inline; filename="leaflet.pdf"`)
	if matches(c.Request().Header.Values("If-None-Match"), `"`+hash+`"`) {
		return resource{cache: immutable, tag: hash}.send(c)
	}
	pdf, err := h.files.File(c.Request().Context(), hash)
	if err != nil {
		return err
	}
	header.Set("Content-Length", strconv.Itoa(len(pdf)))
	header.Set("Cache-Control", immutable)
	header.Set("ETag", `"`+hash+`"`)
	return c.Blob(http.StatusOK, "application/pdf", pdf)
}
