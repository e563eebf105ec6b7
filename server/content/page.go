package content

// PageBundle is the blob "page.<locale>": the page behind a leaflet's QR code, for her own phone. The server makes HTML
// of it; the app never loads it. Everything on it is written out here, so that nothing has to be looked up.
type PageBundle struct {
	Locale    string        `json:"locale"`
	Name      string        `json:"name"`                // the language's own name for itself
	Reference bool          `json:"reference,omitempty"` // 参考訳
	Title     Words         `json:"title"`
	Lead      []Words       `json:"lead"`
	Sections  []PageSection `json:"sections"`
	Lines     []PageLine    `json:"lines"` // below the last section
	Choose    Words         `json:"choose"`
	Exit      Words         `json:"exit"`
	ExitNote  []Words       `json:"exit_note"`
	Mark      Words         `json:"mark,omitempty"` // what 参考訳 means, if the page is one
}

// PageSection is one part of the page.
type PageSection struct {
	Title Words   `json:"title"`
	Lines []Words `json:"lines"`
}

// PageLine is a national line under words that tell a bystander nothing.
type PageLine struct {
	Helpline string `json:"helpline"` // id in the directory
	Label    Words  `json:"label"`
}

// Words are one line of text, in pieces.
type Words []Span

// Span is a piece of text, with its reading where it is shown.
type Span struct {
	Text     string `json:"t"`
	Reading  string `json:"r,omitempty"`
	Japanese bool   `json:"j,omitempty"` // within a text of another language
}

// pages gives the page in every language that says it whole, as the Japanese is now.
func (c *Content) pages() []PageBundle {
	var all []PageBundle
	for _, l := range c.Guide.Languages {
		if !c.whole(l.Tag, "page.", "glossary.") || len(c.Leaflets) == 0 {
			continue
		}
		words := func(id string) Words { return c.words(l.Tag, c.Texts[l.Tag][id])[0] }
		lines := func(id string) []Words { return c.words(l.Tag, c.Texts[l.Tag][id]) }
		p := PageBundle{
			Locale: l.Tag, Name: l.Name, Reference: l.Reference,
			Title: words("page.title"), Lead: lines("page.lead"), Choose: words("page.language"),
			Exit: words("page.exit"), ExitNote: lines("page.exit_note"),
		}
		if l.Reference {
			p.Mark = words("leaflet.foot.reference")
		}
		for _, section := range PageSections() {
			p.Sections = append(p.Sections, PageSection{words("page." + section + ".title"), lines("page." + section + ".body")})
		}
		for _, line := range PageLines() {
			p.Lines = append(p.Lines, PageLine{line, words("page.line." + line)})
		}
		all = append(all, p)
	}
	return all
}
