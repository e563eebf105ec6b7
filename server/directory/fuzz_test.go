package directory

import (
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// FuzzNumber holds that a number is read in one way only: its normal form is its own normal form, its parts make it up,
// and it stops being right as soon as any one of its figures changes.
func FuzzNumber(f *testing.F) {
	for _, row := range vectors(f) {
		f.Add(row[0])
	}
	f.Add("００１")
	f.Add("\x00\xff")
	f.Fuzz(func(t *testing.T, s string) {
		n, err := ParseNumber(s)
		if err != nil {
			if n != (Number{}) {
				t.Errorf("ParseNumber(%q) = %+v beside %v", s, n, err)
			}
			return
		}
		if !strings.HasSuffix(s, n.Digits) || len(n.Law)+6 != len(n.Digits) || strings.Trim(s[:len(s)-len(n.Digits)], "0") != "" {
			t.Errorf("ParseNumber(%q) = %+v", s, n)
		}
		if again, err := ParseNumber(n.Digits); err != nil || again != n {
			t.Errorf("ParseNumber(%q) = %+v, %v, and of %q %+v", n.Digits, again, err, s, n)
		}
		written := n.Digits[len(n.Law) : len(n.Law)+2]
		if p, ok := prefectureOf(written); !ok || p != n.Prefecture || n.Digits != n.Law+written+n.Insurer+n.Digits[len(n.Digits)-1:] {
			t.Errorf("%+v is not made up of its parts", n)
		}
		for i := range n.Digits {
			for d := byte('0'); d <= '9'; d++ {
				if changed := n.Digits[:i] + string(d) + n.Digits[i+1:]; d != n.Digits[i] && CheckDigitOK(changed) {
					t.Errorf("%s is as right as %s", changed, n.Digits)
				}
			}
		}
	})
}

// FuzzDirectory holds that a file of the directory is either faulty, at a line it has, or makes a directory that can be
// written for a device, always in the same bytes.
func FuzzDirectory(f *testing.F) {
	good := fstest.MapFS{}
	var names []string
	err := fs.WalkDir(os.DirFS("testdata/good"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(os.DirFS("testdata/good"), name)
		good[name] = &fstest.MapFile{Data: data}
		names = append(names, name)
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
	helplines, err := os.ReadFile("../../assets/" + File)
	if err != nil {
		f.Fatal(err)
	}
	if good[File] == nil {
		names = append(names, File)
	}
	good[File] = &fstest.MapFile{Data: helplines}
	slices.Sort(names)
	for i, name := range names {
		f.Add(uint8(i), good[name].Data)
	}
	f.Fuzz(func(t *testing.T, which uint8, data []byte) {
		files := fstest.MapFS{}
		for name, file := range good {
			files[name] = file
		}
		name := names[int(which)%len(names)]
		files[name] = &fstest.MapFile{Data: data}
		d, issues := Load(files, "2026-11-22")
		for _, i := range issues {
			if i.File == "" || i.Code == "" || i.Line < 0 || i.File == name && i.Line > strings.Count(string(data), "\n")+strings.Count(string(data), "\r")+1 {
				t.Errorf("%+v has no place", i)
			}
		}
		if len(issues) > 0 {
			return
		}
		first, err := d.JSON()
		if err != nil {
			t.Fatal(err)
		}
		again, issues := Load(files, "2026-11-22")
		second, err := again.JSON()
		if err != nil || len(issues) > 0 || !reflect.DeepEqual(first, second) {
			t.Errorf("the same files make another directory: %v, %v", issues, err)
		}
	})
}
