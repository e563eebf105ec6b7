package editorial

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"time"

	"michishirube/server/content"
)

// Region is a prefecture, a municipality or a group with a text of its own.
type Region struct {
	Code string `json:"code"` // in its link; never changed, for papers carry it
	Name string `json:"name"` // as shown to everybody who uses its link
	// OnePerson is set where approval by a second person was switched off. The record says so for every publication.
	OnePerson bool `json:"one_person,omitempty"`
}

var regionCode = regexp.MustCompile(`^[a-z0-9](-?[a-z0-9]){1,23}$`)

// IsRegionCode tells whether a code can stand in a link: 2 to 24 small letters and digits, hyphens between them.
func IsRegionCode(code string) bool { return len(code) <= 24 && regionCode.MatchString(code) }

// Edition is the whole text of a region at one moment.
type Edition struct {
	Values map[string]Value `json:"values"` // by local field
	Files  []File           `json:"files,omitempty"`
}

// Value is what a region says in one field. Which of Choice, Text and Window is set follows from the field's kind.
type Value struct {
	Choice string  `json:"choice,omitempty"`
	Text   string  `json:"text,omitempty"` // one line, or several in a block
	Window *Window `json:"window,omitempty"`
	// Base names the national words beside which this was written. When they change, a person must look again.
	Base string `json:"base"`
}

// Window is a counter of the region. Writing it and verifying it are different acts: see Verify.
type Window struct {
	Name       string `json:"name"`
	Phone      string `json:"phone,omitempty"`
	Hours      string `json:"hours,omitempty"`
	Note       string `json:"note,omitempty"`
	VerifiedOn string `json:"verified_on,omitempty"` // the day somebody called and confirmed; empty: nobody has
}

// File is an official leaflet of the region, kept by its hash.
type File struct {
	Hash    string `json:"hash"` // SHA-256 of the PDF
	Title   string `json:"title"`
	Bytes   int    `json:"bytes"`
	Pages   int    `json:"pages"`
	AddedOn string `json:"added_on"`
}

// FileHash names a leaflet by its content: the SHA-256 of the PDF.
func FileHash(pdf []byte) string {
	sum := sha256.Sum256(pdf)
	return hex.EncodeToString(sum[:])
}

// Draft is an edition somebody is working on.
type Draft struct {
	Edition Edition   `json:"edition"`
	Version uint64    `json:"version"` // grows with every saving; a saving that does not know the last one is refused
	By      string    `json:"by"`
	At      time.Time `json:"at"`
	Parent  uint64    `json:"parent,omitempty"` // the publication it was begun on
	// Writers are all who changed it since the last publication. None of them can be its second person.
	Writers []string `json:"writers,omitempty"`
	// Asked says who asked for approval of this very version; empty: nobody yet.
	Asked string `json:"asked,omitempty"`
	// Returned says why it was not approved. It stays until somebody asks again.
	Returned *Return `json:"returned,omitempty"`
}

// Return is why a draft was sent back.
type Return struct {
	By     string    `json:"by"`
	Reason string    `json:"reason"`
	At     time.Time `json:"at"`
}

// Publication is one line of a region's record: what was in force from when. Lines are only ever added.
type Publication struct {
	Number     uint64    `json:"number"` // 1, 2, 3, … within the region
	Edition    Edition   `json:"edition"`
	National   string    `json:"national"` // the national release it was approved beside
	By         string    `json:"by"`
	ApprovedBy string    `json:"approved_by"` // the same as By only where a second person was switched off
	At         time.Time `json:"at"`
	Rollback   uint64    `json:"rollback,omitempty"` // the number whose text was put in force again
}

// Verify notes that somebody called a window and was told that it is right. Nothing else sets the day.
func (w Window) Verify(on string) Window {
	w.VerifiedOn = on
	return w
}

// Rewrite takes over new words for a window. Whoever changes a phone has not called the new one yet.
func (w Window) Rewrite(to Window) Window {
	to.VerifiedOn = ""
	if w.Phone == to.Phone && w.Name == to.Name && w.Hours == to.Hours {
		to.VerifiedOn = w.VerifiedOn
	}
	return to
}

// Due tells whether a window must be called again: never verified, or not for so many days.
func (w Window) Due(today content.Date, days int) bool {
	on, err := content.ParseDate(w.VerifiedOn)
	return err != nil || on.Add(days) <= today
}

// Line is one line of the audit: who did what when. Lines are only ever added. Nothing about visitors is in it.
type Line struct {
	Number uint64    `json:"number"` // 1, 2, 3, … over everything
	At     time.Time `json:"at"`
	By     string    `json:"by"`               // account
	Region string    `json:"region,omitempty"` // empty: national or none
	What   string    `json:"what"`             // such as login, draft, ask, publish, rollback, verify, file, user
	Detail string    `json:"detail,omitempty"` // field, account or file it was done to
	From   uint64    `json:"from,omitempty"`   // publication before
	To     uint64    `json:"to,omitempty"`     // publication after
}
