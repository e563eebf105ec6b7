package editor

import (
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"michishirube/server/content"
	"michishirube/server/directory/master"
	"michishirube/server/editorial"
	"michishirube/server/release"
)

// publicationRow is one publication in a list.
type publicationRow struct {
	editorial.Publication
	Author, Approver string
	Alone            bool // one person wrote and approved it
	InForce          bool
	Labels           []string // what differs from the one before
}

// historyData is what the history shows.
type historyData struct {
	Rows []publicationRow // newest first
	Form *form
	Day  string           // that was asked for
	On   []publicationRow // what was in force that day
}

// history lists every publication of a region, and what was in force on a day.
func (p *regionPages) history(c echo.Context) error {
	rows, err := p.record(c)
	if err != nil {
		return err
	}
	d := historyData{Form: filled("day", c.QueryParam("day"))}
	status := http.StatusOK
	if typed := d.Form.get("day"); typed != "" {
		if day, ok := master.Day(typed); ok {
			d.Day = day
		} else {
			d.Form.fault("day", p.say("editor.region.day.wrong", "value", typed))
			status = http.StatusUnprocessableEntity
		}
	}
	var record []editorial.Publication
	for _, r := range rows {
		record = append(record, r.Publication)
	}
	if d.Day != "" {
		for _, pub := range editorial.On(record, content.Date(d.Day)) {
			d.On = append(d.On, rows[pub.Number-1])
		}
	}
	for i := range rows {
		d.Rows = append(d.Rows, rows[len(rows)-1-i])
	}
	return p.page(c, status, "region_history", d)
}

// record reads every publication of the region of the path, oldest first: number n is at n-1.
func (p *regionPages) record(c echo.Context) ([]publicationRow, error) {
	ctx, code := c.Request().Context(), who(c).region.Code
	all, err := p.Store.Editions(ctx, code)
	if err != nil {
		return nil, err
	}
	name, err := p.names(ctx)
	if err != nil {
		return nil, err
	}
	rows := make([]publicationRow, len(all))
	var before editorial.Edition
	for i, pub := range all {
		var fields []string
		for _, change := range editorial.Diff(p.Content, before, pub.Edition) {
			fields = append(fields, change.Field)
		}
		rows[i] = publicationRow{
			Publication: pub, Author: name(pub.By), Approver: name(pub.ApprovedBy), Alone: pub.By == pub.ApprovedBy,
			InForce: i == len(all)-1, Labels: p.labels(fields),
		}
		before = pub.Edition
	}
	return rows, nil
}

// editionData is what the page of one publication shows.
type editionData struct {
	publicationRow
	Changed  []changeRow // against the one before
	Whole    []changeRow
	Approves bool
	// Of the page that puts it in force again:
	Back   []changeRow // against what is in force
	Told   []issueRow
	Parent uint64
	Form   *form
	May    bool
}

// editionOf finds the publication of the path.
func (p *regionPages) editionOf(c echo.Context) (editionData, error) {
	rows, err := p.record(c)
	if err != nil {
		return editionData{}, err
	}
	n, err := strconv.Atoi(c.Param("number"))
	if err != nil || n < 1 || n > len(rows) {
		return editionData{}, release.ErrNotFound
	}
	row, u := rows[n-1], who(c).user
	var before editorial.Edition
	if n > 1 {
		before = rows[n-2].Edition
	}
	now := rows[len(rows)-1]
	region := who(c).region
	return editionData{
		publicationRow: row, Changed: p.changed(editorial.Diff(p.Content, before, row.Edition)), Whole: p.whole(row.Edition),
		Back: p.changed(editorial.Diff(p.Content, now.Edition, row.Edition)), Told: p.told(editorial.Check(p.Content, row.Edition)),
		Parent: now.Number, Form: filled(), Approves: u.MayApprove(region.Code, "", true),
		May: u.MayApprove(region.Code, row.By, region.OnePerson),
	}, nil
}

func (p *regionPages) edition(c echo.Context) error {
	d, err := p.editionOf(c)
	if err != nil {
		return err
	}
	return p.page(c, http.StatusOK, "region_edition", d)
}

func (p *regionPages) showRollback(c echo.Context) error {
	d, err := p.editionOf(c)
	if err != nil {
		return err
	}
	return p.page(c, http.StatusOK, "region_rollback", d)
}

// rollback puts an earlier publication in force again. Whoever does it approves it, so it cannot be one she wrote, unless
// the region does without a second person.
func (p *regionPages) rollback(c echo.Context) error {
	f, r, u := newForm(c), who(c).region, who(c).user
	p.saving.Lock()
	defer p.saving.Unlock()
	d, err := p.editionOf(c)
	if err != nil {
		return err
	}
	d.Form = f
	switch parent, err := strconv.ParseUint(f.get("parent"), 10, 64); {
	case err != nil:
		return errUnread
	case parent != d.Parent:
		f.fault("edition", p.say("editor.region.draft.changed_meanwhile"))
		return p.page(c, http.StatusConflict, "region_rollback", d)
	case len(d.Back) == 0:
		f.fault("edition", p.say("editor.region.rollback.same"))
	case len(d.Told) > 0:
		f.fault("edition", p.say("editor.region.rollback.faulty"))
	case !d.May:
		f.fault("edition", p.say("editor.region.rollback.wrote_it"))
	}
	if !f.ok() {
		return p.page(c, http.StatusUnprocessableEntity, "region_rollback", d)
	}
	if _, err := p.Publisher.Rollback(c.Request().Context(), r, d.Parent, d.Number, d.By, u.Name); err != nil {
		return err
	}
	return p.done(c, "/editor/regions/"+r.Code+"/history", "rolled_back")
}
