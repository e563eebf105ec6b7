package directory

import (
	"encoding/json"
	"fmt"
	"strings"
)

// File holds the national lines in the file system given to Load; the other files of the directory stand beside it.
const File = folder + "helplines.yaml"

// Directory is the compiled directory; its JSON is the blob "directory".
type Directory struct {
	Helplines      []Helpline     `json:"-"` // a blob of its own, in the order written: the likeliest first within a group
	Sources        []DataSource   `json:"sources"`
	Prefectures    []Prefecture   `json:"prefectures"`
	Schemes        []Scheme       `json:"schemes"`
	Records        []Contact      `json:"records"`        // insurers, pension offices and centres against violence
	Municipalities []Municipality `json:"municipalities"` // with the wards of designated cities under their city
}

// Helpline is one line. Its words are messages: helpline.<id>.name, hours, cost, for and, where needed, limits.
type Helpline struct {
	ID         string `json:"id" yaml:"id"`
	Number     string `json:"number" yaml:"number"`           // as printed: 110, #8008 or 0120-279-889
	Tel        string `json:"tel" yaml:"-"`                   // what is dialled, always derived from Number
	URL        string `json:"url" yaml:"url"`                 // the page that shows the number
	Publisher  string `json:"publisher" yaml:"publisher"`     // who publishes that page
	VerifiedOn string `json:"verified_on" yaml:"verified_on"` // YYYY-MM-DD: the day the number was compared with it
	Status     Status `json:"status" yaml:"status" ts:"HelplineStatus"`
	Group      Group  `json:"group" yaml:"group" ts:"HelplineGroup"`
}

// Status says how much a number weighs; screens and paper show it beside the number.
type Status string

// The closed set of statuses.
const (
	Verified     Status = "verified"      // compared with its official page in full
	OfficialPage Status = "official_page" // read in the opening part of an official page, which may be old
	Secondary    Status = "secondary"     // read only in a page of somebody else: confirm before relying on it
)

// Statuses lists every status, the surest first.
func Statuses() []Status { return []Status{Verified, OfficialPage, Secondary} }

// Group says when a line is wanted.
type Group string

// The closed set of groups.
const (
	Danger  Group = "danger"
	Consult Group = "consult"
	Card    Group = "card"
	Law     Group = "law"
)

// Groups lists every group, the most urgent first.
func Groups() []Group { return []Group{Danger, Consult, Card, Law} }

// Issue is one fault of the directory, as data: where it is, which rule it breaks, and what was expected.
type Issue struct {
	File   string
	Line   int // 1-based; 0 means the whole file
	Code   string
	Detail string
}

// String gives "file:line: code: detail", the form editors jump to.
func (i Issue) String() string {
	if i.Line == 0 {
		return fmt.Sprintf("%s: %s: %s", i.File, i.Code, i.Detail)
	}
	return fmt.Sprintf("%s:%d: %s: %s", i.File, i.Line, i.Code, i.Detail)
}

// HelplineBundle is the blob "helplines". It stands apart from the directory, which is a hundred times larger and only
// read when somebody looks something up.
type HelplineBundle struct {
	Helplines []Helpline `json:"helplines"`
}

// HelplinesJSON gives the canonical blob of the national lines.
func (d *Directory) HelplinesJSON() ([]byte, error) {
	b, err := json.Marshal(HelplineBundle{d.Helplines})
	if err != nil {
		return nil, fmt.Errorf("helplines: %w", err)
	}
	return b, nil
}

// JSON gives the canonical blob "directory", without the national lines: the same directory always gives the same bytes, so its hash names it.
func (d *Directory) JSON() ([]byte, error) {
	b, err := json.Marshal(d)
	if err != nil {
		return nil, fmt.Errorf("directory: %w", err)
	}
	return b, nil
}

// Has tells whether a line of that ID is in the directory; desks refer to lines by ID.
func (d *Directory) Has(id string) bool {
	for _, h := range d.Helplines {
		if h.ID == id {
			return true
		}
	}
	return false
}

// telURI derives what a telephone dials. # is not allowed bare in a URI.
func telURI(number string) string {
	return "tel:" + strings.NewReplacer("-", "", "#", "%23").Replace(number)
}
