package content

// Pages tells how many pages a leaflet takes in a format and a language: leaflet → format → language. It is measured by
// printing, not reckoned: `go test ./e2e -run TestEveryLeafletPrints -update` writes it.
type Pages map[string]map[string]map[string]int

// Of gives the pages of one print; 0 when it was never measured.
func (p Pages) Of(leaflet, format, language string) int { return p[leaflet][format][language] }
