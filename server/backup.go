package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"michishirube/server/store"
)

// A running server makes its own backups, since nobody else may open its file: once at the start and once a day.
const (
	backupEvery  = 24 * time.Hour
	backupsKept  = 14
	backupPrefix = "michishirube-"
	backupSuffix = ".db"
	backupStamp  = "20060102T150405Z"
	partSuffix   = ".part" // of one that is being written
)

const backupUsage = `Usage: michishirube backup --out FILE [--data FOLDER]

Copies the database and verifies the copy. The server must be stopped; a running one makes a backup each day by itself,
in the folder given with -backups.
データベースを写し、写しを確かめます。サーバーを止めて使います。動いているサーバーは、毎日自分でバックアップを作ります。

`

const restoreUsage = `Usage: michishirube restore --from FILE [--data FOLDER]

Verifies a backup and puts it in the place of the database. What was there is kept beside it. The server must be stopped.
バックアップを確かめ、データベースと入れ替えます。元のファイルは隣に残します。サーバーを止めて使います。

`

// backup runs the subcommand and gives its exit status.
func backup(ctx context.Context, args []string, env Env) int {
	flags := flag.NewFlagSet("backup", flag.ContinueOnError)
	out := flags.String("out", "", "the `file` to write")
	return onDatabase(ctx, args, env, flags, backupUsage, out, "--out", func(path string) error {
		return copyDatabase(ctx, path, *out)
	})
}

// restore runs the subcommand and gives its exit status.
func restore(ctx context.Context, args []string, env Env) int {
	flags := flag.NewFlagSet("restore", flag.ContinueOnError)
	from := flags.String("from", "", "the backup `file`")
	return onDatabase(ctx, args, env, flags, restoreUsage, from, "--from", func(path string) error {
		kept, err := replaceDatabase(ctx, *from, path, env.Now())
		if err == nil && kept != "" {
			fmt.Fprintf(env.Stdout, "what was there is kept as %s\n", kept)
		}
		return err
	})
}

// onDatabase reads the flags of a subcommand that works on the database as a file, and runs it.
func onDatabase(ctx context.Context, args []string, env Env, flags *flag.FlagSet, usage string, file *string, name string, do func(path string) error) int {
	flags.SetOutput(env.Stderr)
	flags.Usage = func() {
		fmt.Fprint(env.Stderr, usage)
		flags.PrintDefaults()
	}
	data := flags.String("data", dataFolder(env), "`folder` of the database")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return exitOK
	} else if err != nil {
		return exitUsage
	}
	if *file == "" || flags.NArg() > 0 {
		fmt.Fprintf(env.Stderr, "%s: expected %s FILE and nothing else\n", flags.Name(), name)
		return exitUsage
	}
	if err := do(filepath.Join(*data, databaseFile)); err != nil {
		fmt.Fprintf(env.Stderr, "%s: %v\n", flags.Name(), openError(err))
		tellDatabase(ctx, env, err, *data, env.Getenv(backupsEnv))
		return exitFailure
	}
	fmt.Fprintf(env.Stdout, "%s: done and verified / 完了し、確かめました\n", flags.Name())
	return exitOK
}

// copyDatabase copies a database nobody holds, and verifies the copy before it gets its name.
func copyDatabase(ctx context.Context, path, out string) (err error) {
	db, err := store.OpenReadOnly(path)
	if err != nil {
		return err
	}
	return errors.Join(writeBackup(ctx, db, out), db.Close())
}

// writeBackup writes a copy aside, verifies it and gives it its name: a backup that cannot be restored is none.
func writeBackup(ctx context.Context, db *store.Store, out string) error {
	part := out + partSuffix
	err := writeDown(part, func(w io.Writer) error {
		_, err := db.Backup(w)
		return err
	})
	if err != nil {
		return err
	}
	if err := store.Verify(ctx, part); err != nil {
		return errors.Join(fmt.Errorf("the copy is damaged: %w", err), os.Remove(part))
	}
	return store.Rename(part, out)
}

// writeDown writes a file that is on the disk, and not only on its way there, when it returns. It holds accounts, so nobody
// else may read it. One that could not be written whole is taken away.
func writeDown(path string, write func(io.Writer) error) (err error) {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(write(f), f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// replaceDatabase puts a verified copy of the backup in the place of the database and gives the name that what was there
// is kept under; "" where there was none. A database that is in use is not touched.
func replaceDatabase(ctx context.Context, from, path string, now time.Time) (kept string, err error) {
	if err := store.Verify(ctx, from); err != nil {
		return "", badSource{err}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", err
	}
	switch held, err := store.OpenReadOnly(path); {
	case err == nil:
		if err := held.Close(); err != nil {
			return "", err
		}
	case errors.Is(err, store.ErrLocked):
		return "", err
	case !errors.Is(err, fs.ErrNotExist): // damaged or of a newer version: that is what a restore is for
	}
	source, err := os.Open(from)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	part := path + ".restore"
	if err := writeDown(part, func(w io.Writer) error { _, err := io.Copy(w, source); return err }); err != nil {
		return "", err
	}
	if err := store.Verify(ctx, part); err != nil {
		return "", errors.Join(err, os.Remove(part))
	}
	if kept, err = keepAside(path, now); err != nil {
		return "", err
	}
	return kept, store.Rename(part, path)
}

// badSource says that what was to be restored is no backup.
type badSource struct{ error }

func (e badSource) Unwrap() error { return e.error }

// keepAside gives the database a second name, which nothing had before; "" if there is none. Until the restored one takes
// the first, a power cut leaves it as it is.
func keepAside(path string, now time.Time) (string, error) {
	name := path + ".before-" + now.UTC().Format(backupStamp)
	for kept, n := name, 2; ; kept, n = fmt.Sprintf("%s-%d", name, n), n+1 {
		if _, err := os.Lstat(kept); err == nil {
			continue
		}
		err := os.Link(path, kept)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return "", nil
		case err != nil: // a file system that knows one name for a file only
			return kept, os.Rename(path, kept)
		}
		return kept, nil
	}
}

// keepBackups makes one now and one each day until ctx ends. A backup that fails is told and tried again the next day: the
// guide is served all the same.
func keepBackups(ctx context.Context, db *store.Store, folder string, now func() time.Time, log *slog.Logger) {
	ticker := time.NewTicker(backupEvery)
	defer ticker.Stop()
	for {
		if err := backUp(ctx, db, folder, now()); err != nil && ctx.Err() == nil {
			log.Error("no backup was made", "folder", folder, "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// backUp writes one backup into the folder and removes those no longer kept: of each day the last stays, and of the days the
// last ones. A server that is started again and again would otherwise soon have none but those of today.
func backUp(ctx context.Context, db *store.Store, folder string, now time.Time) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	name := backupPrefix + now.UTC().Format(backupStamp) + backupSuffix
	if err := writeBackup(ctx, db, filepath.Join(folder, name)); err != nil {
		return err
	}
	days, drop := map[string]bool{}, []string{}
	for _, path := range backupsIn(folder) {
		at, ok := takenAt(path)
		switch day := at.Format(time.DateOnly); {
		case !ok: // somebody's own
		case days[day] || len(days) == backupsKept:
			drop = append(drop, path)
		default:
			days[day] = true
		}
	}
	// What a kill in the middle of a backup left.
	parts, err := filepath.Glob(filepath.Join(folder, backupPrefix+"*"+backupSuffix+partSuffix))
	if err != nil {
		return err
	}
	for _, path := range append(drop, parts...) {
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	return nil
}
