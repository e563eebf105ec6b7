//go:build prove

package e2e

import "testing"

// Every leaflet in every format and language as a PDF: as many pages as are promised, no sign missing, nothing cut, every word.
func TestProvePaperOfEveryLeafletFormatAndLanguage(t *testing.T) {
	p := openPress(t, shared)
	known, pages := readPages(t), 0
	all := listed(t)
	for _, o := range all {
		d := p.print(o)
		if n, want := d.pages(), known.of(o); n != want {
			t.Errorf("%s has %d pages, not %d", o, n, want)
		}
		p.proof(o, d)
		pages += d.pages()
	}
	t.Logf("%d papers of %d pages", len(all), pages)
}

// The same of several languages on a sheet and of large letters.
func TestProvePaperOfSeveralLanguagesAndLargeLetters(t *testing.T) {
	p := openPress(t, shared)
	all := several(t)
	for _, o := range all {
		d := p.print(o)
		p.proof(o, d)
		t.Logf("%s, large %t: %d pages", o, o.Large, d.pages())
	}
}
