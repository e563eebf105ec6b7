//go:build measure

package e2e

import (
	"fmt"
	"testing"
)

// timeSwitches keeps, for every choice of a language, how long after it her words are on the screen.
const timeSwitches = `globalThis.switches = [];
	addEventListener('change', e => {
		if (e.target.tagName !== 'SELECT') return;
		const from = performance.now(), tag = e.target.value;
		const look = () => requestAnimationFrame(() => document.querySelector('#main .both__hers[lang="' + tag + '"]')
			? requestAnimationFrame(() => switches.push(performance.now() - from)) : look());
		look();
	}, true)`

// From the choice of a language to her words on the screen: every language for the first time and then again, half a second
// after the list was opened. On a question, face to face, and over a full result.
func measureLanguages(t *testing.T) []row {
	var rows []row
	a := start(t)
	for _, place := range []struct {
		name string
		open func(*tab)
	}{
		{"a question", func(*tab) {}},
		{"face to face", func(p *tab) { p.press("ご本人に見せる") }},
		{"a full result, every step closed", func(p *tab) { p.walk(worst, nil) }},
	} {
		p := tapContext(t, a, timeSwitches)
		p.begin(everything)
		p.heading("はじめに、今、身の危険を感じることはありますか。")
		place.open(p)
		slower := p.slow()
		var first, again series
		must(t, p.Locator(".language__select").Focus())
		p.evaluate("new Promise(done => setTimeout(done, 500))")
		for round := range 3 {
			p.evaluate("switches.length = 0")
			for i, tag := range tags {
				p.speak(tag)
				p.evaluate(fmt.Sprintf("new Promise(done => { const look = () => switches.length > %d ? done(null) : setTimeout(look, 20); look(); })", i))
			}
			if all := numbers(p.evaluate("switches")); round == 0 {
				first = all
			} else {
				again = append(again, all...)
			}
		}
		rows = append(rows, row{
			"choice of a language to her words painted, " + place.name + ", 4× CPU throttle (" + slower + ")", "100 ms p95",
			fmt.Sprintf("first time %v; again %v", first, again),
		})
		must(t, p.Context().Close())
	}
	return rows
}
