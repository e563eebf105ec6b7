package master

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/japanese"

	"michishirube/server/directory"
)

const today = "2026-11-22"

// project is the directory of this program.
func project(t testing.TB) *directory.Directory {
	t.Helper()
	d, issues := directory.Load(os.DirFS("../../../assets"), "")
	if len(issues) > 0 {
		t.Fatalf("issues = %v", issues)
	}
	return d
}

// small is the part of it that is of Hokkaido and Tokyo: quick to go through.
func small(t testing.TB) *directory.Directory {
	t.Helper()
	d := *project(t)
	d.Records = slices.DeleteFunc(slices.Clone(d.Records), func(c directory.Contact) bool {
		return c.Prefecture != "13" || c.Kind == directory.KindPensionOffice
	})
	d.Municipalities = slices.DeleteFunc(slices.Clone(d.Municipalities), func(m directory.Municipality) bool {
		return m.Code != "01100" && m.Prefecture != "13"
	})
	return &d
}

// defaults are what a caller gives for rows that do not say.
func defaults(d *directory.Directory) Input {
	return Input{Directory: d, Today: today, Publisher: "県", VerifiedOn: "2026-11-01"}
}

func readAll(t testing.TB, data []byte, in Input) Result {
	t.Helper()
	table, err := ReadTable(data, "")
	if err != nil {
		t.Fatal(err)
	}
	r, err := Read(table, in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// readOne reads a file of one good row.
func readOne(t testing.TB, text string, in Input) directory.Contact {
	t.Helper()
	r := readAll(t, []byte(text), in)
	if len(r.Entries) != 1 || len(r.Faults) > 0 {
		t.Fatalf("entries %+v, faults %+v", r.Entries, r.Faults)
	}
	return r.Entries[0].Contact
}

// inCP932 writes text as Excel does in Japan.
func inCP932(t testing.TB, text string) []byte {
	t.Helper()
	b, err := japanese.ShiftJIS.NewEncoder().Bytes([]byte(strings.ReplaceAll(text, "\n", "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// workbook makes an xlsx file; numbers become number cells.
func workbook(t testing.TB, rows ...[]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	for i, row := range rows {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func exported(t testing.TB, write func(w *bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// formats gives a directory in both formats that can be imported again.
func formats(t testing.TB, d *directory.Directory) map[string][]byte {
	return map[string][]byte{
		"csv":  exported(t, func(w *bytes.Buffer) error { return WriteCSV(w, d) }),
		"xlsx": exported(t, func(w *bytes.Buffer) error { return WriteXLSX(w, d) }),
	}
}
