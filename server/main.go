// Command michishirube is the whole tool in one binary: the server, and the checks of its content for authors.
package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"michishirube/assets"
	"michishirube/frontend"
	"michishirube/locales"
)

// Exit statuses, the same for every subcommand.
const (
	exitOK      = 0
	exitFailure = 1 // it could not be done, or the content has faults
	exitUsage   = 2 // it was asked for in a way that cannot be understood
)

// Env is all that the program takes from the machine it runs on.
type Env struct {
	Getenv         func(string) string
	Now            func() time.Time
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Assets         fs.FS // content, directory, cases
	Locales        fs.FS // message files
	App            fs.FS // the built app
	Removal        fs.FS // the sw.js that removes the app from devices, and the page that stands there afterwards
}

// collectAt is how many percent the heap grows before it is collected. What a server holds grows with its regions, not with
// its visitors: at half of Go's own value one with every municipality stays below 150 MB, for a fifth more processor time.
const collectAt = 50

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(collectAt)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second signal ends the program at once.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], Env{
		Getenv:  os.Getenv,
		Now:     time.Now,
		Stdin:   os.Stdin,
		Stdout:  os.Stdout,
		Stderr:  os.Stderr,
		Assets:  assets.FS,
		Locales: locales.FS,
		App:     frontend.FS(),
		Removal: frontend.KillFS(),
	}))
}

// command is a subcommand. run gives the exit status.
type command struct {
	name     string
	english  string
	japanese string
	run      func(ctx context.Context, args []string, env Env) int
}

func commands() []command {
	return []command{
		{"serve", "Serve the app and its content (the default).", "アプリと内容を配信します(省略時)。", serve},
		{"check", "Check the content over all answers and days.", "内容をすべての回答と日付について確かめます。",
			func(_ context.Context, args []string, env Env) int { return check(args, env) }},
		{"plan", "Print the next question and the certain steps for given answers.", "回答から次の質問と手順を出します。",
			func(_ context.Context, args []string, env Env) int {
				return plan(args, env)
			}},
		{"leaflets", "List the leaflets, print their words, or make their PDFs.", "リーフレットの一覧、文、PDFを出します。", leaflets},
		{"import", "Take over an organisation's own list of insurers.", "自団体の保険者名簿を取り込みます。", importList},
		{"export", "Write the directory in force to a file.", "今の名簿をファイルに書き出します。", exportList},
		{"backup", "Copy the database and verify the copy.", "データベースのバックアップを作ります。", backup},
		{"restore", "Put a verified backup in the place of the database.", "バックアップから戻します。", restore},
		{"release", "List the releases of the national text, go back to one.", "全国の案内の版を一覧にし、前の版に戻します。", releases},
		{"user", "Make and keep the accounts of the editor.", "編集の担当者を登録し、管理します。", users},
		{"help", "Print this text.", "この説明を出します。", func(_ context.Context, _ []string, env Env) int {
			usage(env.Stdout)
			return exitOK
		}},
	}
}

// run does what the arguments ask for. A first argument that is a flag belongs to serve.
func run(ctx context.Context, args []string, env Env) int {
	name := "serve"
	if len(args) > 0 {
		switch first := args[0]; {
		case first == "-h" || first == "-help" || first == "--help":
			name, args = "help", args[1:]
		case !strings.HasPrefix(first, "-"):
			name, args = first, args[1:]
		}
	}
	var names []string
	for _, c := range commands() {
		if c.name == name {
			return c.run(ctx, args, env)
		}
		names = append(names, c.name)
	}
	fmt.Fprintf(env.Stderr, "unknown subcommand %q: expected one of %s\n", name, strings.Join(names, ", "))
	return exitUsage
}

func usage(w io.Writer) {
	fmt.Fprint(w, "Usage: michishirube [SUBCOMMAND] [FLAGS]\n\nSubcommands:\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-8s %s\n           %s\n", c.name, c.english, c.japanese)
	}
	fmt.Fprint(w, "\nSUBCOMMAND --help tells the flags of each.\nサブコマンドごとの指定は SUBCOMMAND --help で出ます。\n\nFlags of serve:\n")
	flagUsage(w)
}
