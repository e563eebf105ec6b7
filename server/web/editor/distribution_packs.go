package editor

import (
	"archive/zip"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"michishirube/server/content"
	"michishirube/server/release"
)

// sendTime is how long a ZIP may take to leave by a slow line.
const sendTime = 30 * time.Minute

// packsData is what the page tells of the ZIPs of leaflets.
type packsData struct {
	Makes   bool // whether this server makes them
	Ready   []packRow
	Working []jobRow
	Failed  []string // languages
	Kept    *packRow // made elsewhere and put into the data folder
	Old     bool     // Kept is of something that is no longer in force
	Form    *form
	Choices []choice
	Command string // that makes one
}

// packRow is a ZIP that can be saved.
type packRow struct{ Language, Path, Size, At string }

// jobRow is a ZIP that is being made, or waits for others. Of 0: nothing is printed yet.
type jobRow struct {
	Language string
	Waits    bool
	Done, Of int
}

// keptFile is the name of a ZIP in the data folder: the one that the subcommand gives it.
func keptFile(region string) string {
	if region == "" {
		return "leaflets.zip"
	}
	return "leaflets-" + region + ".zip"
}

// packs finds out which ZIPs there are for the region of the path, or nationally.
func (e *Editor) packs(c echo.Context, p passed, f *form) (packsData, error) {
	region := who(c).region.Code
	d := packsData{Makes: e.Shelf != nil, Form: f, Command: packCommand(region, p.URL)}
	inForce, err := e.Current.Load()
	if err != nil {
		return d, err
	}
	if err := e.keptPack(&d, region, inForce); err != nil || !d.Makes {
		return d, err
	}
	jobs, failed := e.Shelf.waiting()
	for i, j := range jobs {
		if j.Region == region {
			d.Working = append(d.Working, jobRow{e.languageName(j.Language), i > 0, j.printed, j.of})
		}
	}
	for _, o := range failed {
		if o.Region == region {
			d.Failed = append(d.Failed, e.languageName(o.Language))
		}
	}
	for _, tag := range append([]string{""}, e.packLanguages()...) {
		d.Choices = append(d.Choices, choice{Value: tag, Label: e.languageName(tag)})
		pack, err := e.Shelf.open(PackOrder{region, tag}, inForce)
		if errors.Is(err, release.ErrNotFound) {
			continue
		}
		if err != nil {
			return d, err
		}
		row, err := e.packRow(pack, p.Base+"/leaflets/"+packName(tag)+".zip")
		if err != nil {
			return d, err
		}
		row.Language = e.languageName(tag)
		d.Ready = append(d.Ready, row)
	}
	return d, nil
}

// packRow tells of a ZIP, and closes it.
func (e *Editor) packRow(pack fs.File, path string) (packRow, error) {
	info, err := pack.Stat()
	if err := errors.Join(err, pack.Close()); err != nil {
		return packRow{}, err
	}
	return packRow{Path: path, Size: size(int(info.Size())), At: moment(info.ModTime())}, nil
}

// keptPack looks for a ZIP in the data folder. Its comment says of which release it is.
func (e *Editor) keptPack(d *packsData, region string, inForce *release.Snapshot) error {
	pack, err := e.openKept(region)
	if errors.Is(err, release.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	of := packRelease(pack)
	row, err := e.packRow(pack, "/editor"+keptPath(region))
	id, _ := packID(region, inForce)
	d.Kept, d.Old = &row, of != id
	return err
}

// packRelease reads of which release a ZIP is; empty if it does not say.
func packRelease(pack fs.File) string {
	at, ok := pack.(io.ReaderAt)
	info, err := pack.Stat()
	if err != nil || !ok {
		return ""
	}
	r, err := zip.NewReader(at, info.Size())
	if err != nil {
		return ""
	}
	return r.Comment
}

// keptPath is where the ZIP of the data folder is handed out, below /editor.
func keptPath(region string) string {
	if region == "" {
		return "/leaflets.zip"
	}
	return "/regions/" + region + "/distribution/leaflets.zip"
}

// openKept opens the ZIP in the data folder, or gives release.ErrNotFound if none was made.
func (e *Editor) openKept(region string) (fs.File, error) {
	if e.Folder == nil {
		return nil, release.ErrNotFound
	}
	f, err := e.Folder.Open(keptFile(region))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, release.ErrNotFound
	}
	return f, err
}

// packLanguages lists the languages in which there are leaflets.
func (e *Editor) packLanguages() (tags []string) {
	for _, l := range e.Content.FinishLeaflets() {
		for _, tag := range l.Languages {
			if !slices.Contains(tags, tag) {
				tags = append(tags, tag)
			}
		}
	}
	return tags
}

// languageName is the name of a language for itself, or words for all of them.
func (e *Editor) languageName(tag string) string {
	if i := slices.IndexFunc(e.Content.Guide.Languages, func(l content.Language) bool { return l.Tag == tag }); i >= 0 {
		return e.Content.Guide.Languages[i].Name
	}
	return e.say("editor.distribution.pack_all")
}

// packName stands for a language in the path and the name of a ZIP that was made on demand.
func packName(language string) string { return cmp.Or(language, "all") }

// packCommand is what makes the ZIP elsewhere.
func packCommand(region, link string) string {
	origin := link
	if u, err := url.Parse(link); err == nil {
		origin = (&url.URL{Scheme: u.Scheme, Host: u.Host}).String()
	}
	words := []string{"michishirube leaflets --out FOLDER"}
	if region != "" {
		words = append(words, "--region", region)
	}
	return strings.Join(append(words, "--origin", origin), " ")
}

// makePack asks for a ZIP. It is made in the background; the page tells how far it is.
func (e *Editor) makePack(c echo.Context) error {
	p, err := e.passedOn(c)
	if err != nil {
		return err
	}
	if e.Shelf == nil || !p.Live {
		return release.ErrNotFound
	}
	f := newForm(c)
	language := f.get("language")
	if language != "" && !slices.Contains(e.packLanguages(), language) {
		f.fault("language", e.say("editor.distribution.pack_no_language"))
		return e.distributionPage(c, http.StatusUnprocessableEntity, p, f)
	}
	e.Shelf.order(PackOrder{who(c).region.Code, language}, e.Current)
	return e.done(c, p.Base, "pack_ordered")
}

// madePack hands out a ZIP that was made on demand.
func (e *Editor) madePack(c echo.Context) error {
	name, ok := strings.CutSuffix(c.Param("file"), ".zip")
	if !ok || e.Shelf == nil {
		return release.ErrNotFound
	}
	language := name
	if name == packName("") {
		language = ""
	}
	inForce, err := e.Current.Load()
	if err != nil {
		return err
	}
	o := PackOrder{who(c).region.Code, language}
	pack, err := e.Shelf.open(o, inForce)
	if err != nil {
		return err
	}
	id, _ := packID(o.Region, inForce)
	return e.sendPack(c, pack, strings.TrimSuffix(keptFile(o.Region), ".zip")+"-"+name+"-"+id[:7]+".zip")
}

// sendKept hands out the ZIP of the data folder.
func (e *Editor) sendKept(c echo.Context) error {
	pack, err := e.openKept(who(c).region.Code)
	if err != nil {
		return err
	}
	return e.sendPack(c, pack, keptFile(who(c).region.Code))
}

// sendPack hands out a ZIP and closes it.
func (e *Editor) sendPack(c echo.Context, pack fs.File, name string) (err error) {
	defer func() { err = errors.Join(err, pack.Close()) }()
	info, err := pack.Stat()
	if err != nil {
		return err
	}
	whole, ok := pack.(io.ReadSeeker)
	if !ok {
		return errors.New("the ZIP of the leaflets cannot be read in parts")
	}
	// A recorder in a test has no line.
	_ = http.NewResponseController(c.Response()).SetWriteDeadline(e.Now().Add(sendTime))
	h := c.Response().Header()
	h.Set("Content-Type", "application/zip")
	h.Set("Content-Disposition", `attachment; filename="`+name+`"`)
	http.ServeContent(c.Response(), c.Request(), name, info.ModTime(), whole)
	return nil
}
