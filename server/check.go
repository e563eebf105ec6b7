package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"michishirube/server/content"
)

const checkUsage = `Usage: michishirube check

Prints every fault of the content, one a line as file:line: code: detail, and exits 1; or one line that says there is none.
Rules are proved over all answers and every day on which something changes.
What a language still lacks, or says of a Japanese that has changed, is listed too. It is no fault: the app shows the
Japanese instead, and such a leaflet is not offered.
内容の誤りをすべて出します。なければ、そのことを1行で出します。足りない訳と古い訳も出します(誤りには数えません)。

`

// check runs the subcommand and gives its exit status.
func check(args []string, env Env) int {
	flags := flag.NewFlagSet("check", flag.ContinueOnError)
	flags.SetOutput(env.Stderr)
	flags.Usage = func() { fmt.Fprint(env.Stderr, checkUsage) }
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return exitOK
	} else if err != nil {
		return exitUsage
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(env.Stderr, "check: unexpected argument %q: it takes none\n", flags.Arg(0))
		return exitUsage
	}
	e, faults := load(env.Assets, env.Locales)
	if len(faults) == 0 {
		faults = e.prove()
	}
	if len(faults) > 0 {
		listFaults(env.Stdout, faults)
		return exitFailure
	}
	listFaults(env.Stdout, appendFaults(nil, content.Untranslated(e.content)))
	guide := e.content.Finish()
	fmt.Fprintf(env.Stdout, "no faults: %d facts, %d rules, %d steps, %d routes, %d cases, %d texts, %d helplines, %d leaflets, %d languages; from %s on, %d boundaries\n",
		len(guide.Facts), len(guide.Rules), len(guide.Steps), len(guide.Routes), len(e.content.Cases), len(e.content.Texts[content.SourceLocale]),
		len(e.directory.Helplines), len(e.content.Leaflets), len(guide.Languages), guide.CoversFrom, len(guide.Boundaries))
	return exitOK
}

// listFaults writes each fault with its file as seen from the project's root, where authors work.
func listFaults(w io.Writer, faults []fmt.Stringer) {
	for _, f := range faults {
		root := "assets/"
		if file, _, _ := strings.Cut(f.String(), ":"); strings.HasSuffix(file, ".toml") {
			root = "locales/"
		}
		fmt.Fprintln(w, root+f.String())
	}
}
