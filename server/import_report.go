package main

import (
	"fmt"
	"strings"

	"michishirube/server/directory"
	"michishirube/server/directory/master"
)

// reportTable says what kind of file it was taken for: a wrong guess shows at once.
func (r *importRun) reportTable(t master.Table) {
	if t.Format == master.CSV {
		r.line("found.csv", map[string]string{"encoding": r.say.Say("import.encoding."+string(t.Encoding), nil)})
		return
	}
	r.line("found.xlsx", map[string]string{"sheet": t.Sheet})
	if t.Sheets > 1 && r.options.sheet == "" {
		r.line("found.more_sheets", nil)
	}
}

// reportRows says what the rows are, which have faults, and what was put right.
func (r *importRun) reportRows() {
	found := r.result
	r.line("found.layout", map[string]string{"layout": r.say.Say("import.layout."+string(found.Layout), nil)})
	r.line("found.rows", map[string]string{"rows": fmt.Sprint(found.Rows), "bad": fmt.Sprint(found.Bad)})
	if len(found.Unknown) > 0 {
		r.line("found.columns_left_out", map[string]string{"columns": strings.Join(found.Unknown, "、")})
	}
	if found.Expired > 0 {
		r.line("found.expired", map[string]string{"count": fmt.Sprint(found.Expired)})
	}
	if len(found.Notes) > 0 {
		r.line("found.notes", nil)
		for _, n := range found.Notes {
			r.place(n.Row, n.Column, r.say.Say("import.note."+n.Code, n.Args))
		}
	}
	if len(found.Faults) > 0 {
		r.line("found.faults", nil)
		for _, f := range found.Faults {
			r.place(f.Row, f.Column, r.say.Say("import.fault."+f.Code, f.Args))
		}
	}
}

func (r *importRun) place(row int, column, text string) {
	args := map[string]string{"row": fmt.Sprint(row), "column": column, "text": oneLine(text)}
	id := "import.row"
	if column == "" {
		id = "import.whole_row"
	}
	fmt.Fprintln(r.env.Stdout, "  "+r.say.Say(id, args))
}

// report says what changes for devices: all of it in a dry run, else how much.
func (r *importRun) report(d master.Diff) {
	whole := r.options.dryRun
	r.count("added", len(d.Added))
	if whole {
		r.contacts("+", d.Added)
	}
	r.count("changed", len(d.Changed))
	for _, c := range d.Changed {
		if !whole {
			break
		}
		r.contacts("*", []directory.Contact{c.Contact})
		for _, f := range c.Fields {
			args := map[string]string{"column": f.Column, "from": r.shown(f.From), "to": r.shown(f.To)}
			fmt.Fprintln(r.env.Stdout, "      "+r.say.Say("import.diff.field", args))
		}
	}
	r.count("removed", len(d.Removed))
	if whole {
		r.contacts("-", d.Removed)
	}
	r.count("unchanged", d.Unchanged)
}

func (r *importRun) count(what string, n int) {
	r.line("diff."+what, map[string]string{"count": fmt.Sprint(n)})
}

func (r *importRun) contacts(sign string, contacts []directory.Contact) {
	for _, c := range contacts {
		words := []string{"  " + sign, c.ID}
		if c.Number != "" && !strings.HasSuffix(c.ID, c.Number) {
			words = append(words, c.Number)
		}
		words = append(words, oneLine(c.Name))
		for _, p := range c.Phones {
			words = append(words, p.Number)
		}
		fmt.Fprintln(r.env.Stdout, strings.Join(words, " "))
	}
}

func (r *importRun) shown(value string) string {
	if value == "" {
		return r.say.Say("import.diff.nothing", nil)
	}
	return oneLine(value)
}

// oneLine keeps a value of somebody's file from looking like lines, or worse commands, of the terminal.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return '⏎'
		case r < ' ' || r >= 0x7f && r < 0xa0:
			return '\uFFFD'
		}
		return r
	}, s)
}
