package content

import (
	"slices"
	"testing"
)

// A voice reads each language by itself, so the Japanese in a text of another one is told apart.
func TestJapaneseWithinAnotherLanguageIsToldApart(t *testing.T) {
	c := &Content{Guide: Guide{Terms: []Term{{ID: "card", Term: "資格確認書", Reading: "しかくかくにんしょ"}}}}
	for _, tt := range []struct {
		locale, line string
		want         []string
	}{
		{"vi", "đưa thẻ (資格確認書, しかくかくにんしょ, shikaku)", []string{"資格確認書", "しかくかくにんしょ"}},
		{"zh-Hans", "出示资格确认书 (資格確認書), 打开マイナポータル", []string{"資格確認書", "マイナポータル"}},
		{"zh-Hans", "资格", nil},
	} {
		var japanese []string
		whole := ""
		for _, span := range c.words(tt.locale, tt.line)[0] {
			whole += span.Text
			if span.Japanese {
				japanese = append(japanese, span.Text)
			}
		}
		if !slices.Equal(japanese, tt.want) || whole != tt.line {
			t.Errorf("%s: Japanese %q in %q, want %q in %q", tt.locale, japanese, whole, tt.want, tt.line)
		}
	}
}
