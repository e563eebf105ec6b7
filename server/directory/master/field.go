package master

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// hours puts together what the open data set says in four columns.
func (r *reader) hours() string {
	if r.sheet.layout != OpenData {
		return r.text(fHours)
	}
	from, to := clock(r.cell(fOpens)), clock(r.cell(fCloses))
	if from != "" || to != "" {
		from += "〜" + to
	}
	return joined(" ", r.text(fDays), from, r.text(fHoursNote))
}

func (r *reader) note() string {
	note := r.text(fNote)
	if extension := r.text(fExtension); extension != "" {
		note = joined("。", note, "内線 "+extension)
	}
	if short := r.text(fShortName); short != "" && short != r.text(fName) {
		note = joined("。", note, "略称 "+short)
	}
	return note
}

func (r *reader) address() string {
	switch r.sheet.layout {
	case OpenData:
		whole := r.text(fAddress)
		if whole == "" && r.text(fTown)+r.text(fLot) != "" {
			whole = r.text(fPrefecture) + r.text(fArea) + r.text(fTown) + r.text(fLot)
		}
		return joined(" ", whole, r.text(fBuilding))
	case ORCA:
		return r.text(fAddressTop) + r.text(fLot)
	}
	return r.text(fAddress)
}

func joined(by string, parts ...string) string {
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, by)
}

// clock gives a time of day as text. A spreadsheet keeps it as a part of a day.
func clock(c Cell) string {
	part, err := strconv.ParseFloat(c.Text, 64)
	if !c.Numeric || err != nil || part < 0 || part >= 1 {
		return c.Text
	}
	minutes := int(part*24*60 + 0.5)
	figures := strconv.Itoa(minutes % 60)
	if len(figures) == 1 {
		figures = "0" + figures
	}
	return strconv.Itoa(minutes/60) + ":" + figures
}

// hiragana is how readings are kept; lists write them in katakana, often in half width.
func hiragana(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'ァ' && r <= 'ヶ' {
			return r - ('ァ' - 'ぁ')
		}
		return r
	}, norm.NFKC.String(s))
}
