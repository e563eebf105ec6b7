package intake

import (
	"fmt"
	"strings"

	"michishirube/server/directory"
	"michishirube/server/directory/master"
)

// Say gives the words for an ID, filled in.
type Say func(id string, args map[string]string) string

// Found tells what kind of file it was taken for, so that a wrong guess shows at once; what its rows are, which have faults
// and what was put right.
func (p Plan) Found(say Say, chosen bool) []string {
	r := report{say: say}
	r.table(p.Table, chosen)
	if p.Result.Layout != "" {
		r.rows(p.Result)
	}
	return r.lines
}

// Changes tells what changes for devices: all of it, or only how much.
func (p Plan) Changes(say Say, whole bool) []string {
	r := report{say: say}
	d := p.Diff
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
			r.lines = append(r.lines, "      "+say("import.diff.field", args))
		}
	}
	r.count("removed", len(d.Removed))
	if whole {
		r.contacts("-", d.Removed)
	}
	r.count("unchanged", d.Unchanged)
	return r.lines
}

// report collects lines.
type report struct {
	say   Say
	lines []string
}

func (r *report) line(id string, args map[string]string) {
	r.lines = append(r.lines, r.say("import."+id, args))
}

func (r *report) count(what string, n int) {
	r.line("diff."+what, map[string]string{"count": fmt.Sprint(n)})
}

// table names the sheet only that was read; chosen is set where somebody chose it.
func (r *report) table(t master.Table, chosen bool) {
	if t.Format == master.CSV {
		r.line("found.csv", map[string]string{"encoding": r.say("import.encoding."+string(t.Encoding), nil)})
		return
	}
	r.line("found.xlsx", map[string]string{"sheet": t.Sheet})
	if t.Sheets > 1 && !chosen {
		r.line("found.more_sheets", nil)
	}
}

func (r *report) rows(found master.Result) {
	r.line("found.layout", map[string]string{"layout": r.say("import.layout."+string(found.Layout), nil)})
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
			r.place(n.Row, n.Column, r.say("import.note."+n.Code, n.Args))
		}
	}
	if len(found.Faults) > 0 {
		r.line("found.faults", nil)
		for _, f := range found.Faults {
			r.place(f.Row, f.Column, r.say("import.fault."+f.Code, f.Args))
		}
	}
}

func (r *report) place(row int, column, text string) {
	args := map[string]string{"row": fmt.Sprint(row), "column": column, "text": oneLine(text)}
	id := "import.row"
	if column == "" {
		id = "import.whole_row"
	}
	r.lines = append(r.lines, "  "+r.say(id, args))
}

func (r *report) contacts(sign string, contacts []directory.Contact) {
	for _, c := range contacts {
		words := []string{"  " + sign, c.ID}
		if c.Number != "" && !strings.HasSuffix(c.ID, c.Number) {
			words = append(words, c.Number)
		}
		words = append(words, oneLine(c.Name))
		for _, p := range c.Phones {
			words = append(words, p.Number)
		}
		r.lines = append(r.lines, strings.Join(words, " "))
	}
}

func (r *report) shown(value string) string {
	if value == "" {
		return r.say("import.diff.nothing", nil)
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
