package content

import "testing"

func TestReferencesThatLeadNowhere(t *testing.T) {
	wantFaults(t, "reference", []fault{
		{"a step under an unknown rule", []edit{{stepsFile, "when: {rule: insured}", "when: {rule: insurd}"}}, stepsFile, "id: ask_certificate", "insurd"},
		{"a step under an unknown fact", []edit{{stepsFile, "fact: insurance", "fact: insurer"}}, stepsFile, "id: join", "insurer"},
		{"a step under an unknown option", []edit{{stepsFile, "{fact: card, is: with_her}", "{fact: card, is: with_him}"}}, stepsFile, "id: keep_card", "with_him"},
		{"a rule with an unknown option", []edit{{rulesFile, "[own, dont_know]", "[owned, dont_know]"}}, rulesFile, "insured:", "owned"},
		{"a rule that names an option twice", []edit{{rulesFile, "[own, dont_know]", "[own, own]"}}, rulesFile, "insured:", "twice"},
		{"a question in an unknown topic", []edit{{factsFile, "topics: [papers]", "topics: [paper]"}}, factsFile, "id: proof", "paper"},
		{"a route under an unknown option", []edit{{routesFile, "is: own", "is: his"}}, routesFile, "id: own", "his"},
		{"an unknown condition of an exactly-one group", []edit{{exclusiveFile, "{rule: insured}", "{rule: nobody}"}}, exclusiveFile, "id: card", "nobody"},
		{"an unknown desk", []edit{{stepsFile, "desks: [police]", "desks: [polis]"}}, stepsFile, "id: call_110", "polis"},
		{"an unknown desk of a route", []edit{{routesFile, "desks: [center]", "desks: [centre]"}}, routesFile, "id: unknown", "centre"},
		{"an unknown helpline", []edit{{desksFile, "helpline: police_110", "helpline: police_911"}}, desksFile, "id: police", "police_911"},
		{"an unknown source", []edit{{stepsFile, "cites: [page]", "cites: [pag]"}}, stepsFile, "id: call_110", "pag"},
		{"an unknown source of a section", []edit{{explainFile, "cites: [story]", "cites: [tale]"}}, explainFile, "id: until_2025", "tale"},
		{"an unknown step that is never together with another", []edit{{exclusiveFile, "[stop_card, keep_card]", "[stop_card, burn_card]"}}, exclusiveFile, "burn_card", "burn_card"},
		{"an unknown step in an exactly-one group", []edit{{exclusiveFile, "steps: [stop_card, keep_card]", "steps: [stop_card, burn_card]"}}, exclusiveFile, "id: card", "burn_card"},
	})
}

func TestReferencesOfTheWrongKind(t *testing.T) {
	wantFaults(t, "reference", []fault{
		{"`is` on a fact with several options", []edit{{stepsFile, "{fact: proof, in: [none, dont_know]}", "{fact: proof, is: none}"}}, stepsFile, "id: get_paper", "want `has`"},
		{"`has` on a fact with one option", []edit{{stepsFile, "{fact: card, is: with_her}", "{fact: card, has: with_her}"}}, stepsFile, "id: keep_card", "want `is`"},
		{"dont_know of a certain fact", []edit{{rulesFile, "is: not_now", "is: dont_know"}}, rulesFile, "not_in_danger", "certain"},
		{"dont_know written by hand", []edit{{factsFile, "options: [own, none]", "options: [own, none, dont_know]"}}, factsFile, "id: insurance", "twice"},
		{"an option twice", []edit{{factsFile, "options: [own, none]", "options: [own, own]"}}, factsFile, "id: insurance", "twice"},
		{"a question with a single option", []edit{{factsFile, "topics: [visit], options: [none, self_info]", "certain: true, topics: [visit], options: [none]"}}, factsFile, "id: flags", "fewer than two"},
		{"an option that is no name", []edit{{factsFile, "[own, none]", "[own, none, Other]"}}, factsFile, "id: insurance", "not a name"},
		{"an option the message files reserve", []edit{{factsFile, "[own, none]", "[own, none, other]"}}, factsFile, "id: insurance", "reserve"},
		{"an unknown kind", []edit{{stepsFile, "kind: warn", "kind: shout"}}, stepsFile, "id: join", "shout"},
		{"an unknown urgency", []edit{{stepsFile, "urgency: now", "urgency: tomorrow"}}, stepsFile, "id: call_110", "tomorrow"},
		{"an unknown confidence", []edit{{sourcesFile, "confidence: official", "confidence: sure"}}, sourcesFile, "id: page", "sure"},
		{"an unknown mark of a row", []edit{{explainFile, `self_info: "no"`, "self_info: maybe"}}, explainFile, "id: myna", "maybe"},
		{"an unknown mark in the timeline", []edit{{timelineFile, `mark: "yes"`, "mark: maybe"}}, timelineFile, "id: old_card", "maybe"},
		{"a rule with the name of a step", []edit{{rulesFile, "", "  join: {rule: insured}\n"}}, rulesFile, "join:", "name of a step"},
		{"no rule that guards all else", []edit{{rulesFile, "not_in_danger: {fact: danger, is: not_now}", "safe: {fact: danger, is: not_now}"}}, rulesFile, "rules:", "not_in_danger is missing"},
		{"a group of one step", []edit{{exclusiveFile, "[stop_card, keep_card]", "[stop_card]"}}, exclusiveFile, "stop_card", "fewer than two"},
	})
}

func TestConditionsThatNeedThemselves(t *testing.T) {
	wantFaults(t, "reference", []fault{
		{"a rule that needs itself", []edit{{rulesFile, "insured: {fact: insurance, in: [own, dont_know]}", "insured: {not: {rule: insured}}"}}, rulesFile, "insured:", "rule insured → rule insured"},
		{"two steps that need each other", []edit{
			{stepsFile, "{fact: card, is: with_her}", "{not: {rule: stop_card}}"},
			{stepsFile, "{fact: card, in: [lost, dont_know]}", "{not: {rule: keep_card}}"},
		}, stepsFile, "id: stop_card", "needs itself"},
		{"a question asked depending on its own answer", []edit{{factsFile, "topics: [papers], when: {not: {rule: insured}}", "topics: [papers], when: {fact: proof, has: center}"}}, factsFile, "id: proof", "fact proof → fact proof"},
		{"a question asked depending on its own answer through a rule", []edit{{factsFile, "{id: insurance, topics: [visit, papers]", "{id: insurance, topics: [visit, papers], when: {rule: insured}"}}, factsFile, "id: insurance", "needs itself"},
	})
}

func TestReferencesThatAreSound(t *testing.T) {
	wantNone(t, []good{
		{"a step used as a rule", []edit{{stepsFile, "{fact: card, is: with_her}", "{all: [{fact: card, is: with_her}, {not: {rule: stop_card}}]}"}}},
		{"`in` on a fact with several options", []edit{{stepsFile, "{fact: proof, in: [none, dont_know]}", "{fact: proof, in: [none]}"}}},
		{"`has` on a fact with several options", []edit{{stepsFile, "{fact: proof, in: [none, dont_know]}", "{fact: proof, has: dont_know}"}}},
	})
}

func TestThingsNothingNeeds(t *testing.T) {
	wantFaults(t, "unused", []fault{
		{"a rule", []edit{{rulesFile, "", "  spare: {rule: insured}\n"}}, rulesFile, "spare:", "spare"},
		{"a desk", []edit{{desksFile, "", "  - {id: spare}\n"}}, desksFile, "id: spare", "spare"},
	})
}
