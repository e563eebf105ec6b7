//go:build prove

package load

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"michishirube/e2e/office"
)

// municipalities is how many there are in Japan.
const municipalities = 1741

// seeds holds data folders by the number of their regions. They are made once, by the editor's own forms.
var seeds string

// withRegions gives a data folder of its own in which so many regions have published.
func withRegions(t *testing.T, n int) string {
	t.Helper()
	at := filepath.Join(seeds, strconv.Itoa(n))
	if _, err := os.Stat(at); err != nil {
		grow(t, at, n)
	}
	data := filepath.Join(t.TempDir(), "data")
	must(t, os.CopyFS(data, os.DirFS(at)))
	return data
}

// grow makes a data folder with n regions, beginning with the largest smaller one there is.
func grow(t *testing.T, at string, n int) {
	t.Helper()
	have, data := 0, at+".part"
	made, _ := os.ReadDir(seeds)
	for _, one := range made {
		if m, err := strconv.Atoi(one.Name()); err == nil && m < n {
			have = max(have, m)
		}
	}
	if have > 0 {
		must(t, os.CopyFS(data, os.DirFS(filepath.Join(seeds, strconv.Itoa(have)))))
	} else {
		must(t, os.MkdirAll(data, 0o700))
		must(t, office.Hire(binary, data))
	}
	server, _ := serveBinary(t, binary, data, "warn")
	// Four teams wait for the disk together; a login is slow on purpose, so each does many regions.
	const teams = 4
	codes, failed := make(chan string), make(chan error, teams)
	var all sync.WaitGroup
	for range teams {
		all.Go(func() {
			w, err := newTeam(server.url)
			for code := range codes {
				if err == nil {
					err = w.found(code)
				}
			}
			failed <- err
		})
	}
	for i := have; i < n; i++ {
		codes <- fmt.Sprintf("%05d", i)
	}
	close(codes)
	all.Wait()
	for range teams {
		must(t, <-failed)
	}
	server.stop()
	must(t, os.Rename(data, at))
}
