package editor

import (
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"michishirube/server/editorial"
)

// draftData is what the pages of a draft show: to those who write it, and to those who approve it.
type draftData struct {
	regionState
	Changed           []changeRow
	Told              []issueRow
	Review, Due       []fieldRow
	Lacking           []saidRow // fields with characters that the fonts of paper do not have
	By, Asked         string
	ReturnedBy        string
	MayApprove        bool
	MayAsk            bool // there is something to ask approval for, and nothing against it
	Alone             bool // one person alone will have written and approved it
	Form              *form
	Writers           []string
	Approves, Differs bool // whether the role approves; whether anything differs
}

// draftOf gathers what the pages of a draft show.
func (p *regionPages) draftOf(c echo.Context, s regionState) (draftData, error) {
	name, err := p.names(c.Request().Context())
	if err != nil {
		return draftData{}, err
	}
	u := who(c).user
	d := draftData{
		regionState: s, Changed: p.changed(s.Changes), Told: p.told(s.Issues), Review: p.rows(s.Review), Due: p.rows(s.Due),
		By: name(s.Draft.By), Asked: name(s.Draft.Asked), MayApprove: s.mayApprove(u), Form: filled(),
		Lacking: p.lacking(s.Region, s.Draft.Edition),
		Alone:   s.Region.OnePerson && s.Draft.WrittenBy(u.Name), Differs: len(s.Changes) > 0,
	}
	d.MayAsk = d.Differs && len(s.Issues) == 0 && s.Draft.Asked == ""
	if s.Draft.Returned != nil {
		d.ReturnedBy = name(s.Draft.Returned.By)
	}
	for _, w := range s.Draft.Writers {
		d.Writers = append(d.Writers, name(w))
	}
	return d, nil
}

// showDraft shows what differs from what is in force, and what speaks against publishing it.
func (p *regionPages) showDraft(c echo.Context) error {
	s, err := p.state(c)
	if err != nil {
		return err
	}
	return p.draftPage(c, http.StatusOK, "region_draft", s, nil)
}

func (p *regionPages) draftPage(c echo.Context, status int, page string, s regionState, f *form) error {
	d, err := p.draftOf(c, s)
	if err != nil {
		return err
	}
	if f != nil {
		d.Form = f
	}
	return p.page(c, status, page, d)
}

// draft asks for approval, takes that back, or throws the draft away.
func (p *regionPages) draft(c echo.Context) error {
	ctx, f, r, u := c.Request().Context(), newForm(c), who(c).region, who(c).user.Name
	p.saving.Lock()
	defer p.saving.Unlock()
	s, err := p.seen(ctx, r, f)
	if isConflict(err) {
		f.fault("draft", p.say("editor.region.draft.changed_meanwhile"))
		return p.draftPage(c, http.StatusConflict, "region_draft", s, f)
	}
	if err != nil {
		return err
	}
	d, what := s.Draft, f.get("do")
	switch {
	case what == "ask" && len(s.Changes) > 0 && len(s.Issues) == 0:
		d.Asked, d.Returned = u, nil
	case what == "withdraw" && d.Asked != "":
		d.Asked = ""
	case what == "discard" && d.Version > 0:
		// Nobody has written anything in it then.
		d.Edition, d.Writers, d.Asked, d.Returned, d.By, d.At = s.InForce.Edition, nil, "", nil, u, p.now()
	default:
		f.fault("draft", p.say("editor.region.draft.not_now"))
		return p.draftPage(c, http.StatusUnprocessableEntity, "region_draft", s, f)
	}
	if err := p.put(ctx, &s, d, p.line(u, r, what, "")); err != nil {
		return err
	}
	return p.done(c, "/editor/regions/"+r.Code+"/draft", "draft_"+what)
}

// showApprove shows the draft to whoever may put it in force.
func (p *regionPages) showApprove(c echo.Context) error {
	s, err := p.state(c)
	if err != nil {
		return err
	}
	return p.draftPage(c, http.StatusOK, "region_approve", s, nil)
}

// longestReason is how long the reason for sending a draft back may be, in characters.
const longestReason = 500

// approve puts a draft in force, or sends it back.
func (p *regionPages) approve(c echo.Context) error {
	ctx, f, r, u := c.Request().Context(), newForm(c), who(c).region, who(c).user
	p.saving.Lock()
	defer p.saving.Unlock()
	s, err := p.seen(ctx, r, f)
	if isConflict(err) {
		f.fault("draft", p.say("editor.region.draft.changed_meanwhile"))
		return p.draftPage(c, http.StatusConflict, "region_approve", s, f)
	}
	if err != nil {
		return err
	}
	switch f.get("do") {
	case "publish":
		return p.publish(c, s, f)
	case "return":
		reason := lines(f.get("reason"))
		switch {
		case s.Draft.Asked == "":
			f.fault("draft", p.say("editor.region.approve.not_asked"))
		case reason == "":
			f.fault("reason", p.say("editor.region.approve.no_reason"))
		case utf8.RuneCountInString(reason) > longestReason:
			f.fault("reason", p.say("editor.fault.long", "have", utf8.RuneCountInString(reason), "most", longestReason))
		}
		if !f.ok() {
			return p.draftPage(c, http.StatusUnprocessableEntity, "region_approve", s, f)
		}
		d := s.Draft
		d.Asked, d.Returned = "", &editorial.Return{By: u.Name, Reason: reason, At: p.now()}
		if err := p.put(ctx, &s, d, p.line(u.Name, r, "return", strings.ReplaceAll(reason, "\n", " "))); err != nil {
			return err
		}
		return p.done(c, "/editor/regions/"+r.Code, "draft_returned")
	}
	return errUnread
}

// publish puts the draft in force, if nothing speaks against it.
func (p *regionPages) publish(c echo.Context, s regionState, f *form) error {
	u := who(c).user.Name
	by := s.Draft.Asked
	if by == "" && s.Region.OnePerson {
		by = s.Draft.By // nobody needs to ask herself
	}
	switch {
	case len(s.Changes) == 0:
		f.fault("draft", p.say("editor.region.draft.nothing"))
	case len(s.Issues) > 0:
		f.fault("draft", p.say("editor.region.draft.faulty"))
	case by == "":
		f.fault("draft", p.say("editor.region.approve.not_asked"))
	case !s.mayApprove(who(c).user):
		f.fault("draft", p.say("editor.region.approve.wrote_it"))
	}
	if !f.ok() {
		return p.draftPage(c, http.StatusUnprocessableEntity, "region_approve", s, f)
	}
	pub := editorial.Publication{Edition: s.Draft.Edition, By: by, ApprovedBy: u}
	_, err := p.Publisher.Publish(c.Request().Context(), s.Region, s.InForce.Number, pub)
	if isConflict(err) {
		f.fault("draft", p.say("editor.region.draft.changed_meanwhile"))
		return p.draftPage(c, http.StatusConflict, "region_approve", s, f)
	}
	if err != nil {
		return err
	}
	return p.done(c, "/editor/regions/"+s.Region.Code, "published")
}
