package main

import (
	"io/fs"
	"log/slog"
	"os"

	"michishirube/server/messages"
	"michishirube/server/release"
	"michishirube/server/store"
	"michishirube/server/web/editor"
)

// editorTexts holds the words of the editor.
const editorTexts = "editor/*.ja.toml"

// newEditor makes what answers below /editor. It is always there: without an account its login page tells how to make one.
func newEditor(c config, env Env, log *slog.Logger, db *store.Store, said embedded, current *release.Current, regions *release.RegionPublisher) (*editor.Editor, error) {
	say, err := messages.Load(env.Locales, editorTexts)
	if err != nil {
		return nil, err
	}
	command, err := messages.Load(env.Locales, commandTexts)
	if err != nil {
		return nil, err
	}
	var folder fs.FS
	if c.data != "" { // printing leaflets has none
		folder = os.DirFS(c.data)
	}
	return editor.New(editor.Config{
		Store: db, Publisher: regions, Current: current, Content: said.content, Say: say,
		Intake: editor.Intake{Directory: said.own, Lists: lists{db}, Say: command.Say},
		Folder: folder, Now: env.Now, HTTPS: c.https(), Origin: c.origin, Log: log,
	})
}
