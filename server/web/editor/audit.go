package editor

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"michishirube/server/editorial"
)

// The audit: who did what, when. Everybody reads the lines of her regions and her own; a national account reads all.
func (e *Editor) auditRoutes() {
	e.get("/audit", e.audit)
	e.get("/audit.csv", e.auditCSV)
	e.get("/audit.jsonl", e.auditLines)
}

// auditPage is how many lines a page shows.
const auditPage = 100

// readable tells whether whoever asks may read a line, and has asked for its region.
func readable(c echo.Context) func(editorial.Line) bool {
	u, region := who(c).user, c.QueryParam("region")
	return func(l editorial.Line) bool {
		hers := l.By == u.Name || u.IsNational() || l.Region != "" && u.In(l.Region)
		return hers && (region == "" || l.Region == region)
	}
}

func (e *Editor) audit(c echo.Context) error {
	before, _ := strconv.ParseUint(c.QueryParam("before"), 10, 64) // anything else is the newest page
	lines, err := e.Store.AuditBefore(c.Request().Context(), before, auditPage+1, readable(c))
	if err != nil {
		return err
	}
	var older uint64
	if len(lines) > auditPage {
		lines = lines[:auditPage]
		older = lines[auditPage-1].Number
	}
	regions, err := e.regionsOf(c)
	if err != nil {
		return err
	}
	chosen := c.QueryParam("region")
	choices := []choice{{Label: e.say("editor.audit.all"), Chosen: chosen == ""}}
	for _, r := range regions {
		choices = append(choices, choice{Value: r.Code, Label: r.Name, Chosen: chosen == r.Code})
	}
	return e.page(c, http.StatusOK, "audit", struct {
		Lines   []auditLine
		Regions []choice
		Region  string
		Older   uint64
	}{e.describe(lines), choices, chosen, older})
}

// auditLine is a line with its words.
type auditLine struct {
	editorial.Line
	Did string
}

func (e *Editor) describe(lines []editorial.Line) []auditLine {
	all := make([]auditLine, len(lines))
	for i, l := range lines {
		all[i] = auditLine{l, l.What}
		if id := "editor.what." + l.What; e.Say.Has(id) {
			all[i].Did = e.Say.Say(id, nil)
		}
		if id := "editor.by." + l.Detail; l.What == "login" && e.Say.Has(id) {
			all[i].Detail = e.Say.Say(id, nil)
		}
	}
	return all
}

func (e *Editor) readableLines(c echo.Context) ([]editorial.Line, error) {
	all, err := e.Store.AuditLines(c.Request().Context())
	var hers []editorial.Line
	may := readable(c)
	for _, l := range all {
		if may(l) {
			hers = append(hers, l)
		}
	}
	return hers, err
}

// auditCSV writes them as a table that Excel opens with a double click: UTF-8 with its mark.
func (e *Editor) auditCSV(c echo.Context) error {
	lines, err := e.readableLines(c)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	out.WriteString("\ufeff")
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	rows := [][]string{{}}
	for _, name := range []string{"number", "at", "by", "region", "what", "detail", "from", "to"} {
		rows[0] = append(rows[0], e.say("editor.audit.column."+name))
	}
	for _, l := range e.describe(lines) {
		rows = append(rows, []string{
			strconv.FormatUint(l.Number, 10), l.At.Format(time.RFC3339), cell(l.By), cell(l.Region), l.Did, cell(l.Detail), number(l.From), number(l.To),
		})
	}
	if err := w.WriteAll(rows); err != nil {
		return err
	}
	return e.attach(c, "audit.csv", "text/csv; charset=utf-8", out.Bytes())
}

// cell keeps a spreadsheet from taking what somebody typed for a formula.
func cell(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}

func number(n uint64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatUint(n, 10)
}

// auditLines writes them as they are kept, one JSON object a line.
func (e *Editor) auditLines(c echo.Context) error {
	lines, err := e.readableLines(c)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	for _, l := range lines {
		if err := encoder.Encode(l); err != nil {
			return err
		}
	}
	return e.attach(c, "audit.jsonl", "application/jsonl; charset=utf-8", out.Bytes())
}

// attach answers with a file to keep.
func (e *Editor) attach(c echo.Context, name, kind string, body []byte) error {
	c.Response().Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", name))
	return c.Blob(http.StatusOK, kind, body)
}
