package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"

	"michishirube/server/content"
	"michishirube/server/messages"
	"michishirube/server/press"
	"michishirube/server/release"
	"michishirube/server/store"
	"michishirube/server/web/editor"
)

// editorTexts holds the words of the editor.
const editorTexts = "editor/*.ja.toml"

// newEditor makes what answers below /editor. It is always there: without an account its login page tells how to make one.
func newEditor(c config, env Env, log *slog.Logger, db *store.Store, said embedded, current *release.Current, regions *release.RegionPublisher, shelf *editor.Shelf) (*editor.Editor, error) {
	say, err := messages.Load(env.Locales, editorTexts)
	if err != nil {
		return nil, err
	}
	command, err := messages.Load(env.Locales, commandTexts)
	if err != nil {
		return nil, err
	}
	paper, err := content.LoadPaper(env.Assets)
	if err != nil {
		return nil, err
	}
	return editor.New(editor.Config{
		Store: db, Publisher: regions, Current: current, Content: said.content, Say: say,
		Intake: editor.Intake{Directory: said.own, Lists: lists{db}, Say: command.Say},
		Folder: os.DirFS(c.data), Shelf: shelf, Paper: paper, Now: env.Now, HTTPS: c.https(), Origin: c.origin, Log: log,
	})
}

// newShelf makes what prints leaflets on demand; nil where no Chromium was named.
func newShelf(ctx context.Context, c config, env Env, log *slog.Logger, db *store.Store) (*editor.Shelf, error) {
	if c.chromium == "" {
		return nil, nil
	}
	p, err := newPress(c.chromium, env)
	if err != nil {
		return nil, err
	}
	origin := ""
	if c.origin != nil {
		origin = c.origin.String()
	}
	shell, err := fs.ReadFile(env.App, "index.html") // it names the files of the app by their hashes
	if err != nil {
		return nil, fmt.Errorf("has the frontend been built? %w", err)
	}
	sum := sha256.Sum256(shell)
	print := func(ctx context.Context, s *release.Snapshot, o editor.PackOrder, out io.Writer, told func(done, of int)) error {
		address, stop, err := serveForPrinting(release.Hold(s), db, env)
		if err != nil {
			return err
		}
		defer stop()
		_, err = p.Pack(ctx, address, press.Order{Region: o.Region, Language: o.Language, Origin: origin}, out, told)
		return err
	}
	return editor.NewShelf(ctx, filepath.Join(c.data, "cache", "leaflets"), print, hex.EncodeToString(sum[:])+origin, log)
}
