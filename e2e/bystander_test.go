package e2e

import (
	"slices"
	"strings"
	"testing"

	"github.com/playwright-community/playwright-go"

	"michishirube/e2e/disk"
)

// tablet is a device that was handed over unlocked, with its browser's profile on disk. What is found on it is compared
// with what was there when nothing had been done but opening the app: the content that is kept holds every label too.
type tablet struct {
	t       *testing.T
	a       *app
	profile string
	context playwright.BrowserContext
	words   []string
	before  disk.Found
}

// typed is text that no content holds, for the look-up.
const typed = "zqxjkv"

// newTablet is a device on which the app was opened twice: code and content are where the browser keeps them.
func newTablet(t *testing.T) *tablet {
	t.Helper()
	d := &tablet{t: t, a: start(t), profile: t.TempDir()}
	d.words = append(labels(t, d.a), typed, typed[:4], "01130012", "府中市 広島", "0847-44-9099",
		`"card":["`, `"card":"l`, "card=l", `"answers":`, `"topic":["`, "municipality-34208\nrelease")
	for range 2 {
		d.opens().visit(d.a)
		d.closes()
	}
	d.before = d.search()
	if len(d.before) < len(d.words)/4 {
		t.Fatalf("%d of %d words are in the content on disk: the search does not see it", len(d.before), len(d.words))
	}
	return d
}

// opens starts the browser as it is, the cache for the button back included, and gives a new page in it.
func (d *tablet) opens(arguments ...string) *tab {
	d.t.Helper()
	context, err := launcher.LaunchPersistentContext(d.profile, playwright.BrowserTypeLaunchPersistentContextOptions{
		ExecutablePath: playwright.String(chromium()), Headless: playwright.Bool(true),
		Args: append(slices.Clone(chromiumArgs), arguments...), IgnoreDefaultArgs: []string{"--disable-back-forward-cache"},
		Locale: playwright.String("ja-JP"), Viewport: &playwright.Size{Width: 820, Height: 1180},
		Permissions: []string{"clipboard-read"},
	})
	must(d.t, err)
	d.t.Cleanup(func() { _ = context.Close() })
	d.context = context
	p := newTab(d.t, context)
	p.quiet = true
	p.OnDownload(func(f playwright.Download) { d.t.Errorf("%s is downloaded", f.SuggestedFilename()) })
	return p
}

func (d *tablet) closes() { d.t.Helper(); must(d.t, d.context.Close()) }

func (d *tablet) dies() {
	d.t.Helper()
	killBrowser(d.t, d.context, d.profile)
}

func (d *tablet) search() disk.Found {
	d.t.Helper()
	found, err := disk.Search(d.profile, d.words)
	must(d.t, err)
	return found
}

// findsNothing wants no word on disk more often than before.
func (d *tablet) findsNothing(after string) {
	d.t.Helper()
	for word, files := range d.search().More(d.before) {
		d.t.Errorf("%s: %q is on disk more often than before: %v, before %v", after, word, files, d.before[word])
	}
}

// reopens starts the browser anew and has it bring back the pages that were open.
func (d *tablet) reopens() {
	d.t.Helper()
	p := d.opens("--restore-last-session", "--hide-crash-restore-bubble")
	restored := 0
	for _, page := range d.context.Pages() {
		if strings.HasPrefix(page.URL(), d.a.url) {
			restored++
			(&tab{Page: page, t: d.t}).nothingOfTheConsultation()
		}
	}
	if restored == 0 {
		d.t.Error("the browser brings no page back: nothing was tried")
	}
	p.visit(d.a)
	p.nothingOfTheConsultation()
	p.lookedUpNothing()
	d.closes()
}

// pastesNothing pastes into another page. The app itself may not read the clipboard.
func (d *tablet) pastesNothing() {
	d.t.Helper()
	p := newTab(d.t, d.context)
	must(d.t, p.Route("http://localhost/", func(r playwright.Route) {
		_ = r.Fulfill(playwright.RouteFulfillOptions{ContentType: playwright.String("text/html"), Body: "<!doctype html><link rel=icon href=data:,>"})
	}))
	_, err := p.Goto("http://localhost/")
	must(d.t, err)
	if pasted := p.evaluate("navigator.clipboard.readText()"); pasted != "" {
		d.t.Errorf("the clipboard holds %q", pasted)
	}
	must(d.t, p.Close())
}

// labels are the words of every option of every question, for the counselor and in one of her languages.
func labels(t *testing.T, a *app) (words []string) {
	t.Helper()
	for _, name := range []string{"text.ja", "text." + herTag} {
		var text struct{ Messages map[string]any }
		a.read(t, "/content/"+a.hash(t, name)+".json", &text)
		for id, message := range text.Messages {
			if label, ok := message.(string); ok && strings.HasPrefix(id, "fact.") && strings.Contains(id, ".opt.") && !strings.Contains(label, "{") {
				words = append(words, label)
			}
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

const herTag = "vi"

// speaksOfACase does what a counselor does with a client: questions, her language, a number, an office and its phone.
func (d *tablet) speaksOfACase(p *tab, questions func()) {
	d.t.Helper()
	p.visit(d.a)
	p.remembersNoField("home")
	questions()
	p.heading(resultHeading)
	p.speak(herTag)
	p.unfold()
	p.remembersNoField("result")
	p.speak("ja")
	p.press(appTitle)
	p.heading("相談の途中です")
	p.press(lookUp)
	p.heading(lookUp)
	must(d.t, p.field().PressSequentially("01130012"))
	p.look(typed)
	must(d.t, p.field().Press("Enter"))
	p.look("府中市 広島")
	p.remembersNoField(lookUp)
	p.openHit("府中市")
	must(d.t, p.GetByText("0847-44-9099").First().WaitFor())
	p.press("つながらない")
	p.press("担当者に知らせる")
	p.remembersNoField("report")
}

// remembered are the fields that a browser may remember or fill. What a page that is brought back had in them comes from
// there too.
const remembered = `[...document.querySelectorAll('form, input, textarea, select')]
	.filter(one => one.autocomplete !== 'off').map(one => one.outerHTML.slice(0, 120))`

func (p *tab) remembersNoField(state string) {
	p.t.Helper()
	if fields := p.evaluate(remembered).([]any); len(fields) > 0 {
		p.t.Errorf("%s: fields that can be remembered: %v", state, fields)
	}
	if title := p.evaluate("document.title"); title != appTitle {
		p.t.Errorf("%s: the title is %q", state, title)
	}
}

// goesAround presses back until the app is left, and forward to the end.
func (p *tab) goesAround(a *app) {
	p.t.Helper()
	for p.URL() != "about:blank" {
		_, err := p.GoBack()
		must(p.t, err)
		if p.URL() == a.url+"/" {
			p.nothingOfTheConsultation()
		}
	}
	for at := any(nil); ; {
		_, err := p.GoForward()
		must(p.t, err)
		p.nothingOfTheConsultation()
		now := p.evaluate("JSON.stringify(history.state)")
		if now == at {
			break
		}
		at = now
	}
	if p.URL() != a.url+"/" {
		p.t.Errorf("the address is %s", p.URL())
	}
}

// A bystander who takes the unlocked tablet finds nothing of the consultation, however it was left and whatever she tries.
func TestABystanderFindsNothing(t *testing.T) {
	t.Parallel()
	d := newTablet(t)

	p := d.opens()
	d.speaksOfACase(p, func() { p.full(func(q question) { p.remembersNoField(q.heading) }) })
	p.press(appTitle)
	p.end()
	d.pastesNothing()
	p.goesAround(d.a)
	d.closes()
	d.findsNothing("ended and closed")
	d.reopens()

	p = d.opens()
	d.speaksOfACase(p, func() { p.consult(cardTopic, cardConsultation) })
	d.dies()
	d.findsNothing("killed in the middle")
	d.reopens()
	d.findsNothing("brought back")
}
