package content

import (
	"slices"
	"testing"
)

func TestReadings(t *testing.T) {
	steps := "steps.ja.toml"
	wantFaults(t, "readings", []fault{
		{"a word without a reading", []edit{{steps, "よびます。", "警察を呼びます。"}}, steps, "警察", "警察 has no reading"},
		{"a repeated kanji without a reading", []edit{{steps, "よびます。", "人々です。"}}, steps, "人々", "人々"},
		{"kanji left over beside a word", []edit{{steps, "よびます。", "保険者です。"}}, steps, "保険者", "者 has no reading"},
		{"a reading that nothing uses", []edit{{readingsFile, "", "  警察: けいさつ\n"}}, readingsFile, "警察", "used nowhere"},
		{"a reading hidden by a longer word", []edit{{readingsFile, "", "  保: ほ\n"}}, readingsFile, "保: ", "used nowhere"},
		{"a word without kanji", []edit{{readingsFile, "", "  かみ: かみ\n"}}, readingsFile, "かみ", "no kanji"},
		{"a reading in kanji", []edit{{readingsFile, "保険: ほけん", "保険: 保けん"}}, readingsFile, "保険", "not kana"},
		{"a reading that does not fit the word's own kana", []edit{{readingsFile, "うけとる", "うけとり"}}, readingsFile, "受け取る", "does not fit"},
	})
	wantNone(t, []good{
		{"the longest word wins", []edit{{steps, "よびます。", "保険者と保険。"}, {readingsFile, "", "  保険者: ほけんしゃ\n"}}},
		{"a bracket that tells two readings apart", []edit{{steps, "よびます。", "(日)"}, {readingsFile, "", "  \"(日)\": \"(にち)\"\n"}}},
	})
}

func TestUncoveredKanjiAreReportedOnceAWordWithTheirNumber(t *testing.T) {
	issues := Check(edited(t, edit{"steps.ja.toml", "よびます。", "警察と警察。"}, edit{"steps.ja.toml", "つたえます。", "警察です。"}))
	if len(issues) != 1 || !slices.ContainsFunc(issues, func(i Issue) bool { return i.Code == "readings" }) {
		t.Errorf("issues = %v, want a single one", issues)
	}
}
