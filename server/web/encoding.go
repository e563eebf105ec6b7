package web

import (
	"strconv"
	"strings"
)

// encodings are those we keep bodies in, the best first. "" is the body as it is.
func encodings() []string { return []string{"br", "gzip", ""} }

// negotiate chooses among the available encodings by an Accept-Encoding header: the highest q first, then the smallest
// body. What is never available is never an error: the body as it is suits everybody.
func negotiate(header string, available func(encoding string) bool) string {
	accepted := parseAccept(header)
	best, bestQ := "", accepted.quality("")
	for _, e := range encodings() {
		if e == "" || !available(e) {
			continue
		}
		if q := accepted.quality(e); q > 0 && (q > bestQ || best == "" && q == bestQ) {
			best, bestQ = e, q
		}
	}
	return best
}

// accepts holds q-values in thousandths by encoding, in lower case, "*" included.
type accepts map[string]int

func parseAccept(header string) accepts {
	a := accepts{}
	for part := range strings.SplitSeq(header, ",") {
		name, params, _ := strings.Cut(part, ";")
		if name = strings.ToLower(strings.TrimSpace(name)); name != "" {
			a[name] = parseQ(params)
		}
	}
	return a
}

func (a accepts) quality(encoding string) int {
	name := encoding
	if encoding == "" {
		name = "identity"
	}
	if q, ok := a[name]; ok {
		return q
	}
	if encoding == "" {
		// Not named: allowed, but whatever is named is preferred.
		return 0
	}
	return a["*"]
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
