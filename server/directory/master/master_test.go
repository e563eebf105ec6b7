package master

import (
	"bytes"
	"os"
	"testing"

	"michishirube/server/directory"
)

const today = "2026-11-22"

// project is the directory of this program: what it holds is what lists are laid over.
func project(t testing.TB) *directory.Directory {
	t.Helper()
	d, issues := directory.Load(os.DirFS("../../../assets"), "9999-12-31")
	if len(issues) > 0 {
		t.Fatalf("issues = %v", issues)
	}
	return d
}

func read(t testing.TB, data []byte, in Input) Result {
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

func TestTheProjectsDirectoryComesBackAsItWas(t *testing.T) {
	d := project(t)
	var asCSV, asXLSX bytes.Buffer
	if err := WriteCSV(&asCSV, d); err != nil {
		t.Fatal(err)
	}
	if err := WriteXLSX(&asXLSX, d); err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string][]byte{"csv": asCSV.Bytes(), "xlsx": asXLSX.Bytes()} {
		t.Run(name, func(t *testing.T) {
			r := read(t, file, Input{Directory: d, Today: today})
			if len(r.Faults)+len(r.Notes)+len(r.Unknown) > 0 || len(r.Entries) != len(Contacts(d)) {
				t.Fatalf("%d entries of %d, faults %v, notes %v, unknown %v", len(r.Entries), len(Contacts(d)), r.Faults, r.Notes, r.Unknown)
			}
			l := Take(d, r.Entries, today, "名簿")
			if len(l.Entries) > 0 {
				t.Errorf("%d entries differ, the first: %+v", len(l.Entries), l.Entries[0])
			}
		})
	}
}
