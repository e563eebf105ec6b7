package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// file writes a PDF of so many pages by hand. catalog and more are put into its catalog and after its pages.
func file(pages int, catalog string, more ...string) []byte {
	objects := []string{"<</Type/Catalog/Pages 2 0 R" + catalog + ">>", ""}
	var kids []string
	for range pages {
		objects = append(objects, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>")
		kids = append(kids, fmt.Sprintf("%d 0 R", len(objects)))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(kids, " "), pages)
	objects = append(objects, more...)
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	table := "0000000000 65535 f \n"
	for i, o := range objects {
		table += fmt.Sprintf("%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table, len(objects)+1, start)
	return out.Bytes()
}

func TestALeafletIsCounted(t *testing.T) {
	for _, pages := range []int{1, 2, MaxPages} {
		if got, fault := Check(file(pages, "")); got != pages || fault != "" {
			t.Errorf("%d pages: %d, %q", pages, got, fault)
		}
	}
}

func TestWhatIsRefused(t *testing.T) {
	encrypted := bytes.Replace(file(1, ""), []byte("/Root 1 0 R"), []byte("/Root 1 0 R/Encrypt 9 0 R"), 1)
	for _, tt := range []struct {
		name string
		file []byte
		want string
	}{
		{"nothing", nil, Empty},
		{"too many bytes", append(file(1, ""), make([]byte, MaxBytes)...), Large},
		{"a page of the web", []byte("<html>%PDF-1.7"), NotPDF},
		{"the beginning alone", []byte("%PDF-1.7\n%%EOF"), Broken},
		{"half a file", file(1, "")[:120], Broken},
		{"a password", encrypted, Encrypted},
		{"too many pages", file(MaxPages+1, ""), ManyPages},
		{"a script when it is opened", file(1, "/OpenAction<</Type/Action/S/JavaScript/JS(app.alert\\(1\\))>>"), Active},
		{"a script by name", file(1, "/Names<</JavaScript<</Names[(a)4 0 R]>>>>", "<</Type/Action/S/JavaScript/JS(x)>>"), Active},
		{"a script nothing points to", file(1, "", "<</S/JavaScript/JS(x)>>"), Active},
		{"a program", file(1, "/OpenAction<</S/Launch/F(cmd.exe)>>"), Active},
		{"a form that is sent", file(1, "/OpenAction<</S/SubmitForm/F<</FS/URL/F(https://example.org)>>>>"), Active},
		{"an attachment", file(1, "/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>", "<</Type/Filespec/F(a.txt)>>"), Attached},
		{"an attachment nothing points to", file(1, "", "<</Type/Filespec/F(a.txt)/EF<</F 1 0 R>>>>"), Attached},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, got := Check(tt.file); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
