package content

import "testing"

func TestWhatCannotBeTraced(t *testing.T) {
	wantFaults(t, "cites", []fault{
		{"a step without a source", []edit{{stepsFile, "cites: [page]", "cites: []"}}, stepsFile, "id: call_110", "cites no source"},
		{"a period without a source", []edit{{stepsFile, "variant: before}", "variant: before, cites: []}"}}, stepsFile, "id: ask_certificate", "from 2024-12-02 cites no source"},
		{"a route without a source", []edit{{routesFile, "is: own}, cites: [page]}", "is: own}}"}}, routesFile, "id: own", "cites no source"},
		{"a row without a source", []edit{{explainFile, `cites: ["notice#1"]`, "cites: []"}}, explainFile, "id: myna", "cites no source"},
		{"a section without a source", []edit{{explainFile, "{id: what, cites: [page]}", "{id: what}"}}, explainFile, "id: what", "cites no source"},
		{"a period of the timeline without a source", []edit{{timelineFile, "variant: usable, cites: [page]", "variant: usable"}}, timelineFile, "id: old_card", "cites no source"},
		{"an item without a source", []edit{{checklistsFile, "{id: address, cites: [story]}", "{id: address}"}}, checklistsFile, "id: address", "cites no source"},
		{"a step that rests on experience alone", []edit{{stepsFile, "cites: [page]", "cites: [story]"}}, stepsFile, "id: call_110", "experience"},
		{"a row that rests on experience alone", []edit{{explainFile, `cites: ["notice#1"]`, "cites: [story]"}}, explainFile, "id: myna", "experience"},
		{"a route that rests on experience alone", []edit{{routesFile, "cites: [page]", "cites: [story]"}}, routesFile, "id: own", "experience"},
		{"the notice without a place", []edit{{stepsFile, `cites: ["notice#2"]`, "cites: [notice]"}}, stepsFile, "id: ask_flag", "without a place"},
		{"the same place twice", []edit{{stepsFile, `cites: ["notice#2"]`, `cites: ["notice#2", "notice#2"]`}}, stepsFile, "id: ask_flag", "twice"},
		{"a source that nothing cites", []edit{{sourcesFile, "", "  - {id: spare, title: t, confidence: official}\n"}}, sourcesFile, "id: spare", "cited by nothing"},
	})
}

func TestWhatCanBeTraced(t *testing.T) {
	wantNone(t, []good{
		{"experience beside a page", []edit{{stepsFile, "cites: [page]", "cites: [page, story]"}}},
		{"two places of the notice", []edit{{stepsFile, `cites: ["notice#2"]`, `cites: ["notice#1", "notice#2"]`}}},
		{"an item that rests on experience", nil},
	})
}
