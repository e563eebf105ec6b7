package directory

import (
	"strings"
	"testing"
	"testing/fstest"
)

// Each row changes one place of the good fixture and names the fault that must be reported there, before what follows
// from it elsewhere.
func TestFaultsOfTheDataAreReportedAtTheirLine(t *testing.T) {
	tests := []struct {
		name, file string
		old, new   string
		want       string // :line: code
	}{
		{"a column renamed", "kyokai.csv", "id,kind", "id,sort", ":1: header"},
		{"a cell too many", "kyokai.csv", "2026-08-04,", "2026-08-04,,", ":2: csv"},
		{"a quotation never closed", "dv_centers.csv", "福岡県女性相談支援センター", `"福岡県女性相談支援センター`, ":3: csv"},
		{"a space after a name", "insurers.csv", "管工業健康保険組合", "管工業健康保険組合 ", ":2: space"},
		{"a file without provenance", "sources.yaml", "insurers.csv, ", "", "insurers.csv: provenance"},

		{"an unknown key of a source", "sources.yaml", "licence: MIT", "license: MIT", ":24: yaml"},
		{"a source without an address", "sources.yaml", `"https://example.jp/post"`, `""`, ":20: url"},
		{"a source without a publisher", "sources.yaml", "publisher: 郵便の会", "publisher:", ":20: publisher"},
		{"a source without a licence", "sources.yaml", "licence: MIT", "licence:", ":20: licence"},
		{"a source without a title", "sources.yaml", "title: 個別番号", "title:", ":20: title"},
		{"a source verified by nobody", "sources.yaml", "verified_by: 郵便の会", "verified_by:", ":20: verified_by"},
		{"a source without a day", "sources.yaml", "verified_on: 2026-08-04", "verified_on:", ":20: verified_on"},
		{"a source taken over tomorrow", "sources.yaml", "retrieved: 2026-11-22", "retrieved: 2026-11-23", ":2: retrieved"},
		{"a source named twice", "sources.yaml", "id: kyokai_numbers", "id: localgovjp", ":31: duplicate"},
		{"a source ID in capitals", "sources.yaml", "id: localgovjp", "id: LocalGov", ":11: id"},

		{"a prefecture of the wrong range", "prefectures.csv", "47,97", "47,96", ":48: prefecture"},
		{"a prefecture without a name", "prefectures.csv", "沖縄県", "", ":48: name"},
		{"a prefecture in capitals", "prefectures.csv", "okinawa", "Okinawa", ":48: romaji"},
		{"a reading in katakana", "prefectures.csv", "おきなわけん", "オキナワケン", ":48: kana"},
		{"a prefecture missing", "prefectures.csv", "47,97,沖縄県,おきなわけん,okinawa\n", "", ": prefecture"},

		{"a law of one figure", "schemes.csv", "\n39,", "\n9,", ":12: law"},
		{"a law given twice", "schemes.csv", "\n39,", "\n34,", ":12: duplicate"},
		{"a kind that is none", "schemes.csv", "07,other", "07,army", ":7: kind"},
		{"a scheme neither sure nor unsure", "schemes.csv", "船員保険,yes", "船員保険,perhaps", ":3: sure"},
		{"a scheme without a name", "schemes.csv", "02,kyokai,船員保険", "02,kyokai,", ":3: name"},
		{"a scheme without a source", "schemes.csv", "https://cheeringcharm.co/?p=4569 (secondary list)\n67", "\n67", ":13: source"},

		{"a municipality code with a wrong check digit", "municipalities.csv", "012025", "012026", ":3: municipality"},
		{"a municipality code of five figures", "municipalities.csv", "012025", "01202", ":3: municipality"},
		{"a code of another prefecture", "municipalities.csv", "013030,01", "013030,02", ":4: municipality"},
		{"a prefecture that does not exist", "municipalities.csv", "131016,13", "131016,48", ":6: municipality"},
		{"a municipality given twice", "municipalities.csv", "013030", "012025", ":4: duplicate"},
		{"a municipality without a name", "municipalities.csv", "当別町", "", ":4: name"},
		{"a municipality without a reading", "municipalities.csv", "とうべつちょう", "", ":4: kana"},
		{"an address that is none", "municipalities.csv", "https://www.town.tobetsu", "www.town.tobetsu", ":4: url"},
		{"a phone without its page", "municipalities.csv", "https://www.pref.tokushima.lg.jp/kenseijoho/kanrennochiiki/shichouson/", "", ":7: url"},
		{"a phone without a publisher", "municipalities.csv", "徳島県", "", ":7: publisher"},
		{"a phone without a day", "municipalities.csv", "徳島県,2026-07-27", "徳島県,", ":7: verified_on"},
		{"a phone verified tomorrow", "municipalities.csv", "徳島県,2026-07-27", "徳島県,2026-11-23", ":7: verified_on"},
		{"a phone without a status", "municipalities.csv", "徳島県,2026-07-27,single_source", "徳島県,2026-07-27,", ":7: status"},
		{"a phone of unknown label", "municipalities.csv", "088-698-9801,representative", "088-698-9801,main", ":7: label"},
		{"a phone with a figure missing", "municipalities.csv", "088-698-9801", "088-698-980", ":7: phone"},
		{"a phone of eleven figures", "municipalities.csv", "088-698-9801", "088-6988-9801", ":7: phone"},
		{"a phone in full width", "municipalities.csv", "088-698-9801", "０８８-698-9801", ":7: phone"},
		{"a page without a phone", "municipalities.csv", "088-698-9801", "", ":7: phone"},
		{"a withheld phone without its page", "municipalities.csv", "https://www.pref.saitama.lg.jp/a0602/seihozenpan/910-20091208-75.html", "", ":5: url"},

		{"a ward of no city", "wards.csv", "011029,011002", "011029,012009", ":3: municipality"},
		{"a ward code with a wrong check digit", "wards.csv", "011029", "011028", ":3: municipality"},
		{"a ward given twice", "wards.csv", "011029", "011011", ":3: duplicate"},
		{"a ward that is none", "wards.csv", "北区", "北町", ":3: name"},

		{"a wrong check digit", "kyokai.csv", "01310010", "01310011", ":3: check_digit"},
		{"a number of seven figures", "kyokai.csv", "01310010", "1310010", ":3: number"},
		{"a number not in its normal form", "kyokai.csv", ",31,,01310010", ",31,,00310011", ":3: number"},
		{"a number of another prefecture", "kyokai.csv", "01310010", "01320019", ":3: number"},
		{"a number of another kind", "kyokai.csv", "01310010", withCheckDigit("0631001"), ":3: scheme"},
		{"a number of no insurer", "kyokai.csv", "01310010", withCheckDigit("8131001"), ":3: scheme"},
		{"a number given twice", "kyokai.csv", "とっとりしぶ,31,,01310010", "とっとりしぶ,01,,01010016", ":3: duplicate"},

		{"an ID of another kind", "kyokai.csv", "kyokai-31", "other-31", ":3: id"},
		{"an ID without a place", "kyokai.csv", "kyokai-31", "kyokai-tottori", ":3: id"},
		{"an ID given twice", "kyokai.csv", "kyokai-31", "kyokai-01", ":3: duplicate"},
		{"a contact of no kind", "insurers.csv", "kenpo-union-101-8325,kenpo_union", "union-101-8325,union", ":2: kind"},
		{"a contact without a name", "insurers.csv", "管工業健康保険組合", "", ":2: name"},
		{"a contact without a source", "insurers.csv", "神田駿河台2丁目1,japan_post", "神田駿河台2丁目1,", ":2: source"},
		{"a contact without a day", "insurers.csv", "神田駿河台2丁目1,japan_post,2026-08-04", "神田駿河台2丁目1,japan_post,", ":2: verified_on"},
		{"a contact verified tomorrow", "insurers.csv", "神田駿河台2丁目1,japan_post,2026-08-04", "神田駿河台2丁目1,japan_post,2026-11-23", ":2: verified_on"},
		{"a postal code without a hyphen", "insurers.csv", ",101-8325", ",1018325", ":2: postal"},
		{"a place that does not exist", "pension_offices.csv", ",01,函館市", ",01,函舘市", ":2: area"},
		{"a place of another prefecture", "pension_offices.csv", ",01,函館市", ",13,函館市", ":2: area"},
		{"a prefecture of no contact", "kyokai.csv", "とっとりしぶ,31", "とっとりしぶ,", ":3: prefecture"},

		{"a centre with a switchboard", "dv_centers.csv", "070-4442-3893,direct", "070-4442-3893,representative", ":3: dv_representative"},
		{"a centre with the number of a town hall", "dv_centers.csv", "011-666-9955", "011-211-2111", ":2: dv_representative"},
		{"a centre without a phone", "dv_centers.csv", "070-4442-3893", "", ":3: phone"},
		{"a centre without its page", "dv_centers.csv", "https://www.pref.fukuoka.lg.jp/contents/dv20091112.html", "", ":3: url"},
		{"a centre without a day", "dv_centers.csv", "福岡県,2026-07-28", "福岡県,", ":3: verified_on"},
		{"a centre of unknown status", "dv_centers.csv", "2026-07-28,verified,fukushi_portal\ndv", "2026-07-28,heard,fukushi_portal\ndv", ":2: status"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, issues := Load(broken(t, tt.file, tt.old, tt.new), reviewed)
			want := folder + tt.file + tt.want
			if strings.Contains(tt.want, ".csv") {
				want = folder + tt.want
			}
			if len(issues) == 0 || !strings.HasPrefix(issues[0].String(), want+": ") {
				t.Errorf("issues = %v, want first %s", issues, want)
			}
			if len(issues) > 2 {
				t.Errorf("%d faults of one: %v", len(issues), issues)
			}
		})
	}
}

// broken changes the first place of a file of the good fixture.
func broken(t *testing.T, file, old, new string) fstest.MapFS {
	t.Helper()
	fsys := goodFiles(t)
	text := string(fsys[folder+file].Data)
	changed := strings.Replace(text, old, new, 1)
	if changed == text {
		t.Fatalf("%q is not in %s", old, file)
	}
	fsys[folder+file] = &fstest.MapFile{Data: []byte(changed)}
	return fsys
}

func TestADayOfReviewThatIsUnknownHidesNoOtherFault(t *testing.T) {
	_, issues := Load(broken(t, "kyokai.csv", "01310010", "01310011"), "")
	if len(issues) != 1 || issues[0].Code != "check_digit" {
		t.Errorf("issues = %v, want the check digit alone", issues)
	}
}

func TestAWithheldPhoneIsNotShown(t *testing.T) {
	d, _ := Load(goodFiles(t), reviewed)
	if m := d.Municipalities[3]; m.Name != "川越市" || len(m.Phones) > 0 {
		t.Errorf("municipality = %+v, want 川越市 without a phone", m)
	}
}

func TestTheKindOfANumberFollowsItsScheme(t *testing.T) {
	d := assets(t)
	for number, want := range map[string]Kind{
		"01130012": KindKyokai, "06132013": KindKenpoUnion, "33120015": KindMutualAid, "39342027": KindLateElderly,
		"040014": KindKokuho, "00040014": KindKokuho, "67040014": KindKokuho, "043026": KindKokuhoUnion, "48280861": "",
	} {
		n, err := ParseNumber(number)
		if kind, ok := d.KindOf(n); err != nil || kind != want || ok != (want != "") {
			t.Errorf("kind of %s = %q, %t (%v), want %q", number, kind, ok, err, want)
		}
	}
}

func TestCodesOfMunicipalitiesHaveACheckDigit(t *testing.T) {
	for code, want := range map[string]bool{"011002": true, "131016": true, "011003": false, "01100": false, "0110022": false, "01100x": false, "": false} {
		if got := MunicipalityCodeOK(code); got != want {
			t.Errorf("MunicipalityCodeOK(%q) = %t, want %t", code, got, want)
		}
	}
}
