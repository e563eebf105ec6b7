package editor

import (
	"fmt"
	"time"

	"michishirube/server/content"
)

// day writes a day (YYYY-MM-DD) as people here do, in both calendars.
func day(on string) string {
	t, err := time.Parse(time.DateOnly, on)
	if err != nil {
		return on
	}
	return fmt.Sprintf("%d年%d月%d日(%s)", t.Year(), t.Month(), t.Day(), era(t.Year()))
}

// firstOfReiwa is the year 令和元年. Nothing here is older.
const firstOfReiwa = 2019

func era(year int) string {
	if year == firstOfReiwa {
		return "令和元年"
	}
	return fmt.Sprintf("令和%d年", year-firstOfReiwa+1)
}

// moment writes a moment in Japan's time.
func moment(t time.Time) string {
	if t.IsZero() {
		return "-"
	}
	here := t.In(time.FixedZone("JST", 9*60*60))
	return day(string(content.DateIn(t))) + here.Format(" 15:04")
}
