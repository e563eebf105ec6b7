package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"

	"michishirube/server/content"
)

// planUsage documents the subcommand; its contract is checked from outside.
const planUsage = `Usage: michishirube plan [--on YYYY-MM-DD] [--answers 'fact=option,fact=option+option']

Prints, as JSON, what the guidance says for the answers on the day: the next question, the unanswered questions
known to apply, and the steps already certain with their reasons and sources.
回答と日付から、次の質問・確かな手順・理由・出典をJSONで出します。

`

// planOutput is what plan prints.
type planOutput struct {
	On      content.Date `json:"on"`
	Next    *string      `json:"next"` // null when nothing is left to ask
	Missing []string     `json:"missing"`
	Steps   []planStep   `json:"steps"`
}

type planStep struct {
	ID      string   `json:"id"`
	Kind    string   `json:"kind"`
	Urgency string   `json:"urgency"`
	Because []string `json:"because"` // facts whose answers alone make the step certain
	Cites   []string `json:"cites"`   // source#place
}

// plan runs the subcommand and gives its exit status: 0, 1 when the content is broken, 2 for a bad argument.
func plan(args []string, env Env) int {
	flags := flag.NewFlagSet("plan", flag.ContinueOnError)
	flags.SetOutput(env.Stderr)
	flags.Usage = func() {
		fmt.Fprint(env.Stderr, planUsage)
		flags.PrintDefaults()
	}
	on := flags.String("on", string(content.DateIn(env.Now())), "the day, in Japan (default today)")
	given := flags.String("answers", "", "answers so far; may be partial or empty")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return exitOK
	} else if err != nil {
		return exitUsage
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(env.Stderr, "plan: unexpected argument %q: want only --on and --answers\n", flags.Arg(0))
		return exitUsage
	}
	c, issues := content.Load(env.Assets, env.Locales)
	if len(issues) > 0 {
		fmt.Fprintf(env.Stderr, "plan: the content has %d faults, the first: %s\n", len(issues), issues[0])
		return exitFailure
	}
	out, err := planFor(c.Finish(), *on, *given)
	if err != nil {
		fmt.Fprintln(env.Stderr, "plan:", err)
		return exitUsage
	}
	encoder := json.NewEncoder(env.Stdout)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(out); err != nil {
		fmt.Fprintln(env.Stderr, "plan:", err)
		return exitFailure
	}
	return exitOK
}

func planFor(guide *content.Guide, on, given string) (planOutput, error) {
	day, err := content.ParseDate(on)
	if err != nil {
		return planOutput{}, fmt.Errorf("--on: %w", err)
	}
	answers, err := content.ParseAnswers(guide, given)
	if err != nil {
		return planOutput{}, fmt.Errorf("--%w", err)
	}
	derived, err := content.NewEngine(guide).Evaluate(answers, day)
	if err != nil {
		return planOutput{}, fmt.Errorf("--on: %w", err)
	}
	out := planOutput{On: day, Missing: []string{}, Steps: []planStep{}}
	out.Missing = append(out.Missing, derived.Missing...)
	if derived.Next != "" {
		out.Next = &derived.Next
	}
	for _, f := range derived.Steps {
		step := planStep{ID: f.Step.ID, Kind: f.Step.Kind, Urgency: f.Step.Urgency, Because: f.Because, Cites: []string{}}
		for _, c := range f.Period.Cites {
			step.Cites = append(step.Cites, c.String())
		}
		out.Steps = append(out.Steps, step)
	}
	return out, nil
}
