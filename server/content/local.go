package content

// LocalField is something a region may say for itself: the content marks it, and a region can change nothing else.
type LocalField struct {
	ID       string   `json:"id"`
	Kind     string   `json:"kind" ts:"LocalKind"`
	Desk     string   `json:"desk,omitempty"`     // window: the desk whose place it takes
	Options  []string `json:"options,omitempty"`  // choice: local.<id>.<option> in words
	Longest  int      `json:"longest,omitempty"`  // text and block: characters at most
	Steps    []string `json:"steps,omitempty"`    // where it is shown
	Leaflets []string `json:"leaflets,omitempty"` // papers it is printed on; "all": every one but the neutral
}

// localKinds lists what a local field can be: a counter, one of checked statements, a line, a few lines.
var localKinds = []string{"window", "choice", "text", "block"}

// LocalKinds lists the kinds of local fields.
func LocalKinds() []string { return append([]string{}, localKinds...) }
