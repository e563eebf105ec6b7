package web

import (
	"maps"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
)

// policy lets a page load its own files and nothing else. No form may be sent anywhere: an answer typed into one would
// end up in an address. The one trusted type is the one that registers /sw.js; it closes every innerHTML.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
	"font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
	"require-trusted-types-for 'script'; trusted-types sw"

// strictTransport leaves out includeSubDomains: the server cannot know what else a municipality runs below its name.
const strictTransport = "max-age=31536000"

// denied lists what a page may ask of a device and this one never does. Only names that browsers know: an unknown one
// (bluetooth, in Chromium on Linux) is an error in the console of every page.
func denied() []string {
	return []string{
		"accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read", "display-capture",
		"encrypted-media", "gamepad", "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection",
		"local-fonts", "magnetometer", "microphone", "midi", "otp-credentials", "payment", "picture-in-picture",
		"publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock", "serial", "storage-access",
		"usb", "window-management", "xr-spatial-tracking",
	}
}

// headers are on every answer, an error's too; the worker runs under those of its own file. They are made once: a handler
// that needs another value sets it, and nobody changes one in place.
func headers(https bool) echo.MiddlewareFunc {
	fixed := http.Header{}
	for name, value := range map[string]string{
		"Content-Security-Policy":      policy,
		"X-Content-Type-Options":       "nosniff",
		"Referrer-Policy":              "no-referrer",
		"Cross-Origin-Opener-Policy":   "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin",
		"Permissions-Policy":           strings.Join(denied(), "=(), ") + "=()",
	} {
		fixed.Set(name, value)
	}
	if https {
		fixed.Set("Strict-Transport-Security", strictTransport)
	}
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			maps.Copy(c.Response().Header(), fixed)
			return next(c)
		}
	}
}
