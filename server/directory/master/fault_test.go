package master

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"michishirube/server/directory"
)

func TestEveryFaultIsNamedWithItsRowAndColumn(t *testing.T) {
	const good = ",06130017,x,,,東京都,13101,千代田区,,,03-5211-0000,直通,,,,https://www.example.jp/,都,2026-11-01,"
	names := Columns()
	// with gives the good row with some columns changed: "番号=01130013".
	with := func(changes ...string) string {
		cells := strings.Split(good, ",")
		for _, c := range changes {
			name, value, _ := strings.Cut(c, "=")
			cells[slices.Index(names, name)] = value
		}
		return strings.Join(cells, ",")
	}
	tests := []struct {
		row  string
		want string // column: code; several joined by |
	}{
		{with(), ""},
		{with("番号=06130018"), "番号: number.check"},
		{with("番号=6130017"), "番号: number.lost_zero"},
		{with("番号=99130015"), "番号: number.scheme"},
		{with("番号=06480010"), "番号: number.prefecture"},
		{with("番号=12"), "番号: number.length"},
		{with("番号=二"), "番号: number.figures"},
		{with("番号=06010011"), "番号: number.place"},
		{with("名称="), "名称: name"},
		{with("種別=保険"), "種別: kind.unknown"},
		{with("種別=国保"), "種別: kind.number"},
		{with("番号="), "種別: kind.missing"},
		{with("都道府県=東京県"), "都道府県: prefecture"},
		{with("市区町村コード=13999"), "市区町村コード: code.unknown"},
		{with("市区町村コード=01100"), "市区町村コード: code.prefecture|番号: number.place|市区町村: area.unknown"},
		{with("市区町村=大島町"), "市区町村コード: code.area"},
		{with("市区町村=江戸市"), "市区町村: area.unknown"},
		{with("番号=", "種別=その他", "都道府県=", "市区町村コード="), "市区町村: area.prefecture"},
		{with("郵便番号=100"), "郵便番号: postal"},
		{with("電話=03-5211"), "電話: phone.shape"},
		{with("電話=352110000"), "電話: phone.lost_zero"},
		{with("電話=03-5211-0000 内線1"), "電話: phone.extension"},
		{with("電話=03-5211-0000/0001"), "電話: phone.several"},
		{with("電話の種類=留守番"), "電話の種類: label"},
		{with("電話の確かさ=たぶん"), "電話の確かさ: status"},
		{with("URL=www.example.jp"), "URL: url"},
		{with("URL=javascript:alert(1)"), "URL: url"},
		{with("出典URL=file:///x"), "出典URL: url"},
		{with("出典URL=", "発行者="), "出典URL: source"},
		{with("確認日="), "確認日: verified_on"},
		{with("確認日=きのう"), "確認日: date.shape"},
		{with("確認日=2026-11-23"), "確認日: date.future"},
		{with("id=私の"), "id: key.shape"},
		{with("id=municipality-13999", "番号=", "種別=市区町村"), "id: key.municipality"},
		{with("id=municipality-13101", "番号=", "種別=市区町村", "名称=千代田区役所"), "id: municipality"},
		{with("番号=", "種別=DVセンター", "電話の種類=代表"), "電話: dv"},
		{with("番号=", "種別=DVセンター", "電話=011-211-2111"), "電話: dv"},
		{with("備考=\uFFFD"), "備考: broken"},
		{with("備考=\uE000"), "備考: gaiji"},
		{with("備考=\x07"), "備考: control"},
		{with("備考=#N/A"), "備考: formula"},
		{with("備考=" + strings.Repeat("長", maxRunes+1)), "備考: long"},
	}
	d := small(t)
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			r := readAll(t, []byte(strings.Join(names, ",")+"\n\n"+tt.row+"\n"), Input{Directory: d, Today: today})
			var got []string
			for _, f := range r.Faults {
				if f.Row != 3 {
					t.Errorf("row = %d, want 3", f.Row)
				}
				got = append(got, f.Column+": "+f.Code)
			}
			if strings.Join(got, "|") != tt.want || (r.Bad == 1) != (tt.want != "") || len(r.Entries) != 1-r.Bad {
				t.Errorf("faults = %v, %d bad, %d entries; want %s", got, r.Bad, len(r.Entries), tt.want)
			}
		})
	}
}

func TestFaultsOfABillingSystemsRows(t *testing.T) {
	for row, want := range map[string]string{
		",x,,,,,,,,":                           "hknjanum: number.missing",
		"06130017,,,,,,,,,":                    "hknjaname: name",
		"06130017,x,,,,,,,20261301,":           "creymd: date.shape",
		"06130017,x,,,,,,,,20261123":           "upymd: date.future",
		"06130017,x,,,,,,03-5211-0000,,202611": "upymd: date.shape",
		// Changed after the day on which anybody compared it.
		"06130017,x,,,,,,03-5211-0000,,20261102": "upymd: changed",
	} {
		r := readAll(t, []byte(orcaHeader+row+"\n"), defaults(small(t)))
		if len(r.Faults) != 1 || r.Faults[0].Column+": "+r.Faults[0].Code != want {
			t.Errorf("%s: faults = %+v, want %s", row, r.Faults, want)
		}
	}
}

func TestTheSameNumberTwiceIsAFaultOfTheSecondRow(t *testing.T) {
	r := readAll(t, []byte("名称,番号,id\nx,06130017,a\ny,06130017,b\nz,00138016,\nz,138016,\n"), defaults(small(t)))
	var got []string
	for _, f := range r.Faults {
		got = append(got, fmt.Sprint(f.Row, f.Column, f.Code, f.Args["row"]))
	}
	if want := []string{fmt.Sprint(3, "番号", "duplicate", "2"), fmt.Sprint(5, "id", "duplicate", "4")}; !slices.Equal(got, want) {
		t.Errorf("faults = %v, want %v", got, want)
	}
	if r.Bad != 2 || len(r.Entries) != 2 {
		t.Errorf("%d bad, %d entries, want 2 and 2", r.Bad, len(r.Entries))
	}
}

func TestEveryKindHasWords(t *testing.T) {
	seen := map[string]directory.Kind{}
	for _, k := range directory.Kinds() {
		if len(KindNames(k)) == 0 {
			t.Errorf("%s has no words", k)
		}
		for _, name := range append(KindNames(k), string(k)) {
			if other, ok := seen[name]; ok {
				t.Errorf("%s stands for %s and %s", name, other, k)
			}
			seen[name] = k
			if got, ok := kindNamed(name); !ok || got != k {
				t.Errorf("%s = %s, want %s", name, got, k)
			}
		}
	}
}
