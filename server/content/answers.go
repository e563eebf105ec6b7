package content

import (
	"fmt"
	"slices"
	"strings"
)

// AnswerError names the part of the answers that is wrong and what was expected.
type AnswerError struct {
	Part string // what was written
	Want string // what was expected
}

// Error gives both in one line.
func (e *AnswerError) Error() string {
	return fmt.Sprintf("answers: %q: want %s", e.Part, e.Want)
}

// ParseAnswers reads "fact=option,fact=option+option" against the closed facts of the guide. The empty string is no
// answer at all. Every fault is an *AnswerError.
func ParseAnswers(g *Guide, s string) (Answers, error) {
	answers := Answers{}
	if strings.TrimSpace(s) == "" {
		return answers, nil
	}
	for _, part := range strings.Split(s, ",") {
		part = strings.TrimSpace(part)
		id, value, ok := strings.Cut(part, "=")
		if !ok {
			return nil, &AnswerError{part, "fact=option"}
		}
		id = strings.TrimSpace(id)
		if _, given := answers[id]; given {
			return nil, &AnswerError{part, "each fact once; join several options of one fact with +"}
		}
		options, err := parseAnswer(g, id, value)
		if err != nil {
			return nil, err
		}
		answers[id] = options
	}
	return answers, nil
}

// parseAnswer reads the options of one fact, joined with "+".
func parseAnswer(g *Guide, id, value string) ([]string, error) {
	part := id + "=" + value
	i := slices.IndexFunc(g.Facts, func(f Fact) bool { return f.ID == id })
	if i < 0 {
		return nil, &AnswerError{part, "a known fact: " + strings.Join(factIDs(g), ", ")}
	}
	fact := g.Facts[i]
	wantOptions := "one of " + strings.Join(fact.Options, ", ")
	options := strings.Split(value, "+")
	for j, o := range options {
		o = strings.TrimSpace(o)
		options[j] = o
		switch {
		case o == "":
			return nil, &AnswerError{part, "a value: " + wantOptions}
		case o == DontKnow && !slices.Contains(fact.Options, DontKnow):
			return nil, &AnswerError{part, id + " is certain and cannot be " + DontKnow + ": " + wantOptions}
		case !slices.Contains(fact.Options, o):
			return nil, &AnswerError{part, wantOptions}
		case slices.Contains(options[:j], o):
			return nil, &AnswerError{part, "each option once"}
		}
	}
	if len(options) > 1 {
		switch {
		case !fact.Many:
			return nil, &AnswerError{part, "a single option: " + id + " takes one of " + strings.Join(fact.Options, ", ")}
		case slices.Contains(options, none), slices.Contains(options, DontKnow):
			return nil, &AnswerError{part, none + " or " + DontKnow + " alone, not joined with another option"}
		}
	}
	return options, nil
}

func factIDs(g *Guide) []string {
	ids := make([]string, len(g.Facts))
	for i, f := range g.Facts {
		ids[i] = f.ID
	}
	return ids
}
