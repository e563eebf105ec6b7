package content

import "testing"

func TestDaysOutOfOrder(t *testing.T) {
	wantFaults(t, "dates", []fault{
		{"periods that overlap", []edit{{stepsFile, "{from: 2025-12-02, variant: after}", "{from: 2025-12-01, variant: after}"}}, stepsFile, "id: ask_certificate", "overlaps"},
		{"a period after an open one", []edit{{stepsFile, "{from: 2024-12-02, until: 2025-12-01, variant: before}", "{from: 2024-12-02, variant: before}"}}, stepsFile, "id: ask_certificate", "overlaps"},
		{"periods in the wrong order", []edit{
			{stepsFile, "{from: 2024-12-02, until: 2025-12-01, variant: before}", "{from: 2025-12-02, variant: before}"},
			{stepsFile, "{from: 2025-12-02, variant: after}", "{from: 2024-12-02, until: 2025-12-01, variant: after}"},
		}, stepsFile, "id: ask_certificate", "in order"},
		{"a period that ends before it begins", []edit{{stepsFile, "{from: 2025-12-02, variant: after}", "{from: 2025-12-02, until: 2025-12-01, variant: after}"}}, stepsFile, "id: ask_certificate", "before from"},
		{"a period before the first day covered", []edit{{stepsFile, "{from: 2024-12-02, until", "{from: 2024-12-01, until"}}, stepsFile, "id: ask_certificate", "first day covered"},
		{"a step without a period", []edit{{stepsFile, "    periods:\n      - {from: 2024-12-02, until: 2025-12-01, variant: before}\n      - {from: 2025-12-02, variant: after}\n", "    periods: []\n"}}, stepsFile, "id: ask_certificate", "no period"},
		{"a review that is over", []edit{{stepsFile, "review_by: 2027-03-31", "review_by: 2026-11-22"}}, stepsFile, "id: call_110", "reviewed"},
		{"a timeline with a gap", []edit{{timelineFile, "from: 2025-12-02", "from: 2025-12-04"}}, timelineFile, "id: old_card", "from 2025-12-02 to 2025-12-03"},
		{"a timeline with an overlap", []edit{{timelineFile, "from: 2025-12-02", "from: 2025-12-01"}}, timelineFile, "id: old_card", "overlaps"},
		{"a timeline that begins late", []edit{{timelineFile, "from: 2024-12-02", "from: 2024-12-03"}}, timelineFile, "id: old_card", "begin"},
		{"a timeline that ends", []edit{{timelineFile, "{from: 2025-12-02,", "{from: 2025-12-02, until: 2026-12-31,"}}, timelineFile, "id: old_card", "open"},
		{"a section that ends before the first day covered", []edit{{explainFile, "until: 2025-12-01", "until: 2024-12-01"}}, explainFile, "id: until_2025", "before from"},
		{"a section that ends before it begins", []edit{{explainFile, "until: 2025-12-01", "from: 2025-12-02, until: 2025-12-01"}}, explainFile, "id: until_2025", "before from"},
		{"a source read before it was issued", []edit{{sourcesFile, "issued: 2024-11-25", "issued: 2026-11-25"}}, sourcesFile, "id: notice", "before it was issued"},
		{"a source read after the review", []edit{{sourcesFile, "confidence: official", "confidence: official, read_on: 2026-11-23"}}, sourcesFile, "id: page", "after 2026-11-22"},
	})
}

func TestDaysInOrder(t *testing.T) {
	const getPaper = "    when: {fact: proof, in: [none, dont_know]}\n"
	wantNone(t, []good{
		{"a step with a gap between its periods", []edit{{stepsFile, getPaper, getPaper + "    periods: [{from: 2024-12-02, until: 2025-12-01}, {from: 2026-01-01}]\n"}}},
		{"a step that has ended", []edit{{stepsFile, getPaper, getPaper + "    periods: [{from: 2024-12-02, until: 2027-01-31}]\n"}}},
		{"a section of one day", []edit{{explainFile, "until: 2025-12-01", "from: 2025-12-01, until: 2025-12-01"}}},
	})
}
