package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"michishirube/server/content"
)

// leafletsUsage documents the subcommand; its contract is checked from outside.
const leafletsUsage = `Usage: michishirube leaflets --list
       michishirube leaflets --text --id ID [--language TAG] [--on YYYY-MM-DD] [--origin URL]
       michishirube leaflets --out FOLDER [--region CODE] [--from URL] [--id ID] [--language TAG] [--origin URL] [--chromium FILE]

--list prints one JSON line per leaflet, format and language. --text prints the words of a leaflet as they are printed.
--out makes the leaflets as PDF with an installed Chromium, in one ZIP with an index: the national ones of this program, or
with --region those of a region with its words, as the running server at --from (or --origin) has them in force.
--list はリーフレットの一覧、--text は印刷される文、--out はPDFを一つのZIPにします(Chromiumが要ります)。--region を付けると、
動いているサーバー(--from、なければ --origin)から、その地域の今の案内を読んで作ります。

`

// leafletsOptions is what is asked of the subcommand.
type leafletsOptions struct {
	list, text       bool
	out, chromium    string
	id, language, on string
	origin           string
	region, from     string
}

// leafletLine is one line of --list.
type leafletLine struct {
	ID        string   `json:"id"`
	Format    string   `json:"format"`
	Languages []string `json:"languages"`
	Pages     int      `json:"pages"` // as measured in Chromium
	Version   string   `json:"version"`
	ReviewBy  string   `json:"review_by"`
	Title     string   `json:"title"`
}

// leaflets runs the subcommand and gives its exit status.
func leaflets(ctx context.Context, args []string, env Env) int {
	o, status, ok := parseLeaflets(args, env)
	if !ok {
		return status
	}
	e, faults := load(env.Assets, env.Locales)
	if len(faults) > 0 {
		fmt.Fprintf(env.Stderr, "leaflets: the content has %d faults, the first: %s\n", len(faults), faults[0])
		return exitFailure
	}
	var err error
	switch {
	case o.list:
		err = listLeaflets(env.Stdout, e.content)
	case o.text:
		err = leafletText(env.Stdout, e, o)
	default:
		err = leafletPack(ctx, o, env)
	}
	var wrong askedWrongly
	switch {
	case errors.As(err, &wrong):
		fmt.Fprintln(env.Stderr, "leaflets:", err)
		return exitUsage
	case err != nil:
		fmt.Fprintln(env.Stderr, "leaflets:", err)
		return exitFailure
	}
	return exitOK
}

// askedWrongly says what was asked for in a way that cannot be understood, and what was expected.
type askedWrongly string

func (e askedWrongly) Error() string { return string(e) }

func parseLeaflets(args []string, env Env) (o leafletsOptions, status int, ok bool) {
	flags := flag.NewFlagSet("leaflets", flag.ContinueOnError)
	flags.SetOutput(env.Stderr)
	flags.Usage = func() {
		fmt.Fprint(env.Stderr, leafletsUsage)
		flags.PrintDefaults()
	}
	flags.BoolVar(&o.list, "list", false, "print what there is, as JSON lines")
	flags.BoolVar(&o.text, "text", false, "print the words of one leaflet")
	flags.StringVar(&o.out, "out", "", "make every PDF, in this `folder`")
	flags.StringVar(&o.id, "id", "", "the leaflet, as --list names it (--out: only this one)")
	flags.StringVar(&o.language, "language", "", "its language, as --list names it (--text: ja if not given; --out: only this one)")
	flags.StringVar(&o.region, "region", "", "with --out: the `code` of the region whose words are printed too")
	flags.StringVar(&o.from, "from", "", "with --out: the `URL` of the running server to print from; https, or http://localhost:8080")
	flags.StringVar(&o.on, "on", string(content.DateIn(env.Now())), "the day of printing, in Japan")
	flags.StringVar(&o.origin, "origin", env.Getenv("MICHISHIRUBE_ORIGIN"), "where phones reach the server; without it the paper carries no QR code")
	flags.StringVar(&o.chromium, "chromium", env.Getenv("CHROMIUM_PATH"), "the Chromium to print with (default: the one installed)")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return o, exitOK, false
	} else if err != nil {
		return o, exitUsage, false
	}
	asked := 0
	for _, one := range []bool{o.list, o.text, o.out != ""} {
		if one {
			asked++
		}
	}
	switch {
	case flags.NArg() > 0:
		fmt.Fprintf(env.Stderr, "leaflets: unexpected argument %q\n", flags.Arg(0))
		return o, exitUsage, false
	case asked != 1:
		fmt.Fprintln(env.Stderr, "leaflets: expected one of --list, --text and --out FOLDER")
		return o, exitUsage, false
	case o.out == "" && o.region+o.from != "":
		fmt.Fprintln(env.Stderr, "leaflets: --region and --from belong to --out FOLDER")
		return o, exitUsage, false
	}
	return o, exitOK, true
}

func listLeaflets(w io.Writer, c *content.Content) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, l := range c.FinishLeaflets() {
		for _, format := range l.Formats {
			for _, language := range l.Languages {
				line := leafletLine{
					ID: l.ID, Format: format, Languages: []string{language}, Pages: c.Pages.Of(l.ID, format, language),
					Version: string(l.Version), ReviewBy: string(l.ReviewBy), Title: c.Plain(language, "leaflet."+l.ID+".title"),
				}
				if err := encoder.Encode(line); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func leafletText(w io.Writer, e embedded, o leafletsOptions) error {
	all := e.content.FinishLeaflets()
	i := slices.IndexFunc(all, func(l content.Leaflet) bool { return l.ID == o.id })
	if i < 0 {
		var ids []string
		for _, l := range all {
			ids = append(ids, l.ID)
		}
		return askedWrongly(fmt.Sprintf("--id %q: expected one of %s", o.id, strings.Join(ids, ", ")))
	}
	leaflet := all[i]
	o.language = cmp.Or(o.language, content.SourceLocale)
	if !slices.Contains(leaflet.Languages, o.language) {
		return askedWrongly(fmt.Sprintf("--language %q: leaflet %s is there in %s", o.language, leaflet.ID, strings.Join(leaflet.Languages, ", ")))
	}
	day, err := content.ParseDate(o.on)
	if err != nil {
		return askedWrongly("--on: " + err.Error())
	}
	if day < e.content.Guide.CoversFrom {
		return askedWrongly(fmt.Sprintf("--on %s: expected %s or later, the first day the content speaks for", day, e.content.Guide.CoversFrom))
	}
	print := content.LeafletPrint{Language: o.language, Day: day, Numbers: map[string]string{}}
	if o.origin != "" {
		origin, err := parseOrigin(o.origin)
		if err != nil {
			return askedWrongly("--origin: " + err.Error())
		}
		print.Address = origin.JoinPath("i", o.language).String()
	}
	for _, line := range e.directory.Helplines {
		print.Numbers[line.ID] = line.Number
	}
	_, err = io.WriteString(w, e.content.LeafletText(leaflet, print))
	return err
}
