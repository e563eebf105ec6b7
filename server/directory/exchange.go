package directory

import (
	"crypto/sha1"
	"fmt"
)

// contacts gives the records and then the municipalities, each as a contact, for formats that know but one kind of
// organization. A town is as sure as its phone.
func (d *Directory) contacts() []Contact {
	all := append([]Contact{}, d.Records...)
	for _, m := range d.Municipalities {
		c := Contact{
			ID: "municipality-" + m.Code, Kind: KindMunicipality, Name: m.Name, Kana: m.Kana, Prefecture: m.Prefecture,
			URL: m.URL, Phones: m.Phones, Source: m.Source, VerifiedOn: d.source(m.Source).VerifiedOn,
		}
		for _, p := range m.Phones {
			c.VerifiedOn = p.VerifiedOn
		}
		all = append(all, c)
	}
	return all
}

// source gives the source of a record; the empty one when there is none, which Load does not let pass.
func (d *Directory) source(id string) DataSource {
	for _, s := range d.Sources {
		if s.ID == id {
			return s
		}
	}
	return DataSource{}
}

// prefecture gives the name of a prefecture by its number.
func (d *Directory) prefecture(number string) string {
	for _, p := range d.Prefectures {
		if p.Number == number {
			return p.Name
		}
	}
	return ""
}

// urlNamespace is the name space of URLs and URNs in RFC 9562.
const urlNamespace = "\x6b\xa7\xb8\x11\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8"

// stableUUID gives the UUID (version 5) of an ID, the same in every export.
func stableUUID(id string) string {
	u := sha1.Sum([]byte(urlNamespace + "urn:michishirube:" + id))
	u[6], u[8] = u[6]&0x0f|0x50, u[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:16])
}

func phoneName(l PhoneLabel) string {
	if l == Representative {
		return "代表電話"
	}
	return "直通電話"
}

func kindName(k Kind) string {
	switch k {
	case KindKyokai:
		return "全国健康保険協会"
	case KindKenpoUnion:
		return "健康保険組合"
	case KindMutualAid:
		return "共済組合"
	case KindKokuho:
		return "市町村国保"
	case KindKokuhoUnion:
		return "国民健康保険組合"
	case KindLateElderly:
		return "後期高齢者医療広域連合"
	case KindMunicipality:
		return "市区町村"
	case KindDVCenter:
		return "配偶者暴力相談支援センター"
	case KindPensionOffice:
		return "年金事務所"
	default:
		return "その他"
	}
}
