package editor

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"michishirube/server/editorial"
	"michishirube/server/editorial/pdf"
	"michishirube/server/release"
)

// filesData is what the page of official leaflets shows.
type filesData struct {
	Form     *form // of a new one
	Files    []fileRow
	Seen     string
	Conflict bool
	Full     bool
}

// fileRow is one official leaflet and the form of its title.
type fileRow struct {
	editorial.File
	Line        string
	Form        *form
	First, Last bool
}

func (p *regionPages) showFiles(c echo.Context) error {
	s, err := p.state(c)
	if err != nil {
		return err
	}
	return p.filesPage(c, http.StatusOK, s, filled(), "", nil)
}

// filesPage shows the official leaflets; renamed is the form of the one with a hash, if it was that which was sent.
func (p *regionPages) filesPage(c echo.Context, status int, s regionState, added *form, hash string, renamed *form) error {
	files := s.Draft.Edition.Files
	d := filesData{Form: added, Seen: fingerprint(filesPart(s.Draft.Edition)), Conflict: status == http.StatusConflict, Full: len(files) >= editorial.MaxFiles}
	for i, f := range files {
		row := fileRow{File: f, Line: p.fileLine(f), Form: filled("title-"+f.Hash, f.Title), First: i == 0, Last: i == len(files)-1}
		if f.Hash == hash && renamed != nil {
			row.Form = renamed
		}
		d.Files = append(d.Files, row)
	}
	return p.page(c, status, "region_files", d)
}

// addFile keeps a PDF and adds it to the draft.
func (p *regionPages) addFile(c echo.Context) error {
	s, err := p.state(c)
	if err != nil {
		return err
	}
	f, r, u := newForm(c), s.Region, who(c).user.Name
	title := f.get("title")
	p.titleFaults(f, "title", title)
	content, err := upload(c, "file", pdf.MaxBytes)
	if err != nil {
		return err
	}
	pages, fault := pdf.Check(content)
	if fault != "" {
		f.fault("file", p.say("editor.region.pdf."+fault, "most", size(pdf.MaxBytes), "pages", pages, "most_pages", pdf.MaxPages))
	}
	if len(s.Draft.Edition.Files) >= editorial.MaxFiles {
		f.fault("file", p.say("editor.fault.files", "most", editorial.MaxFiles))
	}
	if !f.ok() {
		return p.filesPage(c, http.StatusUnprocessableEntity, s, f, "", nil)
	}
	hash := editorial.FileHash(content)
	file := editorial.File{Hash: hash, Title: title, Bytes: len(content), Pages: pages, AddedOn: string(p.today())}
	return p.finishFiles(c, f, "", change{
		region: r, by: u, seen: f.get("seen"), part: filesPart, what: "file", detail: title, pdf: content,
		do: func(e *editorial.Edition) {
			e.Files = slices.DeleteFunc(e.Files, func(f editorial.File) bool { return f.Hash == hash })
			e.Files = append(e.Files, file)
		},
	})
}

// upload reads one file of a form whole; nothing if none was chosen.
func upload(c echo.Context, name string, most int64) ([]byte, error) {
	header, err := c.FormFile(name)
	if err != nil {
		return nil, nil // none was chosen, which the check of the file tells
	}
	file, err := header.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errUnread, err)
	}
	defer func() { _ = file.Close() }()
	content, err := io.ReadAll(io.LimitReader(file, most+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errUnread, err)
	}
	return content, nil
}

// titleFaults notes what is wrong with the title of a leaflet.
func (p *regionPages) titleFaults(f *form, input, title string) {
	for _, i := range editorial.Check(p.Content, editorial.Edition{Files: []editorial.File{{Title: title}}}) {
		f.fault(input, p.issue(i))
	}
}

// changeFile renames a leaflet of the draft, moves it or takes it out.
func (p *regionPages) changeFile(c echo.Context) error {
	s, err := p.state(c)
	if err != nil {
		return err
	}
	f, hash := newForm(c), c.Param("hash")
	x := change{
		region: s.Region, by: who(c).user.Name, seen: f.get("seen"), part: filesPart, what: "draft", detail: editorial.FileField,
	}
	at := func(e *editorial.Edition) int {
		return slices.IndexFunc(e.Files, func(f editorial.File) bool { return f.Hash == hash })
	}
	switch f.get("do") {
	case "rename":
		title := f.get("title-" + hash)
		if p.titleFaults(f, "title-"+hash, title); !f.ok() {
			return p.filesPage(c, http.StatusUnprocessableEntity, s, filled(), hash, f)
		}
		x.do = func(e *editorial.Edition) {
			if i := at(e); i >= 0 {
				e.Files[i].Title = title
			}
		}
	case "up", "down":
		x.do = func(e *editorial.Edition) { move(e.Files, at(e), f.get("do") == "up") }
	case "remove":
		x.do = func(e *editorial.Edition) {
			e.Files = slices.DeleteFunc(e.Files, func(f editorial.File) bool { return f.Hash == hash })
		}
	default:
		return errUnread
	}
	return p.finishFiles(c, filled(), hash, x)
}

// move exchanges a file with its neighbour, if it has one there.
func move(files []editorial.File, i int, up bool) {
	j := i + 1
	if up {
		j = i - 1
	}
	if i >= 0 && j >= 0 && j < len(files) {
		files[i], files[j] = files[j], files[i]
	}
}

func (p *regionPages) finishFiles(c echo.Context, f *form, hash string, x change) error {
	s, err := p.change(c.Request().Context(), x)
	if isConflict(err) {
		return p.filesPage(c, http.StatusConflict, s, f, hash, nil)
	}
	if err != nil {
		return err
	}
	return p.done(c, "/editor/regions/"+x.region.Code+"/files", "draft_saved")
}

// file shows a leaflet of the region before it is published, and later those of its record.
func (p *regionPages) file(c echo.Context) error {
	ctx, hash := c.Request().Context(), strings.TrimSuffix(c.Param("hash"), ".pdf")
	s, err := p.read(ctx, who(c).region)
	if err != nil {
		return err
	}
	named := func(e editorial.Edition) bool {
		return slices.ContainsFunc(e.Files, func(f editorial.File) bool { return f.Hash == hash })
	}
	if !named(s.Draft.Edition) && !named(s.InForce.Edition) {
		record, err := p.Store.Editions(ctx, s.Region.Code)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(record, func(p editorial.Publication) bool { return named(p.Edition) }) {
			return fmt.Errorf("file of another region: %w", release.ErrNotFound)
		}
	}
	content, err := p.Store.File(ctx, hash)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Content-Disposition", `inline; filename="leaflet.pdf"`)
	return c.Blob(http.StatusOK, "application/pdf", content)
}
