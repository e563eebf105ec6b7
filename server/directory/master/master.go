// Package master reads an organisation's own list of insurers and desks and lays it over the directory of this program.
//
// A wrong number can put someone in danger. So no value is repaired by guessing: a row that cannot be read as it stands
// is a Fault, with its place and its reason, and whoever calls decides whether the others may be taken over without it.
package master

import (
	"encoding/json"
	"fmt"

	"michishirube/server/directory"
)

// List is what is kept of an import: what the organisation's file says differently from the directory it was read for.
type List struct {
	TakenOn string                 `json:"taken_on"` // YYYY-MM-DD: the day of the import
	Sources []directory.DataSource `json:"sources"`
	Entries []Entry                `json:"entries"`
}

// Entry is one contact of a list.
type Entry struct {
	// Adds is set where the file named the contact by its number or name only. Such an entry adds to what is known; one
	// that was named by its ID replaces it, so that an emptied cell takes a wrong value away.
	Adds    bool              `json:"adds,omitempty"`
	Contact directory.Contact `json:"contact"`

	url, publisher, verifiedOn string // of its source, until the list has one
}

// Decode reads a kept list.
func Decode(b []byte) (List, error) {
	var l List
	if err := json.Unmarshal(b, &l); err != nil {
		return List{}, fmt.Errorf("imported list: %w", err)
	}
	return l, nil
}

// Encode gives the form in which a list is kept: the same list always gives the same bytes.
func (l List) Encode() ([]byte, error) {
	b, err := json.Marshal(l)
	if err != nil {
		return nil, fmt.Errorf("imported list: %w", err)
	}
	return b, nil
}

// Fault is why a row is not taken over. Its message is import.fault.<Code>, filled in with Args.
type Fault struct {
	Row    int
	Column string // as the file writes it; "" if the whole row is meant
	Code   string
	Args   map[string]string
}

// Note is something to know about a row that is taken over. Its message is import.note.<Code>.
type Note Fault
