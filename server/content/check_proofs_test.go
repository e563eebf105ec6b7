package content

import (
	"fmt"
	"strings"
	"testing"
)

func TestWhatCanNeverHappen(t *testing.T) {
	wantFaults(t, "reach", []fault{
		{"a step that no answers lead to", []edit{{stepsFile, "{fact: card, is: with_her}", "{all: [{fact: card, is: with_her}, {fact: insurance, is: none}]}"}}, stepsFile, "id: keep_card", "on 2024-12-02"},
		{"a step whose own question is masked", []edit{{stepsFile, "{fact: proof, in: [none, dont_know]}", "{all: [{fact: proof, in: [none, dont_know]}, {rule: insured}]}"}}, stepsFile, "id: get_paper", "no answers"},
		{"a step in one of its periods only", []edit{{stepsFile, "{fact: card, is: with_her}", "{all: [{fact: card, is: with_her}, {rule: join2}]}"}, {stepsFile, "", "  - id: join2\n    kind: do\n    urgency: now\n    cites: [page]\n    review_by: 2027-03-31\n    periods: [{from: 2024-12-02, until: 2025-12-01, when: {rule: insured}}]\n"}}, stepsFile, "id: keep_card", "on 2025-12-02"},
		{"a question that is never asked", []edit{{factsFile, "topics: [papers], when: {not: {rule: insured}}", "topics: [papers], when: {all: [{rule: insured}, {fact: insurance, is: none}]}"}}, factsFile, "id: proof", "no answers"},
		{"a route that is nobody's", []edit{{routesFile, "", "  - {id: spare, when: {all: [{fact: insurance, is: own}, {fact: insurance, is: none}]}, cites: [page]}\n"}}, routesFile, "id: spare", "no answers"},
		{"a rule that is never true", []edit{{rulesFile, "", "  never: {all: [{fact: insurance, is: own}, {fact: insurance, is: none}]}\n"}}, rulesFile, "never:", "no answers"},
		{"a rule that is always true", []edit{{rulesFile, "", "  always: {any: [{rule: insured}, {not: {rule: insured}}]}\n"}}, rulesFile, "always:", "says nothing"},
	})
}

func TestNobodyIsLeftAlone(t *testing.T) {
	const police = "    desks: [police]\n"
	wantFaults(t, "complete", []fault{
		{"answers that lead to nobody", []edit{{stepsFile, "when: {fact: insurance, is: none}", "when: {all: [{fact: insurance, is: none}, {fact: proof, in: [center, none]}]}"}}, stepsFile, "id: paper_home_safe", "'danger=not_now,topic=visit,insurance=none,flags=none'"},
		{"a step without a desk", []edit{{stepsFile, "    desks: [center]\n    review_by: 2027-03-31\n  - id: stop_card", "    review_by: 2027-03-31\n  - id: stop_card"}}, stepsFile, "id: paper_home_safe", "insurance=none"},
		{"no help in danger", []edit{{stepsFile, "when: {fact: danger, is: now}", "when: {all: [{fact: danger, is: now}, {fact: topic, has: full}]}"}}, stepsFile, "id: call_110", "danger=now"},
		{"something else in danger", []edit{{stepsFile, "id: join\n", "id: join\n    in_danger: true\n"}, {stepsFile, "when: {fact: insurance, is: none}", "when: {not: {fact: insurance, is: own}}"}}, stepsFile, "id: call_110", "another step"},
		{"no route", []edit{{routesFile, "in: [none, dont_know]", "in: [dont_know]"}}, factsFile, "id: insurance", "no route"},
		{"two routes", []edit{{routesFile, "in: [none, dont_know]", "in: [none, own, dont_know]"}}, routesFile, "id: unknown", "insurance=own"},
	})
	wantNone(t, []good{{"the police has no desk of its own", []edit{{stepsFile, police, ""}, {desksFile, "  - {id: police, helpline: police_110}\n", ""}, {"around.ja.toml", "police.name = \"けいさつ\"\npolice.note = \"よびます。\"\n", ""}}}})
}

func TestStepsThatContradictEachOther(t *testing.T) {
	wantFaults(t, "exclusive", []fault{
		{"steps that must not stand together", []edit{{stepsFile, "{fact: card, in: [lost, dont_know]}", "{fact: card, in: [lost, with_her, dont_know]}"}}, exclusiveFile, "[stop_card, keep_card]", "card=with_her"},
		{"steps that stand together on later days", []edit{{stepsFile, "variant: after}", "variant: after, when: {rule: not_in_danger}}"}}, exclusiveFile, "[ask_certificate, join]", "--on 2025-12-02"},
		{"none of a group", []edit{{stepsFile, "{fact: card, in: [lost, dont_know]}", "{fact: card, in: [lost]}"}}, exclusiveFile, "id: card", "none of"},
		{"two of a group", []edit{{exclusiveFile, "steps: [stop_card, keep_card]", "steps: [stop_card, keep_card, ask_certificate]"}}, exclusiveFile, "id: card", "hold together"},
	})
}

func TestQuestionsThatChangeNothing(t *testing.T) {
	wantFaults(t, "effect", []fault{
		{"a question no step looks at", []edit{{stepsFile, "{fact: flags, is: dont_know}", "{fact: insurance, is: dont_know}"}}, factsFile, "id: flags", "flags"},
		{"a question whose answer cancels out", []edit{{stepsFile, "{fact: flags, is: dont_know}", "{any: [{fact: flags, is: dont_know}, {fact: topic, in: [full, visit]}]}"}}, factsFile, "id: flags", "flags"},
		{"a question that mattered in the past", []edit{{stepsFile, "when: {fact: flags, is: dont_know}", "periods: [{from: 2024-12-02, until: 2025-12-01, when: {fact: flags, is: dont_know}}]"}}, factsFile, "id: flags", "flags"},
	})
	wantNone(t, []good{{"a question that matters until a day to come", []edit{{stepsFile, "when: {fact: flags, is: dont_know}", "periods: [{from: 2024-12-02, until: 2027-12-01, when: {fact: flags, is: dont_know}}]"}}}})
}

// questions adds n questions to a topic, each of them wanted by one step.
func questions(n int, when string) []edit {
	var facts, steps, factTexts, stepTexts strings.Builder
	for i := range n {
		fmt.Fprintf(&facts, "  - {id: q%d, topics: [papers], options: [a, b]%s}\n", i, when)
		fmt.Fprintf(&steps, "  - {id: s%d, kind: do, urgency: soon, when: {fact: q%d, is: a}, cites: [page], desks: [center], review_by: 2027-03-31}\n", i, i)
		fmt.Fprintf(&factTexts, "[fact.q%d]\nshort = \"と\"\nask = \"と\"\nwhy = \"と\"\nhow = \"と\"\nunsure = \"と\"\nopt.a = \"と\"\nopt.b = \"と\"\n", i)
		fmt.Fprintf(&stepTexts, "[step.s%d]\ntitle = \"と\"\ndo = \"と\"\nsay = \"と\"\n", i)
	}
	return []edit{{factsFile, "", facts.String()}, {stepsFile, "", steps.String()}, {"facts.ja.toml", "", factTexts.String()}, {"steps.ja.toml", "", stepTexts.String()}}
}

func TestConsultationsThatGrowTooLong(t *testing.T) {
	// The topic `papers` asks for the insurance and, when there is none, for papers: two questions by itself.
	wantFaults(t, "length", []fault{
		{"11 questions while all is plain", questions(9, ""), factsFile, "id: topic", "topic papers with plain answers can ask more than 10"},
		{"13 questions in one topic", questions(12, ", when: {fact: insurance, is: dont_know}"), factsFile, "id: topic", "topic papers can ask more than 12 "},
		{"25 questions in all", questions(22, ""), factsFile, "id: topic", "all topics together can ask more than 24"},
	})
	wantNone(t, []good{
		{"10 questions while all is plain", questions(8, "")},
		{"12 questions when the insurance is not known", questions(11, ", when: {fact: insurance, is: dont_know}")},
	})
}

func TestCases(t *testing.T) {
	const file = "cases/base.yaml"
	wantFaults(t, "cases", []fault{
		{"a step that is missing", []edit{{file, "expect: [ask_certificate,", "expect: [ask_certificate, stop_card,"}}, file, "id: insured", "step stop_card is missing"},
		{"a step that must not hold", []edit{{file, "absent: [join]", "absent: [paper_home_safe]"}}, file, "id: insured", "must not hold"},
		{"a step beside the only ones", []edit{{file, "expect: [ask_certificate, ", "expect: ["}}, file, "id: insured", "ask_certificate holds"},
		{"another question next", []edit{{file, "next: flags", "next: card"}}, file, "id: insured", `next question is "flags"`},
		{"a question left", []edit{{file, "next: flags", `next: "-"`}}, file, "id: insured", `want ""`},
		{"a day before the guidance", []edit{{file, "on: 2026-11-22", "on: 2024-12-01"}}, file, "id: insured", "not covered"},
		{"an unknown step", []edit{{file, "absent: [join]", "absent: [gone]"}}, file, "id: insured", "does not exist"},
		{"an unknown question", []edit{{file, "next: flags", "next: gone"}}, file, "id: insured", "does not exist"},
		{"no title", []edit{{file, "    title: 保険がある\n", ""}}, file, "id: insured", "no title"},
		{"nothing expected", []edit{{file, "    expect: [ask_certificate, paper_home_safe]\n    absent: [join]\n    only: true\n    next: flags\n", ""}}, file, "id: insured", "expects nothing"},
	})
}
