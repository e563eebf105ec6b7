package editorial

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"michishirube/server/content"
)

// Base names the national words a field stands beside: the Japanese of its heading and choices, of its desk and of its
// steps, with their sources and days. Whoever wrote the field had those in mind.
func Base(c *content.Content, f content.LocalField) string {
	h := sha256.New()
	say := func(id string) {
		if text, ok := c.Texts[content.SourceLocale][id]; ok {
			fmt.Fprintf(h, "%s\x00%s\x00", id, text)
		}
	}
	say("local." + f.ID + ".label")
	for _, o := range f.Options {
		say("local." + f.ID + "." + o)
	}
	if f.Desk != "" {
		say("desk." + f.Desk + ".name")
		say("desk." + f.Desk + ".note")
	}
	for _, id := range f.Steps {
		for _, s := range c.Guide.Steps {
			if s.ID != id {
				continue
			}
			for _, field := range []string{"title", "do", "watch"} {
				say("step." + id + "." + field)
				for _, p := range s.Periods {
					if p.Variant != "" {
						say("step." + id + "." + p.Variant + "." + field)
					}
				}
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// Field finds a local field of the content.
func Field(c *content.Content, id string) (content.LocalField, bool) {
	for _, f := range c.Guide.Local {
		if f.ID == id {
			return f, true
		}
	}
	return content.LocalField{}, false
}
