package e2e

import (
	"strings"
)

// matrix reads the dark modules of the first QR code on screen from what is drawn.
const matrix = `(() => {
	const code = [...document.querySelectorAll('svg.qr')].find(one => one.checkVisibility()), size = code.viewBox.baseVal.width, ink = code.querySelector('.qr__ink');
	const point = code.createSVGPoint();
	return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => {
		[point.x, point.y] = [x + 0.5, y + 0.5];
		return ink.isPointInFill(point) ? '#' : '.';
	}).join(''));
})()`

// blocks are the data bytes of each block at level M, by version: what a report or a leaflet can need.
var blocks = map[int][]int{
	2: {28}, 3: {44}, 4: {32, 32}, 5: {43, 43}, 6: {27, 27, 27, 27}, 7: {31, 31, 31, 31}, 8: {38, 38, 39, 39}, 9: {36, 36, 36, 37, 37}, 10: {43, 43, 43, 43, 44},
}

// aligned are the middles of the alignment patterns, by version.
var aligned = map[int][]int{2: {6, 18}, 3: {6, 22}, 4: {6, 26}, 5: {6, 30}, 6: {6, 34}, 7: {6, 22, 38}, 8: {6, 24, 42}, 9: {6, 26, 46}, 10: {6, 28, 50}}

var masks = []func(y, x int) bool{
	func(y, x int) bool { return (y+x)%2 == 0 },
	func(y, _ int) bool { return y%2 == 0 },
	func(_, x int) bool { return x%3 == 0 },
	func(y, x int) bool { return (y+x)%3 == 0 },
	func(y, x int) bool { return (y/2+x/3)%2 == 0 },
	func(y, x int) bool { return y*x%2+y*x%3 == 0 },
	func(y, x int) bool { return (y*x%2+y*x%3)%2 == 0 },
	func(y, x int) bool { return ((y+x)%2+y*x%3)%2 == 0 },
}

// qr reads the QR code on screen, as ISO/IEC 18004 has it and not as the app draws it. No module can be damaged here, so
// nothing has to be corrected.
func (p *tab) qr() string {
	p.t.Helper()
	rows := p.modules()
	size := len(rows)
	version := (size - 17) / 4
	dark := func(y, x int) bool { return rows[y][x] == '#' }
	format := 0
	for _, x := range []int{0, 1, 2, 3, 4} {
		format <<= 1
		if dark(8, x) {
			format |= 1
		}
	}
	format ^= 0b10101
	if format>>3 != 0 || blocks[version] == nil {
		p.t.Fatalf("a code of version %d and level %02b, neither of which was expected", version, format>>3)
	}
	var bits []bool
	for right, up := size-1, true; right > 0; right, up = right-2, !up {
		if right == 6 {
			right--
		}
		for i := range size {
			y := i
			if up {
				y = size - 1 - i
			}
			for x := right; x > right-2; x-- {
				if !fixed(version, size, y, x) {
					bits = append(bits, dark(y, x) != masks[format&7](y, x))
				}
			}
		}
	}
	return p.payload(version, bits)
}

// modules are the rows of the code, its quiet zone of four modules taken off.
func (p *tab) modules() []string {
	p.t.Helper()
	must(p.t, p.Locator("svg.qr:visible").First().WaitFor())
	var rows []string
	all := p.evaluate(matrix).([]any)
	for i, row := range all {
		line := row.(string)
		if i < 4 || i >= len(all)-4 {
			if strings.Contains(line, "#") {
				p.t.Fatal("no quiet zone")
			}
			continue
		}
		rows = append(rows, line[4:len(line)-4])
	}
	return rows
}

// fixed says whether a module belongs to a pattern and holds no data.
func fixed(version, size, y, x int) bool {
	switch {
	case y == 6 || x == 6, y < 9 && x < 9, y < 9 && x >= size-8, y >= size-8 && x < 9:
		return true
	case version >= 7 && (y < 6 && x >= size-11 || x < 6 && y >= size-11):
		return true
	}
	last := size - 7
	for _, cy := range aligned[version] {
		for _, cx := range aligned[version] {
			corner := cy == 6 && cx == 6 || cy == 6 && cx == last || cy == last && cx == 6
			if !corner && max(cy-y, y-cy) <= 2 && max(cx-x, x-cx) <= 2 {
				return true
			}
		}
	}
	return false
}

// payload puts the interleaved blocks in order and takes out the text.
func (p *tab) payload(version int, bits []bool) string {
	p.t.Helper()
	sizes := blocks[version]
	parts := make([][]byte, len(sizes))
	for at, i := 0, 0; i < sizes[len(sizes)-1]; i++ {
		for b, n := range sizes {
			if i < n {
				parts[b] = append(parts[b], byte(value(bits[at:at+8])))
				at += 8
			}
		}
	}
	var stream []bool
	for _, part := range parts {
		for _, one := range part {
			for bit := 7; bit >= 0; bit-- {
				stream = append(stream, one>>bit&1 == 1)
			}
		}
	}
	if mode := value(stream[:4]); mode != 4 {
		p.t.Fatalf("the code holds no bytes, but mode %d", mode)
	}
	width := 8
	if version > 9 {
		width = 16
	}
	length := value(stream[4 : 4+width])
	text := make([]byte, length)
	for i := range text {
		from := 4 + width + 8*i
		text[i] = byte(value(stream[from : from+8]))
	}
	return string(text)
}

func value(bits []bool) (n int) {
	for _, bit := range bits {
		n <<= 1
		if bit {
			n |= 1
		}
	}
	return n
}
