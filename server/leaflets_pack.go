package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"

	"michishirube/server/content"
	"michishirube/server/directory/master"
	"michishirube/server/messages"
	"michishirube/server/press"
	"michishirube/server/release"
	"michishirube/server/store"
	"michishirube/server/web"
)

// packTexts holds the words of the index of a pack.
const packTexts = "command/pack.ja.toml"

// leafletPack makes the ZIP that --out asks for.
func leafletPack(ctx context.Context, o leafletsOptions, env Env) error {
	order := press.Order{Region: o.region, Leaflet: o.id, Language: o.language, Origin: o.origin}
	if o.origin != "" {
		if _, err := parseOrigin(o.origin); err != nil {
			return askedWrongly("--origin: " + err.Error())
		}
	}
	if o.region != "" {
		o.from = cmp.Or(o.from, o.origin)
	}
	switch {
	case o.region != "" && o.from == "":
		return askedWrongly("--region: expected --from URL or --origin URL too, where the server with that region runs")
	case o.from != "":
		if err := canPrintFrom(o.from); err != nil {
			return err
		}
	}
	p, err := newPress(o.chromium, env)
	if err != nil {
		return err
	}
	if o.from == "" {
		address, stop, err := serveOwnContent(ctx, env)
		if err != nil {
			return err
		}
		defer stop()
		o.from = address
	}
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return err
	}
	path := filepath.Join(o.out, order.File())
	printed := 0
	err = writeWhole(path, func(out io.Writer) (err error) {
		printed, err = p.Pack(ctx, o.from, order, out, func(done, of int) { fmt.Fprintf(env.Stderr, "\r%d/%d", done, of) })
		return err
	})
	fmt.Fprintln(env.Stderr)
	if errors.Is(err, press.ErrNothing) {
		return askedWrongly(err.Error())
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(env.Stdout, "%d PDFs in %s\n", printed, path)
	return nil
}

// canPrintFrom refuses an address from which a browser would not keep the app: it then has no words to print.
func canPrintFrom(address string) error {
	u, err := parseOrigin(address)
	if err != nil {
		return askedWrongly("--from: " + err.Error())
	}
	if c := (config{origin: u}); !c.offlineWorks() {
		return askedWrongly("--from " + address + ": expected https, or http on this very machine, such as http://localhost:8080")
	}
	return nil
}

// newPress makes a press of the Chromium named, or of the one installed.
func newPress(chromium string, env Env) (press.Press, error) {
	say, err := messages.Load(env.Locales, packTexts)
	if err != nil {
		return press.Press{}, err
	}
	paper, err := content.LoadPaper(env.Assets)
	if err != nil {
		return press.Press{}, err
	}
	program, err := press.Find(chromium)
	return press.Press{Chromium: program, Paper: paper, Say: say.Say, Now: env.Now}, err
}

// serveOwnContent serves the app and the content of this binary to this machine alone, from a database that is thrown away.
func serveOwnContent(ctx context.Context, env Env) (address string, stop func(), err error) {
	folder, err := os.MkdirTemp("", "michishirube-print-*")
	if err != nil {
		return "", nil, err
	}
	db, err := store.Open(filepath.Join(folder, databaseFile))
	if err != nil {
		return "", nil, errors.Join(err, os.RemoveAll(folder))
	}
	drop := func() { _ = db.Close(); _ = os.RemoveAll(folder) }
	var current release.Current
	log := slog.New(slog.DiscardHandler)
	if _, err := publish(ctx, release.NewPublisher(db, &current, env.Now), master.List{}, env, log); err != nil {
		drop()
		return "", nil, err
	}
	address, silence, err := serveForPrinting(&current, db, env)
	if err != nil {
		drop()
		return "", nil, err
	}
	return address, func() { silence(); drop() }, nil
}

// serveForPrinting serves what is public to this machine alone.
func serveForPrinting(current *release.Current, files web.Files, env Env) (address string, stop func(), err error) {
	log := slog.New(slog.DiscardHandler)
	handler, err := web.New(web.Config{
		App: env.App, Current: current, Files: files, Ready: func(context.Context) error { return nil }, Log: log, Now: env.Now,
	})
	if err != nil {
		return "", nil, err
	}
	listener, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		return "", nil, err
	}
	server := web.Server(handler, log)
	go func() { _ = server.Serve(listener) }()
	return "http://" + listener.Addr().String(), func() { _ = server.Close() }, nil
}
