package main

import (
	"context"
	"crypto/tls"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"time"

	"michishirube/server/directory/master"
	"michishirube/server/release"
	"michishirube/server/store"
	"michishirube/server/web"
	"michishirube/server/web/editor"
)

// databaseFile is the one file in the data folder; a backup is a copy of it.
const databaseFile = "michishirube.db"

// shutdownWait is how long requests under way may take to finish.
const shutdownWait = 10 * time.Second

var errContent = errors.New("the content has faults and was not published; nothing is served")

// serve runs the server until ctx ends.
func serve(ctx context.Context, args []string, env Env) int {
	c, err := parseConfig(args, env.Getenv)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(env.Stdout, "Usage: michishirube serve [FLAGS]\n\nServes the app and its content until it is stopped.\n"+
			"止められるまで、アプリと内容を配信します。\n\nFlags:\n")
		flagUsage(env.Stdout)
		return exitOK
	}
	if err != nil {
		fmt.Fprintf(env.Stderr, "serve: %v\n", err)
		return exitUsage
	}
	if err := runServer(ctx, c, env); err != nil {
		fmt.Fprintf(env.Stderr, "serve: %v\n", err)
		tellDatabase(ctx, env, err, c.data, c.backups)
		return exitFailure
	}
	return exitOK
}

// runServer opens what a server needs, in the order in which it can fail, and closes it in the opposite one.
func runServer(ctx context.Context, c config, env Env) (err error) {
	log := slog.New(slog.NewTextHandler(env.Stderr, &slog.HandlerOptions{Level: c.level}))
	if !c.offlineWorks() {
		log.Warn("browsers keep the app for offline use only if they reach it by https: give -tls-cert and -tls-key, " +
			"or -origin if a proxy does it / httpsでないため、オフラインでは使えません")
	}
	certificates, err := loadCertificate(c)
	if err != nil {
		return err
	}
	// First, since it is quickly told, and the likeliest mistake of all.
	db, err := openDatabase(c.data, c.backups)
	if err != nil {
		return openError(err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()

	ctx, stop := context.WithCancel(ctx)
	defer stop()
	shelf, err := newShelf(ctx, c, env, log, db)
	if err != nil {
		return err
	}
	if shelf != nil {
		defer func() { stop(); shelf.Wait() }() // before the database is closed
	}
	handler, err := prepare(ctx, c, env, log, db, shelf)
	if err != nil {
		return err
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		keepBackups(ctx, db, backupFolder(c.data, c.backups), env.Now, log)
	}()
	defer func() { stop(); <-done }() // before the database is closed
	listener, err := net.Listen("tcp", c.addr)
	if err != nil {
		return fmt.Errorf("listen on %s: %w", c.addr, err)
	}
	server := web.Server(handler, log)
	if certificates != nil {
		server.TLSConfig = &tls.Config{MinVersion: tls.VersionTLS12, Certificates: certificates}
	}
	fmt.Fprintf(env.Stdout, "serving at %s\n", address(c, listener))
	return serveUntil(ctx, server, listener, log)
}

// prepare puts the content in force and gives the handler that serves it.
func prepare(ctx context.Context, c config, env Env, log *slog.Logger, db *store.Store, shelf *editor.Shelf) (http.Handler, error) {
	var current release.Current
	publisher := release.NewPublisher(db, &current, env.Now)
	_, list, err := importedList(ctx, db)
	if err != nil {
		return nil, err
	}
	said, err := publish(ctx, publisher, list, env, log)
	if err != nil {
		return nil, err
	}
	logContent(log, &current)
	regions := release.NewRegionPublisher(db, &current, said.content, env.Now)
	reviews, err := regions.Load(ctx)
	if err != nil {
		return nil, err
	}
	for code, fields := range reviews {
		log.Warn("the national text beside these fields has changed; they are not shown until somebody has looked", "region", code, "fields", fields)
	}
	pages, err := newEditor(c, env, log, db, said, &current, regions, shelf)
	if err != nil {
		return nil, err
	}
	feed, err := newFeed(env, db, said)
	if err != nil {
		return nil, err
	}
	licences, err := fs.ReadFile(env.Assets, "licences.txt")
	if err != nil {
		return nil, err
	}
	return web.New(web.Config{
		App: app(c, env), Removes: c.removeApp, Current: &current, Files: db, Ready: ready(db, publisher), Editor: pages, Feed: feed, Licences: licences,
		HTTPS: c.https(), Log: log, Now: env.Now,
	})
}

// ready checks that content can be served, and that what somebody saves would be kept.
func ready(db *store.Store, publisher *release.Publisher) func(context.Context) error {
	return func(ctx context.Context) error { return errors.Join(publisher.Ready(ctx), db.There()) }
}

// serveUntil serves until ctx ends, then lets the requests under way finish.
func serveUntil(ctx context.Context, server *http.Server, listener net.Listener, log *slog.Logger) error {
	ended := make(chan error, 1)
	go func() {
		if server.TLSConfig != nil {
			ended <- server.ServeTLS(listener, "", "")
			return
		}
		ended <- server.Serve(listener)
	}()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	log.Info("stopping")
	wait, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownWait)
	defer cancel()
	if err := server.Shutdown(wait); err != nil {
		log.Warn("requests were cut off", "error", err)
		return server.Close()
	}
	return nil
}

// publish puts the content of this binary, with the imported list laid over its directory, in force if it is new and
// without a fault, and gives it. Another list makes other content, so an import is published at the next start.
func publish(ctx context.Context, publisher *release.Publisher, list master.List, env Env, log *slog.Logger) (embedded, error) {
	said, faults := load(env.Assets, env.Locales)
	if len(faults) > 0 {
		return embedded{}, refuse(env, faults)
	}
	said.directory = master.Lay(said.directory, list)
	in, err := said.compile()
	if err != nil {
		return embedded{}, err
	}
	outcome, err := publisher.Start(ctx, in, func() error {
		if faults := said.prove(); len(faults) > 0 {
			return refuse(env, faults)
		}
		return nil
	})
	if err != nil {
		return embedded{}, err
	}
	log.Info("content of this binary", "outcome", outcome, "imported", len(list.Entries))
	if outcome == release.Withdrawn {
		log.Warn("the content of this binary was rolled back earlier and is not served")
	}
	return said, nil
}

func logContent(log *slog.Logger, current *release.Current) {
	s, err := current.Load()
	if err != nil {
		return
	}
	log.Info("content in force", "release", s.Current.ID, "since", s.Publication.At,
		"reviewed_on", s.Current.ReviewedOn, "review_by", s.Current.ReviewBy)
	if s.PreviousErr != nil {
		log.Warn("the release before cannot be read; devices in the middle of its download start again", "error", s.PreviousErr)
	}
}

func refuse(env Env, faults []fmt.Stringer) error {
	listFaults(env.Stderr, faults)
	return errContent
}

func openError(err error) error {
	if errors.Is(err, store.ErrLocked) {
		return fmt.Errorf("%w: stop it, or give another folder with -data / 同じデータフォルダーを別のサーバーが使っています", err)
	}
	return err
}

func loadCertificate(c config) ([]tls.Certificate, error) {
	if c.cert == "" {
		return nil, nil
	}
	pair, err := tls.LoadX509KeyPair(c.cert, c.key)
	if err != nil {
		return nil, fmt.Errorf("-tls-cert %s, -tls-key %s: %w", c.cert, c.key, err)
	}
	return []tls.Certificate{pair}, nil
}

// app is what is served as the app: if that was asked for, what takes it off devices.
func app(c config, env Env) fs.FS {
	if c.removeApp {
		return env.Removal
	}
	return env.App
}

// address is what to open in a browser on this machine, or by its users if the origin is known.
func address(c config, l net.Listener) string {
	if c.origin != nil {
		return c.origin.String()
	}
	scheme := "http"
	if c.cert != "" {
		scheme = "https"
	}
	host, _, _ := net.SplitHostPort(c.addr)
	_, port, _ := net.SplitHostPort(l.Addr().String())
	if host == "" || net.ParseIP(host).IsUnspecified() {
		host = "localhost"
	}
	return scheme + "://" + net.JoinHostPort(host, port)
}
