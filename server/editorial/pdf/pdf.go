// Package pdf looks at an official leaflet before it is kept: whether it is a PDF that a viewer shows and prints, and
// nothing more. It is pure: bytes in, findings out.
package pdf

import (
	"bytes"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// What a leaflet may measure. A device downloads every leaflet of its region.
const (
	MaxBytes = 5 << 20
	MaxPages = 20
)

// Why a file is refused. Each names the words that tell it: editor.region.pdf.<fault>.
const (
	Empty     = "empty"
	Large     = "large"
	NotPDF    = "not_pdf"   // it does not begin like one
	Broken    = "broken"    // it begins like one, but cannot be read
	Encrypted = "encrypted" // also where no password is asked for: some viewers then refuse to print
	NoPages   = "no_pages"
	ManyPages = "many_pages"
	Active    = "active"   // it runs a script or a program, sends a form or plays something
	Attached  = "attached" // another file is in it
)

// Check gives the number of pages, or why the file is refused.
func Check(file []byte) (pages int, fault string) {
	switch {
	case len(file) == 0:
		return 0, Empty
	case len(file) > MaxBytes:
		return 0, Large
	case !bytes.HasPrefix(file, []byte("%PDF-")):
		return 0, NotPDF
	}
	// The trailer may be anywhere, also in what the reader below would fail on: it needs a password to go on.
	if bytes.Contains(file, []byte("/Encrypt")) {
		return 0, Encrypted
	}
	// The reader would put a file that was cut off together again, somehow.
	if !bytes.Contains(file[max(0, len(file)-2048):], []byte("%%EOF")) {
		return 0, Broken
	}
	x, err := read(file)
	switch {
	case err != nil:
		return 0, Broken
	case x.Encrypt != nil || x.E != nil:
		return 0, Encrypted
	}
	for _, entry := range x.Table {
		if entry == nil || entry.Free {
			continue
		}
		if fault := inspect(entry.Object, 0); fault != "" {
			return 0, fault
		}
	}
	switch {
	case x.PageCount < 1:
		return 0, NoPages
	case x.PageCount > MaxPages:
		return x.PageCount, ManyPages
	}
	return x.PageCount, ""
}

// once keeps the library from making a folder for its settings.
var once sync.Once

// read reads the whole file. What it may unpack is bounded, since a small file can hold a very large one.
func read(file []byte) (*model.Context, error) {
	once.Do(api.DisableConfigDir)
	conf := model.NewDefaultConfiguration()
	conf.Offline = true
	conf.Limits.MaxStreamBytes, conf.Limits.MaxDecodeBytes = 4*MaxBytes, 64<<20
	conf.Limits.MaxObjectCount, conf.Limits.MaxXRefEntries, conf.Limits.MaxObjectStreamCount = 200_000, 200_000, 50_000
	x, err := api.ReadAndValidate(bytes.NewReader(file), conf)
	if err != nil {
		return nil, err
	}
	return x, x.EnsurePageCount()
}

// deepest is more than any object of an honest file is nested within itself.
const deepest = 100

// inspect looks into an object for what does more than being shown.
func inspect(o types.Object, depth int) string {
	if depth > deepest {
		return Broken
	}
	switch o := o.(type) {
	case types.Dict:
		return inspectDict(o, depth)
	case types.StreamDict:
		return inspectDict(o.Dict, depth)
	case *types.StreamDict:
		return inspectDict(o.Dict, depth)
	case types.Array:
		for _, item := range o {
			if fault := inspect(item, depth+1); fault != "" {
				return fault
			}
		}
	}
	return ""
}

func inspectDict(d types.Dict, depth int) string {
	for key, value := range d {
		switch key {
		case "JS", "JavaScript", "AA", "XFA", "RichMediaContent":
			return Active
		case "EF", "EmbeddedFiles":
			return Attached
		case "S", "Subtype", "Type":
			if name, ok := value.(types.Name); ok {
				if fault := refused(name.Value()); fault != "" {
					return fault
				}
			}
		}
		if fault := inspect(value, depth+1); fault != "" {
			return fault
		}
	}
	return ""
}

// refused tells whether an object of a kind does more than being shown.
func refused(kind string) string {
	switch kind {
	case "JavaScript", "Launch", "SubmitForm", "ImportData", "Rendition", "Movie", "Sound", "Screen", "RichMedia", "3D", "GoToE", "GoToR":
		return Active
	case "EmbeddedFile", "FileAttachment":
		return Attached
	}
	return ""
}
