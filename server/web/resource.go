package web

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"
)

const (
	revalidate = "no-cache"                            // keep it, but ask each time whether it is still right
	immutable  = "public, max-age=31536000, immutable" // its address changes with its content
)

// resource is one thing that can be read, in every encoding it is kept in.
type resource struct {
	contentType string
	cache       string
	tag         string // identifies the content; the entity tag adds the encoding
	plain       []byte
	brotli      []byte // nil: not kept
	gzip        []byte // nil: not kept
}

func newResource(contentType, cache string, body []byte) resource {
	sum := sha256.Sum256(body)
	return resource{contentType: contentType, cache: cache, tag: hex.EncodeToString(sum[:16]), plain: body}
}

// send answers with the encoding the other side likes best, or with 304 if it holds that one already.
func (r resource) send(c echo.Context) error {
	request, h := c.Request(), c.Response().Header()
	encoding := ""
	if r.brotli != nil || r.gzip != nil {
		h.Add("Vary", "Accept-Encoding")
		encoding = negotiate(strings.Join(request.Header.Values("Accept-Encoding"), ","), r.brotli != nil, r.gzip != nil)
	}
	etag := r.etag(encoding)
	h.Set("ETag", etag)
	h.Set("Cache-Control", r.cache)
	if matches(request.Header.Values("If-None-Match"), etag) {
		return c.NoContent(http.StatusNotModified)
	}
	body := r.body(encoding)
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
	}
	h.Set("Content-Type", r.contentType)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	c.Response().WriteHeader(http.StatusOK)
	if request.Method == http.MethodHead {
		return nil
	}
	_, err := c.Response().Write(body)
	return err
}

func (r resource) body(encoding string) []byte {
	switch encoding {
	case inBrotli:
		return r.brotli
	case inGzip:
		return r.gzip
	}
	return r.plain
}

// etag differs by encoding: a cache must not put two encodings together.
func (r resource) etag(encoding string) string {
	if encoding == "" {
		return `"` + r.tag + `"`
	}
	return `"` + r.tag + "-" + encoding + `"`
}

// matches compares weakly, as If-None-Match asks. Our tags hold no comma.
func matches(headers []string, etag string) bool {
	for _, header := range headers {
		for tag := range strings.SplitSeq(header, ",") {
			tag = strings.TrimSpace(tag)
			if tag == "*" || strings.TrimPrefix(tag, "W/") == etag {
				return true
			}
		}
	}
	return false
}
