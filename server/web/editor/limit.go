package editor

import (
	"net"
	"net/netip"
	"strings"
	"sync"
	"time"

	"github.com/labstack/echo/v4"
	"golang.org/x/time/rate"
)

// How often one address may try to log in. An office shares an address, so it is generous; the account itself is what a
// guess is held against.
const (
	triesAtOnce = 20
	tryEvery    = 3 * time.Second
	mostKnown   = 10_000 // addresses remembered before those that wait for nothing are forgotten
)

// limiter counts tries by address, in memory only: addresses are in no log and no file.
type limiter struct {
	mu    sync.Mutex
	known map[netip.Prefix]*rate.Limiter
}

func newLimiter() *limiter { return &limiter{known: map[netip.Prefix]*rate.Limiter{}} }

// allow tells whether one more try is.
func (l *limiter) allow(from netip.Prefix, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	one, ok := l.known[from]
	if !ok {
		if len(l.known) >= mostKnown {
			l.forget(now)
		}
		one = rate.NewLimiter(rate.Every(tryEvery), triesAtOnce)
		l.known[from] = one
	}
	return one.AllowN(now, 1)
}

func (l *limiter) forget(now time.Time) {
	for from, one := range l.known {
		if one.TokensAt(now) >= triesAtOnce {
			delete(l.known, from)
		}
	}
	if len(l.known) >= mostKnown {
		clear(l.known) // so many at once are no people; memory is worth more than their counts
	}
}

// mayTry tells whether the other side may try to log in once more.
func (e *Editor) mayTry(c echo.Context) bool {
	may := e.limits.allow(address(c), e.Now())
	if !may {
		e.refused(c, "too often")
	}
	return may
}

// address is where a request comes from: what a proxy on this machine says, else the other end of the line. A person with
// IPv6 has many addresses, which share their first half.
func address(c echo.Context) netip.Prefix {
	host, _, err := net.SplitHostPort(c.Request().RemoteAddr)
	if err != nil {
		host = c.Request().RemoteAddr
	}
	ip, _ := netip.ParseAddr(host)
	if forwarded := c.Request().Header.Values("X-Forwarded-For"); ip.IsLoopback() && len(forwarded) > 0 {
		all := strings.Split(strings.Join(forwarded, ","), ",")
		if said, err := netip.ParseAddr(strings.TrimSpace(all[len(all)-1])); err == nil {
			ip = said
		}
	}
	ip = ip.Unmap()
	bits := ip.BitLen()
	if ip.Is6() {
		bits = 64
	}
	prefix, _ := ip.WithZone("").Prefix(bits)
	return prefix
}
