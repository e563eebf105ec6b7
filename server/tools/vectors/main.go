// Command vectors writes what the TypeScript evaluator replays: the compiled guide, and well over 100,000 answer sets,
// partial ones included, with what the Go evaluator makes of them. Same content, same file.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"michishirube/server/content"
)

func main() {
	root := flag.String("root", ".", "the project's root, with assets and locales")
	out := flag.String("out", ".build/vectors", "folder to write guide.json and vectors.txt into")
	sets := flag.Int("sets", 120_000, "answer sets")
	flag.Parse()
	if err := write(*root, *out, *sets); err != nil {
		fmt.Fprintln(os.Stderr, "vectors:", err)
		os.Exit(1)
	}
}

func write(root, out string, sets int) error {
	c, issues := content.Load(os.DirFS(filepath.Join(root, "assets")), os.DirFS(filepath.Join(root, "locales")))
	if len(issues) > 0 {
		return fmt.Errorf("%d faults in the content, the first: %s", len(issues), issues[0])
	}
	guide := c.Finish()
	encoded, err := json.Marshal(guide)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "guide.json"), encoded, 0o644); err != nil {
		return err
	}
	file, err := os.Create(filepath.Join(out, "vectors.txt"))
	if err != nil {
		return err
	}
	w := bufio.NewWriter(file)
	if err := vectors(w, guide, sets); err != nil {
		return cmp.Or(file.Close(), err)
	}
	return cmp.Or(w.Flush(), file.Close())
}

// vectors writes a header line and one line a set: day|answers|missing|steps|because, all as indices (see replay.test.ts).
func vectors(w *bufio.Writer, guide *content.Guide, sets int) error {
	type factHeader struct {
		ID      string   `json:"id"`
		Options []string `json:"options"`
		Many    bool     `json:"many"`
	}
	header := struct {
		Days  []content.Date `json:"days"`
		Facts []factHeader   `json:"facts"`
		Steps []string       `json:"steps"`
	}{}
	// Every boundary and the day before it, where a day too early or too late would show.
	for _, d := range guide.Boundaries {
		if d > guide.CoversFrom {
			header.Days = append(header.Days, d.Add(-1))
		}
		header.Days = append(header.Days, d)
	}
	factIndex, stepIndex := map[string]int{}, map[string]int{}
	for i, f := range guide.Facts {
		header.Facts = append(header.Facts, factHeader{f.ID, f.Options, f.Many})
		factIndex[f.ID] = i
	}
	for i, s := range guide.Steps {
		header.Steps = append(header.Steps, s.ID)
		stepIndex[s.ID] = i
	}
	line, err := json.Marshal(header)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s\n", line)

	engine := content.NewEngine(guide)
	source := content.NewSampler(guide, rand.New(rand.NewPCG(2024, 1125)))
	for n := range sets {
		day := n % len(header.Days)
		answers := source.Answers(engine, header.Days[day])
		plan, err := engine.Evaluate(answers, header.Days[day])
		if err != nil {
			return err
		}
		masks := make([]string, len(guide.Facts))
		for i, f := range guide.Facts {
			var mask int64
			for _, o := range answers[f.ID] {
				mask |= 1 << slices.Index(f.Options, o)
			}
			masks[i] = strconv.FormatInt(mask, 36)
		}
		steps, because := make([]string, len(plan.Steps)), make([]string, len(plan.Steps))
		for i, f := range plan.Steps {
			steps[i] = strconv.Itoa(stepIndex[f.Step.ID])
			because[i] = indices(f.Because, factIndex, ",")
		}
		fmt.Fprintf(w, "%d|%s|%s|%s|%s\n", day, strings.Join(masks, "."), indices(plan.Missing, factIndex, "."), strings.Join(steps, "."), strings.Join(because, ";"))
	}
	return nil
}

func indices(ids []string, index map[string]int, separator string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = strconv.Itoa(index[id])
	}
	return strings.Join(out, separator)
}
