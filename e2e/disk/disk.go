// Package disk looks through what a browser left on disk, as somebody would who has the device.
package disk

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"unicode/utf16"
)

// Found tells how often a word stands in each file that holds it. Files are named from the folder that was searched.
type Found map[string]map[string]int

// Search counts each word in every file below the folder, in each encoding in which a browser writes text: UTF-8, and
// UTF-16 of either byte order.
func Search(folder string, words []string) (Found, error) {
	found := Found{}
	forms := make([][][]byte, len(words))
	for i, word := range words {
		forms[i] = encodings(word)
	}
	return found, filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return ignoreGone(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return ignoreGone(err)
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		for i, word := range words {
			if n := count(data, forms[i]); n > 0 {
				found.add(word, name, n)
			}
		}
		return nil
	})
}

// More gives the words that stand on disk more often than they did in what was found before. Content that is kept by
// design holds many words; that something was done with one of them shows as one more.
func (f Found) More(before Found) Found {
	more := Found{}
	for word, files := range f {
		if total(files) > total(before[word]) {
			more[word] = files
		}
	}
	return more
}

func total(files map[string]int) (n int) {
	for _, times := range files {
		n += times
	}
	return n
}

func (f Found) add(word, file string, n int) {
	if f[word] == nil {
		f[word] = map[string]int{}
	}
	f[word][file] += n
}

func count(data []byte, forms [][]byte) (n int) {
	for _, form := range forms {
		n += bytes.Count(data, form)
	}
	return n
}

// encodings gives a word as it would be written. Of ASCII the two UTF-16 forms differ by a zero in front or behind only,
// so the form without the outer zero finds both.
func encodings(word string) [][]byte {
	var little, big []byte
	for _, unit := range utf16.Encode([]rune(word)) {
		little = append(little, byte(unit), byte(unit>>8))
		big = append(big, byte(unit>>8), byte(unit))
	}
	if bytes.Equal(bytes.TrimRight(little, "\x00"), bytes.TrimLeft(big, "\x00")) {
		return [][]byte{[]byte(word), bytes.TrimRight(little, "\x00")}
	}
	return [][]byte{[]byte(word), little, big}
}

// ignoreGone: a browser that still runs takes locks and journals away while they are being read.
func ignoreGone(err error) error {
	if os.IsNotExist(err) {
		return nil
	}
	return err
}
