//go:build measure

package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// timeEvaluate answers every question with "I don't know" where that is possible, and times the engine over the answers.
const timeEvaluate = `(async () => {
	const manifest = await (await fetch('/content/manifest.json')).json();
	const guide = await (await fetch('/content/' + manifest.blobs.find(({ name }) => name === 'guide').hash + '.json')).json();
	const day = manifest.reviewed_on, answers = { topic: ['full'], danger: ['not_now'] };
	const from = performance.now();
	let plan = engine.evaluate(guide, answers, day);
	const first = performance.now() - from;
	while (plan.next) {
		const { options } = guide.facts.find(({ id }) => id === plan.next);
		answers[plan.next] = [options.at(-1) === 'dont_know' ? 'dont_know' : options[0]];
		plan = engine.evaluate(guide, answers, day);
	}
	// The clock of a page is coarse: many at a time.
	const batch = () => {
		const t = performance.now();
		for (let i = 0; i < 50; i++) engine.evaluate(guide, answers, day);
		return (performance.now() - t) / 50;
	};
	const times = Array.from({ length: 60 }, batch).sort((a, b) => a - b);
	return { first, median: times[30], p95: times[57], facts: Object.keys(answers).length, steps: plan.steps.length };
})()`

func measureEvaluate(t *testing.T) []row {
	out, err := filepath.Abs("../.build/measure")
	must(t, err)
	build := exec.Command("node", "measure/engine.mjs", out)
	if text, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	engine, err := os.ReadFile(filepath.Join(out, "engine.js"))
	must(t, err)
	script := string(engine) + "\nglobalThis.engine = engine"
	a := start(t)
	var rows []row
	for _, rate := range []int{1, 4} {
		p := openWith(t, a, playwright.BrowserNewContextOptions{}, func(p *tab) {
			must(t, p.AddInitScript(playwright.Script{Content: &script}))
		})
		p.ready()
		p.throttle(rate)
		got := p.evaluate(timeEvaluate).(map[string]any)
		rows = append(rows, row{
			fmt.Sprintf("evaluate in the page, %v answers, %v steps, %d× CPU throttle", got["facts"], got["steps"], rate), "1 ms",
			fmt.Sprintf("median %.0f µs, p95 %.0f µs; very first call, not yet compiled, %.1f ms", 1000*number(got["median"]), 1000*number(got["p95"]), number(got["first"])),
		})
	}
	return rows
}

// Lighthouse is fetched when it is asked for, into a folder that nothing else uses.
func measureLighthouse(t *testing.T) []row {
	folder, err := filepath.Abs("../.build/lighthouse")
	must(t, err)
	must(t, os.MkdirAll(folder, 0o755))
	if _, err := os.Stat(filepath.Join(folder, "node_modules", "lighthouse")); err != nil {
		install := exec.Command("npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder, "lighthouse@12.8.2")
		if text, err := install.CombinedOutput(); err != nil {
			t.Fatalf("lighthouse: %v\n%s", err, text)
		}
	}
	a := start(t)
	run := exec.Command("node", "measure/lighthouse.mjs", a.url, folder, chromium())
	var errors strings.Builder
	run.Stderr = &errors
	text, err := run.Output()
	if err != nil {
		t.Fatalf("lighthouse: %v\n%s", err, errors.String())
	}
	var screens []struct {
		Name   string
		Scores string
	}
	must(t, json.Unmarshal(text, &screens))
	var rows []row
	for _, s := range screens {
		rows = append(rows, row{"Lighthouse 12.8.2 mobile, " + s.Name, "100", s.Scores})
	}
	return rows
}
