package editor

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/url"
	"path"
	"strings"

	"github.com/labstack/echo/v4"

	"michishirube/server/directory"
	"michishirube/server/directory/intake"
	"michishirube/server/directory/master"
	"michishirube/server/editorial"
	"michishirube/server/release"
)

// Intake is what the pages of the organisation's own list of insurers and desks need.
type Intake struct {
	Directory *directory.Directory // the one of this program, nothing laid over it
	Lists     Lists
	Say       intake.Say // words of the subcommand import
}

// Lists keeps the organisation's own list.
type Lists interface {
	// Last gives what was taken over last; a zero record and an empty list if nothing was.
	Last(ctx context.Context) (intake.Record, master.List, error)
	// Keep adds to the record of what was taken over, and the line to the audit.
	Keep(ctx context.Context, r intake.Record, list master.List, line editorial.Line) error
}

// mostListBytes is more than any list of insurers needs: all of Japan is about 6,000 rows.
const mostListBytes = 32 << 20

// listData is what the page of the list shows.
type listData struct {
	Form           *form
	Last           intake.Record
	Kinds          []choice
	Found, Changes []string
	Bad            int
	Skip           bool   // rows with faults are to be left out
	Ready          bool   // a file was read and can be taken over
	Checked        string // which file
	Same           bool
}

func (p *regionPages) showList(c echo.Context) error {
	last, _, err := p.Intake.Lists.Last(c.Request().Context())
	if err != nil {
		return err
	}
	return p.page(c, http.StatusOK, "region_intake", listData{Form: filled(), Last: last, Kinds: kinds()})
}

func kinds() []choice {
	all := []choice{{}}
	for _, k := range directory.Kinds() {
		all = append(all, choice{Value: string(k), Label: master.KindNames(k)[0]})
	}
	return all
}

// sayIntake gives the words of the subcommand, or those for a page where the subcommand speaks of its flags.
func (p *regionPages) sayIntake(id string, args map[string]string) string {
	if own := "editor.intake." + strings.TrimPrefix(id, "import."); p.Say.Has(own) {
		return p.Say.Say(own, args)
	}
	return p.Intake.Say(id, args)
}

// takeList reads a list and tells what would change; takes it over if that was asked for; or takes the kept one away. The
// file is sent each time, since nothing of a person's files is kept before she says so.
func (p *regionPages) takeList(c echo.Context) error {
	ctx, f := c.Request().Context(), newForm(c)
	p.saving.Lock()
	defer p.saving.Unlock()
	last, before, err := p.Intake.Lists.Last(ctx)
	if err != nil {
		return err
	}
	d := listData{Form: f, Last: last, Kinds: kinds()}
	if f.get("do") == "remove" {
		return p.keepList(c, intake.Remove(p.Intake.Directory, before, string(p.today())), "", nil)
	}
	o := p.listOptions(f)
	file, err := upload(c, "file", mostListBytes)
	if err != nil {
		return err
	}
	if !f.ok() {
		return p.page(c, http.StatusUnprocessableEntity, "region_intake", d)
	}
	plan, err := intake.Read(p.Intake.Directory, before, file, o)
	d.Found = plan.Found(p.sayIntake, o.Sheet != "")
	if id, args, _, known := intake.Fault(err); known {
		f.fault("file", p.sayIntake("import.error."+id, args))
		return p.page(c, http.StatusUnprocessableEntity, "region_intake", d)
	} else if err != nil {
		return err
	}
	d.Bad, d.Skip = plan.Result.Bad, f.get("skip_bad") == "yes"
	d.Checked = fingerprint(struct {
		File    []byte
		Options intake.Options
		Skip    bool
	}{file, o, d.Skip})
	status := http.StatusOK
	switch {
	case len(plan.Result.Entries) == 0:
		f.fault("file", p.sayIntake("import.nothing_left", nil))
		status = http.StatusUnprocessableEntity
	case plan.Result.Bad > 0 && !d.Skip:
		f.fault("file", p.sayIntake("import.refused", nil))
		status = http.StatusUnprocessableEntity
	case f.get("do") == "take" && !plan.Same && f.get("checked") == d.Checked: // what she has seen, and no other file
		return p.keepList(c, plan, fileName(c), file)
	}
	if len(plan.Result.Entries) > 0 {
		d.Changes, d.Same = plan.Changes(p.sayIntake, true), plan.Same
		d.Ready = status == http.StatusOK && !plan.Same
	}
	return p.page(c, status, "region_intake", d)
}

func (p *regionPages) keepList(c echo.Context, plan intake.Plan, name string, file []byte) error {
	ctx, u := c.Request().Context(), who(c).user.Name
	line := p.line(u, who(c).region, "list", name)
	if err := p.Intake.Lists.Keep(ctx, intake.RecordOf(plan, p.Now(), u, name, file), plan.List, line); err != nil {
		return err
	}
	what := "list_taken"
	if name == "" {
		what = "list_removed"
	}
	return p.done(c, "/editor/list", what)
}

// fileName is what the file is called, without the folders that some browsers send.
func fileName(c echo.Context) string {
	header, err := c.FormFile("file")
	if err != nil {
		return ""
	}
	return path.Base(strings.ReplaceAll(header.Filename, `\`, "/"))
}

// listOptions reads what stands in for columns that the file does not have.
func (p *regionPages) listOptions(f *form) intake.Options {
	o := intake.Options{
		Sheet: f.get("sheet"), Today: string(p.today()), Title: p.sayIntake("import.source", nil),
		SourceURL: f.get("source_url"), Publisher: f.get("publisher"), Kind: directory.Kind(f.get("kind")),
	}
	if f.get("verified_on") != "" {
		o.VerifiedOn = p.day(f, "verified_on")
	}
	if o.SourceURL != "" {
		if u, err := url.Parse(o.SourceURL); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
			f.fault("source_url", p.say("editor.list.url"))
		}
	}
	if o.Kind != "" && len(master.KindNames(o.Kind)) == 0 {
		f.fault("kind", p.say("editor.list.kind_unknown"))
	}
	return o
}

// export writes the directory with the list laid over it.
func (p *regionPages) export(c echo.Context) error {
	formats := map[string]struct {
		kind  string
		write func(io.Writer, *directory.Directory) error
	}{
		"csv":   {"text/csv; charset=utf-8", master.WriteCSV},
		"xlsx":  {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", master.WriteXLSX},
		"jsonl": {"application/jsonl; charset=utf-8", master.WriteJSONL},
	}
	name := c.Param("format")
	format, ok := formats[name]
	if !ok {
		return release.ErrNotFound
	}
	_, list, err := p.Intake.Lists.Last(c.Request().Context())
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := format.write(&out, master.Lay(p.Intake.Directory, list)); err != nil {
		return err
	}
	c.Response().Header().Set("Content-Disposition", `attachment; filename="list-`+string(p.today())+`.`+name+`"`)
	return c.Blob(http.StatusOK, format.kind, out.Bytes())
}
