package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"michishirube/server/directory/master"
	"michishirube/server/editorial"
	"michishirube/server/release"
	"michishirube/server/store"
)

// withList is what serve makes of the content of this program and the list in a data folder.
func withList(t *testing.T, said embedded, data string) release.Input {
	t.Helper()
	list, err := keptList(context.Background(), filepath.Join(data, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	said.directory = master.Lay(said.directory, list)
	in, err := said.compile()
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func TestAnotherListMakesAnotherRelease(t *testing.T) {
	e, data := testEnv(nil, nil), t.TempDir()
	said, faults := load(e.Assets, e.Locales)
	if len(faults) > 0 {
		t.Fatal(faults[0])
	}
	identify := func() string {
		id, err := release.Identify(withList(t, said, data))
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	bare := identify()
	mustImport(t, data, goodList)
	first := identify()
	if first == bare || identify() != first {
		t.Error("the list makes no release of its own, or not always the same")
	}
	mustImport(t, data, goodList)
	if identify() != first {
		t.Error("the same list makes another release")
	}
	if code, out, bad := runCommand("import", "--remove", "--by", "福祉課", "--data", data); code != exitOK || !strings.Contains(out, "外しました") {
		t.Fatal(code, out, bad)
	}
	if identify() != bare {
		t.Error("without the list it is not what it was")
	}
}

// inForce is a store of which only the pointer can be read: compressing a whole release is slow.
type inForce struct {
	release.Store
	id string
}

var errNoRelease = errors.New("no release here")

func (s inForce) InForce(context.Context) (release.Publication, error) {
	return release.Publication{Release: s.id}, nil
}

func (s inForce) Release(_ context.Context, id string) (release.Release, error) {
	return release.Release{}, fmt.Errorf("%s: %w", id, errNoRelease)
}

func TestServePublishesWithTheImportedList(t *testing.T) {
	e, data := testEnv(nil, nil), t.TempDir()
	mustImport(t, data, goodList)
	said, faults := load(e.Assets, e.Locales)
	if len(faults) > 0 {
		t.Fatal(faults[0])
	}
	id, err := release.Identify(withList(t, said, data))
	if err != nil {
		t.Fatal(err)
	}
	list, err := keptList(context.Background(), filepath.Join(data, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	// Serve finds in force what it would publish, so it asks for that and for nothing else.
	publisher := release.NewPublisher(inForce{id: id}, new(release.Current), e.Now)
	if _, err := publish(context.Background(), publisher, list, e, slog.New(slog.DiscardHandler)); !errors.Is(err, errNoRelease) || !strings.Contains(err.Error(), id) {
		t.Errorf("err = %v, want release %s to be asked for", err, id)
	}
}

func TestServeDoesNotStartOnADamagedList(t *testing.T) {
	data := t.TempDir()
	db, err := store.Open(filepath.Join(data, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	err = db.PutMaster(context.Background(), store.Master{List: []byte(`{"entries": 1}`)}, editorial.Line{})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	code, out, bad := runCommand("serve", "-addr", "localhost:0", "-data", data)
	if code != exitFailure || out != "" || !strings.Contains(bad, "imported list") {
		t.Errorf("exit %d, %s%s", code, out, bad)
	}
}

func TestAnImportAfterARollbackWarns(t *testing.T) {
	ctx, data, now := context.Background(), t.TempDir(), testEnv(nil, nil).Now
	db, err := store.Open(filepath.Join(data, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	publisher := release.NewPublisher(db, new(release.Current), now)
	var ids []string
	for _, text := range []string{`"一"`, `"二"`} {
		r, err := release.Build(release.Input{ReviewedOn: "2026-11-22", ReviewBy: "2027-01-31", Blobs: map[string][]byte{"guide": []byte(text)}})
		if err == nil {
			err = publisher.Publish(ctx, r)
		}
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, r.ID)
	}
	if err := errors.Join(publisher.Rollback(ctx, ids[0]), db.Close()); err != nil {
		t.Fatal(err)
	}
	contains(t, mustImport(t, data, goodList, "--dry-run"), "前の版に戻した")
}
