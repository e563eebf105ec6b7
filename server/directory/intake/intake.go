// Package intake takes an organisation's own list over: what it says, what would change by it, and how that is told, the
// same at a terminal and on a page. It is pure; whoever calls reads the file and keeps the list.
package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"michishirube/server/directory"
	"michishirube/server/directory/master"
)

// Options is how a list is to be read.
type Options struct {
	Sheet string // of a workbook; empty: the first
	Today string // YYYY-MM-DD, in Japan
	Title string // what readers are told of where the entries come from
	// What stands in for columns that the file does not have, or leaves empty.
	SourceURL, Publisher, VerifiedOn string
	Kind                             directory.Kind
}

// Plan is what taking a list over would do.
type Plan struct {
	Table  master.Table
	Result master.Result
	List   master.List // to be kept
	Diff   master.Diff // for devices
	Same   bool        // the list says what is kept already
}

// Read reads a file and compares it with the list kept before, both laid over d, the directory of this program. An error
// means that nothing could be read; a Plan whose Result has no entries is none to carry out, though its rows are told.
func Read(d *directory.Directory, before master.List, file []byte, o Options) (Plan, error) {
	var p Plan
	var err error
	if p.Table, err = master.ReadTable(file, o.Sheet); err != nil {
		return p, err
	}
	p.Result, err = master.Read(p.Table, master.Input{
		Directory: d, Today: o.Today, SourceURL: o.SourceURL, Publisher: o.Publisher, VerifiedOn: o.VerifiedOn, Kind: o.Kind,
	})
	if err != nil || len(p.Result.Entries) == 0 {
		return p, err
	}
	p.take(d, before, master.Take(d, p.Result.Entries, o.Today, o.Title))
	return p, nil
}

// Remove plans to take the list kept before away.
func Remove(d *directory.Directory, before master.List, today string) Plan {
	var p Plan
	p.take(d, before, master.List{TakenOn: today})
	return p
}

func (p *Plan) take(d *directory.Directory, before, list master.List) {
	p.List = list
	p.Diff = master.Compare(master.Lay(d, before), master.Lay(d, list))
	p.Same = master.Alike(d, before, list)
}

// Record is what is remembered of taking a list over.
type Record struct {
	At            time.Time // zero: none was
	By            string
	File, Hash    string // name without the folder, SHA-256; empty where a list was taken away
	Rows, Skipped int
}

// RecordOf makes the record of carrying a plan out. name and file are empty where a list is taken away.
func RecordOf(p Plan, at time.Time, by, name string, file []byte) Record {
	r := Record{At: at.UTC().Truncate(time.Second), By: by, Rows: p.Result.Rows, Skipped: p.Result.Bad}
	if name != "" {
		sum := sha256.Sum256(file)
		r.File, r.Hash = name, hex.EncodeToString(sum[:])
	}
	return r
}
