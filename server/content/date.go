package content

import (
	"fmt"
	"time"
)

// Date is a calendar day in Japan, written YYYY-MM-DD. Dates compare as strings. The zero value "" means "no day",
// as in a period without an end.
type Date string

// Japan has had no summer time since 1952, so a fixed offset is exact and needs no time-zone database on the machine.
var japan = time.FixedZone("Asia/Tokyo", 9*60*60)

// ParseDate reads YYYY-MM-DD and refuses days that do not exist.
func ParseDate(s string) (Date, error) {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", fmt.Errorf("%q is not a day: want YYYY-MM-DD, such as 2026-11-22", s)
	}
	return Date(s), nil
}

// DateIn gives the day it is in Japan at the instant t.
func DateIn(t time.Time) Date {
	return Date(t.In(japan).Format(time.DateOnly))
}

// Add gives the day n days later, or earlier when n is negative. The date must be valid.
func (d Date) Add(n int) Date {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		panic(fmt.Sprintf("content: Add on the invalid date %q", string(d)))
	}
	return Date(t.AddDate(0, 0, n).Format(time.DateOnly))
}

// within tells whether d lies in the inclusive span; an empty until never ends.
func (d Date) within(from, until Date) bool {
	return from <= d && (until == "" || d <= until)
}
