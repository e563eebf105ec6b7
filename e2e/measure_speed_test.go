//go:build measure

package e2e

import (
	"fmt"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// From the tap on "next" to the next question on screen, in whole consultations about everything; the last tap of each
// opens the result, a much longer screen, and is told apart.
func measureAnswers(t *testing.T) []row {
	const runs = 5
	a := start(t)
	var questions, results tapped
	slower := ""
	for range runs {
		p := tapContext(t, a, timeTaps(`e.target.closest('button[type=submit]') && document.querySelector('main input[type=radio], main input[type=checkbox][name]')`,
			`heading() !== before`))
		p.begin(everything)
		slower = p.slow()
		p.evaluate("taps.length = lifts.length = 0")
		p.tapThrough()
		one := p.tapped(tapped{})
		last := len(one.taps) - 1
		questions = questions.with(tapped{one.taps[:last], one.lifts[:last]})
		results = results.with(tapped{one.taps[last:], one.lifts[last:]})
		must(t, p.Context().Close())
	}
	return []row{
		{"answer tap to next question painted, 4× CPU throttle (" + slower + ")", "50 ms p95", questions.String()},
		{"last answer to the result painted, 23 steps, 4× CPU throttle (" + slower + ")", "–", results.String()},
	}
}

// tapThrough answers every question with the finger, to the result.
func (p *tab) tapThrough() {
	p.t.Helper()
	for range 40 {
		q := p.asked()
		if q.heading == resultHeading {
			return
		}
		p.choose(q, q.choice(worst))
		must(p.t, p.named("次へ").Tap())
		next := p.GetByRole("heading", playwright.PageGetByRoleOptions{Level: playwright.Int(1)})
		must(p.t, next.Filter(playwright.LocatorFilterOptions{HasNotText: q.heading}).WaitFor())
	}
}

// From the tap on "hide" to the calendar on screen, over the longest screen there is.
func measureCover(t *testing.T) []row {
	const taps = 36
	p := tapContext(t, start(t), timeTaps(`e.target.closest('button')?.textContent === '隠す'`,
		`[...document.querySelectorAll('button')].some(one => /^\d{4}年\d+月$/.test(one.textContent))`))
	p.full(nil)
	p.unfold()
	slower := p.slow()
	for range taps {
		must(t, p.named("隠す").First().Tap())
		must(t, p.month().WaitFor())
		must(t, p.painted())
		p.uncover()
	}
	return []row{{"cover, tap to painted, every step of a full result open, 4× CPU throttle (" + slower + ")", "100 ms p95", p.tapped(tapped{}).String()}}
}

// whenUsable keeps when the heading and the topics of the home screen have been painted.
const whenUsable = `(() => {
	const there = () => document.querySelector('main legend h1');
	const look = () => requestAnimationFrame(() => there() ? requestAnimationFrame(() => { globalThis.usableAt = performance.now(); }) : look());
	look();
})()`

// From the start of the navigation to a home screen that can be used: the server gone, the browser just started.
func measureColdStart(t *testing.T) []row {
	const runs = 9
	a, profile := start(t), t.TempDir()
	first, p := launch(t, profile)
	p.visit(a)
	must(t, first.Close())
	a.stop()
	var all series
	slower := ""
	for range runs {
		context, p := launch(t, profile)
		p.quiet = true
		must(t, p.AddInitScript(playwright.Script{Content: playwright.String(whenUsable)}))
		p.throttle(4)
		_, err := p.Goto(a.url + "/")
		must(t, err)
		all = append(all, number(p.evaluate("new Promise(done => { const look = () => globalThis.usableAt ? done(usableAt) : setTimeout(look, 50); look(); })")))
		p.tick("checkbox", everything)
		p.throttle(1)
		slower = p.slow()
		must(t, context.Close())
	}
	return []row{{"offline cold start to usable, browser restarted, 4× CPU throttle (" + slower + ")", "700 ms median", fmt.Sprint(all)}}
}
