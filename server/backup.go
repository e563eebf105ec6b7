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
	"slices"
	"strings"
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
	part := out + ".part"
	err := writeWhole(part, func(w io.Writer) error {
		_, err := db.Backup(w)
		return err
	})
	if err != nil {
		return err
	}
	if err := store.Verify(ctx, part); err != nil {
		return errors.Join(fmt.Errorf("the copy is damaged: %w", err), os.Remove(part))
	}
	// It holds accounts, as the database does.
	return errors.Join(os.Chmod(part, 0o600), os.Rename(part, out))
}

// replaceDatabase puts a verified copy of the backup in the place of the database and gives the name that what was there
// is kept under; "" where there was none. A database that is in use is not touched.
func replaceDatabase(ctx context.Context, from, path string, now time.Time) (kept string, err error) {
	if err := store.Verify(ctx, from); err != nil {
		return "", err
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
	if err := writeWhole(part, func(w io.Writer) error { _, err := io.Copy(w, source); return err }); err != nil {
		return "", err
	}
	if err := errors.Join(os.Chmod(part, 0o600), store.Verify(ctx, part)); err != nil {
		return "", errors.Join(err, os.Remove(part))
	}
	if _, err := os.Stat(path); err == nil {
		kept = path + ".before-" + now.UTC().Format(backupStamp)
		if err := os.Rename(path, kept); err != nil {
			return "", err
		}
	}
	return kept, os.Rename(part, path)
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

// backUp writes one backup into the folder and removes the oldest beyond those kept.
func backUp(ctx context.Context, db *store.Store, folder string, now time.Time) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	name := backupPrefix + now.UTC().Format(backupStamp) + backupSuffix
	if err := writeBackup(ctx, db, filepath.Join(folder, name)); err != nil {
		return err
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	var names []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), backupPrefix) && strings.HasSuffix(e.Name(), backupSuffix) {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	for len(names) > backupsKept {
		if err := os.Remove(filepath.Join(folder, names[0])); err != nil {
			return err
		}
		names = names[1:]
	}
	return nil
}
