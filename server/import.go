package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"michishirube/server/content"
	"michishirube/server/directory"
	"michishirube/server/directory/intake"
	"michishirube/server/directory/master"
	"michishirube/server/editorial"
	"michishirube/server/messages"
	"michishirube/server/release"
	"michishirube/server/store"
)

// commandTexts holds the words of import and export.
const commandTexts = "command/import.ja.toml"

// importList runs the subcommand import and gives its exit status.
func importList(ctx context.Context, args []string, env Env) int {
	say, err := messages.Load(env.Locales, commandTexts)
	if err != nil {
		fmt.Fprintf(env.Stderr, "import: %v\n", err)
		return exitFailure
	}
	o, err := parseImport(args, env)
	if err != nil {
		return usageError(env, say, "import", importUsage, err)
	}
	r := &importRun{env: env, say: say, options: o}
	if err := r.run(ctx); err != nil {
		status := r.fail(err)
		tellDatabase(ctx, env, err, o.data, env.Getenv(backupsEnv))
		return status
	}
	return exitOK
}

// importRun is one import under way.
type importRun struct {
	env     Env
	say     *messages.Messages
	options importOptions

	embedded *directory.Directory
	before   master.List // what was imported last
	file     []byte
	plan     intake.Plan
}

// errRefused says that rows have faults; they are listed already.
var errRefused = errors.New("rows have faults")

func (r *importRun) run(ctx context.Context) (err error) {
	d, issues := directory.Load(r.env.Assets, "")
	if len(issues) > 0 {
		return explained{id: "directory"}
	}
	r.embedded = d
	// First, since it is quickly told: a server that runs would not see what is written.
	db, err := r.open()
	if err != nil {
		return err
	}
	if db != nil {
		defer func() { err = errors.Join(err, db.Close()) }()
		if r.before, err = r.last(ctx, db); err != nil {
			return err
		}
	}
	if err := r.read(); err != nil {
		return err
	}
	r.lines(r.plan.Changes(r.say.Say, r.options.dryRun))
	if r.plan.Result.Bad > 0 && !r.options.skipBad {
		return errRefused
	}
	switch {
	case r.options.dryRun:
		r.line("dry_run", nil)
	case r.plan.Same:
		r.line("nothing_new", nil)
	default:
		return r.write(ctx, db)
	}
	return nil
}

// open opens the data folder; a dry run does not make or change it. nil if there is none to read.
func (r *importRun) open() (*store.Store, error) {
	path := filepath.Join(r.options.data, databaseFile)
	if !r.options.dryRun {
		return openDatabase(r.options.data, r.env.Getenv(backupsEnv))
	}
	db, err := store.OpenReadOnly(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return db, err
}

// last reads what was imported before, and says when.
func (r *importRun) last(ctx context.Context, db *store.Store) (master.List, error) {
	m, list, err := importedList(ctx, db)
	if err != nil {
		return list, err
	}
	if !m.At.IsZero() {
		r.line("last", map[string]string{"at": string(content.DateIn(m.At)), "file": cmp.Or(m.File, "-"), "by": m.By})
	}
	// Content that was withdrawn stays so only as long as it is the same, and another list makes it another.
	history, err := db.History(ctx)
	if n := len(history); n > 0 && history[n-1].Kind == release.KindRollback {
		r.line("rolled_back", nil)
	}
	return list, err
}

// read reads the file into the list to keep; without a file the list is taken away.
func (r *importRun) read() (err error) {
	if r.options.remove {
		r.plan = intake.Remove(r.embedded, r.before, r.options.today)
		return nil
	}
	if r.file, err = os.ReadFile(r.options.file); err != nil {
		return explained{id: "file", args: map[string]string{"detail": err.Error()}}
	}
	r.plan, err = intake.Read(r.embedded, r.before, r.file, intake.Options{
		Sheet: r.options.sheet, Today: r.options.today, Title: r.say.Say("import.source", nil), SourceURL: r.options.sourceURL,
		Publisher: r.options.publisher, VerifiedOn: r.options.verifiedOn, Kind: r.options.kind,
	})
	if r.plan.Table.Format != "" {
		r.lines(r.plan.Found(r.say.Say, r.options.sheet != ""))
	}
	if err == nil && len(r.plan.Result.Entries) == 0 {
		err = errRefused
	}
	return err
}

func (r *importRun) write(ctx context.Context, db *store.Store) error {
	name := ""
	if !r.options.remove {
		name = filepath.Base(r.options.file)
	}
	now := r.env.Now()
	line := editorial.Line{At: now.UTC().Truncate(time.Second), By: byServer, What: "list", Detail: name}
	if err := (lists{db}).Keep(ctx, intake.RecordOf(r.plan, now, r.options.by, name, r.file), r.plan.List, line); err != nil {
		return err
	}
	switch {
	case r.options.remove:
		r.line("removed_list", nil)
	case r.plan.Result.Bad > 0:
		r.line("skipped", map[string]string{"count": fmt.Sprint(r.plan.Result.Bad)})
	default:
		r.line("written", nil)
	}
	r.line("next", nil)
	return nil
}

func (r *importRun) lines(lines []string) {
	for _, l := range lines {
		fmt.Fprintln(r.env.Stdout, l)
	}
}

func (r *importRun) line(id string, args map[string]string) {
	fmt.Fprintln(r.env.Stdout, r.say.Say("import."+id, args))
}

func (r *importRun) fail(err error) int {
	if errors.Is(err, errRefused) {
		id := "import.refused"
		if len(r.plan.Result.Entries) == 0 {
			id = "import.nothing_left"
		}
		fmt.Fprintln(r.env.Stderr, "import: "+r.say.Say(id, nil))
		return exitFailure
	}
	id, args, status := explain(err)
	fmt.Fprintln(r.env.Stderr, "import: "+r.say.Say("import.error."+id, args))
	return status
}

// explained is an error whose words are import.error.<id>.
type explained struct {
	id   string
	args map[string]string
}

func (e explained) Error() string { return e.id }

// explain finds the words for an error, and the exit status: 2 only if another way of asking would do.
func explain(err error) (id string, args map[string]string, status int) {
	detail := map[string]string{"detail": err.Error()}
	if id, args, usage, ok := intake.Fault(err); ok {
		if usage {
			return id, args, exitUsage
		}
		return id, args, exitFailure
	}
	var words explained
	switch {
	case errors.Is(err, store.ErrLocked):
		return "locked", detail, exitFailure
	case errors.As(err, &words):
		return words.id, words.args, exitFailure
	}
	return "store", detail, exitFailure
}
