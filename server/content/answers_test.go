package content

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

func TestAnswersAreRead(t *testing.T) {
	g := real(t).Finish()
	tests := []struct {
		name, text string
		want       Answers
	}{
		{"none at all", "", Answers{}},
		{"blanks only", "  ", Answers{}},
		{"one", "danger=now", Answers{"danger": {"now"}}},
		{"several, in any order", "card=lost,danger=not_now", Answers{"card": {"lost"}, "danger": {"not_now"}}},
		{"several options of one fact", "proof=center+police", Answers{"proof": {"center", "police"}}},
		{"she does not know", "proof=dont_know", Answers{"proof": {"dont_know"}}},
		{"blanks around the parts", " danger = now , topic = full + flags", Answers{"danger": {"now"}, "topic": {"full", "flags"}}},
		{"an answer to a question that does not apply", "danger=now,card=lost", Answers{"danger": {"now"}, "card": {"lost"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ParseAnswers(g, tt.text)
			if err != nil || !reflect.DeepEqual(got, tt.want) {
				t.Errorf("answers = %v, %v, want %v", got, err, tt.want)
			}
		})
	}
}

func TestFaultyAnswersNameThePartAndWhatWasExpected(t *testing.T) {
	g := real(t).Finish()
	tests := []struct{ name, text, part, want string }{
		{"an unknown fact", "danger=now,name=x", "name=x", "danger, topic"},
		{"an unknown option", "card=burnt", "card=burnt", "with_her, left_behind"},
		{"an option in capitals", "danger=Now", "danger=Now", "now, not_now"},
		{"no =", "danger", "danger", "fact=option"},
		{"an empty part", "danger=now,", "", "fact=option"},
		{"an empty value", "card=", "card=", "a value"},
		{"an empty option", "proof=center+", "proof=center+", "a value"},
		{"no fact", "=now", "=now", "a known fact"},
		{"several options of a one-valued fact", "card=lost+never", "card=lost+never", "single"},
		{"dont_know of a certain fact", "danger=dont_know", "danger=dont_know", "certain"},
		{"dont_know of a certain fact with several options", "topic=dont_know", "topic=dont_know", "certain"},
		{"none beside another", "proof=none+center", "proof=none+center", "alone"},
		{"another beside none", "proof=center+none", "proof=center+none", "alone"},
		{"dont_know beside another", "proof=center+dont_know", "proof=center+dont_know", "alone"},
		{"an option twice", "proof=center+center", "proof=center+center", "once"},
		{"a fact twice", "card=lost,card=never", "card=never", "once"},
		{"a second =", "card=lost=never", "card=lost=never", "one of"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ParseAnswers(g, tt.text)
			wrong := new(AnswerError)
			if !errors.As(err, &wrong) {
				t.Fatalf("error = %v, want an AnswerError", err)
			}
			if wrong.Part != tt.part || !strings.Contains(wrong.Want, tt.want) {
				t.Errorf("part %q, want %q; wanted %q, want it to say %q", wrong.Part, tt.part, wrong.Want, tt.want)
			}
		})
	}
}
