package content

import "strings"

const (
	guideFile     = "content/guide.yaml"
	factsFile     = "content/facts.yaml"
	rulesFile     = "content/rules.yaml"
	stepsFile     = "content/steps.yaml"
	routesFile    = "content/routes.yaml"
	desksFile     = "content/desks.yaml"
	sourcesFile   = "content/sources.yaml"
	exclusiveFile = "content/exclusive.yaml"
)

// notInDanger is the rule that guards every fact and step but those marked in_danger.
const notInDanger = "not_in_danger"

func (l *loader) loadGuide(c *Content) {
	var settings guideSettings
	l.decode(guideFile, "guide", &settings)
	at := Pos{File: guideFile}
	c.Guide.CoversFrom = l.date(at, "covers_from", settings.CoversFrom)
	c.Guide.ReviewedOn = l.date(at, "reviewed_on", settings.ReviewedOn)

	var facts authoredFacts
	l.decode(factsFile, "fact", &facts)
	for _, f := range facts.Facts {
		c.Guide.Facts = append(c.Guide.Facts, f.compile())
	}
	var rules authoredRules
	l.decode(rulesFile, "rule", &rules)
	c.Guide.Rules = rules.Rules

	var steps authoredSteps
	l.decode(stepsFile, "step", &steps)
	for _, s := range steps.Steps {
		c.Guide.Steps = append(c.Guide.Steps, l.compileStep(c, s))
	}
	l.loadAround(c)
}

// loadAround reads what stands beside the rules: routes, desks, sources, and what must hold between steps.
func (l *loader) loadAround(c *Content) {
	var routes authoredRoutes
	l.decode(routesFile, "route", &routes)
	for _, r := range routes.Routes {
		c.Guide.Routes = append(c.Guide.Routes, Route{ID: r.ID, When: r.When, Desks: r.Desks, Cites: parseCites(r.Cites)})
	}
	var desks authoredDesks
	l.decode(desksFile, "desk", &desks)
	for _, d := range desks.Desks {
		c.Guide.Desks = append(c.Guide.Desks, Desk{ID: d.ID, Helpline: d.Helpline, ByRoute: d.ByRoute})
	}
	var sources authoredSources
	l.decode(sourcesFile, "source", &sources)
	for _, s := range sources.Sources {
		at := c.at("source "+s.ID, sourcesFile)
		source := Source{ID: s.ID, Title: s.Title, URL: s.URL, Confidence: s.Confidence}
		source.Issued = l.optionalDate(at, "issued", s.Issued)
		readOn := s.ReadOn
		if readOn == "" {
			readOn = sources.ReadOn
		}
		source.ReadOn = l.date(at, "read_on", readOn)
		c.Guide.Sources = append(c.Guide.Sources, source)
	}
	var exclusive authoredExclusive
	l.decode(exclusiveFile, "exactly_one", &exclusive)
	c.Exclusive.NeverTogether = exclusive.NeverTogether
	for _, x := range exclusive.ExactlyOne {
		c.Exclusive.ExactlyOne = append(c.Exclusive.ExactlyOne, ExactlyOne{ID: x.ID, When: x.When, Steps: x.Steps})
	}
}

// compile adds what the authors leave unsaid: `full` asks every fact, danger asks nothing else, dont_know is last.
func (f authoredFact) compile() Fact {
	fact := Fact{ID: f.ID, Many: f.Many, Options: f.Options}
	if !f.Certain {
		fact.Options = append(append([]string{}, f.Options...), DontKnow)
	}
	asked := []Pred{}
	if !f.InDanger {
		asked = append(asked, Pred{Rule: notInDanger})
	}
	if f.Topics == nil {
		if f.When != nil {
			asked = append(asked, *f.When)
		}
	} else {
		ways := []Pred{inTopics(append([]string{"full"}, f.Topics...), f.When)}
		for _, also := range f.Also {
			ways = append(ways, inTopics(also.Topics, also.When))
		}
		asked = append(asked, oneOf(ways))
	}
	fact.Asked = Pred{All: asked}
	return fact
}

func inTopics(topics []string, when *Pred) Pred {
	chosen := Pred{Fact: "topic", In: topics}
	if when == nil {
		return chosen
	}
	return Pred{All: []Pred{chosen, *when}}
}

func oneOf(ways []Pred) Pred {
	if len(ways) == 1 {
		return ways[0]
	}
	return Pred{Any: ways}
}

func (l *loader) compileStep(c *Content, s authoredStep) Step {
	at := c.at("step "+s.ID, stepsFile)
	step := Step{ID: s.ID, Kind: s.Kind, Urgency: s.Urgency, Desks: s.Desks, ReviewBy: l.date(at, "review_by", s.ReviewBy)}
	periods := s.Periods
	if periods == nil {
		periods = []authoredPeriod{{From: string(c.Guide.CoversFrom)}}
	}
	for _, p := range periods {
		period := Period{From: l.date(at, "from", p.From), Until: l.optionalDate(at, "until", p.Until), Variant: p.Variant}
		when, cites := p.When, p.Cites
		if when == nil {
			when = s.When
		}
		if cites == nil {
			cites = s.Cites
		}
		if when == nil {
			l.fail(at, "condition", "step "+s.ID+" has a period without a condition: want `when` on the step or on each period")
			continue
		}
		period.When = *when
		if !s.InDanger {
			period.When = Pred{All: []Pred{{Rule: notInDanger}, *when}}
		}
		period.Cites = parseCites(cites)
		step.Periods = append(step.Periods, period)
	}
	return step
}

func parseCites(cites []string) []Cite {
	parsed := make([]Cite, len(cites))
	for i, c := range cites {
		source, place, _ := strings.Cut(c, "#")
		parsed[i] = Cite{Source: source, Place: place}
	}
	return parsed
}

func (l *loader) date(at Pos, field, value string) Date {
	d, err := ParseDate(value)
	if err != nil {
		l.fail(at, "date", field+": "+err.Error())
	}
	return d
}

func (l *loader) optionalDate(at Pos, field, value string) Date {
	if value == "" {
		return ""
	}
	return l.date(at, field, value)
}
