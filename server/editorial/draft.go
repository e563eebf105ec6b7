package editorial

import (
	"maps"
	"reflect"
	"slices"
	"time"
)

// Open gives the draft to go on from: the one there is, or a copy of what is in force. parent is what was in force when the
// draft was begun. Where that was replaced since, by going back to an earlier text, the draft follows in all that nobody
// changed in it: it would otherwise bring back what was taken away.
func Open(d Draft, parent, inForce Edition) Draft {
	var open Edition
	switch {
	case d.Version == 0:
		open = inForce
	default:
		open.Values = maps.Clone(d.Edition.Values)
		for _, id := range slices.Concat(sortedKeys(parent.Values), sortedKeys(inForce.Values)) {
			was, had := parent.Values[id]
			is, has := d.Edition.Values[id]
			if had != has || !reflect.DeepEqual(was, is) {
				continue // somebody changed it
			}
			if now, ok := inForce.Values[id]; ok && open.Values != nil {
				open.Values[id] = now
			} else if ok {
				open.Values = map[string]Value{id: now}
			} else {
				delete(open.Values, id)
			}
		}
		if open.Files = d.Edition.Files; slices.Equal(d.Edition.Files, parent.Files) {
			open.Files = inForce.Files
		}
	}
	d.Edition = Edition{Values: maps.Clone(open.Values), Files: slices.Clone(open.Files)}
	if d.Edition.Values == nil {
		d.Edition.Values = map[string]Value{}
	}
	return d
}

// Touch notes that somebody changed a draft. What was asked of the version before does not hold for this one.
func (d Draft) Touch(by string, at time.Time) Draft {
	d.By, d.At, d.Asked = by, at, ""
	if !slices.Contains(d.Writers, by) {
		d.Writers = append(slices.Clone(d.Writers), by)
	}
	return d
}

// WrittenBy tells whether a person changed the draft or asked for its approval, and so cannot be its second person.
func (d Draft) WrittenBy(name string) bool {
	return d.Asked == name || slices.Contains(d.Writers, name)
}
