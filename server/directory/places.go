package directory

import (
	"regexp"
	"strings"
)

// Prefecture is one of the 47. Insurer numbers may write either of its two numbers.
type Prefecture struct {
	Number    string `json:"number"`    // 01 to 47
	Alternate string `json:"alternate"` // 51 to 97
	Name      string `json:"name"`
	Kana      string `json:"kana"`
	Romaji    string `json:"romaji"`
}

// Municipality is a city, ward of Tokyo, town or village.
type Municipality struct {
	Code       string  `json:"code"` // 5 figures: 全国地方公共団体コード without its check digit
	Name       string  `json:"name"`
	Kana       string  `json:"kana"`
	Prefecture string  `json:"prefecture"` // 01 to 47
	URL        string  `json:"url,omitempty"`
	Phones     []Phone `json:"phones,omitempty"`
	Wards      []Ward  `json:"wards,omitempty"` // of a designated city
	Source     string  `json:"source"`          // DataSource.ID
}

// Ward is a ward of a designated city; its office belongs to the city.
type Ward struct {
	Code string `json:"code"`
	Name string `json:"name"`
	Kana string `json:"kana"`
}

// municipalitySource is the list the municipalities are taken from; their phones name their own pages.
const municipalitySource = "localgovjp"

var (
	kanaShape   = regexp.MustCompile(`^[ぁ-ゖー・]+$`)
	romajiShape = regexp.MustCompile(`^[a-z]+$`)
)

// MunicipalityCodeOK tells whether six figures are a code of a local government (全国地方公共団体コード) with the right
// check digit: weights 6 to 2, the last figure of 11 − sum mod 11.
func MunicipalityCodeOK(code string) bool {
	if len(code) != 6 || !figures(code) {
		return false
	}
	sum := 0
	for i := range 5 {
		sum += int(code[i]-'0') * (6 - i)
	}
	return int(code[5]-'0') == (11-sum%11)%10
}

func (l *loader) loadPrefectures() {
	for _, r := range l.table("prefectures.csv", "number", "alternate", "name", "kana", "romaji") {
		p := Prefecture{r.cells["number"], r.cells["alternate"], r.cells["name"], r.cells["kana"], r.cells["romaji"]}
		low, ok := prefectureOf(p.Number)
		high, alternate := prefectureOf(p.Alternate)
		if !ok || !alternate || low != p.Number || high != low || p.Alternate == low {
			l.fail(r, "prefecture", "%q and %q: want 01 to 47 and the same plus 50", p.Number, p.Alternate)
		}
		l.once(r, "prefecture "+p.Number)
		if p.Name == "" {
			l.fail(r, "name", "missing")
		}
		l.checkKana(r, p.Kana)
		if !romajiShape.MatchString(p.Romaji) {
			l.fail(r, "romaji", "%q: want lower-case letters", p.Romaji)
		}
		l.d.Prefectures = append(l.d.Prefectures, p)
	}
	if n := len(l.d.Prefectures); n > 0 && n != 47 {
		l.fail(row{file: folder + "prefectures.csv"}, "prefecture", "%d prefectures: want 47", n)
	}
}

func (l *loader) loadMunicipalities() {
	index := map[string]int{}
	for _, r := range l.table("municipalities.csv", "lgcode", "prefecture", "name", "kana", "url",
		"phone", "label", "phone_url", "phone_publisher", "phone_verified_on", "phone_status") {
		m := Municipality{Name: r.cells["name"], Kana: r.cells["kana"], Prefecture: r.cells["prefecture"], URL: r.cells["url"], Source: municipalitySource}
		m.Code = l.checkCode(r, r.cells["lgcode"], m.Prefecture)
		if m.Name == "" {
			l.fail(r, "name", "missing")
		}
		l.checkKana(r, m.Kana)
		if detail := checkURL(m.URL); m.URL != "" && detail != "" {
			l.fail(r, "url", "%s", detail)
		}
		m.Phones = l.phones(r, "phone_")
		for _, p := range m.Phones {
			l.tels[p.Tel] = m.Name
		}
		index[r.cells["lgcode"]] = len(l.d.Municipalities)
		l.places[m.Prefecture+m.Name] = true
		l.d.Municipalities = append(l.d.Municipalities, m)
	}
	for _, r := range l.table("wards.csv", "lgcode", "city_lgcode", "name", "kana") {
		i, ok := index[r.cells["city_lgcode"]]
		if !ok {
			l.fail(r, "municipality", "%q: no such city", r.cells["city_lgcode"])
			continue
		}
		city := &l.d.Municipalities[i]
		w := Ward{Name: r.cells["name"], Kana: r.cells["kana"]}
		w.Code = l.checkCode(r, r.cells["lgcode"], city.Prefecture)
		if !strings.HasSuffix(w.Name, "区") {
			l.fail(r, "name", "%q: want a ward", w.Name)
		}
		l.checkKana(r, w.Kana)
		l.places[city.Prefecture+city.Name+w.Name] = true
		city.Wards = append(city.Wards, w)
	}
}

// checkCode gives the five figures of a code, which must be whole and of the prefecture.
func (l *loader) checkCode(r row, lgcode, prefecture string) string {
	if !MunicipalityCodeOK(lgcode) {
		l.fail(r, "municipality", "%q: want six figures with the right check digit", lgcode)
		return lgcode
	}
	if lgcode[:2] != prefecture {
		l.fail(r, "municipality", "%s is not a code of prefecture %s", lgcode, prefecture)
	}
	l.once(r, "municipality "+lgcode)
	return lgcode[:5]
}

func (l *loader) checkPrefecture(r row, number string) {
	if _, ok := l.seen["prefecture "+number]; !ok {
		l.fail(r, "prefecture", "%q: no such prefecture", number)
	}
}

func (l *loader) checkKana(r row, kana string) {
	if !kanaShape.MatchString(kana) {
		l.fail(r, "kana", "%q: want hiragana", kana)
	}
}

// checkArea wants the name of a municipality or of a ward with its city; a county (郡) may stand before it.
func (l *loader) checkArea(r row, prefecture, area string) {
	_, afterCounty, _ := strings.Cut(area, "郡")
	if !l.places[prefecture+area] && !l.places[prefecture+afterCounty] {
		l.fail(r, "area", "%q: no such place in prefecture %s", area, prefecture)
	}
}
