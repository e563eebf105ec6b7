package content

// Guide is the compiled guidance: everything a device needs to derive questions, steps and reasons from answers and a
// day, without a word of text. Its JSON is the blob "guide"; the TypeScript types are generated from these structs.
type Guide struct {
	CoversFrom    Date            `json:"covers_from"` // first day the guidance speaks for; an earlier day is an error
	ReviewedOn    Date            `json:"reviewed_on"` // the day the whole content was last read against its sources
	ReviewBy      Date            `json:"review_by"`   // earliest review_by of anything in it
	Boundaries    []Date          `json:"boundaries"`  // every day on which something changes, the first day included
	Facts         []Fact          `json:"facts"`       // in the order asked
	Rules         map[string]Pred `json:"rules"`       // named conditions
	Steps         []Step          `json:"steps"`       // in the order of the vocabulary
	Routes        []Route         `json:"routes"`
	Desks         []Desk          `json:"desks"`
	Sources       []Source        `json:"sources"`
	Explain       []Page          `json:"explain"`
	Timeline      []TimelineRow   `json:"timeline"`
	Checklists    []Checklist     `json:"checklists"`
	Languages     []Language      `json:"languages"` // in the order offered, the source language first
	Terms         []Term          `json:"terms"`
	Local         []LocalField    `json:"local"` // what a region may say for itself
	Practice      []Practice      `json:"practice"`
	Changes       []Change        `json:"changes"` // the newest first
	Accessibility Accessibility   `json:"accessibility"`
}

// Fact is one question with closed options. Asked tells when it applies; else its answer is masked.
type Fact struct {
	ID      string   `json:"id"`
	Many    bool     `json:"many,omitempty"` // several options may hold at once
	Options []string `json:"options"`        // DontKnow last, unless the fact is certain
	Asked   Pred     `json:"asked"`
}

// DontKnow is the option "she does not know": an answer, never a missing one.
const DontKnow = "dont_know"

// none excludes every other option of a many-valued fact, as DontKnow does.
const none = "none"

// Step is one thing to do, say, ask or watch.
type Step struct {
	ID       string   `json:"id"`
	Kind     string   `json:"kind" ts:"Kind"`
	Urgency  string   `json:"urgency" ts:"Urgency"`
	ReviewBy Date     `json:"review_by"`
	Desks    []string `json:"desks,omitempty"` // whom to turn to, the likeliest first
	Periods  []Period `json:"periods"`         // in order of days, never overlapping
}

// Period is a span of days, both ends inclusive, in which a step's condition and words are the same.
type Period struct {
	From    Date   `json:"from"`
	Until   Date   `json:"until,omitempty"` // absent: open
	When    Pred   `json:"when"`
	Variant string `json:"variant,omitempty"` // words of that time: step.<id>.<variant>.<field>
	Cites   []Cite `json:"cites"`
}

// Cite names a source and the place in it.
type Cite struct {
	Source string `json:"source"`
	Place  string `json:"place,omitempty"`
}

// String gives "source#place", the form of the content files and of `plan`.
func (c Cite) String() string {
	if c.Place == "" {
		return c.Source
	}
	return c.Source + "#" + c.Place
}

// Source is one document the guidance rests on.
type Source struct {
	ID         string `json:"id"`
	Title      string `json:"title"`
	Issued     Date   `json:"issued,omitempty"`
	URL        string `json:"url,omitempty"`
	ReadOn     Date   `json:"read_on"`
	Confidence string `json:"confidence" ts:"Confidence"`
}

// Route says which kind of insurer is hers. Exactly one holds for every complete answer.
type Route struct {
	ID    string   `json:"id"`
	When  Pred     `json:"when"`
	Desks []string `json:"desks,omitempty"` // windows beside the insurer itself, the likeliest first
	Cites []Cite   `json:"cites"`
}

// Desk is somebody to turn to.
type Desk struct {
	ID       string `json:"id"`
	Helpline string `json:"helpline,omitempty"` // id in the directory
	ByRoute  bool   `json:"by_route,omitempty"` // show the route of her insurance
}

// Page explains one subject; only two_flags has rows.
type Page struct {
	ID       string    `json:"id"`
	Rows     []Row     `json:"rows,omitempty"`
	Sections []Section `json:"sections"`
}

// Row compares the two flags in one respect.
type Row struct {
	ID            string `json:"id"`
	SelfInfo      string `json:"self_info" ts:"Mark"`
	NonDisclosure string `json:"non_disclosure" ts:"Mark"`
	Cites         []Cite `json:"cites"`
}

// Section is a part of a page; with days, it is shown on those days only.
type Section struct {
	ID    string `json:"id"`
	From  Date   `json:"from,omitempty"`
	Until Date   `json:"until,omitempty"`
	Cites []Cite `json:"cites"`
}

// TimelineRow says, for every covered day, what one document was worth at a clinic.
type TimelineRow struct {
	ID      string           `json:"id"`
	Periods []TimelinePeriod `json:"periods"`
}

// TimelinePeriod is a span of days, both ends inclusive, with one mark and one text.
type TimelinePeriod struct {
	From    Date   `json:"from"`
	Until   Date   `json:"until,omitempty"`
	Mark    string `json:"mark" ts:"Mark"`
	Variant string `json:"variant"`
	Cites   []Cite `json:"cites"`
}

// Checklist is a list of short things to check.
type Checklist struct {
	ID    string          `json:"id"`
	Items []ChecklistItem `json:"items"`
}

// ChecklistItem is one thing to check, with where it comes from.
type ChecklistItem struct {
	ID    string `json:"id"`
	Cites []Cite `json:"cites"`
}

// TextBundle is a blob of words: "text.<locale>" of what a client may read or hear, "counselor.<locale>" of the other
// screens, "leaflet.<locale>" of paper, "page.<locale>" of the page for her own phone.
type TextBundle struct {
	Locale   string            `json:"locale"`
	Messages map[string]string `json:"messages"`
	Readings map[string]string `json:"readings,omitempty"` // kanji word → kana, for furigana by longest match
	Stale    []string          `json:"stale,omitempty"`    // messages whose Japanese has changed since they were translated
}
