package content

// What authors write in assets/content. Load checks the shape (unknown fields, types, days); the checks do the rest;
// compile turns it into a Guide.

type authoredFacts struct {
	Facts []authoredFact `yaml:"facts"`
}

type authoredFact struct {
	ID       string        `yaml:"id"`
	Certain  bool          `yaml:"certain"`
	Many     bool          `yaml:"many"`
	InDanger bool          `yaml:"in_danger"`
	Topics   []string      `yaml:"topics"`
	When     *Pred         `yaml:"when"`
	Also     []authoredAsk `yaml:"also"`
	Options  []string      `yaml:"options"`
}

// authoredAsk is a further way a question comes to be asked: in other topics under another condition.
type authoredAsk struct {
	Topics []string `yaml:"topics"`
	When   *Pred    `yaml:"when"`
}

type authoredRules struct {
	Rules map[string]Pred `yaml:"rules"`
}

type authoredSteps struct {
	Steps []authoredStep `yaml:"steps"`
}

type authoredStep struct {
	ID       string           `yaml:"id"`
	Kind     string           `yaml:"kind"`
	Urgency  string           `yaml:"urgency"`
	InDanger bool             `yaml:"in_danger"`
	When     *Pred            `yaml:"when"`
	Periods  []authoredPeriod `yaml:"periods"`
	Cites    []string         `yaml:"cites"`
	Desks    []string         `yaml:"desks"`
	ReviewBy string           `yaml:"review_by"`
}

type authoredPeriod struct {
	From    string   `yaml:"from"`
	Until   string   `yaml:"until"`
	When    *Pred    `yaml:"when"`
	Variant string   `yaml:"variant"`
	Cites   []string `yaml:"cites"`
}

type authoredRoutes struct {
	Routes []struct {
		ID    string   `yaml:"id"`
		When  Pred     `yaml:"when"`
		Desks []string `yaml:"desks"`
		Cites []string `yaml:"cites"`
	} `yaml:"routes"`
}

type authoredDesks struct {
	Desks []struct {
		ID       string `yaml:"id"`
		Helpline string `yaml:"helpline"`
		ByRoute  bool   `yaml:"by_route"`
	} `yaml:"desks"`
}

type authoredSources struct {
	ReadOn  string `yaml:"read_on"` // the day all were read, unless a source says another
	Sources []struct {
		ID         string `yaml:"id"`
		Title      string `yaml:"title"`
		Confidence string `yaml:"confidence"`
		Issued     string `yaml:"issued"`
		URL        string `yaml:"url"`
		ReadOn     string `yaml:"read_on"`
	} `yaml:"sources"`
}

type authoredPages struct {
	Pages []struct {
		ID   string `yaml:"id"`
		Rows []struct {
			ID            string   `yaml:"id"`
			SelfInfo      string   `yaml:"self_info"`
			NonDisclosure string   `yaml:"non_disclosure"`
			Cites         []string `yaml:"cites"`
		} `yaml:"rows"`
		Sections []struct {
			ID    string   `yaml:"id"`
			From  string   `yaml:"from"`
			Until string   `yaml:"until"`
			Cites []string `yaml:"cites"`
		} `yaml:"sections"`
	} `yaml:"explain"`
}

type authoredTimeline struct {
	Rows []struct {
		ID      string `yaml:"id"`
		Periods []struct {
			From    string   `yaml:"from"`
			Until   string   `yaml:"until"`
			Mark    string   `yaml:"mark"`
			Variant string   `yaml:"variant"`
			Cites   []string `yaml:"cites"`
		} `yaml:"periods"`
	} `yaml:"timeline"`
}

type authoredChecklists struct {
	Checklists []struct {
		ID    string `yaml:"id"`
		Items []struct {
			ID    string   `yaml:"id"`
			Cites []string `yaml:"cites"`
		} `yaml:"items"`
	} `yaml:"checklists"`
}

type authoredExclusive struct {
	NeverTogether [][]string `yaml:"never_together"`
	ExactlyOne    []struct {
		ID    string   `yaml:"id"`
		When  Pred     `yaml:"when"`
		Steps []string `yaml:"steps"`
	} `yaml:"exactly_one"`
}

type authoredForbidden struct {
	Words []ForbiddenWord `yaml:"words"`
}

// ForbiddenWord must not stand in guidance text: it promises too much, blames, or tells a bystander too much.
type ForbiddenWord struct {
	Word   string   `yaml:"word"`
	Why    string   `yaml:"why"`
	Allow  []string `yaml:"allow"`  // longer phrases that may contain it
	Only   []string `yaml:"only"`   // prefixes of the message IDs it is forbidden in; empty: all
	Except []string `yaml:"except"` // prefixes it is allowed in
}

// guideSettings is guide.yaml: the days that belong to the whole.
type guideSettings struct {
	CoversFrom string `yaml:"covers_from"`
	ReviewedOn string `yaml:"reviewed_on"`
}
