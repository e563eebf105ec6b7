package master

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"michishirube/server/directory"
)

// maxRunes is more than any honest cell holds.
const maxRunes = 1000

// A problem is what is wrong with one value: the code of a message and what fills it in. "" is none.
type problem struct {
	code string
	args map[string]string
}

func trouble(code string, pairs ...string) problem {
	p := problem{code: code, args: map[string]string{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		p.args[pairs[i]] = pairs[i+1]
	}
	return p
}

// unreadable looks for what no person typed into the cell. Such a cell is never taken over, whatever its column.
func unreadable(s string) problem {
	switch s {
	case "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!":
		return trouble("formula")
	}
	if utf8.RuneCountInString(s) > maxRunes {
		return trouble("long", "most", strconv.Itoa(maxRunes))
	}
	for _, r := range s {
		switch {
		case r == utf8.RuneError:
			return trouble("broken")
		case unicode.Is(unicode.Co, r):
			return trouble("gaiji")
		case unicode.IsControl(r) && r != '\n' && r != '\t':
			return trouble("control")
		}
	}
	return problem{}
}

// fold brings figures, letters and hyphens to the form in which they are compared: full-width ones become ASCII. Only for
// values that are codes; names and addresses are kept as written.
func fold(s string) string {
	return strings.TrimSpace(hyphens.Replace(norm.NFKC.String(s)))
}

var (
	hyphens = strings.NewReplacer("‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "―", "-", "−", "-", "ー", "-", "ｰ", "-",
		"\u200b", "", "\ufeff", "")
	blanks  = strings.NewReplacer(" ", "", "\t", "", "\n", "")
	joiners = strings.NewReplacer(" ", "", "\t", "", "\n", "", "-", "")
)

// figuresOf gives the figures of a cell. A spreadsheet writes a large number as 1.130012E6.
func figuresOf(c Cell) string {
	s := joiners.Replace(fold(c.Text))
	if c.Numeric && strings.ContainsAny(s, ".eE") {
		if f, err := strconv.ParseFloat(fold(c.Text), 64); err == nil && f >= 0 && f < 1e15 && f == float64(int64(f)) {
			return strconv.FormatInt(int64(f), 10)
		}
	}
	return s
}

func allFigures(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// insurerNumber reads an insurer number. A zero in front that a spreadsheet lost is put back, since the length is known
// and the check digit must fit; one that a person may have left out is only suggested.
func insurerNumber(c Cell) (n directory.Number, restored bool, p problem) {
	s := figuresOf(c)
	if !allFigures(s) {
		return n, false, trouble("number.figures", "value", c.Text)
	}
	if len(s) == 5 || len(s) == 7 {
		whole, err := directory.ParseNumber("0" + s)
		if err != nil {
			return n, false, trouble("number.length", "value", c.Text)
		}
		if !c.Numeric {
			return n, false, trouble("number.lost_zero", "value", c.Text, "perhaps", "0"+s)
		}
		return whole, true, problem{}
	}
	n, err := directory.ParseNumber(s)
	switch err {
	case nil:
		return n, false, problem{}
	case directory.ErrNumberCheckDigit:
		return n, false, trouble("number.check", "value", c.Text)
	case directory.ErrNumberPrefecture:
		return n, false, trouble("number.prefecture", "value", c.Text)
	}
	return n, false, trouble("number.length", "value", c.Text)
}

var (
	plainPhone  = regexp.MustCompile(`^0[1-9]\d{8,9}$`)
	parted      = regexp.MustCompile(`^0\d{1,4}-\d{1,6}(-\d{2,4})?$`)
	longPrefix  = regexp.MustCompile(`^0[5-9]0`) // 050, 060, 070, 080 (and 0800), 090: eleven figures, all others ten
	lostZero    = regexp.MustCompile(`^([1-9]\d{8}|[5-9]0\d{8})$`)
	phonePrefix = regexp.MustCompile(`(?i)^(tel|電話|電話番号)[:.]?`)
)

// phoneNumber reads one telephone number and keeps its parts as they are written: where they begin is not guessed.
func phoneNumber(c Cell) (number string, restored bool, p problem) {
	bad := trouble("phone.shape", "value", c.Text)
	s := phonePrefix.ReplaceAllString(blanks.Replace(fold(c.Text)), "")
	switch {
	case strings.Contains(s, "内線"):
		return "", false, trouble("phone.extension", "value", c.Text)
	case strings.ContainsAny(s, "、,;/・"):
		return "", false, trouble("phone.several", "value", c.Text)
	}
	if s = strings.Trim(strings.NewReplacer("(", "-", ")", "-").Replace(s), "-"); strings.Contains(s, "--") {
		return "", false, bad
	}
	if c.Numeric {
		s = figuresOf(c)
	}
	if lostZero.MatchString(s) {
		if !c.Numeric {
			return "", false, trouble("phone.lost_zero", "value", c.Text, "perhaps", "0"+s)
		}
		s, restored = "0"+s, true
	}
	figures := strings.ReplaceAll(s, "-", "")
	want := 10
	if longPrefix.MatchString(figures) {
		want = 11
	}
	if !plainPhone.MatchString(figures) || len(figures) != want || s != figures && !parted.MatchString(s) {
		return "", false, bad
	}
	return s, restored, problem{}
}

// postalCode reads seven figures.
func postalCode(c Cell) (code string, restored bool, p problem) {
	s := strings.TrimPrefix(figuresOf(c), "〒")
	if c.Numeric && (len(s) == 5 || len(s) == 6) {
		s, restored = strings.Repeat("0", 7-len(s))+s, true
	}
	if len(s) != 7 || !allFigures(s) {
		return "", false, trouble("postal", "value", c.Text)
	}
	return s[:3] + "-" + s[3:], restored, problem{}
}

func webAddress(c Cell) (string, problem) {
	s := strings.TrimSpace(c.Text)
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || strings.ContainsAny(s, " \t\n　") {
		return "", trouble("url", "value", c.Text)
	}
	return s, problem{}
}

var (
	western = regexp.MustCompile(`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$`)
	packed  = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	wareki  = regexp.MustCompile(`^(令和|平成|昭和|[RrHhSs])(元|\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$`)
)

// era is one of the years' reckonings in use, with its first and its last day.
type era struct {
	name, letter, from, until string
	before                    int // the year before its first
}

func eras() []era {
	return []era{
		{"令和", "R", "2019-05-01", "9999-12-31", 2018},
		{"平成", "H", "1989-01-08", "2019-04-30", 1988},
		{"昭和", "S", "1926-12-25", "1989-01-07", 1925},
	}
}

// Day reads a day in either reckoning and gives YYYY-MM-DD; ok is false for what is none.
func Day(text string) (day string, ok bool) {
	s := blanks.Replace(fold(text))
	for _, form := range []*regexp.Regexp{western, packed} {
		if m := form.FindStringSubmatch(s); m != nil {
			return calendar(number(m[1]), number(m[2]), number(m[3]))
		}
	}
	m := wareki.FindStringSubmatch(s)
	if m == nil {
		return "", false
	}
	for _, e := range eras() {
		if e.name != m[1] && e.letter != strings.ToUpper(m[1]) {
			continue
		}
		year := 1
		if m[2] != "元" {
			year = number(m[2])
		}
		day, ok = calendar(e.before+year, number(m[3]), number(m[4]))
		return day, ok && e.from <= day && day <= e.until
	}
	return "", false
}

// dayOf reads the day in a cell, also the number of days by which a spreadsheet keeps it.
func dayOf(c Cell, today string) (string, problem) {
	day, ok := Day(c.Text)
	if n, err := strconv.ParseFloat(fold(c.Text), 64); !ok && c.Numeric && err == nil && n >= 20_000 && n < 80_000 {
		// Day 1 is 1900-01-01 and 1900 counts as a leap year.
		day, ok = time.Date(1899, 12, 30+int(n), 0, 0, 0, 0, time.UTC).Format(time.DateOnly), true
	}
	switch {
	case !ok:
		return "", trouble("date.shape", "value", c.Text)
	case day > today:
		return "", trouble("date.future", "value", c.Text, "today", today)
	}
	return day, problem{}
}

func calendar(year, month, day int) (string, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return t.Format(time.DateOnly), year > 0 && t.Year() == year && int(t.Month()) == month && t.Day() == day
}

// number is only given what a pattern found to be a few figures.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
