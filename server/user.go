package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"michishirube/server/account"
	"michishirube/server/editorial"
	"michishirube/server/messages"
	"michishirube/server/release"
	"michishirube/server/store"
)

// userTexts holds the words of the subcommand user.
const userTexts = "command/user.ja.toml"

// byServer stands in the audit for whoever works on the server itself.
const byServer = "server"

// users runs the subcommand user and gives its exit status. The first account is made here, and whoever locked herself out
// is let in again: whoever may work on the server may do both anyway.
func users(ctx context.Context, args []string, env Env) int {
	say, err := messages.Load(env.Locales, userTexts)
	if err != nil {
		fmt.Fprintf(env.Stderr, "user: %v\n", err)
		return exitFailure
	}
	r := &userRun{env: env, say: say}
	if err := r.run(ctx, args); err != nil {
		status := r.fail(err)
		tellDatabase(ctx, env, err, r.options.data, env.Getenv(backupsEnv))
		return status
	}
	return exitOK
}

// userRun is one call of the subcommand.
type userRun struct {
	env     Env
	say     *messages.Messages
	options userOptions
	db      *store.Store
}

func (r *userRun) run(ctx context.Context, args []string) (err error) {
	if r.options, err = parseUser(args, r.env); err != nil {
		return err
	}
	path := filepath.Join(r.options.data, databaseFile)
	if r.options.action == "list" {
		r.db, err = store.OpenReadOnly(path)
		if errors.Is(err, fs.ErrNotExist) {
			r.line("none", nil)
			return nil
		}
	} else {
		r.db, err = openDatabase(r.options.data, r.env.Getenv(backupsEnv))
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.db.Close()) }()
	switch r.options.action {
	case "add":
		return r.add(ctx)
	case "password":
		return r.password(ctx)
	case "close":
		return r.close(ctx)
	}
	return r.list(ctx)
}

func (r *userRun) add(ctx context.Context) error {
	o := r.options
	u := account.User{Name: o.name, Display: o.display, Role: o.role, Regions: o.regions, CreatedAt: r.env.Now().UTC().Truncate(time.Second)}
	if err := u.Validate(); err != nil {
		return err
	}
	if _, err := r.db.User(ctx, u.Name); err == nil {
		return explained{"taken", map[string]string{"name": u.Name}}
	}
	for _, code := range u.Regions {
		if code == account.National && len(u.Regions) == 1 {
			continue
		}
		if _, err := r.db.Region(ctx, code); errors.Is(err, release.ErrNotFound) {
			return explained{"region", map[string]string{"code": code}}
		} else if err != nil {
			return err
		}
	}
	if err := r.setPassword(&u); err != nil {
		return err
	}
	if err := r.db.AddUser(ctx, u, r.audit("user", u.Summary(), u.OnlyRegion())); err != nil {
		return err
	}
	r.line("added", map[string]string{"name": u.Name})
	return nil
}

// password sets one that the operator was given or made up. A closed account is open again afterwards.
func (r *userRun) password(ctx context.Context) error {
	u, err := r.known(ctx)
	if err != nil {
		return err
	}
	if err := r.setPassword(&u); err != nil {
		return err
	}
	u, err = r.db.ChangeUser(ctx, u.Name, r.audit("password", u.Name, u.OnlyRegion()), func(now *account.User) error {
		now.Hash, now.PasswordAt, now.Start, now.Disabled = u.Hash, u.PasswordAt, "", false
		now.Succeed()
		if r.options.removePasskeys {
			now.Passkeys = nil
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := r.db.EndSessions(ctx, func(s account.Session) bool { return s.User == u.Name }); err != nil {
		return err
	}
	r.line("password_set", map[string]string{"name": u.Name})
	if len(u.Passkeys) > 0 {
		r.line("passkeys_kept", nil)
	}
	return nil
}

func (r *userRun) close(ctx context.Context) error {
	u, err := r.known(ctx)
	if err != nil {
		return err
	}
	_, err = r.db.ChangeUser(ctx, u.Name, r.audit("user_close", u.Name, u.OnlyRegion()), func(u *account.User) error {
		u.Disabled = true
		return nil
	})
	if err != nil {
		return err
	}
	r.line("closed", map[string]string{"name": u.Name})
	return nil
}

func (r *userRun) list(ctx context.Context) error {
	all, err := r.db.Users(ctx)
	if err != nil {
		return err
	}
	for _, u := range all {
		state := "in_use"
		if _, locked := u.Locked(r.env.Now()); locked {
			state = "locked"
		}
		switch {
		case u.Disabled:
			state = "closed"
		case u.Start != "":
			state = "not_started"
		}
		r.line("line", map[string]string{
			"name": u.Name, "display": u.Display, "role": string(u.Role), "regions": strings.Join(u.Regions, ","), "state": r.say.Say("user.state."+state, nil),
		})
	}
	if len(all) == 0 {
		r.line("none", nil)
	}
	return nil
}

func (r *userRun) known(ctx context.Context) (account.User, error) {
	u, err := r.db.User(ctx, r.options.name)
	if errors.Is(err, release.ErrNotFound) {
		err = explained{"not_found", map[string]string{"name": r.options.name}}
	}
	return u, err
}

func (r *userRun) audit(what, detail, region string) editorial.Line {
	return editorial.Line{At: r.env.Now().UTC().Truncate(time.Second), By: byServer, Region: region, What: what, Detail: detail}
}

func (r *userRun) line(id string, args map[string]string) {
	fmt.Fprintln(r.env.Stdout, r.say.Say("user."+id, args))
}

// fail says what went wrong: 2 if another way of asking would do.
func (r *userRun) fail(err error) int {
	var words explained
	var fault account.PasswordFault
	id, args, status := "error.store", map[string]string{"detail": err.Error()}, exitFailure
	switch {
	case errors.Is(err, errHelp):
		userUsage(r.env.Stdout)
		return exitOK
	case errors.Is(err, store.ErrLocked):
		id = "error.locked"
	case errors.Is(err, account.ErrName):
		id, status = "error.name", exitUsage
	case errors.Is(err, account.ErrRole):
		id, status = "error.role", exitUsage
	case errors.As(err, &fault):
		id, args = "password."+fault.Code, map[string]string{"shortest": fmt.Sprint(account.ShortestPassword), "longest": fmt.Sprint(account.LongestPassword)}
	case errors.As(err, &words):
		id, args = "error."+words.id, words.args
		if words.id == "action" || words.id == "regions" {
			status = exitUsage
		}
	}
	fmt.Fprintln(r.env.Stderr, "user: "+r.say.Say("user."+id, args))
	return status
}

func userUsage(w io.Writer) {
	fmt.Fprint(w, "Usage: michishirube user add NAME --role ROLE --regions CODES|'*' [FLAGS]\n"+
		"       michishirube user list\n"+
		"       michishirube user password NAME [FLAGS]\n"+
		"       michishirube user close NAME\n\n"+
		"Makes and keeps the accounts of the editor. The server must be stopped. There is no default password: it is typed twice,\n"+
		"or given as the first line of standard input. password also opens a closed account again and ends its sessions.\n"+
		"編集の担当者を登録し、管理します。サーバーを止めて実行します。はじめから決まったパスワードはありません。2回入力するか、\n"+
		"標準入力の1行目で渡します。password は、閉じたアカウントを開き直し、ログイン中の端末をログアウトします。\n\nFlags:\n")
	printFlags(w, userFlags())
}
