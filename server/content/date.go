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

// InJapan gives the instant t as clocks in Japan show it.
func InJapan(t time.Time) time.Time { return t.In(japan) }

// DateIn gives the day it is in Japan at the instant t.
func DateIn(t time.Time) Date {
	return Date(InJapan(t).Format(time.DateOnly))
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

// firstOfReiwa is the year 令和元年. No day that anybody here is told is older.
const firstOfReiwa = 2019

// Japanese writes a day as people here do, in both calendars: 2026年11月22日(令和8年). What is no day stays as it is.
func (d Date) Japanese() string {
	t, era, ok := d.inEra()
	if !ok {
		return string(d)
	}
	return fmt.Sprintf("%d年%d月%d日(%s)", t.Year(), t.Month(), t.Day(), era)
}

// Reiwa writes a day as it is typed into a form: 令和8年11月22日. What is no day stays as it is.
func (d Date) Reiwa() string {
	t, era, ok := d.inEra()
	if !ok {
		return string(d)
	}
	return fmt.Sprintf("%s%d月%d日", era, t.Month(), t.Day())
}

// inEra gives the year of a day as 令和8年.
func (d Date) inEra() (t time.Time, era string, ok bool) {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return t, "", false
	}
	if t.Year() == firstOfReiwa {
		return t, "令和元年", true
	}
	return t, fmt.Sprintf("令和%d年", t.Year()-firstOfReiwa+1), true
}
