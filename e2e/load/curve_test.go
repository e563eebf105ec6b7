//go:build prove

package load

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"michishirube/e2e/overlay"
)

// cost is what one size of the service costs. Times are those of the processor, which other work of the machine does not
// touch; on a machine of its own they are what somebody waits.
type cost struct {
	check, fresh, start, publish time.Duration // proofs; a new data folder; an old one; one publication in a region
	memory                       float64       // resident after the start, MB
	manifest, largest, all       int           // bytes; of blobs in brotli
}

// How the costs grow with ten times the content, the regions and the insurers. An exponent of 1 is growth in step with
// the size, 0 none.
func TestProveLoadCostCurves(t *testing.T) {
	const times = 10
	regions := municipalities / times
	now := measure(t, binary, regions)
	for _, more := range []struct {
		what    string
		program func() string
		regions int
	}{
		{fmt.Sprintf("regions: %d to %d", regions, municipalities), func() string { return binary }, municipalities},
		{"insurers", func() string { return variant(t, func(o *overlay.Overlay) { moreInsurers(t, o, times) }) }, regions},
		{"content: every step with its words in twelve languages", func() string { return variant(t, func(o *overlay.Overlay) { moreSteps(t, o, times) }) }, regions},
	} {
		then := measure(t, more.program(), more.regions)
		rows := [][]string{{"", "×1", fmt.Sprintf("×%d", times), "exponent"}}
		line := func(name, format string, a, b float64) {
			rows = append(rows, []string{name, fmt.Sprintf(format, a), fmt.Sprintf(format, b), fmt.Sprintf("%.2f", math.Log(b/a)/math.Log(times))})
		}
		line("check, all proofs", "%.2f s", now.check.Seconds(), then.check.Seconds())
		line("start of a new data folder", "%.2f s", now.fresh.Seconds(), then.fresh.Seconds())
		line("start", "%.2f s", now.start.Seconds(), then.start.Seconds())
		line("publication in a region", "%.1f ms", now.publish.Seconds()*1000, then.publish.Seconds()*1000)
		line("resident after the start", "%.0f MB", now.memory, then.memory)
		line("manifest", "%.0f bytes", float64(now.manifest), float64(then.manifest))
		line("largest blob, brotli", "%.0f bytes", float64(now.largest), float64(then.largest))
		line("all blobs, brotli", "%.0f bytes", float64(now.all), float64(then.all))
		table(t, fmt.Sprintf("Cost of %d times the %s (processor time)", times, more.what), rows)
	}
}

func measure(t *testing.T, program string, regions int) (c cost) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Minute)
	defer cancel()
	check := exec.CommandContext(ctx, program, "check")
	if out, err := check.CombinedOutput(); err != nil {
		t.Fatalf("check: %v\n%.2000s", err, out)
	}
	c.check = check.ProcessState.UserTime() + check.ProcessState.SystemTime()

	fresh, _ := serveBinary(t, program, filepath.Join(t.TempDir(), "data"), "warn")
	c.fresh = fresh.processor(t)
	fresh.stop()

	data := withRegions(t, regions)
	first, _ := serveBinary(t, program, data, "warn") // publishes this program's content
	first.stop()
	server, _ := serveBinary(t, program, data, "warn")
	c.start, c.memory = server.processor(t), server.memory(t).resident
	c.sizes(t, server)
	w, err := newTeam(server.url)
	must(t, err)
	const publications = 20
	var spent time.Duration
	for i := range publications {
		spent -= server.processor(t)
		_, err := w.publish("00007", fmt.Sprintf("改めた申出書 %d", i))
		must(t, err)
		spent += server.processor(t)
	}
	c.publish = spent / publications
	server.stop()
	return c
}

func (c *cost) sizes(t *testing.T, server *process) {
	t.Helper()
	manifest := server.fetch(t, "/content/manifest.json", "").body
	var m struct{ Blobs []struct{ Hash string } }
	must(t, json.Unmarshal(manifest, &m))
	c.manifest = len(manifest)
	for _, b := range m.Blobs {
		n := len(server.fetch(t, "/content/"+b.Hash+".json", "br").body)
		c.largest, c.all = max(c.largest, n), c.all+n
	}
}
