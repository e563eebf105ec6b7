package e2e

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// The list of open apps shows the page's title, which is neutral, and a picture of it, which is empty: out of view the page
// paints nothing. On paper it does, and back in view it stands where it stood.
func TestOutOfViewNothingIsPainted(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 820, 1180)
	p.consult(cardTopic, cardConsultation)
	must(t, p.named("職員用の紙を印刷する").Focus())
	at := p.evaluate("[document.activeElement.textContent, scrollY].join()")
	if p.empty() {
		t.Fatal("the result is not on screen")
	}
	p.become("hidden")
	if !p.empty() {
		t.Error("out of view the result is painted")
	}
	if title := p.evaluate("document.title"); title != appTitle {
		t.Errorf("out of view the title is %v", title)
	}
	p.become("visible")
	if p.empty() {
		t.Error("back in view nothing is painted")
	}
	if now := p.evaluate("[document.activeElement.textContent, scrollY].join()"); now != at {
		t.Errorf("focus and place were %v, are %v", at, now)
	}
	p.become("hidden")
	must(t, p.EmulateMedia(playwright.PageEmulateMediaOptions{Media: playwright.MediaPrint}))
	if p.evaluate("getComputedStyle(document.body).opacity") != "1" {
		t.Error("out of view nothing can be printed")
	}
}

// become tells the page that it is in view or not, as the browser would.
func (p *tab) become(state string) {
	p.t.Helper()
	p.evaluate(`Object.defineProperty(document, 'visibilityState', { configurable: true, value: '` + state + `' });
		document.dispatchEvent(new Event('visibilitychange'))`)
}

// empty: the whole screen is of one colour.
func (p *tab) empty() bool {
	p.t.Helper()
	shot, err := p.Screenshot()
	must(p.t, err)
	picture, err := png.Decode(bytes.NewReader(shot))
	must(p.t, err)
	size := picture.Bounds()
	first := picture.At(size.Min.X, size.Min.Y)
	for y := size.Min.Y; y < size.Max.Y; y++ {
		for x := size.Min.X; x < size.Max.X; x++ {
			if picture.At(x, y) != first {
				return false
			}
		}
	}
	return size != image.Rectangle{}
}
