package web

import (
	"strconv"
	"strings"
)

// The encodings we keep bodies in. The body as it is has none.
const (
	inBrotli = "br"
	inGzip   = "gzip"
)

// negotiate chooses an encoding by an Accept-Encoding header: the highest q first, then the smallest body. "" is the body as
// it is, which is never an error: it suits everybody. It is asked for on every request, so it makes no map and no list.
func negotiate(header string, hasBrotli, hasGzip bool) string {
	identity, br, gz, others := -1, -1, -1, 0 // q-values in thousandths; -1: not named
	for part := range strings.SplitSeq(header, ",") {
		name, params, _ := strings.Cut(part, ";")
		switch name = strings.TrimSpace(name); {
		case strings.EqualFold(name, "identity"):
			identity = parseQ(params)
		case strings.EqualFold(name, inBrotli):
			br = parseQ(params)
		case strings.EqualFold(name, inGzip):
			gz = parseQ(params)
		case name == "*":
			others = parseQ(params)
		}
	}
	// Where the plain body is not named it is allowed, but whatever is named is preferred.
	best, bestQ := "", max(identity, 0)
	for _, e := range [...]struct {
		name string
		q    int
		has  bool
	}{{inBrotli, br, hasBrotli}, {inGzip, gz, hasGzip}} {
		if e.q < 0 {
			e.q = others
		}
		if e.has && e.q > 0 && (e.q > bestQ || best == "" && e.q == bestQ) {
			best, bestQ = e.name, e.q
		}
	}
	return best
}

// parseQ reads the parameters of one encoding. A malformed q counts as 0: what was not clearly asked for is not sent.
func parseQ(params string) int {
	for p := range strings.SplitSeq(params, ";") {
		key, value, _ := strings.Cut(p, "=")
		if !strings.EqualFold(strings.TrimSpace(key), "q") {
			continue
		}
		value = strings.TrimSpace(value)
		q, err := strconv.ParseFloat(value, 64)
		if err != nil || len(value) > 5 || strings.Trim(value, "0123456789.") != "" || q > 1 {
			return 0
		}
		return int(q*1000 + 0.5)
	}
	return 1000
}
