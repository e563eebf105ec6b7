package content

import (
	"testing"
	"time"
)

func TestDaysAreReadAsWritten(t *testing.T) {
	for _, good := range []string{"2024-12-02", "2028-02-29"} {
		if d, err := ParseDate(good); err != nil || string(d) != good {
			t.Errorf("%s is read as %q, %v", good, d, err)
		}
	}
	for _, bad := range []string{"", "2026-02-29", "2026-13-01", "2026-1-1", "2026/11/22", "20261122", "令和8年11月22日", "2026-11-22T00:00:00Z"} {
		if d, err := ParseDate(bad); err == nil {
			t.Errorf("%q is read as %s, want an error", bad, d)
		}
	}
}

func TestTheDayIsTheOneInJapan(t *testing.T) {
	tests := []struct {
		at   string
		want Date
	}{
		{"2026-07-31T14:59:59Z", "2026-07-31"},
		{"2026-07-31T15:00:00Z", "2026-08-01"},
		{"2026-07-31T23:59:59+09:00", "2026-07-31"},
		{"2026-07-31T12:00:00-10:00", "2026-08-01"},
	}
	for _, tt := range tests {
		at, err := time.Parse(time.RFC3339, tt.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := DateIn(at); got != tt.want {
			t.Errorf("at %s it is %s in Japan, want %s", tt.at, got, tt.want)
		}
	}
}

func TestDaysAreCounted(t *testing.T) {
	tests := []struct {
		day  Date
		n    int
		want Date
	}{
		{"2025-12-01", 1, "2025-12-02"}, {"2024-12-31", 1, "2025-01-01"}, {"2028-02-28", 1, "2028-02-29"}, {"2025-08-01", -1, "2025-07-31"},
	}
	for _, tt := range tests {
		if got := tt.day.Add(tt.n); got != tt.want {
			t.Errorf("%s and %d days is %s, want %s", tt.day, tt.n, got, tt.want)
		}
	}
}

func TestSpansHaveBothEnds(t *testing.T) {
	tests := []struct {
		day, from, until Date
		want             bool
	}{
		{"2025-08-01", "2025-08-01", "2025-12-01", true},
		{"2025-12-01", "2025-08-01", "2025-12-01", true},
		{"2025-07-31", "2025-08-01", "2025-12-01", false},
		{"2025-12-02", "2025-08-01", "2025-12-01", false},
		{"2099-01-01", "2025-08-01", "", true},
	}
	for _, tt := range tests {
		if got := tt.day.within(tt.from, tt.until); got != tt.want {
			t.Errorf("%s within %s–%s: %v, want %v", tt.day, tt.from, tt.until, got, tt.want)
		}
	}
}

func TestADayIsWrittenInBothCalendars(t *testing.T) {
	for on, want := range map[Date]string{
		"2019-05-01": "2019年5月1日(令和元年)", "2024-12-02": "2024年12月2日(令和6年)", "2026-11-22": "2026年11月22日(令和8年)",
		"": "", "soon": "soon",
	} {
		if got := on.Japanese(); got != want {
			t.Errorf("%q is written %q, want %q", on, got, want)
		}
	}
	if got := Date("2026-11-22").Reiwa(); got != "令和8年11月22日" {
		t.Errorf("in one calendar it is %q", got)
	}
}
