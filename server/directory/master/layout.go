package master

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Layout is a set of column names in use.
type Layout string

// The layouts that are known by their column names.
const (
	Own      Layout = "own"      // ours, as the export writes it
	OpenData Layout = "opendata" // 自治体標準オープンデータセット, and 推奨データセット before it
	ORCA     Layout = "orca"     // TBL_HKNJAINF_MASTER of a billing system
)

// field is what a column says, whatever its name in a layout.
type field string

const (
	fID         field = "id"
	fNumber     field = "number"
	fName       field = "name"
	fKana       field = "kana"
	fKind       field = "kind"
	fPrefecture field = "prefecture"
	fCode       field = "code" // of the municipality
	fArea       field = "area" // its name
	fPostal     field = "postal"
	fAddress    field = "address"
	fPhone      field = "phone"
	fLabel      field = "label"
	fStatus     field = "status"
	fHours      field = "hours"
	fURL        field = "url"
	fSourceURL  field = "source_url"
	fPublisher  field = "publisher"
	fVerifiedOn field = "verified_on"
	fNote       field = "note"

	// Of the open data set: parts of what is one field here.
	fOwnerCode  field = "owner_code"
	fOwnerCity  field = "owner_city"
	fTown       field = "town"
	fLot        field = "lot"
	fBuilding   field = "building"
	fExtension  field = "extension"
	fDays       field = "days"
	fOpens      field = "opens"
	fCloses     field = "closes"
	fHoursNote  field = "hours_note"
	fShortName  field = "short_name"
	fCreatedOn  field = "created_on"
	fUpdatedOn  field = "updated_on"
	fNotNeeded  field = "not_needed" // known, and of no use here
	fAddressTop field = "address_top"
)

// Columns lists the columns of our own layout in the order in which they are written.
func Columns() []string {
	names := make([]string, len(ownColumns()))
	for i, c := range ownColumns() {
		names[i] = c.name
	}
	return names
}

type column struct {
	name  string
	field field
}

func ownColumns() []column {
	return []column{
		{"id", fID}, {"番号", fNumber}, {"名称", fName}, {"カナ", fKana}, {"種別", fKind}, {"都道府県", fPrefecture},
		{"市区町村コード", fCode}, {"市区町村", fArea}, {"郵便番号", fPostal}, {"住所", fAddress}, {"電話", fPhone},
		{"電話の種類", fLabel}, {"電話の確かさ", fStatus}, {"受付時間", fHours}, {"URL", fURL}, {"出典URL", fSourceURL},
		{"発行者", fPublisher}, {"確認日", fVerifiedOn}, {"備考", fNote},
	}
}

// fields gives the columns of a layout by their folded names.
func (l Layout) fields() map[string]field {
	m := map[string]field{}
	switch l {
	case Own:
		for _, c := range ownColumns() {
			m[foldHeader(c.name)] = c.field
		}
		m["保険者番号"], m["電話番号"] = fNumber, fPhone
	case OpenData:
		for names, f := range map[string]field{
			"id no": fID, "名称": fName, "名称_カナ": fKana, "所在地_都道府県 都道府県名": fPrefecture,
			"所在地_市区町村 市区町村名": fArea, "所在地_全国地方公共団体コード": fCode,
			"全国地方公共団体コード 都道府県コード又は市区町村コード": fOwnerCode, "地方公共団体名": fOwnerCity,
			"郵便番号": fPostal, "所在地_連結表記 所在地_連結標記 住所": fAddress, "所在地_町字": fTown, "所在地_番地以下": fLot,
			"建物名等(方書) 方書": fBuilding, "電話番号": fPhone, "内線番号": fExtension, "利用可能曜日": fDays, "開始時間": fOpens,
			"終了時間": fCloses, "利用可能日時特記事項": fHoursNote, "url": fURL, "備考": fNote,
		} {
			for name := range strings.FieldsSeq(names) {
				m[name] = f
			}
		}
	case ORCA:
		m = map[string]field{
			"hknjanum": fNumber, "hknjaname": fName, "hknjaname_tan1": fShortName, "post": fPostal, "adrs": fAddressTop,
			"banti": fLot, "tel": fPhone, "creymd": fCreatedOn, "upymd": fUpdatedOn, "hknnum": fNotNeeded,
		}
	}
	return m
}

// foldHeader makes column names comparable: half-width and full-width, with and without spaces, in either case.
func foldHeader(s string) string { return strings.ToLower(blanks.Replace(norm.NFKC.String(s))) }

// sheetLayout is a table whose columns are understood.
type sheetLayout struct {
	layout  Layout
	header  []string // as written
	fields  map[field]int
	unknown []string
	rows    []Row // below the header
}

// headerWithin is how many rows may stand above the names of the columns: a title, a date, an empty row.
const headerWithin = 10

// understand finds the names of the columns. ok is false if no row has those of a known layout.
func understand(rows []Row) (s sheetLayout, twice string, ok bool) {
	for i, row := range rows[:min(len(rows), headerWithin)] {
		names := make([]string, len(row.Cells))
		for j, c := range row.Cells {
			names[j] = foldHeader(c.Text)
		}
		layout, ok := layoutOf(names)
		if !ok {
			continue
		}
		s = sheetLayout{layout: layout, fields: map[field]int{}, rows: rows[i+1:]}
		known := layout.fields()
		for j, c := range row.Cells {
			s.header = append(s.header, strings.TrimSpace(c.Text))
			f, ok := known[names[j]]
			_, already := s.fields[f]
			switch {
			case names[j] == "":
			case !ok:
				s.unknown = append(s.unknown, s.header[j])
			case already:
				return s, s.header[j], true
			default:
				s.fields[f] = j
			}
		}
		return s, "", true
	}
	return s, "", false
}

// layoutOf goes by the names that only one layout has.
func layoutOf(names []string) (Layout, bool) {
	has := func(any ...string) bool {
		return slices.ContainsFunc(any, func(n string) bool { return slices.Contains(names, n) })
	}
	switch {
	case has("hknjanum") && has("hknjaname"):
		return ORCA, true
	case !has("名称"):
		return "", false
	case has("名称_カナ", "地方公共団体名", "全国地方公共団体コード", "都道府県コード又は市区町村コード", "所在地_連結表記", "所在地_連結標記"):
		return OpenData, true
	}
	return Own, has("番号", "保険者番号", "種別", "電話", "電話番号")
}
