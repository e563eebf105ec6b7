package content

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v3"
)

// FuzzPred holds that a condition an author may write has one meaning: written out it reads as itself, with its negations
// moved to its parts or its parts in the other order it has the same value, and a further answer never takes back a value
// that was certain.
func FuzzPred(f *testing.F) {
	for _, seed := range []string{
		"{fact: a, is: yes}", "{fact: b, in: [no, dont_know]}", "{not: {fact: c, has: yes}}", "{rule: never}",
		"{all: [{fact: a, is: yes}, {not: {any: [{fact: b, is: no}, {rule: never}]}}]}", "{all: []}", "{fact: a}", "{not: {not: {not: {rule: step}}}}",
		"all: &x [{fact: a, is: no}]\nany: *x", "any: [&p {fact: a, is: no}, {not: *p}]", "{fact: [a], is: {b: c}}", "- all", "&a {not: *a}",
	} {
		f.Add([]byte(seed), "a=yes,b=no")
		f.Add([]byte(seed), "c=dont_know")
	}
	f.Fuzz(func(t *testing.T, text []byte, said string) {
		var p Pred
		if yaml.Unmarshal(text, &p) != nil || p.isZero() {
			return
		}
		written, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		var again Pred
		if err := yaml.Unmarshal(written, &again); err != nil || !reflect.DeepEqual(p, again) {
			t.Fatalf("%s reads as %+v, %v", written, again, err)
		}
		g := tinyGuide(p)
		known := true
		p.walk(func(p Pred) {
			known = known && (p.Fact == "" || slices.Contains([]string{"a", "b", "c"}, p.Fact)) && (p.Rule == "" || p.Rule == "never")
		})
		answers, err := ParseAnswers(g, said)
		if err != nil || !known {
			return // what a condition may name is checked elsewhere
		}
		r := NewEngine(g).on(answers, "2026-11-22")
		value := r.eval(p)
		for name, same := range map[string]Pred{"negations moved": inward(p, false), "turned round": turned(p), "negated twice": {Not: &Pred{Not: &p}}} {
			if got := r.eval(same); got != value {
				t.Errorf("%s is %d, %s %d: %+v", written, value, name, got, same)
			}
		}
		for _, fact := range []string{"a", "b", "c"} {
			for _, option := range []string{"yes", "no", DontKnow} {
				if _, given := answers[fact]; given {
					continue
				}
				more := maps.Clone(answers)
				more[fact] = []string{option}
				if got := NewEngine(g).on(more, "2026-11-22").eval(p); value != Unknown && got != value {
					t.Errorf("%s was %d and is %d after %s=%s", written, value, got, fact, option)
				}
			}
		}
	})
}

// inward moves negations to the atoms by De Morgan's laws.
func inward(p Pred, negated bool) Pred {
	parts := func(of []Pred) []Pred {
		moved := make([]Pred, len(of))
		for i, c := range of {
			moved[i] = inward(c, negated)
		}
		return moved
	}
	switch {
	case p.Not != nil:
		return inward(*p.Not, !negated)
	case p.All != nil && !negated, p.Any != nil && negated:
		return Pred{All: parts(p.children())}
	case p.All != nil, p.Any != nil:
		return Pred{Any: parts(p.children())}
	case negated:
		return Pred{Not: &p}
	}
	return p
}

// turned puts all lists of a condition in the other order.
func turned(p Pred) Pred {
	back := func(of []Pred) []Pred {
		var other []Pred
		for _, c := range slices.Backward(of) {
			other = append(other, turned(c))
		}
		return other
	}
	p.All, p.Any, p.In = back(p.All), back(p.Any), slices.Clone(p.In)
	slices.Reverse(p.In)
	if p.Not != nil {
		not := turned(*p.Not)
		p.Not = &not
	}
	return p
}

// FuzzAnswers holds that answers somebody types are either refused, naming the part, or taken as they are written; and
// that the plan of the real guidance then has its reasons, on every day it speaks for.
func FuzzAnswers(f *testing.F) {
	g := real(f).Finish()
	e := NewEngine(g)
	for _, seed := range []string{
		"", "danger=now", "danger=not_now,topic=card,card=left_behind", "danger=not_now,topic=full+card,insurance=his_work,flags=none",
		"topic=full", "danger=not_now,topic=change,insurance=dont_know,insurance_change=leaving_his,proof=police+center", " danger = now ,x=", "danger=now,danger=now",
	} {
		f.Add(seed, "2026-11-22")
		f.Add(seed, "2024-12-02")
	}
	f.Add("danger=now", "2024-12-01")
	f.Add("danger=now", "2026-02-30")
	f.Add("danger=now", "9999-12-31")
	f.Fuzz(func(t *testing.T, said, on string) {
		answers, err := ParseAnswers(g, said)
		if wrong := new(AnswerError); err != nil {
			if !errors.As(err, &wrong) || !strings.Contains(said, wrong.Part) && !strings.Contains(wrong.Part, "=") {
				t.Errorf("%q: %v", said, err)
			}
			return
		}
		if again, err := ParseAnswers(g, answersText(g, answers)); err != nil || !reflect.DeepEqual(answers, again) {
			t.Fatalf("%q reads as %v, which reads as %v, %v", said, answers, again, err)
		}
		day, err := ParseDate(on)
		if err != nil {
			return
		}
		plan, err := e.Evaluate(answers, day)
		if (err != nil) != (day < g.CoversFrom) || err != nil && !errors.Is(err, ErrNotCovered) {
			t.Fatalf("on %s: %v", day, err)
		}
		for _, id := range plan.Missing {
			if len(answers[id]) > 0 {
				t.Errorf("%s is asked again", id)
			}
		}
		for _, found := range plan.Steps {
			reasons := Answers{}
			for _, id := range found.Because {
				reasons[id] = answers[id]
			}
			alone, err := e.Evaluate(reasons, day)
			if err != nil || !slices.Contains(stepIDs(alone), found.Step.ID) || found.Period == nil {
				t.Errorf("--on %s --answers '%s': %s does not follow from %v", day, answersText(g, answers), found.Step.ID, found.Because)
			}
		}
	})
}

// FuzzLoadYAML and FuzzLoadTOML hold that a file of an author is either faulty, at a place it has, or can be checked and
// compiled, always to the same bytes. The proofs over all answers are left out for what is too large to be typed by hand.
func FuzzLoadYAML(f *testing.F) { fuzzLoad(f, ".yaml") }

// FuzzLoadTOML: see FuzzLoadYAML.
func FuzzLoadTOML(f *testing.F) { fuzzLoad(f, ".toml") }

func fuzzLoad(f *testing.F, kind string) {
	all := base()
	names := slices.DeleteFunc(sortedKeys(all), func(name string) bool { return !strings.HasSuffix(name, kind) })
	for i, name := range names {
		f.Add(uint8(i), []byte(all[name]))
	}
	f.Fuzz(func(t *testing.T, which uint8, data []byte) {
		name := names[int(which)%len(names)]
		assets, locales := fstest.MapFS{}, fstest.MapFS{}
		for n, text := range all {
			into := assets
			if strings.HasSuffix(n, ".toml") {
				into = locales
			}
			into[n] = &fstest.MapFile{Data: []byte(text)}
			if n == name {
				into[n].Data = data
			}
		}
		c, issues := Load(assets, locales)
		if len(issues) == 0 && len(data) < 8<<10 {
			issues = Check(c)
		}
		for _, i := range issues {
			if i.File == "" || i.Code == "" || i.Line < 0 || i.File == name && i.Line > lines(data) {
				t.Errorf("%v has no place", i)
			}
		}
		if len(issues) > 0 {
			return
		}
		first, err := Compile(c)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := Load(assets, locales)
		second, err := Compile(again)
		if err != nil || !maps.EqualFunc(first.Blobs, second.Blobs, bytes.Equal) {
			t.Errorf("the same files make other content: %v", err)
		}
		for blob, text := range first.Blobs {
			if !json.Valid(text) {
				t.Errorf("blob %s is no JSON", blob)
			}
		}
	})
}

// lines is the last line a fault of a file can be at: the readers count line breaks of every kind.
func lines(data []byte) int {
	n := 1
	for _, br := range []string{"\n", "\r", "\u0085", "\u2028", "\u2029"} {
		n += strings.Count(string(data), br)
	}
	return n
}
