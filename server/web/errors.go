package web

import (
	"errors"
	"log/slog"
	"net/http"

	"github.com/labstack/echo/v4"

	"michishirube/server/release"
)

var (
	errMethod      = errors.New("method not allowed")
	errUnavailable = errors.New("not ready to serve")
)

// answer maps what went wrong to what the other side is told. Whatever is not named here is our own fault, and its
// details are nobody's business but the log's.
func answer(err error) (status int, text string) {
	switch {
	case errors.Is(err, errMethod), errors.Is(err, echo.ErrMethodNotAllowed):
		return http.StatusMethodNotAllowed, "この操作はできません"
	case errors.Is(err, release.ErrNotReady), errors.Is(err, errUnavailable):
		return http.StatusServiceUnavailable, "準備中です"
	case errors.Is(err, release.ErrNotFound), errors.Is(err, echo.ErrNotFound):
		return http.StatusNotFound, "見つかりません"
	}
	return http.StatusInternalServerError, "内部エラー"
}

func errorHandler(log *slog.Logger) echo.HTTPErrorHandler {
	return func(err error, c echo.Context) {
		if c.Response().Committed {
			return // the other side has gone in the middle of an answer
		}
		status, text := answer(err)
		if status >= http.StatusInternalServerError {
			log.Error("answer failed", "route", route(c), "status", status, "error", err)
		}
		h := c.Response().Header()
		for _, name := range []string{"ETag", "Content-Encoding", "Content-Length"} {
			h.Del(name)
		}
		if errors.Is(err, errMethod) {
			h.Set("Allow", "GET, HEAD")
		}
		if err := plain(c, status, text); err != nil {
			log.Debug("answer not sent", "route", route(c), "status", status)
		}
	}
}
