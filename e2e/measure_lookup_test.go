//go:build measure

package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// timeKeys keeps, for every key typed into the look-up, how long the page's own script took – between the first and the
// last listener of the event the field's own one runs, and what it has rendered – how long style and layout took after
// that, and how long until all of it was painted. What changes the page only later is counted as late.
const timeKeys = `globalThis.scripts = []; globalThis.layouts = []; globalThis.paints = []; globalThis.waits = []; globalThis.late = 0;
addEventListener('input', e => {
	const from = performance.now(), pressed = e.timeStamp;
	globalThis.begun = from;
	requestAnimationFrame(() => {
		const framed = new MessageChannel();
		framed.port1.onmessage = () => { if (document.querySelector('.lookup').textContent !== rendered) late++; paints.push(performance.now() - from); waits.push(performance.now() - pressed); };
		framed.port2.postMessage(null);
	});
}, true);
addEventListener('input', () => {
	scripts.push(performance.now() - begun);
	globalThis.rendered = document.querySelector('.lookup').textContent;
	const from = performance.now();
	document.body.getBoundingClientRect();
	layouts.push(performance.now() - from);
})`

// queries are what counselors type: numbers, names, kana, romaji, places and kinds.
var queries = []string{
	"01130012", "06139992", "138016", "名古屋市 国保", "きょうかいけんぽ", "府中市", "kyoukai kenpo osaka", "横浜市 生活保護",
	"けんぽ 東京", "女性相談 神奈川", "共済組合", "年金事務所 札幌", "さっぽろし", "koukikourei", "大阪市北区",
}

// From the key to the results on screen, over the whole directory.
func measureLookup(t *testing.T) []row {
	p := tapContext(t, start(t), timeKeys)
	p.press(lookUp)
	p.heading(lookUp)
	slower := p.slow()
	must(t, p.Locator(".examples").WaitFor())
	for _, query := range queries {
		p.look("")
		p.evaluate("[scripts, layouts, paints, waits].map(all => all.pop())") // emptying the field is no key
		must(t, p.field().PressSequentially(query))
		must(t, p.painted())
	}
	if late := number(p.evaluate("late")); late != 0 {
		t.Errorf("%v times the results came after the script", late)
	}
	throttled := ", 15 queries, 4× CPU throttle (" + slower + ")"
	series := func(name string) string { return numbers(p.evaluate(name)).fine() }
	return []row{
		{"key in the look-up to results, script only" + throttled, "16 ms p95", series("scripts")},
		{"style and layout of these results, forced right after the script" + throttled, "–", series("layouts")},
		{"key in the look-up to results painted, wall clock with the wait for the next frame" + throttled, "–", series("paints")},
		{"the same from the time stamp of the event", "–", series("waits")},
		measureDirectory(t),
		measureGolden(t),
	}
}

func (s series) fine() string {
	return fmt.Sprintf("p50 %.1f ms, p95 %.1f ms, longest %.1f ms, n = %d", s.at(0.5), s.at(0.95), s.at(1), len(s))
}

// measureDirectory says how much the directory weighs as it travels.
func measureDirectory(t *testing.T) row {
	a := start(t)
	p := open(t, a, 820, 1180)
	text := p.evaluate(`fetch('/content/manifest.json').then(answer => answer.json()).then(({ blobs }) => fetch('/content/' + blobs.find(({ name }) => name === 'directory').hash + '.json')).then(answer => answer.text())`).(string)
	var small counter
	w := brotli.NewWriterLevel(&small, brotli.BestCompression)
	_, err := w.Write([]byte(text))
	must(t, err)
	must(t, w.Close())
	return row{"directory blob, brotli", "120 KB", fmt.Sprintf("%.1f KB, %.1f KB plain", float64(small)/1000, float64(len(text))/1000)}
}

type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// The share is counted here by the very code that runs on the device, over the queries that the unit tests hold to it.
const shareOfGolden = `
const [lookup, directory, rows] = process.argv.slice(1);
const { prepare, lookup: search } = await import(lookup);
const { readFileSync } = await import('node:fs');
const index = prepare(JSON.parse(readFileSync(directory, 'utf8')));
const golden = readFileSync(rows, 'utf8').split('\n').filter(row => row && !row.startsWith('#')).map(row => row.split('\t'));
const right = golden.filter(([typed, id]) => search(typed, index).hits.slice(0, 3).some(hit => hit.id === id)).length;
console.log((100 * right / golden.length).toFixed(1) + ' %, ' + right + ' of ' + golden.length);
`

func measureGolden(t *testing.T) row {
	path := func(name string) string {
		full, err := filepath.Abs(filepath.Join("..", name))
		must(t, err)
		return full
	}
	run := exec.Command("node", "--input-type=module", "-e", shareOfGolden, path(".build/lookup.mjs"), path(".build/directory.json"), path("frontend/src/lookup/testdata/golden.tsv"))
	run.Stderr = os.Stderr
	out, err := run.Output()
	must(t, err)
	return row{"golden queries, the first three hits right", "99 %", strings.TrimSpace(string(out))}
}
