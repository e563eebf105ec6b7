package release

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"

	"github.com/andybalholm/brotli"
)

// brotliLevel is two below the highest, which takes fifteen times as long for eight percent: with twelve languages a
// publication would take half a minute instead of two seconds, and somebody waits for it.
const brotliLevel = 9

// levelOf gives what a first visit waits for the highest level all the same.
func levelOf(name string) int {
	switch name {
	case "guide", "text.ja", "counselor.ja":
		return brotli.BestCompression
	}
	return brotliLevel
}

// packers is how many blobs are compressed at once where there are so many processors: somebody waits for a publication, but
// each takes some 30 MB.
const packers = 4

// pack makes the blobs, with their compressed twins, of the texts.
func pack(entries []Entry, texts map[string][]byte) ([]Blob, error) {
	blobs, faults := make([]Blob, len(entries)), make([]error, len(entries))
	slots := make(chan struct{}, min(packers, runtime.GOMAXPROCS(0)))
	var all sync.WaitGroup
	for i, e := range entries {
		slots <- struct{}{}
		all.Go(func() {
			defer func() { <-slots }()
			b := Blob{Name: e.Name, Hash: e.Hash, JSON: bytes.Clone(texts[e.Name])}
			var err error
			if b.Brotli, b.Gzip, err = compress(b.Name, b.JSON); err != nil {
				faults[i] = fmt.Errorf("blob %s: %w", e.Name, err)
			}
			blobs[i] = b
		})
	}
	all.Wait()
	return blobs, errors.Join(faults...)
}

// compress makes the twins of a blob: once a release, to be read on slow mobile lines for years.
func compress(name string, text []byte) (br, gz []byte, err error) {
	var b, g bytes.Buffer
	bw := brotli.NewWriterLevel(&b, levelOf(name))
	gw, err := gzip.NewWriterLevel(&g, gzip.BestCompression) // no name and no time in its header: deterministic
	if err != nil {
		return nil, nil, err
	}
	for _, w := range []io.WriteCloser{bw, gw} {
		if _, err := w.Write(text); err != nil {
			return nil, nil, err
		}
		if err := w.Close(); err != nil {
			return nil, nil, err
		}
	}
	return b.Bytes(), g.Bytes(), nil
}

// verifyTwins checks that both twins unpack to the JSON. Reads are bounded by its length, whatever a damaged twin says.
func (b Blob) verifyTwins() error {
	if hashOf(b.JSON) != b.Hash {
		return errors.New("JSON does not match its hash")
	}
	gz, err := gzip.NewReader(bytes.NewReader(b.Gzip))
	if err != nil {
		return fmt.Errorf("gzip: %w", err)
	}
	twins := []struct {
		name string
		r    io.Reader
	}{{"gzip", gz}, {"brotli", brotli.NewReader(bytes.NewReader(b.Brotli))}}
	for _, twin := range twins {
		text, err := io.ReadAll(io.LimitReader(twin.r, int64(len(b.JSON))+1))
		if err != nil {
			return fmt.Errorf("%s: %w", twin.name, err)
		}
		if !bytes.Equal(text, b.JSON) {
			return fmt.Errorf("%s does not unpack to the JSON", twin.name)
		}
	}
	return nil
}
