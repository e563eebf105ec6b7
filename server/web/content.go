package web

import (
	"strings"

	"github.com/labstack/echo/v4"

	"michishirube/server/release"
)

const jsonType = "application/json"

// contentHandler serves the release in force. Each request takes one snapshot and keeps to it.
type contentHandler struct {
	current *release.Current
	files   Files
}

func (h contentHandler) manifest(c echo.Context) error {
	s, err := h.current.Load()
	if err != nil {
		return err
	}
	r := resource{
		contentType: jsonType,
		cache:       revalidate,
		tag:         strings.Trim(s.Current.ETag(), `"`),
		plain:       s.Current.Manifest,
	}
	return r.send(c)
}

func (h contentHandler) blob(c echo.Context) error {
	s, err := h.current.Load()
	if err != nil {
		return err
	}
	hash, ok := strings.CutSuffix(c.Param("file"), ".json")
	if !ok || !release.IsHash(hash) {
		return release.ErrNotFound
	}
	b, ok := s.Blob(hash)
	if !ok {
		return release.ErrNotFound
	}
	r := resource{
		contentType: jsonType,
		cache:       immutable,
		tag:         b.Hash,
		plain:       b.JSON,
		brotli:      b.Brotli,
		gzip:        b.Gzip,
	}
	return r.send(c)
}
