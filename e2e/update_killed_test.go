package e2e

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/playwright-community/playwright-go"
)

// A browser that is killed while it changes from one release to another opens one whole release afterwards, offline.
func TestUpdateSurvivesAKilledBrowser(t *testing.T) {
	t.Parallel()
	killed(t, 1)
}

// killed kills the browser in each way, a number of rounds long.
func killed(t *testing.T, rounds int) {
	t.Helper()
	s := newStation(t, 1)
	k := &kills{t: t, s: s, profile: t.TempDir(), shown: 1, won: map[string]int{}}
	k.opens(func(*tab) {})
	for round := range rounds {
		for _, way := range []struct {
			name string
			kill func()
		}{{"in the download", k.inTheDownload}, {"in the flip", k.inTheFlip}, {"at the start", k.atTheStart}} {
			s.history = ""
			s.run(1 - k.shown)
			way.kill()
			s.stop()
			before := k.shown
			k.opens(k.whole)
			if k.shown != before {
				k.won[way.name]++
			}
		}
		if round%5 == 4 {
			t.Logf("after %d kills in each way the new release had won: %v", round+1, k.won)
		}
	}
}

// kills kills the browser of one device at random moments.
type kills struct {
	t       *testing.T
	s       *station
	profile string
	shown   int            // whose words the device shows
	won     map[string]int // how often the new release was shown afterwards
}

// opens starts the browser, opens the app as it is on the device, does something and closes both.
func (k *kills) opens(do func(*tab)) {
	k.t.Helper()
	context, p := k.launch()
	p.visitStation(k.s)
	do(p)
	must(k.t, context.Close())
}

func (k *kills) launch() (playwright.BrowserContext, *tab) {
	k.t.Helper()
	context, p := launch(k.t, k.profile)
	p.quiet = true
	return context, p
}

// inTheDownload kills it while the new release comes in.
func (k *kills) inTheDownload() {
	context, p := k.launch()
	go func() { _, _ = p.Goto(k.s.url + "/") }()
	k.kill(context, 200*time.Millisecond, 4*time.Second)
}

// inTheFlip kills it when the counselor takes the new release.
func (k *kills) inTheFlip() {
	context, p := k.launch()
	_, err := p.Goto(k.s.url + "/")
	must(k.t, err)
	must(k.t, p.named(takeUpdate).WaitFor())
	go func() {
		_, _ = p.Evaluate(`[...document.querySelectorAll('button')].find(b => b.textContent === '` + takeUpdate + `').click()`)
	}()
	k.kill(context, 0, 150*time.Millisecond)
}

// atTheStart kills it while a start takes the release that was downloaded before.
func (k *kills) atTheStart() {
	k.opens(func(p *tab) {
		k.whole(p)
		if k.s.history != strconv.Itoa(k.shown) {
			p.until("a new release", releaseWaits)
		}
	})
	context, p := k.launch()
	go func() { _, _ = p.Goto(k.s.url + "/") }()
	k.kill(context, 50*time.Millisecond, 1200*time.Millisecond)
}

// kill kills the browser at a random moment.
func (k *kills) kill(context playwright.BrowserContext, from, to time.Duration) {
	k.t.Helper()
	time.Sleep(from + rand.N(to-from))
	killBrowser(k.t, context, k.profile)
}

// killBrowser ends every process of the browser on a profile at once, as an empty battery does.
func killBrowser(t *testing.T, context playwright.BrowserContext, profile string) {
	t.Helper()
	for _, pid := range browserProcesses(t, profile) {
		_ = syscall.Kill(pid, syscall.SIGKILL)
	}
	eventually(t, "the browser to be gone", func() bool { return len(browserProcesses(t, profile)) == 0 })
	_ = context.Close()
}

// browserProcesses are those that were started on this profile, which is this test's own.
func browserProcesses(t *testing.T, profile string) []int {
	t.Helper()
	files, err := filepath.Glob("/proc/[0-9]*/cmdline")
	must(t, err)
	var all []int
	for _, file := range files {
		command, err := os.ReadFile(file)
		if err != nil || !bytes.Contains(command, []byte("--user-data-dir="+profile)) {
			continue // another's, or gone
		}
		pid, err := strconv.Atoi(filepath.Base(filepath.Dir(file)))
		must(t, err)
		all = append(all, pid)
	}
	return all
}

// whole wants one whole release on the device: words, files and app, each of one generation. That of the words is shown.
func (k *kills) whole(p *tab) {
	k.t.Helper()
	words := generationsIn(p.onScreen())
	if len(words) != 1 {
		k.t.Fatalf("words of the generations %v:\n%s", words, p.onScreen())
	}
	k.shown = words[0]
	if app := p.app(); strings.Trim(app, app[:1]) != "" {
		k.t.Errorf("page and script are of the generations %q", app)
	}
	p.begin(cardTopic)
	p.heading(consultationOf(k.shown)[0].question)
	p.wordsOf(k.shown)
	p.end()
}
