package web

import (
	"fmt"
	stdlog "log"
	"log/slog"
	"net/http"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"github.com/labstack/echo/v4"
)

// requestLog writes a line a request. It holds nothing by which a person, a device or what was read could be told
// apart: no address, no user agent, no query, no path but the pattern of its route.
func requestLog(log *slog.Logger, now func() time.Time) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			begun := now()
			if err := next(c); err != nil {
				c.Error(err) // writes the answer, so that its status can be logged
			}
			log.LogAttrs(c.Request().Context(), slog.LevelInfo, "request",
				slog.String("method", method(c.Request().Method)), slog.String("route", route(c)), slog.Int("status", c.Response().Status),
				slog.Duration("duration", now().Sub(begun).Round(time.Microsecond)), slog.Int64("bytes", c.Response().Size))
			return nil
		}
	}
}

// route is the pattern that was matched. Where none was, the path is whatever somebody sent, so it is not told.
func route(c echo.Context) string {
	if c.Path() == "" {
		return "none"
	}
	return c.Path()
}

// method is one of the known ones; any other word is whatever somebody sent.
func method(m string) string {
	switch m {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete,
		http.MethodOptions, http.MethodConnect, http.MethodTrace:
		return m
	}
	return "other"
}

// recoverPanic turns a panic into an error, so that the next request is served and this one gets its headers.
func recoverPanic(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		defer func() {
			switch v := recover().(type) {
			case nil:
			case runtime.Error:
				err = fmt.Errorf("panic: %w\n%s", v, debug.Stack())
			default:
				// The value may quote the request; the stack does not.
				err = fmt.Errorf("panic: %T\n%s", v, debug.Stack())
			}
		}()
		return next(c)
	}
}

// connectionLog replaces net/http's own log, whose lines hold addresses, by the kind of each line.
func connectionLog(log *slog.Logger) *stdlog.Logger {
	return stdlog.New(kindWriter{log}, "", 0)
}

type kindWriter struct{ log *slog.Logger }

func (w kindWriter) Write(line []byte) (int, error) {
	kind := "other"
	for _, known := range []string{"TLS handshake error", "panic serving", "Accept error", "superfluous response.WriteHeader"} {
		if strings.Contains(string(line), known) {
			kind = known
		}
	}
	w.log.Warn("connection", "kind", kind)
	return len(line), nil
}
