package editor

import (
	"errors"
	"maps"
	"net/http"
	"slices"

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
		{release.ErrUnsaved, http.StatusInsufficientStorage, "unsaved"},
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
		return e.page(c, status, "error", errorData{words, typed(c, status)})
	}
}

// errorData is what the page of an error shows.
type errorData struct {
	Words string
	Typed []sent // what was typed, where the server could not keep it
}

// sent is one field of a form as it was sent.
type sent struct{ Name, Value string }

// typed gives what a form held that could not be saved, so that it can be sent again: browsers forget what was typed on a
// page that must not be cached. Passwords are typed again, and files chosen again.
func typed(c echo.Context, status int) []sent {
	form := c.Request().PostForm
	if status != http.StatusInsufficientStorage {
		return nil
	}
	var all []sent
	for _, name := range slices.Sorted(maps.Keys(form)) {
		if slices.Contains([]string{"csrf", "password", "old", "new", "again"}, name) {
			continue
		}
		for _, value := range form[name] {
			all = append(all, sent{name, value})
		}
	}
	return all
}
