package content

import "slices"

// Practice is a case for newcomers: a story to read, and what a good conversation finds. Its words are practice.<id>.*.
type Practice struct {
	ID      string              `json:"id"`
	On      Date                `json:"on"` // the rules of this day
	Answers map[string][]string `json:"answers"`
	Steps   []string            `json:"steps"` // the point of it
}

// Change is something a counselor who knows an earlier version must be told. Its words are changes.<id>.*.
type Change struct {
	ID string `json:"id"`
	On Date   `json:"on"`
}

const (
	practiceFile = "content/practice.yaml"
	changesFile  = "content/changes.yaml"
)

// loadTraining reads the practice cases, whose answers are those of cases, and what changed.
func (l *loader) loadTraining(c *Content) {
	var practice struct {
		Practice []struct {
			ID    string   `yaml:"id"`
			Case  string   `yaml:"case"`
			Steps []string `yaml:"steps"`
		} `yaml:"practice"`
	}
	l.decode(practiceFile, "practice", &practice)
	c.Guide.Practice, c.Guide.Changes = []Practice{}, []Change{}
	for _, a := range practice.Practice {
		at := c.at("practice "+a.ID, practiceFile)
		i := slices.IndexFunc(c.Cases, func(k Case) bool { return k.ID == a.Case })
		if i < 0 {
			l.fail(at, "practice", "practice "+a.ID+" is of the case "+a.Case+", which does not exist")
			continue
		}
		k := c.Cases[i]
		for _, step := range a.Steps {
			if !slices.Contains(k.Expect, step) {
				l.fail(at, "practice", "practice "+a.ID+" is about the step "+step+", which the case "+k.ID+" does not expect")
			}
		}
		c.Guide.Practice = append(c.Guide.Practice, Practice{ID: a.ID, On: k.On, Answers: k.Answers, Steps: a.Steps})
	}
	var changes struct {
		Changes []struct {
			ID string `yaml:"id"`
			On string `yaml:"on"`
		} `yaml:"changes"`
	}
	l.decode(changesFile, "change", &changes)
	for i, a := range changes.Changes {
		at := c.at("change "+a.ID, changesFile)
		change := Change{ID: a.ID, On: l.date(at, "on", a.On)}
		if i > 0 && change.On > c.Guide.Changes[i-1].On {
			l.fail(at, "changes", "change "+a.ID+" is newer than the one before it: want the newest first")
		}
		c.Guide.Changes = append(c.Guide.Changes, change)
	}
}
