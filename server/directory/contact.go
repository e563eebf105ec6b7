package directory

// Kind says what a contact is.
type Kind string

// The closed set of kinds.
const (
	KindKyokai        Kind = "kyokai"         // 協会けんぽ
	KindKenpoUnion    Kind = "kenpo_union"    // 健康保険組合
	KindMutualAid     Kind = "mutual_aid"     // 共済組合
	KindKokuho        Kind = "kokuho"         // 市町村国保
	KindKokuhoUnion   Kind = "kokuho_union"   // 国保組合
	KindLateElderly   Kind = "late_elderly"   // 後期高齢者医療広域連合
	KindMunicipality  Kind = "municipality"   // 市区町村
	KindDVCenter      Kind = "dv_center"      // 配偶者暴力相談支援センター
	KindPensionOffice Kind = "pension_office" // 年金事務所
	KindOther         Kind = "other"
)

// Kinds lists every kind, in the order above.
func Kinds() []Kind {
	return []Kind{
		KindKyokai, KindKenpoUnion, KindMutualAid, KindKokuho, KindKokuhoUnion, KindLateElderly,
		KindMunicipality, KindDVCenter, KindPensionOffice, KindOther,
	}
}

// Contact is an insurer, an office or a centre: what its source says of it and nothing else. What is unknown is missing.
type Contact struct {
	ID         string  `json:"id"`
	Kind       Kind    `json:"kind" ts:"Kind"`
	Name       string  `json:"name"`
	Kana       string  `json:"kana,omitempty"`
	Prefecture string  `json:"prefecture,omitempty"` // 01 to 47
	Area       string  `json:"area,omitempty"`       // the city or town it stands in
	Number     string  `json:"number,omitempty"`     // the insurer number in its normal form, 6 or 8 figures
	Postal     string  `json:"postal,omitempty"`
	Address    string  `json:"address,omitempty"`
	URL        string  `json:"url,omitempty"`
	Hours      string  `json:"hours,omitempty"`
	Phones     []Phone `json:"phones,omitempty"`
	Source     string  `json:"source"`                // DataSource.ID
	VerifiedOn string  `json:"verified_on,omitempty"` // YYYY-MM-DD: the day a person compared it with its source
	Note       string  `json:"note,omitempty"`
}

// Phone is one number with the page that shows it. A number without page and day is never shown.
type Phone struct {
	Number     string      `json:"number"` // as printed
	Tel        string      `json:"tel"`    // what is dialled, always derived from Number
	Label      PhoneLabel  `json:"label" ts:"PhoneLabel"`
	URL        string      `json:"url"`
	Publisher  string      `json:"publisher"`
	VerifiedOn string      `json:"verified_on"` // YYYY-MM-DD
	Status     PhoneStatus `json:"status" ts:"PhoneStatus"`
}

// PhoneLabel says who picks up.
type PhoneLabel string

// The closed set of labels.
const (
	Direct         PhoneLabel = "direct"
	Representative PhoneLabel = "representative" // 代表電話: the switchboard, always labelled so
)

// PhoneLabels lists every label.
func PhoneLabels() []PhoneLabel { return []PhoneLabel{Direct, Representative} }

// PhoneStatus says how much a number of a contact weighs. That it has expired is computed on the device, never stored.
type PhoneStatus string

// The closed set of statuses of phones of contacts.
const (
	PhoneVerified     PhoneStatus = "verified"      // a person compared it with the official page
	PhoneSingleSource PhoneStatus = "single_source" // taken over from one official list
	PhoneUnconfirmed  PhoneStatus = "unconfirmed"
)

// PhoneStatuses lists every status, the surest first.
func PhoneStatuses() []PhoneStatus {
	return []PhoneStatus{PhoneVerified, PhoneSingleSource, PhoneUnconfirmed}
}
