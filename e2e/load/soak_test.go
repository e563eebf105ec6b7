//go:build prove

package load

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

var soakFor = flag.Duration("soak", 30*time.Minute, "how long the soak lasts")

// A server with every municipality works for half an hour: devices that look for news or come for the first time, editors
// who log in, read and publish. What it holds in memory must not grow.
func TestProveLoadSoak(t *testing.T) {
	server, _ := serve(t, withRegions(t, municipalities))
	ctx, cancel := context.WithTimeout(t.Context(), *soakFor)
	defer cancel()
	s := &soak{site: server.url}
	var all sync.WaitGroup
	failed := make(chan error, 3)
	for _, work := range []func(context.Context) error{s.devices, s.newcomers, s.office} {
		all.Go(func() {
			if err := work(ctx); err != nil {
				failed <- err
				cancel()
			}
		})
	}
	begun := time.Now()
	var at, own, resident, working series
	for ctx.Err() == nil {
		time.Sleep(min(10*time.Second, *soakFor/100))
		m := server.memory(t)
		at, own, resident = append(at, time.Since(begun).Minutes()), append(own, m.own), append(resident, m.resident)
		if !s.loggingIn.Load() {
			working = append(working, m.resident)
		}
	}
	all.Wait()
	close(failed)
	for err := range failed {
		t.Fatal(err)
	}
	settled := len(at) / 6 // the heap finds its size first
	slope := func(s series) float64 { return fit(at[settled:], s[settled:]) }
	span := at[len(at)-1] - at[settled]
	table(t, fmt.Sprintf("Soak of %v with %d regions, every %v sampled, slopes over the last %.0f min", *soakFor, municipalities, min(10*time.Second, *soakFor/100), span), [][]string{
		{"memory", "median", "p95", "highest", "slope"},
		{"resident", mb(resident.median()), mb(resident.at(0.95)), mb(resident.at(1)), fmt.Sprintf("%+.0f KB/min", 1024*slope(resident))},
		{"the same, while no password is checked", mb(working.median()), mb(working.at(0.95)), mb(working.at(1)), ""},
		{"resident, the program's own", mb(own.median()), mb(own.at(0.95)), mb(own.at(1)), fmt.Sprintf("%+.0f KB/min", 1024*slope(own))},
	})
	t.Logf("%d public answers (%d bytes), %d editor pages and forms, %d publications, %d logins; peak %.0f MB; processor %v",
		s.answers.Load(), s.bytes.Load(), s.pages.Load(), s.published.Load(), s.logins.Load(), server.memory(t).peak, server.processor(t))
	if got := working.median(); got > 150 {
		t.Errorf("resident memory is %.0f MB, wanted 150", got)
	}
	// The fit's own uncertainty is a few MB here; a leak of one small region's words with each publication would be found.
	if grown := slope(own) * span; grown > 0.15*own.median() {
		t.Errorf("memory of its own grew by %.0f MB in %.0f min, on %.0f MB", grown, span, own.median())
	}
}

func mb(n float64) string { return fmt.Sprintf("%.0f MB", n) }

// fit is the slope of the straight line through points, by least squares.
func fit(x, y series) float64 {
	var mx, my, xy, xx float64
	for i := range x {
		mx, my = mx+x[i]/float64(len(x)), my+y[i]/float64(len(y))
	}
	for i := range x {
		xy, xx = xy+(x[i]-mx)*(y[i]-my), xx+(x[i]-mx)*(x[i]-mx)
	}
	if xx == 0 {
		return 0
	}
	return xy / xx
}

// soak counts what was asked for.
type soak struct {
	site                                     string
	answers, bytes, pages, published, logins atomic.Int64
	loggingIn                                atomic.Bool // a password takes 64 MB for as long as it is checked
}

// every calls do so often until ctx ends; a call that takes longer delays the next.
func every(ctx context.Context, pause time.Duration, do func(n int) error) error {
	ticker := time.NewTicker(pause)
	defer ticker.Stop()
	for n := 0; ; n++ {
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
			if err := do(n); err != nil {
				return err
			}
		}
	}
}

// get asks as a device does, and gives the body.
func (s *soak) get(client *http.Client, path, tag string) (body []byte, etag string, err error) {
	r, err := http.NewRequest(http.MethodGet, s.site+path, nil)
	if err != nil {
		return nil, "", err
	}
	r.Header.Set("Accept-Encoding", "gzip, deflate, br, zstd")
	if tag != "" {
		r.Header.Set("If-None-Match", tag)
	}
	res, err := client.Do(r)
	if err != nil {
		return nil, "", err
	}
	defer res.Body.Close()
	body, err = io.ReadAll(res.Body)
	s.answers.Add(1)
	s.bytes.Add(int64(len(body)))
	if err == nil && res.StatusCode != http.StatusOK && res.StatusCode != http.StatusNotModified {
		err = fmt.Errorf("%s: %s", path, res.Status)
	}
	return body, res.Header.Get("ETag"), err
}

// devices look whether there is anything new: 50 a second, each in a region.
func (s *soak) devices(ctx context.Context) error {
	client := &http.Client{Timeout: time.Minute}
	tags := map[string]string{}
	return every(ctx, 20*time.Millisecond, func(n int) error {
		path := fmt.Sprintf("/content/region/%05d.json", n*7919%municipalities)
		if n%3 == 0 {
			path = "/content/manifest.json"
		}
		_, tag, err := s.get(client, path, tags[path])
		tags[path] = tag
		return err
	})
}

// newcomers open a region's link for the first time and take everything, over a line of their own: one a second.
func (s *soak) newcomers(ctx context.Context) error {
	return every(ctx, time.Second, func(n int) error {
		client := &http.Client{Timeout: time.Minute, Transport: &http.Transport{}}
		defer client.CloseIdleConnections()
		code := fmt.Sprintf("%05d", n*104729%municipalities)
		manifest, _, err := s.get(client, "/content/region/"+code+".json", "")
		if err != nil {
			return err
		}
		var m struct{ Blobs []struct{ Name, Hash string } }
		if err := json.Unmarshal(manifest, &m); err != nil {
			return err
		}
		paths := []string{"/r/" + code, "/sw.js", "/i/ja", "/i/en", "/changes.atom", "/r/" + code + "/changes.atom"}
		for _, b := range m.Blobs {
			paths = append(paths, "/content/"+b.Hash+".json")
		}
		for _, path := range paths {
			if _, _, err := s.get(client, path, ""); err != nil {
				return err
			}
		}
		return nil
	})
}

// office reads a page of the editor each half second and publishes every fifth time; after some minutes its people log in
// anew, as an approval asks for.
func (s *soak) office(ctx context.Context) error {
	var w team
	var since time.Time
	return every(ctx, 500*time.Millisecond, func(n int) error {
		if time.Since(since) > 4*time.Minute {
			s.loggingIn.Store(true)
			var err error
			if w, err = newTeam(s.site); err != nil {
				return err
			}
			s.loggingIn.Store(false)
			since = time.Now()
			s.logins.Add(3)
		}
		code := fmt.Sprintf("%05d", n*7919%municipalities)
		if n%5 == 0 {
			s.pages.Add(6)
			s.published.Add(1)
			_, err := w.publish(code, fmt.Sprintf("改めた申出書 %d", n))
			return err
		}
		at := "/editor/regions/" + code
		pages := []string{"/editor", "/editor/regions", at, at + "/draft", at + "/history", at + "/preview?language=en&all=yes"}
		s.pages.Add(1)
		_, err := w.admin.Look(pages[n%len(pages)])
		return err
	})
}
