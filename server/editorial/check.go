package editorial

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"michishirube/server/content"
	"michishirube/server/directory"
)

// Issue is a fault of an edition, beside its field. Code names the words that tell it: editor.fault.<code>.
type Issue struct {
	Field string // local field
	Part  string // of a window: name, phone, hours, note; else empty
	Code  string
	Args  map[string]any
}

// How long the parts of a window may be, in characters.
const (
	longestName   = 40
	longestRegion = 30 // the name of a region
	longestLine   = 80
	longestNote   = 200
)

// Check finds every fault of an edition. An edition with a fault cannot be published.
func Check(c *content.Content, e Edition) []Issue {
	var issues []Issue
	for _, f := range c.Guide.Local {
		v, ok := e.Values[f.ID]
		if !ok {
			continue
		}
		k := checker{c: c, field: f.ID}
		switch f.Kind {
		case "choice":
			k.choice(f, v)
		case "text":
			k.line("", v.Text, f.Longest, true)
		case "block":
			k.words("", v.Text, f.Longest, true)
		case "window":
			k.window(v.Window)
		}
		if v.beside(f.Kind) {
			k.fault("", "unknown", nil)
		}
		issues = append(issues, k.issues...)
	}
	issues = append(issues, checkFiles(c, e.Files)...)
	for _, id := range sortedKeys(e.Values) {
		if _, ok := Field(c, id); !ok {
			issues = append(issues, Issue{Field: id, Code: "unknown"})
		}
	}
	return issues
}

// CheckName finds every fault of the name of a region, which stands on every screen and every paper.
func CheckName(c *content.Content, name string) []Issue {
	k := checker{c: c, field: "name"}
	k.line("", name, longestRegion, true)
	return k.issues
}

// beside tells whether a value says something that a field of the kind has no place for. Nothing would look at it, and it
// would reach every device.
func (v Value) beside(kind string) bool {
	v.Base = ""
	switch kind {
	case "choice":
		v.Choice = ""
	case "window":
		v.Window = nil
	default:
		v.Text = ""
	}
	return v != Value{}
}

// MaxFiles is how many official leaflets a region may have: every device of the region downloads all of them.
const MaxFiles = 10

// FileField stands in the place of a local field where an official leaflet is meant; the part is its hash.
const FileField = "file"

func checkFiles(c *content.Content, files []File) []Issue {
	k := checker{c: c, field: FileField}
	if len(files) > MaxFiles {
		k.fault("", "files", map[string]any{"have": len(files), "most": MaxFiles})
	}
	for _, f := range files {
		k.line(f.Hash, f.Title, longestName, true)
	}
	return k.issues
}

// checker collects the faults of one field.
type checker struct {
	c      *content.Content
	field  string
	issues []Issue
}

func (k *checker) fault(part, code string, args map[string]any) {
	k.issues = append(k.issues, Issue{k.field, part, code, args})
}

func (k *checker) choice(f content.LocalField, v Value) {
	for _, o := range f.Options {
		if v.Choice == o {
			return
		}
	}
	k.fault("", "choice", nil)
}

func (k *checker) window(w *Window) {
	if w == nil {
		k.fault("name", "empty", nil)
		return
	}
	k.line("name", w.Name, longestName, true)
	k.line("hours", w.Hours, longestLine, false)
	k.words("note", w.Note, longestNote, false)
	if w.Phone != "" && !directory.IsNumber(w.Phone) {
		k.fault("phone", "phone", nil)
	}
	if w.VerifiedOn != "" {
		if _, err := content.ParseDate(w.VerifiedOn); err != nil {
			k.fault("verified_on", "date", nil)
		}
	}
}

// line is a text on one line.
func (k *checker) line(part, text string, longest int, needed bool) {
	if strings.ContainsAny(text, "\r\n") {
		k.fault(part, "one_line", nil)
	}
	k.words(part, text, longest, needed)
}

// words looks at any text: its length, markup, and the words that promise, blame or tell too much.
func (k *checker) words(part, text string, longest int, needed bool) {
	if needed && strings.TrimSpace(text) == "" {
		k.fault(part, "empty", nil)
	}
	if n := utf8.RuneCountInString(text); n > longest {
		k.fault(part, "long", map[string]any{"have": n, "most": longest})
	}
	if strings.ContainsAny(text, "<>{}") {
		k.fault(part, "markup", nil)
	}
	// Marks that turn the direction of writing round would show a phone number backwards.
	if strings.ContainsFunc(text, func(c rune) bool {
		return c != '\n' && unicode.In(c, unicode.Cc, unicode.Bidi_Control, unicode.Zl, unicode.Zp)
	}) {
		k.fault(part, "control", nil)
	}
	// Characters of one machine's own (外字) are another sign, or none, on every other.
	if strings.ContainsFunc(text, func(c rune) bool { return unicode.In(c, unicode.Co) }) {
		k.fault(part, "private", nil)
	}
	for _, f := range k.c.Forbidden {
		if f.Forbids("local."+k.field, text) {
			k.fault(part, "word", map[string]any{"word": f.Word, "why": f.Why})
		}
	}
}
