package main

import (
	"bufio"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"michishirube/server/account"
)

// errHelp says that the usage was asked for.
var errHelp = flag.ErrHelp

// userOptions is what the subcommand user is to do, checked.
type userOptions struct {
	action, name, display, data   string
	role                          account.Role
	regions                       []string
	passwordStdin, removePasskeys bool
}

func userFlags() []flagHelp {
	return []flagHelp{
		{"--regions CODES", "regions of a new account, with commas between; * for all", "担当する地域の番号(, で区切る)。すべては *"},
		{"--role ROLE", "editor, approver or administrator", "役割"},
		{"--display TEXT", "the name others see (default: the login name)", "表示する名前"},
		{"--password-stdin", "take the password from the first line of standard input", "パスワードを標準入力の1行目から読む"},
		{"--remove-passkeys", "with password: forget the passkeys too", "password と一緒に、パスキーも外す"},
		{"--data FOLDER", "folder of the database (MICHISHIRUBE_DATA, default ./data)", "データの保存先"},
	}
}

// parseUser reads the arguments; flags may stand anywhere after the action.
func parseUser(args []string, env Env) (userOptions, error) {
	var o userOptions
	var role, regions string
	flags := quietFlags("user")
	flags.StringVar(&o.data, "data", dataFolder(env), "")
	flags.StringVar(&o.display, "display", "", "")
	flags.StringVar(&role, "role", "", "")
	flags.StringVar(&regions, "regions", "", "")
	flags.BoolVar(&o.passwordStdin, "password-stdin", false, "")
	flags.BoolVar(&o.removePasskeys, "remove-passkeys", false, "")
	words, err := parseAround(flags, args)
	if errors.Is(err, flag.ErrHelp) {
		return o, errHelp
	}
	names := map[string]int{"add": 2, "password": 2, "close": 2, "list": 1}
	if err != nil || len(words) == 0 || names[words[0]] != len(words) {
		return o, explained{id: "action"}
	}
	o.action = words[0]
	if len(words) == 2 {
		o.name = strings.ToLower(words[1])
	}
	o.display, o.role = cmp.Or(o.display, o.name), account.Role(role)
	o.regions = strings.FieldsFunc(regions, func(r rune) bool { return r == ',' || r == ' ' })
	if o.action == "add" && len(o.regions) == 0 {
		return o, explained{id: "regions"}
	}
	return o, nil
}

// setPassword asks for a password and keeps its hash.
func (r *userRun) setPassword(u *account.User) error {
	password, err := r.askPassword()
	if err != nil {
		return err
	}
	return u.SetPassword(password, r.env.Now())
}

func (r *userRun) askPassword() (string, error) {
	if r.options.passwordStdin {
		line, err := bufio.NewReader(r.env.Stdin).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return "", explained{"read", map[string]string{"detail": err.Error()}}
		}
		return strings.TrimRight(line, "\r\n"), nil
	}
	file, ok := r.env.Stdin.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return "", explained{id: "terminal"}
	}
	return r.typedTwice(func() ([]byte, error) { return term.ReadPassword(int(file.Fd())) })
}

// typedTwice asks twice, since nobody sees what she types.
func (r *userRun) typedTwice(read func() ([]byte, error)) (string, error) {
	var typed [2]string
	for i, id := range []string{"user.ask.password", "user.ask.again"} {
		fmt.Fprint(r.env.Stderr, r.say.Say(id, map[string]string{"shortest": fmt.Sprint(account.ShortestPassword)})+" ")
		line, err := read()
		fmt.Fprintln(r.env.Stderr)
		if err != nil {
			return "", explained{"read", map[string]string{"detail": err.Error()}}
		}
		typed[i] = string(line)
	}
	if typed[0] != typed[1] {
		return "", explained{id: "again"}
	}
	return typed[0], nil
}
