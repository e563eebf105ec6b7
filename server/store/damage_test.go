package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"

	"michishirube/server/editorial"
)

func TestAFlippedBitIsRefusedOrChangesNothing(t *testing.T) {
	x := newTampering(t)
	x.flips(t, 60, 0)
	for bit := range 8 * 64 {
		if bit%24 == 3 { // here and there in the pages that name the root
			x.flip(t, 8*16+bit)
			x.flip(t, 8*(os.Getpagesize()+16)+bit)
		}
	}
	if x.Refused == 0 || x.Same == 0 {
		t.Errorf("refused %d, the same %d: this tries nothing", x.Refused, x.Same)
	}
}

// A page that says it holds one record less than it does is a page like any other.
func TestAHiddenRecordIsMissed(t *testing.T) {
	x := newTampering(t)
	for page := 2 * os.Getpagesize(); page < len(x.data); page += os.Getpagesize() {
		header := x.data[page : page+pageHeader]
		if binary.NativeEndian.Uint16(header[8:]) != leafPage || binary.NativeEndian.Uint16(header[10:]) == 0 {
			continue
		}
		data := bytes.Clone(x.data)
		data[page+10]--
		x.try(t, fmt.Sprintf("one record less at byte %d", page), data)
	}
	if x.Refused < 5 {
		t.Errorf("%d refused: this tries nothing", x.Refused)
	}
}

func TestWhateverIsCutOffIsRefused(t *testing.T) {
	x := newTampering(t)
	for page := 0; page < len(x.data); page += 11 * os.Getpagesize() {
		for _, keep := range []int{page, page + 1, page + 100} {
			if keep > 0 && keep < len(x.data) {
				x.try(t, fmt.Sprintf("%d of %d bytes", keep, len(x.data)), x.data[:keep])
			}
		}
	}
}

// Each change is in both pages that name the root.
func TestALostPageOfTheRootLosesNoChange(t *testing.T) {
	x := newTampering(t)
	for _, page := range []int{0, 1} {
		data := bytes.Clone(x.data)
		clear(data[page*os.Getpagesize()+pageHeader:][:metaBytes])
		x.try(t, fmt.Sprintf("without page %d", page), data)
	}
	if x.Refused > 0 {
		t.Error("the file was refused, although one of the two pages is whole")
	}
}

// A power cut leaves what was synced, and of what was not any part. bbolt syncs the pages first and then the page that
// names the root: before it any of the pages may be missing or torn, and then any part of that page.
func TestAPowerCutLeavesTheChangeOrNothingOfIt(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "test.db")
	s := furnished(t, path)
	defer mustClose(t, s)
	seed := rand.Uint64()
	random, kept, gone := rand.New(rand.NewPCG(seed, 0)), 0, 0
	for round := range 6 {
		saidBefore, _ := everything(s)
		before := mustRead(t, path)
		err := s.db.Update(func(tx *bbolt.Tx) error {
			d := editorial.Draft{By: "hana", Version: uint64(round + 2)}
			return errors.Join(put(tx, draftBucket(), regionKey("28001"), d), audit(tx, editorial.Line{What: "draft"}))
		})
		if err != nil {
			t.Fatal(err)
		}
		saidAfter, _ := everything(s)
		after := mustRead(t, path)
		for range 12 {
			data, synced := bytes.Clone(after[:len(after):len(after)]), random.IntN(2) == 0
			copy(data[:2*os.Getpagesize()], before)
			for at := 2 * os.Getpagesize(); at < len(before) && !synced; at += 512 {
				if random.IntN(2) == 0 {
					copy(data[at:at+512], before[at:])
				}
			}
			if synced { // the page of the root, up to some byte
				at := random.IntN(2 * os.Getpagesize())
				copy(data[:at], after)
			}
			torn := filepath.Join(dir, "torn.db")
			if err := os.WriteFile(torn, data, 0o600); err != nil {
				t.Fatal(err)
			}
			c, err := Open(torn)
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			switch said, err := everything(c); {
			case err != nil:
				t.Errorf("seed %d: %v", seed, err)
			case said == saidAfter:
				kept++
			case said == saidBefore:
				gone++
			default:
				t.Errorf("seed %d: half a change is left", seed)
			}
			mustClose(t, c)
		}
	}
	t.Logf("seed %d: the change was there %d times, and nothing of it %d times", seed, kept, gone)
	if kept == 0 || gone == 0 {
		t.Error("this tries nothing")
	}
}
