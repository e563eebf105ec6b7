package editor

import (
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"

	"michishirube/server/release"
)

var (
	errForged   = errors.New("a form without its token, or from another site")
	errRole     = errors.New("the role is too small")
	errInsecure = errors.New("asked by plain http from another machine")
	errLarge    = errors.New("the form is too large")
	errUnread   = errors.New("the form cannot be read")
	errBusy     = errors.New("too many tries from one address")
	errEnded    = errors.New("the session was ended meanwhile")
)

// answer maps what went wrong to a status and to words: editor.error.<words>.title and .text. Whatever is not named here is
// our own fault, and its details are nobody's business but the log's.
func answer(err error) (status int, words string) {
	for _, known := range []struct {
		is     error
		status int
		words  string
	}{
		{errForged, http.StatusForbidden, "forged"},
		{errRole, http.StatusForbidden, "role"},
		{errInsecure, http.StatusForbidden, "insecure"},
		{errEnded, http.StatusForbidden, "forged"},
		{errLarge, http.StatusRequestEntityTooLarge, "large"},
		{errUnread, http.StatusBadRequest, "unread"},
		{errBusy, http.StatusTooManyRequests, "busy"},
		{release.ErrNotFound, http.StatusNotFound, "not_found"},
		{echo.ErrNotFound, http.StatusNotFound, "not_found"},
		{echo.ErrMethodNotAllowed, http.StatusMethodNotAllowed, "not_found"},
		{release.ErrConflict, http.StatusConflict, "conflict"},
		{release.ErrNotReady, http.StatusServiceUnavailable, "not_ready"},
	} {
		if errors.Is(err, known.is) {
			return known.status, known.words
		}
	}
	return http.StatusInternalServerError, "internal"
}

// errors shows what went wrong as a page of the editor.
func (e *Editor) errors(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		err := next(c)
		if err == nil || c.Response().Committed {
			return err
		}
		status, words := answer(err)
		if status >= http.StatusInternalServerError {
			e.Log.Error("answer failed", "route", c.Path(), "status", status, "error", err)
		}
		return e.page(c, status, "error", words)
	}
}
