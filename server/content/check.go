package content

import (
	"fmt"
	"slices"
)

// Check proves the content. It reports every fault, sorted by place; none means the guidance may be used.
//
// What is proved over all answer sets needs conditions that mean something, so those checks run once names are sound.
func Check(c *Content) []Issue {
	r := &report{content: c}
	r.run("reference", checkReference)
	sound := len(r.issues) == 0
	r.run("unused", checkUnused)
	r.run("dates", checkDates)
	r.run("cites", checkCites)
	r.run("text", checkText)
	r.run("translation", checkTranslation)
	r.run("leaflet", checkLeaflets)
	r.run("local", checkLocal)
	r.run("accessibility", checkAccessibility)
	r.run("words", checkWords)
	r.run("readings", checkReadings)
	if sound {
		r.guide = c.Finish()
		r.worlds = newWorlds(r.guide)
		r.run("reach", checkReach)
		r.run("complete", checkComplete)
		r.run("exclusive", checkExclusive)
		r.run("effect", checkEffect)
		r.run("length", checkLength)
		r.run("cases", checkCases)
	}
	sortIssues(r.issues)
	return slices.Compact(r.issues)
}

// report is what a check works with: the content, and where its faults go.
type report struct {
	content *Content
	guide   *Guide   // finished; only for the checks over all answers
	worlds  []*world // the same on every epoch, as formulas
	code    string
	issues  []Issue
}

func (r *report) run(code string, check func(*report)) {
	r.code = code
	check(r)
}

func (r *report) fault(at Pos, format string, args ...any) {
	r.issues = append(r.issues, Issue{Pos: at, Code: r.code, Detail: fmt.Sprintf(format, args...)})
}

// at gives the place of a thing by its kind and name.
func (r *report) at(kind, name string) Pos {
	return r.content.at(kind+" "+name, fileOf(kind))
}

// fileOf names the file that holds the things of a kind.
func fileOf(kind string) string {
	switch kind {
	case "fact":
		return factsFile
	case "rule":
		return rulesFile
	case "step":
		return stepsFile
	case "route":
		return routesFile
	case "desk":
		return desksFile
	case "source":
		return sourcesFile
	case "exactly_one", "never_together":
		return exclusiveFile
	case "page":
		return explainFile
	case "timeline":
		return timelineFile
	case "checklist":
		return checklistsFile
	case "words":
		return forbiddenFile
	case "reading":
		return readingsFile
	case "case":
		return "cases"
	case "language":
		return languagesFile
	case "term":
		return glossaryFile
	case "leaflet":
		return leafletsFile
	case "local":
		return localFile
	case "practice":
		return practiceFile
	case "criterion":
		return accessibilityFile
	case "change":
		return changesFile
	default:
		return guideFile
	}
}
