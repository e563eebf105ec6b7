package editor

import (
	"context"
	"errors"

	"github.com/labstack/echo/v4"

	"michishirube/server/account"
	"michishirube/server/content"
	"michishirube/server/editorial"
	"michishirube/server/release"
)

// regionState is how things stand in a region.
type regionState struct {
	Region    editorial.Region
	InForce   editorial.Publication // number 0: nothing was published yet
	Draft     editorial.Draft       // version 0: nobody works on one; its edition is what is in force
	Changes   []editorial.Change    // of the draft against what is in force
	Issues    []editorial.Issue     // of the draft
	Review    []string              // fields of the draft whose national words have changed since they were written
	Withdrawn []string              // fields in force that devices do not show for the same reason
	Due       []string              // windows of the draft that must be called again
}

// Saying tells whether the region says anything in the draft.
func (s regionState) Saying() bool { return len(s.Draft.Edition.Values)+len(s.Draft.Edition.Files) > 0 }

// read finds out how things stand in a region, but for its faults.
func (p *regionPages) read(ctx context.Context, r editorial.Region) (regionState, error) {
	s := regionState{Region: r}
	var err error
	if s.InForce, err = p.Store.InForceEdition(ctx, r.Code); err != nil && !errors.Is(err, release.ErrNotFound) {
		return s, err
	}
	draft, err := p.Store.Draft(ctx, r.Code)
	if err != nil && !errors.Is(err, release.ErrNotFound) {
		return s, err
	}
	parent := s.InForce
	if draft.Parent != s.InForce.Number && draft.Parent > 0 {
		if parent, err = p.Store.Edition(ctx, r.Code, draft.Parent); err != nil {
			return s, err
		}
	} else if draft.Parent == 0 {
		parent = editorial.Publication{}
	}
	s.Draft = editorial.Open(draft, parent.Edition, s.InForce.Edition)
	s.Draft.Parent = s.InForce.Number
	s.Withdrawn = p.bases.NeedsReview(s.InForce.Edition)
	if s.Review = s.Withdrawn; draft.Version > 0 {
		s.Changes = editorial.Diff(p.Content, s.InForce.Edition, s.Draft.Edition)
		s.Review = p.bases.NeedsReview(s.Draft.Edition)
	}
	for _, f := range p.Content.Guide.Local {
		if v, ok := s.Draft.Edition.Values[f.ID]; ok && v.Window != nil && v.Window.Due(p.today(), dueAfter) {
			s.Due = append(s.Due, f.ID)
		}
	}
	return s, nil
}

// state is read with the faults of the draft.
func (p *regionPages) state(c echo.Context) (regionState, error) {
	s, err := p.read(c.Request().Context(), who(c).region)
	s.Issues = editorial.Check(p.Content, s.Draft.Edition)
	return s, err
}

func (p *regionPages) today() content.Date { return content.DateIn(p.Now()) }

// label names a field as everybody reads it.
func (p *regionPages) label(field string) string {
	if field == editorial.FileField {
		return p.say("editor.region.files.title")
	}
	if text := p.Content.Texts[content.SourceLocale]["local."+field+".label"]; text != "" {
		return text
	}
	return field // one the content no longer has
}

func (p *regionPages) labels(fields []string) []string {
	var all []string
	for _, f := range fields {
		all = append(all, p.label(f))
	}
	return all
}

// names gives how people are called, by login name.
func (p *regionPages) names(ctx context.Context) (func(login string) string, error) {
	users, err := p.Store.Users(ctx)
	if err != nil {
		return nil, err
	}
	display := map[string]string{}
	for _, u := range users {
		display[u.Name] = u.Display
	}
	return func(login string) string {
		if display[login] == "" {
			return login
		}
		return display[login]
	}, nil
}

// mayApprove tells whether somebody may put the draft in force.
func (s regionState) mayApprove(u account.User) bool {
	return u.MayApprove(s.Region.Code, "", s.Region.OnePerson) && (s.Region.OnePerson || !s.Draft.WrittenBy(u.Name))
}

// waits lists what waits for somebody, in all her regions.
func (p *regionPages) waits(ctx context.Context, u account.User) ([]Waiting, error) {
	all, err := p.Store.Regions(ctx)
	if err != nil {
		return nil, err
	}
	var waiting []Waiting
	for _, r := range all {
		if !u.In(r.Code) {
			continue
		}
		s, err := p.read(ctx, r)
		if err != nil {
			return nil, err
		}
		at := "/editor/regions/" + r.Code
		add := func(what, path string, count int) {
			waiting = append(waiting, Waiting{p.say("editor.region.waits."+what, "region", r.Name, "count", count), at + path})
		}
		if s.Draft.Asked != "" && s.mayApprove(u) {
			add("approval", "/approve", len(s.Changes))
		}
		if s.Draft.Returned != nil && s.Draft.WrittenBy(u.Name) {
			add("returned", "/draft", 0)
		}
		if len(s.Review) > 0 {
			add("review", "", len(s.Review))
		}
		if len(s.Due) > 0 {
			add("due", "", len(s.Due))
		}
	}
	return waiting, nil
}
