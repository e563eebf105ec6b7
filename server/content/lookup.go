package content

import (
	"maps"
	"slices"
)

// step gives the step of that ID, nil when there is none.
func (g *Guide) step(id string) *Step {
	if i := slices.IndexFunc(g.Steps, func(s Step) bool { return s.ID == id }); i >= 0 {
		return &g.Steps[i]
	}
	return nil
}

// source gives the source of that ID, nil when there is none.
func (g *Guide) source(id string) *Source {
	if i := slices.IndexFunc(g.Sources, func(s Source) bool { return s.ID == id }); i >= 0 {
		return &g.Sources[i]
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
