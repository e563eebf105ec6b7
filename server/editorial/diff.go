package editorial

import (
	"maps"
	"reflect"
	"slices"

	"michishirube/server/content"
)

// Change is what differs between two editions in one field or file.
type Change struct {
	Field  string // local field; FileField for an official leaflet
	Before *Value // nil: it was not there
	After  *Value // nil: it is gone
	File   *File  // of a file that was added or taken away
}

// Diff lists what differs, in the order of the content; files last.
func Diff(c *content.Content, before, after Edition) []Change {
	var changes []Change
	var order []string
	for _, f := range c.Guide.Local {
		order = append(order, f.ID)
	}
	for _, id := range append(sortedKeys(before.Values), sortedKeys(after.Values)...) {
		if !slices.Contains(order, id) {
			order = append(order, id)
		}
	}
	for _, id := range order {
		was, had := before.Values[id]
		is, has := after.Values[id]
		if had == has && reflect.DeepEqual(was, is) {
			continue
		}
		change := Change{Field: id}
		if had {
			change.Before = &was
		}
		if has {
			change.After = &is
		}
		changes = append(changes, change)
	}
	for _, f := range before.Files {
		if !slices.Contains(after.Files, f) {
			changes = append(changes, Change{Field: FileField, Before: &Value{Text: f.Title}, File: &f})
		}
	}
	for _, f := range after.Files {
		if !slices.Contains(before.Files, f) {
			changes = append(changes, Change{Field: FileField, After: &Value{Text: f.Title}, File: &f})
		}
	}
	return changes
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
