package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"michishirube/server/content"
	"michishirube/server/directory"
	"michishirube/server/directory/master"
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
		return r.fail(err)
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
	result   master.Result
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
	list, err := r.read()
	if err != nil {
		return err
	}
	diff := master.Compare(master.Lay(d, r.before), master.Lay(d, list))
	r.report(diff)
	if r.result.Bad > 0 && !r.options.skipBad {
		return errRefused
	}
	switch {
	case r.options.dryRun:
		r.line("dry_run", nil)
	case master.Alike(d, r.before, list):
		r.line("nothing_new", nil)
	default:
		return r.write(ctx, db, list)
	}
	return nil
}

// open opens the data folder; a dry run does not make or change it. nil if there is none to read.
func (r *importRun) open() (*store.Store, error) {
	path := filepath.Join(r.options.data, databaseFile)
	if !r.options.dryRun {
		return store.Open(path)
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
func (r *importRun) read() (list master.List, err error) {
	if r.options.remove {
		return master.List{TakenOn: r.options.today}, nil
	}
	if r.file, err = os.ReadFile(r.options.file); err != nil {
		return list, explained{id: "file", args: map[string]string{"detail": err.Error()}}
	}
	table, err := master.ReadTable(r.file, r.options.sheet)
	if err != nil {
		return list, err
	}
	r.reportTable(table)
	r.result, err = master.Read(table, master.Input{
		Directory: r.embedded, Today: r.options.today, SourceURL: r.options.sourceURL, Publisher: r.options.publisher,
		VerifiedOn: r.options.verifiedOn, Kind: r.options.kind,
	})
	if err != nil {
		return list, err
	}
	r.reportRows()
	if len(r.result.Entries) == 0 {
		return list, errRefused
	}
	return master.Take(r.embedded, r.result.Entries, r.options.today, r.say.Say("import.source", nil)), nil
}

func (r *importRun) write(ctx context.Context, db *store.Store, list master.List) error {
	encoded, err := list.Encode()
	if err != nil {
		return err
	}
	m := store.Master{
		At: r.env.Now().UTC().Truncate(time.Second), By: r.options.by, Rows: r.result.Rows, Skipped: r.result.Bad, List: encoded,
	}
	if !r.options.remove {
		sum := sha256.Sum256(r.file)
		m.File, m.Hash = filepath.Base(r.options.file), hex.EncodeToString(sum[:])
	}
	if err := db.PutMaster(ctx, m); err != nil {
		return err
	}
	switch {
	case r.options.remove:
		r.line("removed_list", nil)
	case r.result.Bad > 0:
		r.line("skipped", map[string]string{"count": fmt.Sprint(r.result.Bad)})
	default:
		r.line("written", nil)
	}
	r.line("next", nil)
	return nil
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

func (r *importRun) line(id string, args map[string]string) {
	fmt.Fprintln(r.env.Stdout, r.say.Say("import."+id, args))
}

func (r *importRun) fail(err error) int {
	if errors.Is(err, errRefused) {
		id := "import.refused"
		if len(r.result.Entries) == 0 {
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
	for _, known := range []struct {
		is error
		id string
	}{
		{store.ErrLocked, "locked"}, {store.ErrDamaged, "store"}, {master.ErrEmptyFile, "empty"}, {master.ErrTooLarge, "large"},
		{master.ErrUTF16, "utf16"}, {master.ErrOldWorkbook, "old_workbook"}, {master.ErrWorkbook, "workbook"},
		{master.ErrBinary, "binary"}, {master.ErrColumns, "columns"}, {master.ErrNoRows, "no_rows"},
	} {
		if errors.Is(err, known.is) {
			return known.id, detail, exitFailure
		}
	}
	var words explained
	var line *master.LineError
	var twice *master.ColumnTwiceError
	switch {
	case errors.Is(err, master.ErrSource):
		return "needs_source", nil, exitUsage
	case errors.Is(err, master.ErrSheet):
		return "sheet", nil, exitUsage
	case errors.As(err, &words):
		return words.id, words.args, exitFailure
	case errors.As(err, &line):
		return "quotes", map[string]string{"line": fmt.Sprint(line.Line)}, exitFailure
	case errors.As(err, &twice):
		return "column_twice", map[string]string{"column": twice.Name}, exitFailure
	}
	return "store", detail, exitFailure
}
