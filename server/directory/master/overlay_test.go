package master

import (
	"slices"
	"testing"

	"michishirube/server/directory"
)

func take(t *testing.T, d *directory.Directory, text string) List {
	t.Helper()
	r := readAll(t, []byte(text), defaults(d))
	if len(r.Faults) > 0 {
		t.Fatalf("faults = %+v", r.Faults)
	}
	return Take(d, r.Entries, today, "名簿")
}

func contact(t *testing.T, d *directory.Directory, id string) directory.Contact {
	t.Helper()
	all := Contacts(d)
	i := slices.IndexFunc(all, func(c directory.Contact) bool { return c.ID == id })
	if i < 0 {
		t.Fatalf("no contact %s", id)
	}
	return all[i]
}

func TestARowNamedByItsNumberAddsToWhatIsKnown(t *testing.T) {
	d := small(t)
	old := contact(t, d, "kyokai-13")
	after := Lay(d, take(t, d, orcaHeader+"01130012,協会けんぽ東京,,,,,,03-6853-6111,,\n"))
	got := contact(t, after, "kyokai-13")
	if got.Name != "協会けんぽ東京" || got.Address != old.Address || got.Postal != old.Postal || got.Phones[0].Number != "03-6853-6111" || got.Source != "imported_1" {
		t.Errorf("contact = %+v", got)
	}
	if len(after.Records) != len(d.Records) || contact(t, d, "kyokai-13").Name != old.Name {
		t.Error("the directory below was changed, or the contact stands twice")
	}
	s := after.Sources[len(after.Sources)-1]
	if s.ID != "imported_1" || s.Publisher != "県" || s.VerifiedOn != "2026-11-01" || s.Retrieved != today || s.Title != "名簿" {
		t.Errorf("source = %+v", s)
	}
}

func TestARowNamedByItsNameGivesAKnownInsurerItsNumber(t *testing.T) {
	d := small(t)
	after := Lay(d, take(t, d, orcaHeader+"06130017,古河 健康保険組合,,,,,,,,\n"))
	if got := contact(t, after, "kenpo-union-100-8370"); got.Number != "06130017" || got.Address == "" {
		t.Errorf("contact = %+v", got)
	}
	// Which of two rows is meant is not guessed.
	after = Lay(d, take(t, d, orcaHeader+"06130017,古河健康保険組合,,,,,,,,\n06130025,古河健康保険組合,,,,,,,,\n"))
	if got := contact(t, after, "kenpo-union-100-8370"); got.Number != "" || len(after.Records) != len(d.Records)+2 {
		t.Errorf("contact = %+v", got)
	}
}

func TestARowNamedByItsIDReplaces(t *testing.T) {
	d := small(t)
	after := Lay(d, take(t, d, "id,番号,名称,種別,都道府県\nkyokai-13,01130012,協会けんぽ東京,協会けんぽ,東京都\n"))
	if got := contact(t, after, "kyokai-13"); got.Address != "" || got.Postal != "" {
		t.Errorf("contact = %+v, want the emptied cells empty", got)
	}
	// So a wrong phone can be taken away.
	after = Lay(d, take(t, d, "id,名称,種別,都道府県,電話,電話の種類\ndv-center-13,東京ウィメンズプラザ,DVセンター,東京都,,\n"))
	if got := contact(t, after, "dv-center-13"); len(got.Phones) > 0 {
		t.Errorf("contact = %+v, want no phone", got)
	}
}

func TestThePhoneThatWasVerifiedLastStands(t *testing.T) {
	d := small(t)
	header := "id,名称,種別,都道府県,電話,電話の種類,確認日\n"
	known := contact(t, d, "dv-center-13").Phones[0]
	for day, want := range map[string]string{
		"2026-07-27": known.Number, known.VerifiedOn: "03-5211-0000", "2026-11-01": "03-5211-0000",
	} {
		after := Lay(d, take(t, d, header+"dv-center-13,東京ウィメンズプラザ,DVセンター,東京都,03-5211-0000,直通,"+day+"\n"))
		if got := contact(t, after, "dv-center-13").Phones[0].Number; got != want {
			t.Errorf("of %s: phone = %s, want %s", day, got, want)
		}
	}
	// A later program may know a phone that the list, when it was taken over, took away.
	gone := take(t, d, "id,名称,種別,都道府県\ndv-center-13,東京ウィメンズプラザ,DVセンター,東京都\n")
	later := *d
	later.Records = slices.Clone(d.Records)
	for i := range later.Records {
		if later.Records[i].ID == "dv-center-13" {
			fresh := known
			fresh.VerifiedOn = "2026-12-01"
			later.Records[i].Phones = []directory.Phone{fresh}
		}
	}
	if got := contact(t, Lay(&later, gone), "dv-center-13"); len(got.Phones) != 1 {
		t.Errorf("contact = %+v, want the phone verified after the import", got)
	}
}

func TestAMunicipalityTakesAPhoneAndAURL(t *testing.T) {
	d := small(t)
	after := Lay(d, take(t, d, "名称,種別,市区町村コード,電話,電話の種類\n千代田区,市区町村,131016,03-5211-0000,代表\n"))
	got := contact(t, after, "municipality-13101")
	if len(got.Phones) != 1 || got.URL == "" || len(after.Records) != len(d.Records) {
		t.Errorf("contact = %+v", got)
	}
	// The municipalities of a later program are not those of this one.
	l := take(t, d, "id,名称,種別,市区町村コード,電話\nmunicipality-13101,千代田区,市区町村,131016,03-5211-0000\n")
	fewer := *d
	fewer.Municipalities = nil
	if after := Lay(&fewer, l); len(after.Records) != len(d.Records) || len(after.Municipalities) > 0 {
		t.Error("a municipality that is gone came back")
	}
}

func TestWhatIsKnownAlreadyIsNotKept(t *testing.T) {
	d := small(t)
	l := take(t, d, "番号,名称\n01130012,"+contact(t, d, "kyokai-13").Name+"\n06130017,新しい健康保険組合\n")
	if len(l.Entries) != 1 || l.Entries[0].Contact.Number != "06130017" {
		t.Errorf("entries = %+v, want the new one only", l.Entries)
	}
}

func TestAListIsKeptAsItIs(t *testing.T) {
	d := small(t)
	l := take(t, d, orcaHeader+"01130012,協会けんぽ東京,,,,,,03-6853-6111,,\n06130017,新しい健康保険組合,,,,,,,,\n")
	b, err := l.Encode()
	if err != nil {
		t.Fatal(err)
	}
	back, err := Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := back.Encode(); err != nil || string(again) != string(b) || !Alike(d, l, back) {
		t.Errorf("list came back as %s, %v, want %s", again, err, b)
	}
	if _, err := Decode([]byte("{")); err == nil {
		t.Error("half a list was read")
	}
}

func TestTheDayOfTheImportMakesNoDifference(t *testing.T) {
	d := small(t)
	text := orcaHeader + "06130017,新しい健康保険組合,,,,,,03-6853-6111,,\n"
	a, b := take(t, d, text), take(t, d, text)
	b.TakenOn, b.Sources[0].Retrieved = "2026-11-30", "2026-11-30"
	if !Alike(d, a, b) {
		t.Error("the same list of another day differs")
	}
	if Alike(d, a, List{}) || Alike(d, a, take(t, d, orcaHeader+"06130017,別の健康保険組合,,,,,,03-6853-6111,,\n")) {
		t.Error("another list does not differ")
	}
}

func TestTheDifferenceIsListedFieldByField(t *testing.T) {
	d := small(t)
	before := take(t, d, "番号,名称,電話,電話の種類\n06130017,一健保,03-5211-0000,直通\n06130025,二健保,,\n")
	after := take(t, d, "番号,名称,電話,電話の種類\n06130017,一健保,03-5211-0001,直通\n138016,三国保,,\n")
	diff := Compare(Lay(d, before), Lay(d, after))
	if len(diff.Added) != 1 || diff.Added[0].Name != "三国保" || len(diff.Removed) != 1 || diff.Removed[0].Name != "二健保" || diff.Empty() {
		t.Errorf("diff = %+v", diff)
	}
	want := FieldChange{"電話", "03-5211-0000", "03-5211-0001"}
	if len(diff.Changed) != 1 || !slices.Equal(diff.Changed[0].Fields, []FieldChange{want}) {
		t.Errorf("changed = %+v, want %+v", diff.Changed, want)
	}
	if diff.Unchanged != len(Contacts(d)) {
		t.Errorf("unchanged = %d, want %d", diff.Unchanged, len(Contacts(d)))
	}
	if !Compare(d, d).Empty() {
		t.Error("a directory differs from itself")
	}
}
