package directory

import (
	"errors"
	"strconv"
)

// What may be wrong with an insurer number, apart from its scheme, which only a Directory knows.
var (
	ErrNumberDigits     = errors.New("want 6 or 8 figures")
	ErrNumberPrefecture = errors.New("no such prefecture: want 01 to 47 or 51 to 97")
	ErrNumberCheckDigit = errors.New("the check digit is wrong")
)

// Number is an insurer number (保険者番号) taken apart. That its check digit is right does not prove that an insurer exists.
type Number struct {
	Digits     string // its normal form: 6 figures for 国保, else 8
	Law        string // 法別番号; "" for the 6 figures of 国保
	Prefecture string // 01 to 47, whichever of the two ranges is written
	Insurer    string // 保険者別番号, 3 figures
}

// ParseNumber takes apart 6 or 8 ASCII figures and checks them. Billing systems pad the six of 国保 with "00": the
// padding goes. Seven figures have probably lost a leading zero, but which number they were is for a person to say.
func ParseNumber(s string) (Number, error) {
	if len(s) == 8 && s[:2] == "00" {
		s = s[2:]
	}
	if len(s) != 6 && len(s) != 8 || !figures(s) {
		return Number{}, ErrNumberDigits
	}
	n := Number{Digits: s, Law: s[:len(s)-6]}
	body := s[len(s)-6:]
	prefecture, ok := prefectureOf(body[:2])
	if !ok {
		return Number{}, ErrNumberPrefecture
	}
	n.Prefecture, n.Insurer = prefecture, body[2:5]
	if !CheckDigitOK(s) {
		return Number{}, ErrNumberCheckDigit
	}
	return n, nil
}

// CheckDigitOK tells whether the last figure is the check digit of those before it.
func CheckDigitOK(s string) bool {
	if len(s) < 2 || !figures(s) {
		return false
	}
	digit, ok := CheckDigit(s[:len(s)-1])
	return ok && digit == s[len(s)-1]
}

// CheckDigit gives the check digit (検証番号) of a body: weights 2, 1, 2, 1… from its last figure, a product of ten or
// more counts as the sum of its figures. Leading zeros change nothing, so 6 and 8 figures follow the same rule.
func CheckDigit(body string) (digit byte, ok bool) {
	if body == "" || !figures(body) {
		return 0, false
	}
	sum, weight := 0, 2
	for i := len(body) - 1; i >= 0; i-- {
		product := int(body[i]-'0') * weight
		sum += product/10 + product%10
		weight = 3 - weight
	}
	return byte('0' + (10-sum%10)%10), true
}

// prefectureOf reads the two figures of a prefecture. 51 to 97 are the same prefectures, for when a range is exhausted.
func prefectureOf(s string) (number string, ok bool) {
	n, err := strconv.Atoi(s)
	if err != nil || len(s) != 2 || !figures(s) {
		return "", false
	}
	if n > 50 {
		n -= 50
	}
	if n < 1 || n > 47 {
		return "", false
	}
	return twoFigures(n), true
}

func twoFigures(n int) string {
	return string([]byte{byte('0' + n/10), byte('0' + n%10)})
}

// figures tells whether s consists of ASCII figures: full-width ones are for whoever reads the file to fold.
func figures(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
