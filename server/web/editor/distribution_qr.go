package editor

import (
	"bytes"
	"fmt"
	"html/template"
	"image"
	"image/color"
	"image/png"
	"strings"

	"github.com/boombuler/barcode/qr"
)

// quiet is the white edge of a QR code in modules, without which readers do not find it.
const quiet = 4

// pixels is how large a module is in a picture to be put into another document: 2 cm wide at 300 dpi and more.
const pixels = 12

// qrCode is a QR code as its dark modules, the quiet edge around them included.
type qrCode struct {
	size int
	dark func(x, y int) bool
}

// newQR makes the code of a text at level M: a code on paper gets dirty.
func newQR(text string) (qrCode, error) {
	code, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		return qrCode{}, fmt.Errorf("QR code: %w", err)
	}
	n := code.Bounds().Dx()
	return qrCode{size: n + 2*quiet, dark: func(x, y int) bool {
		x, y = x-quiet, y-quiet
		return x >= 0 && y >= 0 && x < n && y < n && code.At(x, y) == color.Black
	}}, nil
}

// SVG draws the code for a page, named for those who cannot see it. Only numbers and the escaped name go into it.
func (q qrCode) SVG(name string) template.HTML {
	var path strings.Builder
	for y := range q.size {
		for x := 0; x < q.size; x++ {
			begin := x
			for q.dark(x, y) {
				x++
			}
			if x > begin {
				fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", begin, y, x-begin, x-begin)
			}
		}
	}
	return template.HTML(fmt.Sprintf(`<svg class="qr" role="img" aria-label="%s" width="200" height="200" viewBox="0 0 %d %d" shape-rendering="crispEdges">`+
		`<path fill="#fff" d="M0 0h%dv%dH0z"/><path fill="#000" d="%s"/></svg>`,
		template.HTMLEscapeString(name), q.size, q.size, q.size, q.size, path.String()))
}

// PNG draws the code as a picture.
func (q qrCode) PNG() ([]byte, error) {
	picture := image.NewPaletted(image.Rect(0, 0, q.size*pixels, q.size*pixels), color.Palette{color.White, color.Black})
	for y := range q.size * pixels {
		for x := range q.size * pixels {
			if q.dark(x/pixels, y/pixels) {
				picture.SetColorIndex(x, y, 1)
			}
		}
	}
	var out bytes.Buffer
	err := png.Encode(&out, picture)
	return out.Bytes(), err
}
