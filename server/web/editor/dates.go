package editor

import (
	"time"

	"michishirube/server/content"
)

// day writes a day (YYYY-MM-DD) in both calendars.
func day(on string) string { return content.Date(on).Japanese() }

// moment writes a moment in Japan's time.
func moment(t time.Time) string {
	if t.IsZero() {
		return "-"
	}
	return day(string(content.DateIn(t))) + content.InJapan(t).Format(" 15:04")
}
