package directory

import (
	"encoding/csv"
	"errors"
	"os"
	"testing"
)

// vectors are numbers in use and wrong ones, each with the place it was found in.
func vectors(t testing.TB) [][]string {
	t.Helper()
	file, err := os.Open("testdata/insurer_numbers.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 95 {
		t.Fatalf("%d rows, want a heading and 94 numbers", len(rows))
	}
	return rows[1:]
}

func TestCheckDigitOfNumbersInUse(t *testing.T) {
	for _, row := range vectors(t) {
		number, want, label := row[0], row[1] == "true", row[2]
		if got := CheckDigitOK(number); got != want {
			t.Errorf("CheckDigitOK(%s) = %t, want %t (%s)", number, got, want, label)
		}
		_, err := ParseNumber(number)
		if (err == nil) != want {
			t.Errorf("ParseNumber(%s) = %v, want ok %t (%s)", number, err, want, label)
		}
	}
}

func TestNumbersAreTakenApart(t *testing.T) {
	tests := []struct {
		name, typed string
		want        Number
		err         error
	}{
		{"kokuho of a municipality", "040014", Number{"040014", "", "04", "001"}, nil},
		{"kokuho padded to eight", "00040014", Number{"040014", "", "04", "001"}, nil},
		{"a kokuho union", "043026", Number{"043026", "", "04", "302"}, nil},
		{"retired persons of the same kokuho", "67040014", Number{"67040014", "67", "04", "001"}, nil},
		{"a branch of kyokai", "01130012", Number{"01130012", "01", "13", "001"}, nil},
		{"a prefecture of the second range", withCheckDigit("0663048"), Number{withCheckDigit("0663048"), "06", "13", "048"}, nil},
		{"kokuho of the second range", withCheckDigit("97001"), Number{withCheckDigit("97001"), "", "47", "001"}, nil},
		{"the wrong check digit", "01130013", Number{}, ErrNumberCheckDigit},
		{"prefecture 48", withCheckDigit("0648001"), Number{}, ErrNumberPrefecture},
		{"prefecture 50", withCheckDigit("0650001"), Number{}, ErrNumberPrefecture},
		{"prefecture 98", withCheckDigit("98001"), Number{}, ErrNumberPrefecture},
		{"prefecture 00", "000000", Number{}, ErrNumberPrefecture},
		{"seven figures", "1130012", Number{}, ErrNumberDigits},
		{"nine figures", "001130012", Number{}, ErrNumberDigits},
		{"nothing", "", Number{}, ErrNumberDigits},
		{"a letter", "0113001X", Number{}, ErrNumberDigits},
		{"full-width figures", "０１１３００１２", Number{}, ErrNumberDigits},
		{"a hyphen", "01-130012", Number{}, ErrNumberDigits},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ParseNumber(tt.typed)
			if got != tt.want || !errors.Is(err, tt.err) {
				t.Errorf("ParseNumber(%q) = %+v, %v, want %+v, %v", tt.typed, got, err, tt.want, tt.err)
			}
		})
	}
}

func withCheckDigit(body string) string {
	digit, _ := CheckDigit(body)
	return body + string(digit)
}
