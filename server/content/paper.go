package content

import (
	"io/fs"
	"strings"
)

// Paper is which characters the Japanese font of paper has. What it lacks, a printing machine takes from its own fonts.
type Paper map[rune]bool

// LoadPaper reads what the command that cuts the fonts has noted of them.
func LoadPaper(assets fs.FS) (Paper, error) {
	text, err := fs.ReadFile(assets, "content/paper.txt")
	if err != nil {
		return nil, err
	}
	has := Paper{}
	for _, r := range string(text) {
		has[r] = true
	}
	return has, nil
}

// Lacks gives the characters of some texts that the font does not have, each once.
func (p Paper) Lacks(texts ...string) string {
	var lacks strings.Builder
	seen := map[rune]bool{}
	for _, text := range texts {
		for _, r := range text {
			if !seen[r] && !p[r] && strings.TrimSpace(string(r)) != "" {
				lacks.WriteRune(r)
			}
			seen[r] = true
		}
	}
	return lacks.String()
}
