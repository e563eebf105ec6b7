package main

import (
	"context"
	"errors"

	"michishirube/server/directory/intake"
	"michishirube/server/directory/master"
	"michishirube/server/editorial"
	"michishirube/server/release"
	"michishirube/server/store"
)

// lists keeps the organisation's own list in the store, for the subcommand import and for the editor.
type lists struct{ db *store.Store }

// Last gives what was taken over last; a zero record and an empty list if nothing was.
func (l lists) Last(ctx context.Context) (intake.Record, master.List, error) {
	m, list, err := importedList(ctx, l.db)
	return intake.Record{At: m.At, By: m.By, File: m.File, Hash: m.Hash, Rows: m.Rows, Skipped: m.Skipped}, list, err
}

// Keep adds to the record of what was taken over, and the line to the audit. Devices get it from the next start on.
func (l lists) Keep(ctx context.Context, r intake.Record, list master.List, line editorial.Line) error {
	encoded, err := list.Encode()
	if err != nil {
		return err
	}
	return l.db.PutMaster(ctx, store.Master{
		At: r.At, By: r.By, File: r.File, Hash: r.Hash, Rows: r.Rows, Skipped: r.Skipped, List: encoded,
	}, line)
}

// importedList reads the list to lay over the directory; an empty one if there is none.
func importedList(ctx context.Context, db *store.Store) (store.Master, master.List, error) {
	m, err := db.Master(ctx)
	if errors.Is(err, release.ErrNotFound) {
		return store.Master{}, master.List{}, nil
	}
	if err != nil {
		return store.Master{}, master.List{}, err
	}
	list, err := master.Decode(m.List)
	return m, list, err
}
