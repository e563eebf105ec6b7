package e2e

import (
	"strings"
	"testing"
	"time"

	"github.com/playwright-community/playwright-go"
)

const (
	// What the law and good practice ask for.
	allRules = `{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations']}`
	// What the dark can change.
	colourRules = `{runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}, resultTypes: ['violations']}`
)

// inspector runs axe-core over a tab at every size, light and dark.
type inspector struct {
	*tab
	states, runs int
}

// axe is the script that does the looking.
var axe = playwright.Script{Path: playwright.String("../node_modules/axe-core/axe.min.js")}

// withAxe opens the app with axe-core in the page: the policy allows no script to be added later.
func withAxe(t *testing.T, a *app, options playwright.BrowserNewContextOptions, prepare func(*tab)) *inspector {
	t.Helper()
	options.ReducedMotion = playwright.ReducedMotionReduce
	return &inspector{tab: openWith(t, a, options, func(p *tab) {
		must(t, p.AddInitScript(axe))
		if prepare != nil {
			prepare(p)
		}
	})}
}

var (
	screens = []playwright.Size{{Width: 360, Height: 740}, {Width: 768, Height: 1024}, {Width: 1180, Height: 820}}
	schemes = []string{"light", "dark"}
	// Paper has one size and one colour.
	paper = []playwright.Size{{Width: 680, Height: 1000}}
)

// see reports everything axe finds in a state.
func (i *inspector) see(state string) {
	i.t.Helper()
	i.states++
	sizes, colours := screens, schemes
	if strings.HasPrefix(state, printed) {
		sizes, colours = paper, schemes[:1]
	}
	for _, size := range sizes {
		must(i.t, i.SetViewportSize(size.Width, size.Height))
		for _, colour := range colours {
			i.inspect(state, size.Width, colour)
		}
	}
}

func (i *inspector) inspect(state string, width int, colour string) {
	i.t.Helper()
	scheme, rules := playwright.ColorScheme(colour), allRules
	if colour == "dark" {
		rules = colourRules
	}
	must(i.t, i.EmulateMedia(playwright.PageEmulateMediaOptions{ColorScheme: &scheme}))
	i.runs++
	found := i.evaluate(`axe.run(document, ` + rules + `).then(({violations}) => violations.map(({id, nodes}) =>
		id + ', ' + nodes.length + ' times: ' + nodes.slice(0, 4).map(({target, failureSummary}) => target.join(' ') + ' – ' + failureSummary).join('; ')))`)
	for _, violation := range found.([]any) {
		i.t.Errorf("%s, %d px, %s: %s", state, width, colour, violation)
	}
}

func TestNoScreenHasAnAccessibilityViolation(t *testing.T) {
	t.Parallel()
	p := withAxe(t, shared, playwright.BrowserNewContextOptions{}, nil)
	p.ready()
	p.tour(p.see)
	t.Logf("axe-core: %d states, %d runs", p.states, p.runs)
}

func TestNoReadingSettingHasAnAccessibilityViolation(t *testing.T) {
	t.Parallel()
	p := withAxe(t, shared, playwright.BrowserNewContextOptions{}, nil)
	p.ready()
	p.large()
	p.see("home, large with furigana")
	first := p.GetByRole("checkbox").First() // its name now has readings in it
	must(t, first.Check(playwright.LocatorCheckOptions{Force: playwright.Bool(true)}))
	must(t, first.Press("Enter"))
	must(t, p.GetByRole("radio").First().WaitFor())
	p.see("question, large with furigana")
}

// large sets the largest text with furigana.
func (p *tab) large() {
	p.t.Helper()
	p.press("表示")
	p.tick("radio", "200%")
	p.tick("checkbox", "漢字にふりがなを付ける")
	must(p.t, p.GetByRole("dialog").GetByRole("button").Last().Click())
}

// noWorker is a browser that allows no service worker, as in some private windows.
const noWorker = `ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('blocked', 'SecurityError'))`

// What shows only at certain times: the warning before the end, late content, a wrong clock, a device that is not ready.
func TestNoWarningHasAnAccessibilityViolation(t *testing.T) {
	t.Parallel()
	none := playwright.BrowserNewContextOptions{}

	idle := withAxe(t, shared, none, func(p *tab) { must(t, p.Clock().Install()) })
	idle.begin(everything)
	must(t, idle.Clock().FastForward("04:05"))
	must(t, idle.GetByRole("alertdialog").WaitFor())
	idle.see("warning before the end")

	for state, day := range map[string]time.Time{
		"content past its review": time.Date(2027, 6, 1, 3, 0, 0, 0, time.UTC),
		"clock behind":            time.Date(2025, 1, 1, 3, 0, 0, 0, time.UTC),
	} {
		p := withAxe(t, shared, none, func(p *tab) { must(t, p.Clock().SetFixedTime(day)) })
		p.ready()
		must(t, p.GetByRole("status").GetByRole("paragraph").First().WaitFor())
		p.see(state)
	}

	p := withAxe(t, shared, none, func(p *tab) {
		must(t, p.AddInitScript(playwright.Script{Content: playwright.String(noWorker)}))
	})
	must(t, p.GetByText("準備不足").WaitFor())
	p.see("not ready")

	p = withAxe(t, shared, none, func(p *tab) {
		p.quiet = true
		must(t, p.Route("**/content/**", func(r playwright.Route) { _ = r.Abort() }))
	})
	must(t, p.GetByRole("alert").WaitFor())
	p.see("first visit without a network")
}
