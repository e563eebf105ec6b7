package editorial

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"michishirube/server/content"
)

func TestADraftBeginsWithWhatIsInForce(t *testing.T) {
	inForce := Edition{Values: map[string]Value{"flag_form": {Text: "申出書"}}}
	d := Open(Draft{}, Edition{}, inForce)
	d.Edition.Values["flag_form"] = Value{Text: "届出書"}
	if inForce.Values["flag_form"].Text != "申出書" {
		t.Error("writing in the draft changed what is in force")
	}
	if again := Open(Draft{Version: 2}, inForce, inForce); len(again.Edition.Values) != 0 {
		t.Errorf("a draft that says nothing takes %v over", again.Edition.Values)
	}
}

func TestADraftFollowsWhatIsPutInForceAgain(t *testing.T) {
	text := func(pairs ...string) Edition {
		e := Edition{Values: map[string]Value{}, Files: []File{{Title: pairs[0]}}}
		for i := 1; i+1 < len(pairs); i += 2 {
			e.Values[pairs[i]] = Value{Text: pairs[i+1]}
		}
		return e
	}
	parent := text("新", "mailing", "新", "renewal", "新", "flag_form", "新")
	earlier := text("旧", "mailing", "旧", "flag_form", "旧", "leaflet_footer", "旧")
	draft := text("新", "mailing", "新", "renewal", "新", "flag_form", "下書き")
	got := Open(Draft{Version: 1, Edition: draft}, parent, earlier).Edition
	want := text("旧", "mailing", "旧", "flag_form", "下書き", "leaflet_footer", "旧")
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if draft.Values["mailing"].Text != "新" || parent.Files[0].Title != "新" {
		t.Error("what was given is changed")
	}
}

func TestEverybodyWhoWroteIsRemembered(t *testing.T) {
	now := time.Date(2026, 11, 22, 3, 0, 0, 0, time.UTC)
	d := Draft{Asked: "hana"}.Touch("hana", now).Touch("taro", now).Touch("hana", now)
	if !slices.Equal(d.Writers, []string{"hana", "taro"}) || d.By != "hana" || d.Asked != "" {
		t.Errorf("draft = %+v", d)
	}
	if !d.WrittenBy("taro") || d.WrittenBy("jiro") || !(Draft{Asked: "jiro"}).WrittenBy("jiro") {
		t.Error("WrittenBy is wrong")
	}
}

func TestWhatWasInForceOnADay(t *testing.T) {
	at := func(month time.Month, day, hour int) time.Time {
		return time.Date(2026, month, day, hour, 0, 0, 0, time.UTC)
	}
	record := []Publication{{Number: 1, At: at(4, 1, 0)}, {Number: 2, At: at(6, 30, 16)}, {Number: 3, At: at(7, 1, 2)}}
	for day, want := range map[content.Date][]uint64{
		"2026-03-31": nil, "2026-04-01": {1}, "2026-06-30": {1}, "2026-07-01": {1, 2, 3}, "2026-07-02": {3},
	} {
		var got []uint64
		for _, p := range On(record, day) {
			got = append(got, p.Number)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", day, got, want)
		}
	}
}

func TestTheDayOfAPublicationIsOneInJapan(t *testing.T) {
	c := national(t)
	b, _ := Merge(c, Region{Code: "28381"}, Publication{At: time.Date(2026, 11, 21, 16, 0, 0, 0, time.UTC)})
	if b.On != "2026-11-22" {
		t.Errorf("on = %s", b.On)
	}
}
