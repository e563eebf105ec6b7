package content

import "testing"

func TestWordsThatAreMissing(t *testing.T) {
	steps, facts, around := "steps.ja.toml", "facts.ja.toml", "around.ja.toml"
	without := func(file, text string) []edit { return []edit{{file, text, ""}} }
	wantFaults(t, "text", []fault{
		{"a question", without(facts, `ask = "保険はどれですか。"`), factsFile, "id: insurance", "fact.insurance.ask"},
		{"what `I do not know` leads to", without(facts, `unsure = "しらべます。"`), factsFile, "id: insurance", "fact.insurance.unsure"},
		{"an option", without(facts, `opt.own = "ある"`), factsFile, "id: insurance", "fact.insurance.opt.own"},
		{"the common option", without(facts, `dont_know = "わからない"`), factsFile, "id: insurance", "option.dont_know"},
		{"a title", without(steps, `title = "よぶ"`), stepsFile, "id: call_110", "step.call_110.title"},
		{"words for the phone", without(steps, `phone = "おしえてください。"`), stepsFile, "id: ask_flag", "step.ask_flag.phone"},
		{"words of one variant", without(steps, `do = "まえのことば。"`), stepsFile, "id: ask_certificate", "step.ask_certificate.do"},
		{"every word of a variant", []edit{{steps, `do = "まえのことば。"`, ""}, {steps, `title = "たのむ"`, `title = "たのむ"` + "\n" + `do = "いつも。"`}}, stepsFile, "id: ask_certificate", "step.ask_certificate.before.title"},
		{"a desk", without(around, `police.note = "よびます。"`), desksFile, "id: police", "desk.police.note"},
		{"a route", without(around, `own.mail = "てがみ"`), routesFile, "id: own", "route.own.mail"},
		{"a row", without(around, `row.myna.label = "カード"`), explainFile, "id: myna", "row.myna.label"},
		{"a section", without(around, `what.body = "しるしです。"`), explainFile, "id: what", "explain.two_flags.what.body"},
		{"a document of the timeline", without(around, `ended = "おわりました。"`), timelineFile, "id: old_card", "timeline.old_card.ended"},
		{"an item", without(around, `item.address = "きっとここ。"`), checklistsFile, "id: address", "item.address"},
		{"a line", without(around, `cost = "ただ"`), helplinesFile, "id: police_110", "helpline.police_110.cost"},
	})
}

func TestWordsThatAreWrong(t *testing.T) {
	steps, facts := "steps.ja.toml", "facts.ja.toml"
	add := func(text string) []edit { return []edit{{steps, `title = "よぶ"`, "title = \"よぶ\"\n" + text}} }
	wantFaults(t, "text", []fault{
		{"words of an unknown field", add(`when = "いつ"`), steps, "when =", "needed by nothing"},
		{"words of an unknown step", []edit{{steps, "", "[step.gone]\ntitle = \"ない\"\n"}}, steps, `title = "ない"`, "step.gone.title"},
		{"words of an unknown variant", []edit{{steps, "", "[step.ask_certificate.later]\ndo = \"いつか。\"\n"}}, steps, "いつか", "needed by nothing"},
		{"words that every variant replaces", []edit{{steps, `title = "たのむ"`, `title = "たのむ"` + "\n" + `do = "いつも。"`}}, steps, "いつも", "needed by nothing"},
		{"a hint at an unknown option", []edit{{facts, `hint.visit`, "hint.gone"}}, facts, "hint.gone", "needed by nothing"},
		{"a placeholder in the guidance", []edit{{steps, "よびます。", "{{.name}}をよびます。"}}, steps, "{{.name}}", "placeholder"},
		{"markup", []edit{{steps, "よびます。", "<b>よびます。</b>"}}, steps, "<b>", "markup"},
		{"an empty text", []edit{{steps, `do = "つたえます。"`, `do = ""`}}, steps, `do = ""`, "empty"},
		{"a title that is too long", []edit{{steps, `title = "よぶ"`, `title = "あいうえおかきくけこさしすせそたちつてとなにぬねの"`}}, steps, "あいうえお", "25 characters"},
		{"a short label that is not", []edit{{facts, `short = "フラグ"`, `short = "フラグフラグフラグ"`}}, facts, "フラグフラグ", "9 characters"},
	})
}

func TestWordsThatAreRight(t *testing.T) {
	wantNone(t, []good{
		{"a variant that falls back for the rest", nil},
		{"a title of 24 characters", []edit{{"steps.ja.toml", `title = "よぶ"`, `title = "あいうえおかきくけこさしすせそたちつてとなにぬね"`}}},
		{"words of an area that is not the guidance's", []edit{{"frontend.ja.toml", "", "[lookup]\nhits = \"{{.n}}\"\n"}}},
		{"another language that says only a part", []edit{{"around.ko.toml", "", "hello = \"{mark}입니다.\"\n"}}},
	})
}
