package master

import (
	"slices"

	"golang.org/x/text/unicode/norm"

	"michishirube/server/directory"
)

func kindNamed(s string) (directory.Kind, bool) {
	s = blanks.Replace(norm.NFKC.String(s))
	for _, k := range directory.Kinds() {
		if s == string(k) || slices.Contains(KindNames(k), s) {
			return k, true
		}
	}
	return "", false
}

// KindNames gives the words for a kind that a file may use; the export writes the first.
func KindNames(k directory.Kind) []string {
	return map[directory.Kind][]string{
		directory.KindKyokai:        {"協会けんぽ", "全国健康保険協会"},
		directory.KindKenpoUnion:    {"健康保険組合", "健保組合"},
		directory.KindMutualAid:     {"共済組合", "共済"},
		directory.KindKokuho:        {"市町村国保", "国保", "国民健康保険"},
		directory.KindKokuhoUnion:   {"国保組合", "国民健康保険組合"},
		directory.KindLateElderly:   {"後期高齢者医療", "後期高齢者医療広域連合", "広域連合"},
		directory.KindMunicipality:  {"市区町村", "市町村"},
		directory.KindDVCenter:      {"配偶者暴力相談支援センター", "DVセンター"},
		directory.KindPensionOffice: {"年金事務所"},
		directory.KindOther:         {"その他"},
	}[k]
}

func labelNamed(s string) (directory.PhoneLabel, bool) {
	switch fold(s) {
	case "", "代表", "代表電話", string(directory.Representative):
		return directory.Representative, true
	case "直通", string(directory.Direct):
		return directory.Direct, true
	}
	return "", false
}

func statusNamed(s string) (directory.PhoneStatus, bool) {
	switch fold(s) {
	case "", "一つの出典", string(directory.PhoneSingleSource):
		return directory.PhoneSingleSource, true
	case "確認済み", string(directory.PhoneVerified):
		return directory.PhoneVerified, true
	case "要確認", string(directory.PhoneUnconfirmed):
		return directory.PhoneUnconfirmed, true
	}
	return "", false
}
