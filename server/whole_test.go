package main

import (
	"context"
	"log/slog"
	"net/http"
	"path/filepath"
	"testing"

	"michishirube/server/account"
	"michishirube/server/editorial"
	"michishirube/server/store"
)

// wholeServer is the handler of the whole server behind a proxy that ends TLS, as serve makes it, with one region and one
// account, and its log.
func wholeServer(t testing.TB) (http.Handler, *buffer) {
	t.Helper()
	data, log, ctx := seed(t), &buffer{}, context.Background()
	env := testEnv(log, log)
	c, err := parseConfig([]string{"-data", data, "-origin", "https://guide.example.lg.jp"}, env.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(filepath.Join(data, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := db.PutRegion(ctx, editorial.Region{Code: "28381", Name: "稲美町"}, editorial.Line{}); err != nil {
		t.Fatal(err)
	}
	hana := account.User{Name: "hana", Role: account.Editor, Regions: []string{"28381"}}
	if err := db.AddUser(ctx, hana, editorial.Line{}); err != nil {
		t.Fatal(err)
	}
	handler, err := prepare(ctx, c, env, slog.New(slog.NewTextHandler(log, nil)), db, nil)
	if err != nil {
		t.Fatal(err)
	}
	return handler, log
}
