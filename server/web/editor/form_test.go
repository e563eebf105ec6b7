package editor

import (
	"testing"
	"time"
)

func TestDaysAreWrittenInBothCalendars(t *testing.T) {
	for on, want := range map[string]string{
		"2026-11-22": "2026年11月22日(令和8年)", "2019-05-01": "2019年5月1日(令和元年)", "": "", "someday": "someday",
	} {
		if got := day(on); got != want {
			t.Errorf("day(%q) = %q, want %q", on, got, want)
		}
	}
	if got := moment(time.Date(2026, 12, 31, 15, 4, 0, 0, time.UTC)); got != "2027年1月1日(令和9年) 00:04" {
		t.Errorf("moment = %q", got)
	}
	if got := moment(time.Time{}); got != "-" {
		t.Errorf("no moment = %q", got)
	}
}

func TestAFieldKnowsWhatDescribesIt(t *testing.T) {
	e := newOffice(t).editor
	f := filled("name", "hana", "password", "secret", "role", "editor")
	f.fault("name", "違います")
	f.fault("name", "もう一つ")
	v, err := e.input(f, "name", "editor.login.name", "hint", "editor.accounts.name_hint", "rows", "7")
	if err != nil || v.DescribedBy() != "f-name-hint f-name-fault" || v.Value != "hana" || v.Fault != "違います" || v.Rows != 7 || f.ok() {
		t.Errorf("field = %+v, %v", v, err)
	}
	if v, err := e.input(f, "password", "editor.login.password", "type", "password"); err != nil || v.Value != "" || v.DescribedBy() != "" {
		t.Errorf("a password is sent back: %+v, %v", v, err)
	}
	v, err = e.choose(f, "role", "editor.accounts.role", "radio", []choice{{Value: "editor"}, {Value: "approver"}})
	if err != nil || !v.Choices[0].Chosen || v.Choices[1].Chosen {
		t.Errorf("choices = %+v, %v", v, err)
	}
	for _, bad := range [][]string{{"colour", "red"}, {"rows", "many"}} {
		if _, err := e.input(nil, "name", "editor.login.name", bad...); err == nil {
			t.Errorf("a field has %v", bad)
		}
	}
}
