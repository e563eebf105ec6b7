package content

import (
	"slices"
	"strings"
	"testing"
)

func TestTranslationsThatAreWrong(t *testing.T) {
	ko, paper := "around.ko.toml", "leaflets.ko.toml"
	wantFaults(t, "translation", []fault{
		{"an unknown text", []edit{{ko, "", "gone = \"x\"\n"}}, ko, "gone", "not in ja"},
		{"an empty text", []edit{{ko, "", "hello = \"\"\n"}}, ko, "hello", "empty"},
		{"another placeholder", []edit{{ko, "{{.n}}", "{{.m}}"}}, ko, "count", "placeholders"},
		{"a lost placeholder", []edit{{ko, "{{.n}}", "n"}}, ko, "count", "placeholders"},
		{"markup", []edit{{ko, "", "hello = \"<b>{mark}</b>\"\n"}}, ko, "hello", "markup"},
		{"a lost term", []edit{{ko, "", "hello = \"표입니다.\"\n"}}, ko, "hello", "lacks {mark}"},
		{"an unknown term", []edit{{ko, "", "hello = \"{mark} {sign}\"\n"}}, ko, "hello", "{sign}: no such term"},
		{"other lines", []edit{{paper, "- {mark}", "{mark}"}}, paper, "what.body", "want p-"},
		{"a language that is not listed", []edit{{"around.fr.toml", "", "[ui.facing]\nhello = \"{mark}\"\n"}}, languagesFile, "", "fr has messages"},
		{"the counselor's words in a client's language", []edit{{"more.ko.toml", "", "[fact.card]\nhow = \"x\"\n"}}, "more.ko.toml", "how", "do not read it"},
		{"the staff's paper in a client's language", []edit{{paper, "", "[leaflet.staff]\ntitle = \"x\"\n"}}, paper, "title", "do not read it"},
	})
}

func TestATranslationIsStaleOnceItsJapaneseHasChanged(t *testing.T) {
	hello := func(source string) *Content {
		text := "[ui.facing.hello]\nhash = \"" + SourceHash(source) + "\"\nother = \"{mark}입니다.\"\n"
		return edited(t, edit{"hello.ko.toml", "", text})
	}
	for _, tt := range []struct {
		name, source string
		stale        bool
	}{
		{"of the Japanese as it is", "しるしです。", false},
		{"of an older Japanese", "しるしでした。", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := hello(tt.source)
			for _, i := range Check(c) {
				t.Error("not fit to be published: ", i)
			}
			listed := slices.ContainsFunc(Untranslated(c), func(i Issue) bool {
				return strings.Contains(i.Detail, "ui.facing.hello is stale in ko") && i.File == "hello.ko.toml"
			})
			if listed != tt.stale {
				t.Errorf("listed as stale = %v, want %v: %v", listed, tt.stale, Untranslated(c))
			}
			if got := slices.Contains(c.textBundles("ko")[groupClient].Stale, "ui.facing.hello"); got != tt.stale {
				t.Errorf("told to the device as stale = %v, want %v", got, tt.stale)
			}
			ko := c.Finish().Languages[1]
			if want := map[bool]int{true: 1}[tt.stale]; ko.Stale != want || ko.Translated == 0 || ko.Messages <= ko.Translated {
				t.Errorf("coverage = %+v, want %d stale of some translated of more messages", ko, want)
			}
		})
	}
}

func TestWhatALanguageLacksIsListed(t *testing.T) {
	untold := edited(t).Untold("ko")
	for id, want := range map[string]bool{
		"step.call_110.title": true, "leaflet.paper.title": false, "leaflet.paper.lead": true, "page.title": true,
		"step.ask_flag.phone": false, "fact.card.how": false, "leaflet.staff.title": false, "ui.facing.count": false,
	} {
		if got := slices.Contains(untold, id); got != want {
			t.Errorf("%s is listed = %v, want %v", id, got, want)
		}
	}
	if !slices.Contains(edited(t).Untold("en"), "fact.card.how") {
		t.Error("the counselor's words are not wanted in English")
	}
}

func TestOnlyASignedTranslationIsNoReference(t *testing.T) {
	for _, l := range edited(t).Finish().Languages {
		if want := l.Tag == "ko"; l.Reference != want {
			t.Errorf("%s is a reference translation = %v, want %v", l.Tag, l.Reference, want)
		}
	}
}

func TestATranslationThatDoesNotSayOfWhichJapaneseItIs(t *testing.T) {
	c, issues := Load(files(t, nil))
	if len(issues) > 0 {
		t.Fatal(issues)
	}
	if issues = Check(c); len(issues) == 0 || !strings.Contains(issues[0].Detail, "has no hash") {
		t.Errorf("issues = %v", issues)
	}
}
