//go:build measure

package e2e

import (
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// Figures, not tests: machines are noisy, so nothing here asserts a time. `npm run measure` runs it.
func TestMeasure(t *testing.T) {
	var rows []row
	for _, m := range []struct {
		name    string
		measure func(*testing.T) []row
	}{
		{"bundle", measureBundle},
		{"first visit", measureFirstVisit},
		{"answers", measureAnswers},
		{"cold start", measureColdStart},
		{"cover", measureCover},
		{"languages", measureLanguages},
		{"look-up", measureLookup},
		{"evaluate", measureEvaluate},
		{"lighthouse", measureLighthouse},
	} {
		t.Run(m.name, func(t *testing.T) { rows = append(rows, m.measure(t)...) })
	}
	fmt.Println("\n| what | target | measured |\n|---|---|---|")
	for _, r := range rows {
		fmt.Printf("| %s | %s | %s |\n", r.what, r.target, r.measured)
	}
}

// row is a line of the table of figures.
type row struct{ what, target, measured string }

// series are the times of the same thing done again and again.
type series []float64

func (s series) at(share float64) float64 {
	sorted := slices.Sorted(slices.Values(s))
	return sorted[min(len(sorted)-1, int(share*float64(len(sorted))))]
}

func (s series) String() string {
	return fmt.Sprintf("median %.0f ms, p95 %.0f ms, longest %.0f ms, n = %d", s.at(0.5), s.at(0.95), slices.Max(s), len(s))
}

// slow makes the page's processor four times slower, and says how much slower it really got.
func (p *tab) slow() string {
	p.t.Helper()
	const loop = `(() => { const t = performance.now(); let x = 0; for (let i = 0; i < 2e7; i++) x += i % 7; return performance.now() - t + x * 0; })()`
	p.evaluate(loop) // warm
	plain := number(p.evaluate(loop))
	p.throttle(4)
	return fmt.Sprintf("%.1f× slower", number(p.evaluate(loop))/plain)
}

func (p *tab) throttle(rate int) {
	p.t.Helper()
	session, err := p.Context().NewCDPSession(p.Page)
	must(p.t, err)
	_, err = session.Send("Emulation.setCPUThrottlingRate", map[string]any{"rate": rate})
	must(p.t, err)
}

func number(value any) float64 {
	switch n := value.(type) {
	case int:
		return float64(n)
	case float64:
		return n
	}
	return -1
}

func numbers(value any) series {
	var s series
	for _, n := range value.([]any) {
		s = append(s, number(n))
	}
	return s
}

// timeTaps keeps, for every click that `counts`, how long after the event what it changed is on the screen: `done` is
// true in one animation frame, the next one begins when that is painted. Once from the event, and once from the finger's
// lift, which adds the time the browser itself takes to make a click of a touch.
func timeTaps(counts, done string) string {
	return `globalThis.taps = [];
	globalThis.lifts = [];
	addEventListener('click', e => {
		if (!(` + counts + `)) return;
		const from = performance.now(), lift = e.timeStamp;
		const heading = () => [...document.querySelectorAll('h1')].map(one => one.textContent).join(), before = heading();
		const look = () => requestAnimationFrame(() => (` + done + `) ? requestAnimationFrame(() => {
			taps.push(performance.now() - from);
			lifts.push(performance.now() - lift);
		}) : look());
		look();
	}, true)`
}

// tapped is what timeTaps kept.
type tapped struct{ taps, lifts series }

func (p *tab) tapped(before tapped) tapped {
	p.t.Helper()
	must(p.t, p.painted())
	return tapped{append(before.taps, numbers(p.evaluate("taps"))...), append(before.lifts, numbers(p.evaluate("lifts"))...)}
}

func (m tapped) with(more tapped) tapped {
	return tapped{append(m.taps, more.taps...), append(m.lifts, more.lifts...)}
}

func (m tapped) String() string {
	return fmt.Sprintf("%v (from the lift of the finger: median %.0f ms, p95 %.0f ms)", m.taps, m.lifts.at(0.5), m.lifts.at(0.95))
}

func measureBundle(t *testing.T) []row {
	out, err := exec.Command("node", "../frontend/scripts/size.mjs").Output()
	must(t, err)
	lines := strings.Split(string(out), "\n")
	return []row{
		{"app JavaScript, brotli", "45 KB", strings.TrimPrefix(lines[0], "JavaScript ")},
		{"app CSS, brotli", "12 KB", strings.TrimSpace(strings.TrimPrefix(lines[1], "CSS"))},
	}
}

// tapContext opens the app on a tablet with a script in the page.
func tapContext(t *testing.T, a *app, script string) *tab {
	t.Helper()
	touch := playwright.BrowserNewContextOptions{HasTouch: playwright.Bool(true), Viewport: &playwright.Size{Width: 820, Height: 1180}}
	p := openWith(t, a, touch, func(p *tab) {
		must(t, p.AddInitScript(playwright.Script{Content: playwright.String(script)}))
	})
	p.ready()
	return p
}
