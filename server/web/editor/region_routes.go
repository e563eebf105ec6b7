package editor

import (
	"context"
	"sync"

	"michishirube/server/account"
	"michishirube/server/content"
	"michishirube/server/editorial"
	"michishirube/server/editorial/pdf"
	"michishirube/server/release"
)

// Editions keeps what regions say. ErrNotFound and ErrConflict are those of release.
type Editions interface {
	// PutRegion makes a region or changes its name and settings, and adds the line to the audit.
	PutRegion(ctx context.Context, r editorial.Region, line editorial.Line) error
	Draft(ctx context.Context, code string) (editorial.Draft, error)
	// PutDraft saves a draft that was read at version known (0: there was none), or gives ErrConflict. PDFs
	// that are new in it are kept with it.
	PutDraft(ctx context.Context, code string, known uint64, d editorial.Draft, line editorial.Line, pdfs ...[]byte) (editorial.Draft, error)
	InForceEdition(ctx context.Context, code string) (editorial.Publication, error)
	Edition(ctx context.Context, code string, number uint64) (editorial.Publication, error)
	// Editions reads the record of a region, oldest first.
	Editions(ctx context.Context, code string) ([]editorial.Publication, error)
	// File reads a PDF by its hash.
	File(ctx context.Context, hash string) ([]byte, error)
	// Release reads a national release of any time.
	Release(ctx context.Context, id string) (release.Release, error)
}

// dueAfter is how many days a window may stand without being called again.
const dueAfter = 180

// regionPages are the pages of regions.
type regionPages struct {
	*Editor
	bases    editorial.Bases
	leaflets []content.Leaflet // with the languages they can be printed in

	// saving lets one change of drafts happen at a time, so that what was compared is what is replaced. This process is the
	// only one that has the store open.
	saving sync.Mutex
	old    oldWords
}

// regionRoutes adds the pages of regions.
func (e *Editor) regionRoutes() {
	p := &regionPages{Editor: e, bases: editorial.BasesOf(e.Content), leaflets: e.Content.FinishLeaflets()}
	e.waiting = p.waits
	approver, administrator := e.RequireRole(account.Approver), e.RequireRole(account.Administrator)

	e.get("/regions", p.list)
	e.get("/regions/new", p.showNew, administrator, requireNational)
	e.post("/regions/new", p.create, administrator, requireNational)
	e.get("/regions/:code", p.overview)
	e.get("/regions/:code/settings", p.showSettings, administrator, e.RequireRecent)
	e.post("/regions/:code/settings", p.settings, administrator, e.RequireRecent)

	e.get("/regions/:code/fields/:field", p.showField)
	e.post("/regions/:code/fields/:field", p.saveField)
	e.get("/regions/:code/files", p.showFiles)
	e.upload("/regions/:code/files", pdf.MaxBytes, p.addFile)
	e.get("/regions/:code/files/:hash", p.file)
	e.post("/regions/:code/files/:hash", p.changeFile)

	e.get("/regions/:code/draft", p.showDraft)
	e.post("/regions/:code/draft", p.draft)
	e.get("/regions/:code/preview", p.preview)
	e.get("/regions/:code/approve", p.showApprove, approver, e.RequireRecent)
	e.post("/regions/:code/approve", p.approve, approver, e.RequireRecent)

	e.get("/regions/:code/history", p.history)
	e.get("/regions/:code/history/:number", p.edition)
	e.get("/regions/:code/history/:number/rollback", p.showRollback, approver, e.RequireRecent)
	e.post("/regions/:code/history/:number/rollback", p.rollback, approver, e.RequireRecent)

	e.get("/list", p.showList, administrator, requireNational)
	e.upload("/list", mostListBytes, p.takeList, administrator, requireNational)
	e.get("/list/export/:format", p.export, administrator, requireNational)
}
