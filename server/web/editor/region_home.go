package editor

import (
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"

	"michishirube/server/editorial"
	"michishirube/server/release"
)

// requireNational refuses whoever is bound to regions.
func requireNational(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if !who(c).user.IsNational() {
			return errRole
		}
		return next(c)
	}
}

// list shows every region of hers, and how things stand there.
func (p *regionPages) list(c echo.Context) error {
	mine, err := p.regionsOf(c)
	if err != nil {
		return err
	}
	states := make([]regionState, len(mine))
	for i, r := range mine {
		if states[i], err = p.read(c.Request().Context(), r); err != nil {
			return err
		}
	}
	u := who(c).user
	return p.page(c, http.StatusOK, "region_list", struct {
		Regions       []regionState
		Administrator bool // of all regions, so that she may make one and change the list of insurers
	}{states, u.MayAdminister("*")})
}

// regionForm is the form in which a region is made or changed.
type regionForm struct {
	Form *form
	New  bool
	// OnePerson is how it is now.
	OnePerson bool
}

func (p *regionPages) showNew(c echo.Context) error {
	return p.page(c, http.StatusOK, "region_settings", regionForm{New: true, Form: filled()})
}

// name reads the name of a region.
func (p *regionPages) name(f *form) string {
	name := f.get("name")
	for _, i := range editorial.CheckName(p.Content, name) {
		text := p.issue(i)
		if i.Code == "empty" {
			text = p.say("editor.region.settings.name_empty")
		}
		f.fault("name", text)
	}
	return name
}

func (p *regionPages) create(c echo.Context) error {
	ctx, f := c.Request().Context(), newForm(c)
	r := editorial.Region{Code: f.get("code"), Name: p.name(f), OnePerson: f.get("one_person") == "yes"}
	p.saving.Lock()
	defer p.saving.Unlock()
	if !editorial.IsRegionCode(r.Code) {
		f.fault("code", p.say("editor.region.settings.code_wrong"))
	} else if _, err := p.Store.Region(ctx, r.Code); err == nil {
		f.fault("code", p.say("editor.region.settings.code_taken"))
	} else if !errors.Is(err, release.ErrNotFound) {
		return err
	}
	if !f.ok() {
		return p.page(c, http.StatusUnprocessableEntity, "region_settings", regionForm{New: true, Form: f})
	}
	if err := p.Store.PutRegion(ctx, r, p.line(who(c).user.Name, r, "region", settingsDetail(r))); err != nil {
		return err
	}
	return p.done(c, "/editor/regions/"+r.Code, "region_made")
}

// settingsDetail writes a region's settings down for the audit.
func settingsDetail(r editorial.Region) string {
	if r.OnePerson {
		return r.Name + " (one person)"
	}
	return r.Name + " (two people)"
}

func (p *regionPages) showSettings(c echo.Context) error {
	r := who(c).region
	return p.page(c, http.StatusOK, "region_settings", regionForm{Form: filled("name", r.Name), OnePerson: r.OnePerson})
}

// settings changes the name of a region, and whether one person alone may publish.
func (p *regionPages) settings(c echo.Context) error {
	ctx, f, r := c.Request().Context(), newForm(c), who(c).region
	name := p.name(f)
	alone := f.get("one_person") == "yes"
	if !f.ok() {
		return p.page(c, http.StatusUnprocessableEntity, "region_settings", regionForm{Form: f, OnePerson: alone})
	}
	if name == r.Name && alone == r.OnePerson {
		return p.done(c, "/editor/regions/"+r.Code, "")
	}
	r.Name, r.OnePerson = name, alone
	p.saving.Lock()
	defer p.saving.Unlock()
	if err := p.Store.PutRegion(ctx, r, p.line(who(c).user.Name, r, "region", settingsDetail(r))); err != nil {
		return err
	}
	// Its name stands on every screen of its devices.
	if _, err := p.Publisher.Load(ctx); err != nil {
		return err
	}
	return p.done(c, "/editor/regions/"+r.Code, "saved")
}

// overviewData is what the page of a region shows.
type overviewData struct {
	regionState
	Groups                []fieldGroup
	Review, Withdrawn     []fieldRow
	Due                   []fieldRow
	By, Asked, Published  string
	MayApprove, MayChange bool // put the draft in force; change the settings
}

// overview shows what is in force in a region, what somebody works on, and what waits.
func (p *regionPages) overview(c echo.Context) error {
	s, err := p.state(c)
	if err != nil {
		return err
	}
	name, err := p.names(c.Request().Context())
	if err != nil {
		return err
	}
	u := who(c).user
	return p.page(c, http.StatusOK, "region_overview", overviewData{
		regionState: s, Groups: p.grouped(s), Review: p.rows(s.Review), Withdrawn: p.rows(s.Withdrawn), Due: p.rows(s.Due),
		By: name(s.Draft.By), Asked: name(s.Draft.Asked), Published: name(s.InForce.ApprovedBy),
		MayApprove: s.mayApprove(u), MayChange: u.MayAdminister(s.Region.Code),
	})
}

func (p *regionPages) rows(fields []string) []fieldRow {
	var rows []fieldRow
	for _, f := range fields {
		rows = append(rows, fieldRow{ID: f, Label: p.label(f)})
	}
	return rows
}
