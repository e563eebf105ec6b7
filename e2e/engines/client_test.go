//go:build prove

package engines

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"
)

// command is a command of W3C WebDriver: its method and path over HTTP, and its name in Firefox's own protocol.
type command struct{ method, path, name string }

var (
	newSession  = command{"POST", "/session", "WebDriver:NewSession"}
	navigate    = command{"POST", "/session/{session}/url", "WebDriver:Navigate"}
	goBack      = command{"POST", "/session/{session}/back", "WebDriver:Back"}
	runScript   = command{"POST", "/session/{session}/execute/async", "WebDriver:ExecuteAsyncScript"}
	elementType = command{"POST", "/session/{session}/element/{id}/value", "WebDriver:ElementSendKeys"}
	elementTap  = command{"POST", "/session/{session}/element/{id}/click", "WebDriver:ElementClick"}
)

type params map[string]any

// transport carries a command to a browser and its answer back.
type transport interface {
	do(command, params) (json.RawMessage, error)
}

// browser is a running browser with one page, of whatever engine.
type browser struct {
	t *testing.T
	transport
	version string
	// quit closes the browser as a person does; kill ends it as an empty battery does.
	quit, kill func()
	// console gives what the browser wrote of errors and violations of the policy.
	console func() string
}

// patience is how long a page may take on a machine with much else to do.
const patience = 60 * time.Second

// elementKey is the name under which the standard hands out a reference to an element.
const elementKey = "element-6066-11e4-a52e-4f735466cecf"

// page is what every script may use: what can be seen, and its name without the readings over the words.
const page = `
const seen = e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('[inert]');
const plain = e => { const copy = e.cloneNode(true); copy.querySelectorAll('rt, rp').forEach(one => one.remove()); return copy.textContent.trim(); };
const named = (kind, name) => [...document.querySelectorAll(kind)].find(e => seen(e) && (e.getAttribute('aria-label') ?? plain(e)).startsWith(name)) ?? null;
`

// script runs the body of an async function in the page and decodes what it returns.
func (b *browser) script(into any, body string, args ...any) error {
	if args == nil {
		args = []any{}
	}
	wrapped := `const [...args] = arguments, done = args.pop();` + page +
		`(async () => {` + body + `})().then(value => done({ value }), error => done({ error: String(error) }));`
	raw, err := b.do(runScript, params{"script": wrapped, "args": args})
	if err != nil {
		return err
	}
	var got struct {
		Value json.RawMessage `json:"value"`
		Error string          `json:"error"`
	}
	if err := json.Unmarshal(raw, &got); err != nil {
		return err
	}
	if got.Error != "" {
		return fmt.Errorf("script: %s", got.Error)
	}
	if into == nil || got.Value == nil {
		return nil
	}
	return json.Unmarshal(got.Value, into)
}

// evaluate runs a script that must not fail.
func evaluate[T any](b *browser, body string, args ...any) T {
	b.t.Helper()
	var got T
	must(b.t, b.script(&got, body, args...))
	return got
}

// until waits until the script gives true.
func (b *browser) until(what, body string, args ...any) {
	b.t.Helper()
	var err error
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		var holds bool
		if err = b.script(&holds, body, args...); err == nil && holds {
			return
		}
	}
	b.t.Fatalf("%s: not within %v (%v); on screen:\n%s", what, patience, err, b.text())
}

// element waits for the element that the script gives, and returns its reference.
func (b *browser) element(what, body string, args ...any) string {
	b.t.Helper()
	b.until(what, `return !!(await (async () => {`+body+`})())`, args...)
	return evaluate[map[string]string](b, body, args...)[elementKey]
}

func (b *browser) command(c command, p params) {
	b.t.Helper()
	_, err := b.do(c, p)
	must(b.t, err)
}

func (b *browser) tap(element string) {
	b.t.Helper()
	b.command(elementTap, params{"id": element})
}

// open loads an address; a page that does not answer fails the test.
func (b *browser) open(url string) { b.t.Helper(); b.command(navigate, params{"url": url}) }

// reload loads the page anew, as a person does. The command of WebDriver would go past the service worker.
func (b *browser) reload() {
	b.t.Helper()
	must(b.t, b.script(nil, `window.old = true; setTimeout(() => location.reload())`))
	b.until("a new page", `return !window.old && document.readyState === 'complete'`)
}

func (b *browser) back() { b.t.Helper(); b.command(goBack, params{}) }

// press taps the button of this name.
func (b *browser) press(name string) {
	b.t.Helper()
	b.tap(b.element("button "+name, `return named('button', args[0])`, name))
}

// tick taps the label of an option.
func (b *browser) tick(name string) {
	b.t.Helper()
	label := b.element("option "+name, `return [...document.querySelectorAll('main input')].flatMap(e => [...e.labels]).find(e => seen(e) && plain(e) === args[0])`, name)
	b.tap(label)
}

// heading waits for the screen with this heading.
func (b *browser) heading(text string) {
	b.t.Helper()
	b.until("heading "+text, `return !!named('h1', args[0])`, text)
}

// shows waits for words on the screen.
func (b *browser) shows(words string) {
	b.t.Helper()
	b.until(words, `return document.body.innerText.includes(args[0])`, words)
}

func (b *browser) text() string {
	var text string
	if err := b.script(&text, `return document.body.innerText`); err != nil {
		return err.Error()
	}
	return text
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
