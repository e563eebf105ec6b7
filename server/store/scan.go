package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
)

// bbolt trusts the pages it maps into memory. A flipped bit can lead it round in a circle or beyond the end of the file, and
// either ends the whole program with no word to the operator; so do its own checks, which run on a goroutine of their own.
// So the pages are walked first, as plain bytes that are read from the file: see bbolt's internal/common for their form.

const (
	pageHeader   = 16 // id 8, flags 2, count 2, pages that follow 4
	pageElement  = 16 // leaf: flags 4, place 4, key 4, value 4; branch: place 4, key 4, page 8
	bucketHeader = 16 // root 8, sequence 8
	metaBytes    = 64
	branchPage   = 0x01
	leafPage     = 0x02
	freePage     = 0x10
	bucketFlag   = 0x01
	metaMagic    = 0xED0CDAED
)

// scanner walks the pages of one file.
type scanner struct {
	file     io.ReaderAt
	pageSize uint64
	end      uint64 // the first page beyond those in use
	seen     map[uint64]bool
}

// scan tells whether every page that is in use lies in the file, is what another page takes it for, and stands in one
// place only. The file must not be written meanwhile.
func scan(path string, pageSize int) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	s := &scanner{file: f, pageSize: uint64(pageSize), seen: map[uint64]bool{}}
	root, free, err := s.meta()
	if err != nil {
		return err
	}
	if s.end > uint64(info.Size())/s.pageSize {
		return fmt.Errorf("%d bytes are too few for %d pages: %w", info.Size(), s.end, ErrDamaged)
	}
	if err := s.freelist(free); err != nil {
		return err
	}
	return s.walk(root)
}

// meta reads the later of the two pages that name the root, as bbolt does: one may have been torn by a power cut.
func (s *scanner) meta() (root, free uint64, err error) {
	var latest uint64
	found := false
	for id := range uint64(2) {
		b, err := s.read(id*s.pageSize+pageHeader, metaBytes)
		if err != nil {
			return 0, 0, err
		}
		sum := fnv.New64a()
		_, _ = sum.Write(b[:metaBytes-8])
		if binary.NativeEndian.Uint32(b) != metaMagic || sum.Sum64() != binary.NativeEndian.Uint64(b[metaBytes-8:]) {
			continue
		}
		if change := binary.NativeEndian.Uint64(b[48:]); !found || change > latest {
			found, latest = true, change
			root, free, s.end = binary.NativeEndian.Uint64(b[16:]), binary.NativeEndian.Uint64(b[32:]), binary.NativeEndian.Uint64(b[40:])
		}
	}
	if !found {
		return 0, 0, fmt.Errorf("neither of the first two pages is whole: %w", ErrDamaged)
	}
	return root, free, nil
}

// open reads the header of a page, and takes all its bytes as seen.
func (s *scanner) open(id uint64) (flags, count uint16, bytes uint64, err error) {
	if id < 2 || id >= s.end {
		return 0, 0, 0, fmt.Errorf("page %d is none of %d: %w", id, s.end, ErrDamaged)
	}
	b, err := s.read(id*s.pageSize, pageHeader)
	if err != nil {
		return 0, 0, 0, err
	}
	more := uint64(binary.NativeEndian.Uint32(b[12:]))
	if at := binary.NativeEndian.Uint64(b); at != id || id+more >= s.end {
		return 0, 0, 0, fmt.Errorf("page %d says it is %d with %d more: %w", id, at, more, ErrDamaged)
	}
	for i := id; i <= id+more; i++ {
		if s.seen[i] {
			return 0, 0, 0, fmt.Errorf("page %d stands in two places: %w", i, ErrDamaged)
		}
		s.seen[i] = true
	}
	return binary.NativeEndian.Uint16(b[8:]), binary.NativeEndian.Uint16(b[10:]), (more + 1) * s.pageSize, nil
}

// freelist checks the page that lists those not in use.
func (s *scanner) freelist(id uint64) error {
	flags, short, bytes, err := s.open(id)
	if err != nil {
		return err
	}
	count, at := uint64(short), uint64(pageHeader)
	if short == 0xFFFF { // too many for the header
		b, err := s.read(id*s.pageSize+at, 8)
		if err != nil {
			return err
		}
		count, at = binary.NativeEndian.Uint64(b), at+8
	}
	if flags != freePage || count > (bytes-at)/8 {
		return fmt.Errorf("page %d does not list %d free pages: %w", id, count, ErrDamaged)
	}
	b, err := s.read(id*s.pageSize+at, count*8)
	if err != nil {
		return err
	}
	for ; len(b) > 0; b = b[8:] {
		if free := binary.NativeEndian.Uint64(b); free < 2 || free >= s.end {
			return fmt.Errorf("page %d is free, but none of %d: %w", free, s.end, ErrDamaged)
		}
	}
	return nil
}

// walk follows a page and all below it.
func (s *scanner) walk(id uint64) error {
	flags, count, bytes, err := s.open(id)
	if err != nil {
		return err
	}
	switch flags {
	case leafPage:
		return s.leaf(id*s.pageSize, uint64(count), bytes, false)
	case branchPage:
	default:
		return fmt.Errorf("page %d has the kind %x: %w", id, flags, ErrDamaged)
	}
	elements, err := s.elements(id*s.pageSize, uint64(count), bytes)
	if err != nil {
		return err
	}
	if count == 0 {
		return mislaid(id)
	}
	for i := range uint64(count) {
		e := elements[i*pageElement:]
		place, key := binary.NativeEndian.Uint32(e), binary.NativeEndian.Uint32(e[4:])
		if pageHeader+i*pageElement+uint64(place)+uint64(key) > bytes {
			return mislaid(id)
		}
		if err := s.walk(binary.NativeEndian.Uint64(e[8:])); err != nil {
			return err
		}
	}
	return nil
}

// leaf checks a page of keys and values at a place of the file; inline is one that stands in a value itself.
func (s *scanner) leaf(at, count, bytes uint64, inline bool) error {
	elements, err := s.elements(at, count, bytes)
	if err != nil {
		return err
	}
	for i := range count {
		e := elements[i*pageElement:]
		flags, place := binary.NativeEndian.Uint32(e), binary.NativeEndian.Uint32(e[4:])
		key, value := binary.NativeEndian.Uint32(e[8:]), binary.NativeEndian.Uint32(e[12:])
		from := pageHeader + i*pageElement + uint64(place) + uint64(key)
		if flags > bucketFlag || from+uint64(value) > bytes || flags == bucketFlag && (inline || value < bucketHeader) {
			return mislaid(at / s.pageSize)
		}
		if flags == bucketFlag {
			if err := s.bucket(at+from, uint64(value)); err != nil {
				return err
			}
		}
	}
	return nil
}

// bucket follows a bucket, which has a page of its own or, while it is small, one in its value.
func (s *scanner) bucket(at, bytes uint64) error {
	b, err := s.read(at, bucketHeader)
	if err != nil {
		return err
	}
	if root := binary.NativeEndian.Uint64(b); root != 0 {
		return s.walk(root)
	}
	if bytes < bucketHeader+pageHeader {
		return mislaid(at / s.pageSize)
	}
	if b, err = s.read(at+bucketHeader, pageHeader); err != nil {
		return err
	}
	if binary.NativeEndian.Uint64(b) != 0 || binary.NativeEndian.Uint16(b[8:]) != leafPage {
		return mislaid(at / s.pageSize)
	}
	return s.leaf(at+bucketHeader, uint64(binary.NativeEndian.Uint16(b[10:])), bytes-bucketHeader, true)
}

func (s *scanner) elements(at, count, bytes uint64) ([]byte, error) {
	if pageHeader+count*pageElement > bytes {
		return nil, mislaid(at / s.pageSize)
	}
	return s.read(at+pageHeader, count*pageElement)
}

func (s *scanner) read(at, bytes uint64) ([]byte, error) {
	b := make([]byte, bytes)
	if _, err := s.file.ReadAt(b, int64(at)); err != nil {
		return nil, fmt.Errorf("at byte %d: %w: %w", at, err, ErrDamaged)
	}
	return b, nil
}

func mislaid(page uint64) error {
	return fmt.Errorf("page %d does not hold what it lists: %w", page, ErrDamaged)
}
