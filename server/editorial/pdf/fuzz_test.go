package pdf

import (
	"bytes"
	"slices"
	"testing"
)

// FuzzCheck holds that every file gets one answer, always the same, that is either a number of pages a leaflet may have or
// a fault there are words for; and that looking at a file does not change it.
func FuzzCheck(f *testing.F) {
	f.Add(file(1, ""))
	f.Add(file(3, "/OpenAction<</S/URI/URI(https://example.org)>>"))
	f.Add(file(1, "/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>", "<</Type/Filespec/F(a.txt)>>"))
	f.Add(file(1, "", "<</Length 6/Filter/FlateDecode>>stream\nabcdef\nendstream"))
	f.Add([]byte("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"))
	faults := []string{Empty, Large, NotPDF, Broken, Encrypted, NoPages, ManyPages, Active, Attached}
	f.Fuzz(func(t *testing.T, file []byte) {
		sent := bytes.Clone(file)
		pages, fault := Check(file)
		switch {
		case fault == "" && (pages < 1 || pages > MaxPages):
			t.Errorf("%d pages are taken", pages)
		case fault != "" && !slices.Contains(faults, fault):
			t.Errorf("there are no words for the fault %q", fault)
		case !bytes.Equal(file, sent):
			t.Error("the file was changed")
		}
		if p, again := Check(file); p != pages || (again == "") != (fault == "") {
			t.Errorf("first %d, %q, then %d, %q", pages, fault, p, again)
		}
	})
}
