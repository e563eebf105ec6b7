package content

import "testing"

func TestForbiddenWords(t *testing.T) {
	steps, around := "steps.ja.toml", "around.ja.toml"
	wantFaults(t, "words", []fault{
		{"a promise", []edit{{steps, "よびます。", "きっときます。"}}, steps, "きっときます", "約束しない"},
		{"a promise beside an allowed phrase", []edit{{steps, "きっとそらのいろ", "きっとそらのいろ、きっと"}}, steps, "、きっと", "きっと"},
		{"a word on a screen that must be neutral", []edit{{around, "こんにちは", "にげる"}}, around, "にげる", "見える"},
		{"a promise in easy Japanese", []edit{{"around.ja-Hira.toml", "", "[ui.facing]\nhello = \"きっと{mark}\"\n"}}, "around.ja-Hira.toml", "きっと", "約束しない"},
		{"an allowed phrase without the word", []edit{{forbiddenFile, "allow: [きっとそらのいろ]", "allow: [きっとそらのいろ, そら]"}}, forbiddenFile, "きっと", "そら"},
		{"a word without a reason", []edit{{forbiddenFile, ", why: 見える", ""}}, forbiddenFile, "にげ", "no reason"},
		{"an empty word", []edit{{forbiddenFile, "word: にげ", `word: ""`}}, forbiddenFile, "見える", "empty"},
	})
	wantNone(t, []good{
		{"a word inside an allowed phrase, and one in an area it is allowed in", nil},
		{"a word outside the area it is forbidden in", []edit{{steps, "よびます。", "にげます。"}}},
	})
}
