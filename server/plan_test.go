package main

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// runPlanFor runs the subcommand on the real content, on the day the content was read.
func runPlanFor(args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = plan(args, Env{
		Now:    func() time.Time { return time.Date(2026, 11, 22, 3, 0, 0, 0, time.UTC) },
		Stdout: &out, Stderr: &errs,
		Assets: os.DirFS("../assets"), Locales: os.DirFS("../locales"),
	})
	return status, out.String(), errs.String()
}

func TestPlanPrintsWhatIsCertainAndWhatIsMissing(t *testing.T) {
	status, stdout, stderr := runPlanFor("--on", "2026-11-22", "--answers", "topic=full,danger=not_now,insurance=his_work,card=left_behind,proof=center+police")
	if status != exitOK {
		t.Fatalf("exit %d: %s", status, stderr)
	}
	var got planOutput
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		t.Fatal(err)
	}
	if got.On != "2026-11-22" || got.Next == nil || *got.Next != "contact" || got.Missing[0] != "contact" {
		t.Errorf("on %s, next %v, missing %v", got.On, got.Next, got.Missing)
	}
	for _, s := range got.Steps {
		if len(s.Because) == 0 || len(s.Cites) == 0 {
			t.Errorf("step %s has no reason or no source", s.ID)
		}
	}
	i := slices.IndexFunc(got.Steps, func(s planStep) bool { return s.ID == "stop_card" })
	if i != 0 {
		t.Errorf("stop_card is step %d, want it first: it is the only one for now", i)
	}
}

func TestPlanWithoutAnswersAsksOnlyAboutDanger(t *testing.T) {
	status, stdout, _ := runPlanFor()
	var got planOutput
	if err := json.Unmarshal([]byte(stdout), &got); err != nil || status != exitOK {
		t.Fatal(status, err)
	}
	if !slices.Equal(got.Missing, []string{"danger"}) || len(got.Steps) != 0 || got.On != "2026-11-22" {
		t.Errorf("plan = %+v", got)
	}
}

func TestPlanSaysNullAndEmptyListsWhenNothingIsLeft(t *testing.T) {
	status, stdout, _ := runPlanFor("--answers", "danger=now")
	if status != exitOK || !strings.Contains(stdout, `"next": null`) || !strings.Contains(stdout, `"missing": []`) || !strings.Contains(stdout, `"call_110"`) {
		t.Errorf("exit %d:\n%s", status, stdout)
	}
}

func TestPlanNamesTheBadPartAndWhatWasExpected(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want []string // in the message
	}{
		{"unknown fact", []string{"--answers", "colour=red"}, []string{`"colour=red"`, "a known fact", "insurance"}},
		{"unknown option", []string{"--answers", "card=stolen"}, []string{`"card=stolen"`, "with_her", "dont_know"}},
		{"no equals sign", []string{"--answers", "card"}, []string{`"card"`, "fact=option"}},
		{"empty value", []string{"--answers", "card="}, []string{`"card="`, "a value"}},
		{"an empty option", []string{"--answers", "proof=center+"}, []string{`"proof=center+"`, "a value"}},
		{"plus on a one-valued fact", []string{"--answers", "card=lost+never"}, []string{`"card=lost+never"`, "a single option"}},
		{"dont_know on a certain fact", []string{"--answers", "danger=dont_know"}, []string{"danger", "certain"}},
		{"none joined", []string{"--answers", "proof=none+center"}, []string{"none", "alone"}},
		{"dont_know joined", []string{"--answers", "proof=center+dont_know"}, []string{"dont_know", "alone"}},
		{"a fact twice", []string{"--answers", "card=lost,card=never"}, []string{`"card=never"`, "each fact once"}},
		{"no such day", []string{"--on", "2026-02-30"}, []string{"--on", "2026-02-30", "YYYY-MM-DD"}},
		{"not a day", []string{"--on", "today"}, []string{"--on", "YYYY-MM-DD"}},
		{"an uncovered day", []string{"--on", "2024-12-01"}, []string{"--on", "2024-12-01", "2024-12-02"}},
		{"a stray argument", []string{"card=lost"}, []string{"card=lost", "--answers"}},
		{"an unknown flag", []string{"--day", "2026-11-22"}, []string{"-day"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, stdout, stderr := runPlanFor(tt.args...)
			if status != exitUsage || stdout != "" {
				t.Errorf("exit %d, stdout %q; want exit %d and nothing printed", status, stdout, exitUsage)
			}
			for _, want := range tt.want {
				if !strings.Contains(stderr, want) {
					t.Errorf("stderr does not say %q:\n%s", want, stderr)
				}
			}
		})
	}
}
