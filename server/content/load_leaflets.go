package content

const (
	languagesFile = "content/languages.yaml"
	glossaryFile  = "content/glossary.yaml"
	leafletsFile  = "content/leaflets.yaml"
	neutralFile   = "content/neutral_words.yaml"
	localFile     = "content/local.yaml"
	pagesFile     = "content/leaflet_pages.yaml"
)

type authoredLanguages struct {
	Languages []struct {
		Tag      string `yaml:"tag"`
		Name     string `yaml:"name"`
		SignedBy string `yaml:"signed_by"`
		SignedOn string `yaml:"signed_on"`
	} `yaml:"languages"`
}

type authoredGlossary struct {
	Terms []struct {
		ID      string `yaml:"id"`
		Term    string `yaml:"term"`
		Reading string `yaml:"reading"`
		Romaji  string `yaml:"romaji"`
	} `yaml:"terms"`
}

type authoredLeaflets struct {
	Leaflets []struct {
		ID       string   `yaml:"id"`
		Audience string   `yaml:"audience"`
		Version  string   `yaml:"version"`
		ReviewBy string   `yaml:"review_by"`
		Formats  []string `yaml:"formats"`
		Neutral  bool     `yaml:"neutral"`
		Blocks   []struct {
			ID        string   `yaml:"id"`
			Kind      string   `yaml:"kind"`
			From      string   `yaml:"from"`
			Until     string   `yaml:"until"`
			Rows      []string `yaml:"rows"`
			Fields    []string `yaml:"fields"`
			Helplines []string `yaml:"helplines"`
			Cites     []string `yaml:"cites"`
		} `yaml:"blocks"`
	} `yaml:"leaflets"`
}

// loadLanguages reads the languages and the terms that no language has an official name for.
func (l *loader) loadLanguages(c *Content) {
	var languages authoredLanguages
	l.decode(languagesFile, "language", &languages)
	for _, a := range languages.Languages {
		signed := a.SignedBy != "" && l.optionalDate(Pos{File: languagesFile}, "signed_on", a.SignedOn) != ""
		c.Guide.Languages = append(c.Guide.Languages, Language{Tag: a.Tag, Name: a.Name, Reference: a.Tag != SourceLocale && !signed})
	}
	var glossary authoredGlossary
	l.decode(glossaryFile, "term", &glossary)
	for _, a := range glossary.Terms {
		c.Guide.Terms = append(c.Guide.Terms, Term{ID: a.ID, Term: a.Term, Reading: a.Reading, Romaji: a.Romaji})
	}
}

func (l *loader) loadLeaflets(c *Content) {
	var leaflets authoredLeaflets
	l.decode(leafletsFile, "leaflet", &leaflets)
	for _, a := range leaflets.Leaflets {
		at := c.at("leaflet "+a.ID, leafletsFile)
		leaflet := Leaflet{ID: a.ID, Audience: a.Audience, Formats: a.Formats, Neutral: a.Neutral, Blocks: []LeafletBlock{}}
		leaflet.Version, leaflet.ReviewBy = l.date(at, "version", a.Version), l.date(at, "review_by", a.ReviewBy)
		for _, b := range a.Blocks {
			at := c.at("leaflet "+a.ID+" "+b.ID, leafletsFile)
			leaflet.Blocks = append(leaflet.Blocks, LeafletBlock{
				ID: b.ID, Kind: b.Kind, Rows: b.Rows, Fields: b.Fields, Helplines: b.Helplines, Cites: parseCites(b.Cites),
				From: l.optionalDate(at, "from", b.From), Until: l.optionalDate(at, "until", b.Until),
			})
		}
		c.Leaflets = append(c.Leaflets, leaflet)
	}
	var local struct {
		Local []LocalField `yaml:"local"`
	}
	l.decode(localFile, "local", &local)
	c.Guide.Local = local.Local
	var neutral struct {
		Words map[string][]string `yaml:"words"`
	}
	l.decode(neutralFile, "neutral", &neutral)
	c.NeutralWords = neutral.Words
	var measured struct {
		Pages Pages `yaml:"pages"`
	}
	l.decode(pagesFile, "measured", &measured)
	c.Pages = measured.Pages
}
