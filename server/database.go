package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"michishirube/server/content"
	"michishirube/server/messages"
	"michishirube/server/release"
	"michishirube/server/store"
)

// databaseTexts holds what is said when the database cannot be used.
const databaseTexts = "command/database.ja.toml"

// backupsEnv is the setting of the server that tells the other subcommands where its backups are.
const backupsEnv = "MICHISHIRUBE_BACKUPS"

// errGone says that there is no database where there was one.
var errGone = errors.New("the database is gone")

// databaseError is an error of opening the database.
type databaseError struct{ error }

func (e databaseError) Unwrap() error { return e.error }

// backupFolder is where the backups of a data folder are, if nothing else was said.
func backupFolder(data, backups string) string {
	return cmp.Or(backups, filepath.Join(data, "backups"))
}

// openDatabase opens the database of a data folder, and makes one on a first start. Where its backups are, or what a restore
// kept aside, there was one: an empty one in its place would take every region's words from its devices.
func openDatabase(data, backups string) (*store.Store, error) {
	path := filepath.Join(data, databaseFile)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		left, err := filepath.Glob(path + ".*")
		if err != nil {
			return nil, err
		}
		if left = append(left, backupsIn(backupFolder(data, backups))...); len(left) > 0 {
			return nil, databaseError{fmt.Errorf("%s is not there, but %s is: %w", path, left[0], errGone)}
		}
	}
	db, err := store.Open(path)
	if err != nil {
		return nil, databaseError{err}
	}
	return db, nil
}

// backupsIn lists the backups of a folder, the newest first.
func backupsIn(folder string) []string {
	names, _ := filepath.Glob(filepath.Join(folder, backupPrefix+"*"+backupSuffix)) // fails for a malformed pattern only
	slices.Sort(names)
	slices.Reverse(names)
	return names
}

// lastGood is the newest backup that can be restored, or "".
func lastGood(ctx context.Context, folder string) string {
	for _, path := range backupsIn(folder) {
		if _, ok := takenAt(path); !ok {
			continue // somebody's own
		}
		if store.Verify(ctx, path) == nil {
			return path
		}
	}
	return ""
}

// tellDatabase says what an error of the database means and what can be done, with the last good backup. It says nothing of
// other errors.
func tellDatabase(ctx context.Context, env Env, err error, data, backups string) {
	what := troubleWith(err)
	if errors.As(err, new(badSource)) {
		what = "source"
	}
	if what == "" {
		return
	}
	say, bad := messages.Load(env.Locales, databaseTexts)
	if bad != nil {
		return // the error itself was told
	}
	line := func(id string, args map[string]string) { fmt.Fprintln(env.Stderr, say.Say("database."+id, args)) }
	data, backups = absolute(data), absolute(backupFolder(data, backups))
	line(what, nil)
	line("folder", map[string]string{"folder": data})
	good := lastGood(ctx, backups)
	if good == "" {
		line("none", map[string]string{"folder": backups})
		return
	}
	at, _ := takenAt(good)
	line("backup", map[string]string{"file": good, "at": at.Format("2006年1月2日 15:04")})
	if what != "full" && what != "unwritable" { // these are not mended by a restore
		line("restore", nil)
		fmt.Fprintf(env.Stderr, "  michishirube restore --data %s --from %s\n", quoted(data), quoted(good))
	}
}

// troubleWith names the words for an error of the database; "" for any other.
func troubleWith(err error) string {
	full := errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG) ||
		runtime.GOOS == "windows" && errors.Is(err, syscall.Errno(112)) // ERROR_DISK_FULL
	ofDatabase := errors.As(err, new(databaseError)) || errors.Is(err, release.ErrUnsaved)
	switch {
	case errors.Is(err, errGone):
		return "missing"
	case errors.Is(err, store.ErrNewerSchema):
		return "newer"
	case errors.Is(err, store.ErrDamaged), errors.Is(err, release.ErrDamaged):
		return "damaged"
	case ofDatabase && full:
		return "full"
	case ofDatabase && (errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)):
		return "unwritable"
	}
	return ""
}

// takenAt tells when a backup was made, by its name.
func takenAt(path string) (time.Time, bool) {
	name := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(path), backupPrefix), backupSuffix)
	at, err := time.Parse(backupStamp, name)
	return content.InJapan(at), err == nil
}

// absolute lets a command be run from another folder.
func absolute(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}

// quoted writes a path so that a shell takes it as one word.
func quoted(path string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune(`/._-:\`, r)
	}
	switch {
	case !strings.ContainsFunc(path, func(r rune) bool { return !plain(r) }):
		return path
	case runtime.GOOS == "windows":
		return `"` + path + `"`
	}
	return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
}
