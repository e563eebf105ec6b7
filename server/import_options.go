package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/url"
	"slices"

	"michishirube/server/content"
	"michishirube/server/directory"
	"michishirube/server/directory/master"
	"michishirube/server/messages"
)

// importOptions is how an import is to be done, checked.
type importOptions struct {
	data, file, sheet                string
	by                               string
	sourceURL, publisher, verifiedOn string
	kind                             directory.Kind
	dryRun, skipBad, remove          bool
	today                            string
}

// flagHelp is a flag as the usage shows it; the parser knows it by the same name.
type flagHelp struct{ flag, english, japanese string }

func importFlags() []flagHelp {
	return []flagHelp{
		{"--dry-run", "print what would change and write nothing", "変わるところを出し、何も書き込まない"},
		{"--skip-bad", "take over the other rows when some have faults", "取り込めない行を除いて、ほかの行を取り込む"},
		{"--publisher NAME", "who stands behind the list, for rows that do not say", "名簿の発行者。列に書いていない行に使う"},
		{"--source-url URL", "the page of the list, for rows that do not say", "名簿のページ。列に書いていない行に使う"},
		{"--verified-on DAY", "when the list was compared with it, for rows that do not say", "名簿を確かめた日。列に書いていない行に使う"},
		{"--kind KIND", "what the rows are, for rows that do not say and have no number", "種別。列にも番号にもない行に使う"},
		{"--sheet NAME", "the sheet of a workbook; the first if not given", "読むシート。省略時は最初のシート"},
		{"--by NAME", "who does it, for the record (default: the user of the machine)", "取り込む人。記録に残る"},
		{"--remove", "take the imported list away; needs no file", "取り込んだ名簿を外す。ファイルは要らない"},
		{"--data FOLDER", "folder of the database (MICHISHIRUBE_DATA, default ./data)", "データの保存先"},
	}
}

func importUsage(w io.Writer) {
	fmt.Fprint(w, "Usage: michishirube import [FLAGS] FILE\n\n"+
		"Takes over an organisation's own list of insurers and desks from CSV (CP932 or UTF-8) or xlsx. It replaces the list\n"+
		"imported before. Nothing is written if any row has a fault. The server must be stopped; it serves the list from its\n"+
		"next start on.\n"+
		"自団体の保険者や窓口の名簿を、CSV(CP932、UTF-8)か xlsx から取り込みます。前に取り込んだ名簿と入れ替わります。\n"+
		"取り込めない行があれば、何も書き込みません。サーバーを止めて実行します。次の起動から配られます。\n\nFlags:\n")
	printFlags(w, importFlags())
}

func printFlags(w io.Writer, flags []flagHelp) {
	for _, f := range flags {
		fmt.Fprintf(w, "  %s\n        %s\n        %s\n", f.flag, f.english, f.japanese)
	}
}

// parseImport reads the arguments; flags may also stand after the file.
func parseImport(args []string, env Env) (importOptions, error) {
	o := importOptions{today: string(content.DateIn(env.Now()))}
	var kind string
	flags := quietFlags("import")
	flags.BoolVar(&o.dryRun, "dry-run", false, "")
	flags.BoolVar(&o.skipBad, "skip-bad", false, "")
	flags.BoolVar(&o.remove, "remove", false, "")
	flags.StringVar(&o.data, "data", dataFolder(env), "")
	flags.StringVar(&o.sheet, "sheet", "", "")
	flags.StringVar(&o.by, "by", cmp.Or(env.Getenv("USER"), env.Getenv("USERNAME")), "")
	flags.StringVar(&o.sourceURL, "source-url", "", "")
	flags.StringVar(&o.publisher, "publisher", "", "")
	flags.StringVar(&o.verifiedOn, "verified-on", "", "")
	flags.StringVar(&kind, "kind", "", "")
	files, err := parseAround(flags, args)
	if err != nil {
		return o, err
	}
	switch {
	case o.remove && len(files) > 0:
		return o, explained{id: "no_file"}
	case !o.remove && len(files) != 1:
		return o, explained{id: "one_file"}
	case !o.remove:
		o.file = files[0]
	}
	return o, o.check(kind)
}

// check looks at the values, some of which go to devices.
func (o *importOptions) check(kind string) error {
	if o.verifiedOn != "" {
		day, ok := master.Day(o.verifiedOn)
		if !ok || day > o.today {
			return explained{"day", map[string]string{"flag": "--verified-on", "value": o.verifiedOn}}
		}
		o.verifiedOn = day
	}
	if o.sourceURL != "" {
		u, err := url.Parse(o.sourceURL)
		if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
			return explained{"url", map[string]string{"flag": "--source-url", "value": o.sourceURL}}
		}
	}
	if kind != "" {
		for _, k := range directory.Kinds() {
			if kind == string(k) || slices.Contains(master.KindNames(k), kind) {
				o.kind = k
			}
		}
		if o.kind == "" {
			return explained{"kind", map[string]string{"value": kind}}
		}
	}
	if o.by == "" && !o.dryRun {
		return explained{id: "by"}
	}
	return nil
}

// quietFlags makes a set whose errors and usage are printed by the caller.
func quietFlags(name string) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	return flags
}

// parseAround parses flags that stand before, between and after the other arguments, which it returns.
func parseAround(flags *flag.FlagSet, args []string) (others []string, err error) {
	for {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		if args = flags.Args(); len(args) == 0 {
			return others, nil
		}
		others, args = append(others, args[0]), args[1:]
	}
}

// usageError explains what was wrong with the arguments, or prints the help that was asked for.
func usageError(env Env, say *messages.Messages, command string, usage func(io.Writer), err error) int {
	if errors.Is(err, flag.ErrHelp) {
		usage(env.Stdout)
		return exitOK
	}
	text := err.Error()
	if words := (explained{}); errors.As(err, &words) {
		text = say.Say("import.usage."+words.id, words.args)
	}
	fmt.Fprintf(env.Stderr, "%s: %s\n", command, text)
	return exitUsage
}

// dataFolder gives the folder of the database where no flag does, as for serve.
func dataFolder(env Env) string { return cmp.Or(env.Getenv("MICHISHIRUBE_DATA"), "./data") }
