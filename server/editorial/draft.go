package editorial

import (
	"maps"
	"slices"
	"time"
)

// Open gives the edition to go on from: the draft there is, or a copy of what is in force.
func Open(d Draft, inForce Edition) Draft {
	if d.Version == 0 {
		d.Edition = inForce
	}
	d.Edition.Values, d.Edition.Files = maps.Clone(d.Edition.Values), slices.Clone(d.Edition.Files)
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
