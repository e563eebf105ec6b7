package e2e

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// tab is a page that fails its test on any page error, console error or policy violation, and keeps every request.
type tab struct {
	playwright.Page
	t        *testing.T
	mu       sync.Mutex
	requests []request
	quiet    bool     // after the server is stopped, failing to reach it is expected
	provoked []string // parts of the messages that the test means to provoke
}

type request struct{ method, url string }

// reportViolations makes a violation of the content security policy an error of the console.
const reportViolations = `document.addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample))`

// open opens the app in a fresh profile of the given size and waits for the home screen.
func open(t *testing.T, a *app, width, height int) *tab {
	t.Helper()
	context, err := browser.NewContext(playwright.BrowserNewContextOptions{
		Locale: playwright.String("ja-JP"), Viewport: &playwright.Size{Width: width, Height: height}, HasTouch: playwright.Bool(true),
	})
	must(t, err)
	t.Cleanup(func() { _ = context.Close() })
	p := newTab(t, context)
	p.visit(a)
	return p
}

// newTab opens an empty page in the context.
func newTab(t *testing.T, context playwright.BrowserContext) *tab {
	t.Helper()
	must(t, context.AddInitScript(playwright.Script{Content: playwright.String(reportViolations)}))
	page, err := context.NewPage()
	must(t, err)
	page.SetDefaultTimeout(30_000)
	p := &tab{Page: page, t: t}
	page.OnPageError(func(e error) { t.Errorf("page error: %v", e) })
	page.OnConsole(func(m playwright.ConsoleMessage) {
		if m.Type() == "error" && !p.expected(m.Text()) {
			t.Errorf("console: %s", m.Text())
		}
	})
	context.OnRequest(func(r playwright.Request) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.requests = append(p.requests, request{r.Method(), r.URL()})
	})
	return p
}

func (p *tab) expected(message string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.quiet && strings.Contains(message, "net::ERR_") ||
		slices.ContainsFunc(p.provoked, func(part string) bool { return strings.Contains(message, part) })
}

// offline stops the server; from here on nothing may depend on it.
func (p *tab) offline(a *app) {
	p.mu.Lock()
	p.quiet = true
	p.mu.Unlock()
	a.stop()
}

func (p *tab) seen() []request {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.requests)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
