//go:build prove

package load

import (
	"fmt"
	"path/filepath"
	"testing"
)

// Every municipality of Japan as a region: how long a start takes, a publication through the editor's forms, a page of the
// editor, and what the server holds in memory.
func TestProveLoadManyRegions(t *testing.T) {
	var fresh starts
	for range 3 {
		fresh.of(t, filepath.Join(t.TempDir(), "data")).stop()
	}
	rows := [][]string{
		{"regions", "start to ready / of the processor", "publication (p50 / p95 of 40)", "editor pages (p50 / p95)", "resident after the start", "after all this", "peak"},
		{"new data folder", fresh.String() + ", publishes all languages", "", "", "", "", ""},
	}
	for _, n := range []int{200, municipalities} {
		data := withRegions(t, n)
		var again starts
		for range 4 {
			again.of(t, data).stop()
		}
		server := again.of(t, data)
		begun := server.memory(t)
		published, pages := busyOffice(t, server.url, n)
		after := server.memory(t)
		rows = append(rows, []string{
			fmt.Sprint(n), again.String(),
			fmt.Sprintf("%.0f / %.0f ms", published.median(), published.at(0.95)), fmt.Sprintf("%.0f / %.0f ms", pages.median(), pages.at(0.95)),
			fmt.Sprintf("%.0f MB", begun.resident), fmt.Sprintf("%.0f MB", after.resident), fmt.Sprintf("%.0f MB", after.peak),
		})
		server.stop()
	}
	table(t, "Regions. Wanted: start 2 s, new folder 5 s, publication 5 s, editor page 50 ms p95", rows)
}

// starts are how long starts took until the server was ready, and how much of that the processor was at work, in seconds.
type starts struct{ waited, worked series }

// of starts a server on a data folder.
func (s *starts) of(t *testing.T, data string) *process {
	t.Helper()
	server, ready := serve(t, data)
	s.waited, s.worked = append(s.waited, ready.Seconds()), append(s.worked, server.processor(t).Seconds())
	return server
}

func (s starts) String() string {
	return fmt.Sprintf("%.2f s / %.2f s", s.waited.median(), s.worked.median())
}

// busyOffice publishes in region after region and reads pages between, and gives the times in milliseconds.
func busyOffice(t *testing.T, site string, regions int) (published, pages series) {
	t.Helper()
	w, err := newTeam(site)
	must(t, err)
	for i := range 40 {
		code := fmt.Sprintf("%05d", i*7919%regions)
		took, err := w.publish(code, fmt.Sprintf("改めた申出書 %d", i))
		must(t, err)
		published = append(published, float64(took.Microseconds())/1000)
		for _, path := range []string{
			"/editor", "/editor/regions", "/editor/regions/" + code, "/editor/regions/" + code + "/draft",
			"/editor/regions/" + code + "/history", "/editor/regions/" + code + "/preview?language=ja-Hira&all=yes",
		} {
			_, err := w.admin.Look(path)
			must(t, err)
			pages = append(pages, float64(w.admin.Took.Microseconds())/1000)
		}
	}
	return published, pages
}
