package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"michishirube/server/content"
	"michishirube/server/messages"
	"michishirube/server/release"
	"michishirube/server/store"
)

// releaseTexts holds the words of the subcommand release.
const releaseTexts = "command/release.ja.toml"

// shortestRelease is how much of a release's name is enough to be sure that a person means it.
const shortestRelease = 8

// releases runs the subcommand release and gives its exit status.
func releases(ctx context.Context, args []string, env Env) int {
	say, err := messages.Load(env.Locales, releaseTexts)
	if err != nil {
		fmt.Fprintf(env.Stderr, "release: %v\n", err)
		return exitFailure
	}
	r := &releaseRun{env: env, say: say}
	if err := r.run(ctx, args); err != nil {
		status := r.fail(err)
		tellDatabase(ctx, env, err, r.data, env.Getenv(backupsEnv))
		return status
	}
	return exitOK
}

// releaseRun is one call of the subcommand.
type releaseRun struct {
	env  Env
	say  *messages.Messages
	data string // folder of the database
	db   *store.Store
}

func (r *releaseRun) run(ctx context.Context, args []string) (err error) {
	flags := quietFlags("release")
	flags.StringVar(&r.data, "data", dataFolder(r.env), "")
	words, err := parseAround(flags, args)
	if errors.Is(err, flag.ErrHelp) {
		return errHelp
	}
	expected := map[string]int{"list": 1, "rollback": 2, "publish": 2}
	if err != nil || len(words) == 0 || expected[words[0]] != len(words) {
		return explained{id: "action"}
	}
	if words[0] == "list" {
		if r.db, err = store.OpenReadOnly(filepath.Join(r.data, databaseFile)); errors.Is(err, fs.ErrNotExist) {
			r.list(nil)
			return nil
		}
	} else {
		r.db, err = openDatabase(r.data, r.env.Getenv(backupsEnv))
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.db.Close()) }()
	history, err := r.db.History(ctx)
	if err != nil {
		return err
	}
	if words[0] == "list" {
		r.list(history)
		return nil
	}
	return r.put(ctx, words[0], words[1], history)
}

// list tells every release once, the one published last first.
func (r *releaseRun) list(history []release.Publication) {
	seen := map[string]bool{}
	for i, p := range slices.Backward(history) {
		if seen[p.Release] {
			continue
		}
		seen[p.Release] = true
		state := "replaced"
		switch {
		case i == len(history)-1:
			state = "in_force"
		case withdrawn(p.Release, history[i:]):
			state = "withdrawn"
		}
		r.line("line", map[string]string{
			"release": p.Release, "at": content.InJapan(p.At).Format("2006-01-02 15:04"), "state": r.say.Say("release.state."+state, nil),
		})
	}
	if len(history) == 0 {
		r.line("none", nil)
	}
}

// withdrawn tells whether a rollback took the release back.
func withdrawn(id string, history []release.Publication) bool {
	return slices.ContainsFunc(history, func(p release.Publication) bool {
		return p.Parent == id && p.Kind == release.KindRollback
	})
}

// put puts a kept release in force. Only a rollback withdraws what was in force, so that no restart brings it back.
func (r *releaseRun) put(ctx context.Context, action, name string, history []release.Publication) error {
	id, err := known(name, history)
	if err != nil {
		return err
	}
	if history[len(history)-1].Release == id {
		return explained{id: "in_force"}
	}
	var current release.Current
	publisher := release.NewPublisher(r.db, &current, r.env.Now)
	if action == "rollback" {
		err = publisher.Rollback(ctx, id)
	} else {
		var kept release.Release
		if kept, err = r.db.Release(ctx, id); err == nil {
			err = publisher.Publish(ctx, kept)
		}
	}
	if err != nil {
		return err
	}
	r.line(action, map[string]string{"release": id})
	return nil
}

// known finds the release that the beginning of a name means.
func known(name string, history []release.Publication) (string, error) {
	var found []string
	for _, p := range history {
		if len(name) >= shortestRelease && strings.HasPrefix(p.Release, name) && !slices.Contains(found, p.Release) {
			found = append(found, p.Release)
		}
	}
	if len(found) != 1 {
		return "", explained{"not_found", map[string]string{"release": name, "shortest": fmt.Sprint(shortestRelease)}}
	}
	return found[0], nil
}

func (r *releaseRun) line(id string, args map[string]string) {
	fmt.Fprintln(r.env.Stdout, r.say.Say("release."+id, args))
}

// fail says what went wrong: 2 if another way of asking would do.
func (r *releaseRun) fail(err error) int {
	var words explained
	id, args, status := "error.store", map[string]string{"detail": err.Error()}, exitFailure
	switch {
	case errors.Is(err, errHelp):
		releaseUsage(r.env.Stdout)
		return exitOK
	case errors.Is(err, store.ErrLocked):
		id = "error.locked"
	case errors.As(err, &words):
		id, args = "error."+words.id, words.args
		if words.id == "action" {
			status = exitUsage
		}
	}
	fmt.Fprintln(r.env.Stderr, "release: "+r.say.Say("release."+id, args))
	return status
}

func releaseUsage(w io.Writer) {
	fmt.Fprint(w, "Usage: michishirube release list [FLAGS]\n"+
		"       michishirube release rollback RELEASE [FLAGS]\n"+
		"       michishirube release publish RELEASE [FLAGS]\n\n"+
		"Lists the kept releases of the national text, goes back to one, or puts one in force again after going back. RELEASE is\n"+
		"its name in the list, or the beginning of it. The server must be stopped. Devices fetch it when they are opened with a\n"+
		"network, and use it from the next time on; a release that was withdrawn stays so until other content comes or it is\n"+
		"published here.\n"+
		"全国の案内の版の一覧を出し、前の版に戻し、戻す前の版をもう一度公開します。版は、一覧に出る名前か、そのはじめの部分で\n"+
		"指定します。サーバーを止めて実行します。端末は、つながって開いたときに受け取り、その次から使います。\n\nFlags:\n")
	printFlags(w, []flagHelp{{"--data FOLDER", "folder of the database (MICHISHIRUBE_DATA, default ./data)", "データの保存先"}})
}
