package main

import (
	"archive/zip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"michishirube/server/content"
	"michishirube/server/store"
	"michishirube/server/web"
)

// packFile is what --out makes in its folder.
const packFile = "leaflets.zip"

// packPatience is how long one leaflet may take to be laid out and printed.
const packPatience = 60 * time.Second

// sheet is one paper to print. As JSON it is what the app is asked for.
type sheet struct {
	ID        string   `json:"id"`
	Format    string   `json:"format"`
	Languages []string `json:"languages"`
	Origin    string   `json:"origin"` // where phones reach the server; empty: no QR code
	Title     string   `json:"-"`
	Language  string   `json:"-"` // its own name for itself
}

// File is its name in the pack.
func (s sheet) File() string { return s.ID + "-" + s.Format + "-" + s.Languages[0] + ".pdf" }

// leafletPack prints every leaflet with the app itself, so that the papers of an office are those of the tablets.
func leafletPack(ctx context.Context, c *content.Content, o leafletsOptions, env Env) error {
	if o.origin != "" {
		if _, err := parseOrigin(o.origin); err != nil {
			return askedWrongly("--origin: " + err.Error())
		}
	}
	chromium, err := findChromium(o.chromium)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return err
	}
	address, stop, err := serveForPrinting(ctx, env)
	if err != nil {
		return err
	}
	defer stop()
	// Written aside and renamed: half a pack must not look like a whole one.
	part, err := os.CreateTemp(o.out, packFile+".part-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(part.Name()) }()
	sheets := sheetsOf(c, o.origin)
	err = errors.Join(printSheets(ctx, chromium, address, sheets, part, env.Stderr), part.Close())
	if err != nil {
		return err
	}
	if err := os.Chmod(part.Name(), 0o644); err != nil {
		return err
	}
	if err := os.Rename(part.Name(), filepath.Join(o.out, packFile)); err != nil {
		return err
	}
	fmt.Fprintf(env.Stdout, "%d PDFs in %s\n", len(sheets), filepath.Join(o.out, packFile))
	return nil
}

// sheetsOf lists every leaflet in every format and language.
func sheetsOf(c *content.Content, origin string) []sheet {
	var sheets []sheet
	for _, l := range c.FinishLeaflets() {
		for _, format := range l.Formats {
			for _, tag := range l.Languages {
				s := sheet{ID: l.ID, Format: format, Languages: []string{tag}, Origin: origin, Title: c.Plain(tag, "leaflet."+l.ID+".title")}
				for _, language := range c.Guide.Languages {
					if language.Tag == tag {
						s.Language = language.Name
					}
				}
				sheets = append(sheets, s)
			}
		}
	}
	return sheets
}

func findChromium(given string) (string, error) {
	if given != "" {
		return given, nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "msedge"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("no Chromium found: install one, or name it with --chromium FILE or CHROMIUM_PATH")
}

// serveForPrinting serves the app of this binary to this machine alone, from a database that is thrown away.
func serveForPrinting(ctx context.Context, env Env) (address string, stop func(), err error) {
	folder, err := os.MkdirTemp("", "michishirube-print-*")
	if err != nil {
		return "", nil, err
	}
	db, err := store.Open(filepath.Join(folder, databaseFile))
	if err != nil {
		return "", nil, errors.Join(err, os.RemoveAll(folder))
	}
	log := slog.New(slog.DiscardHandler)
	handler, err := prepare(ctx, config{}, env, log, db)
	if err != nil {
		return "", nil, errors.Join(err, db.Close(), os.RemoveAll(folder))
	}
	listener, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		return "", nil, errors.Join(err, db.Close(), os.RemoveAll(folder))
	}
	server := web.Server(handler, log)
	go func() { _ = server.Serve(listener) }()
	return "http://" + listener.Addr().String(), func() {
		_ = server.Close()
		_ = db.Close()
		_ = os.RemoveAll(folder)
	}, nil
}

// printSheets prints each sheet in one browser and writes them, with an index, as a ZIP.
func printSheets(ctx context.Context, chromium, address string, sheets []sheet, out, progress io.Writer) error {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, stopBrowser := chromedp.NewExecAllocator(ctx, options...)
	defer stopBrowser()
	ctx, closeTab := chromedp.NewContext(ctx)
	defer closeTab()
	if err := chromedp.Do(ctx, chromedp.Navigate(address+"/"), chromedp.WaitReady(chromedp.CSS("html[data-prints]"))); err != nil {
		return fmt.Errorf("open the app in %s: %w", chromium, err)
	}
	pack := zip.NewWriter(out)
	for i, s := range sheets {
		pdf, err := printSheet(ctx, s)
		if err != nil {
			return fmt.Errorf("%s: %w", s.File(), err)
		}
		w, err := pack.Create(s.File())
		if err != nil {
			return err
		}
		if _, err := w.Write(pdf); err != nil {
			return err
		}
		fmt.Fprintf(progress, "\r%d/%d", i+1, len(sheets))
	}
	fmt.Fprintln(progress)
	w, err := pack.Create("index.html")
	if err != nil {
		return err
	}
	return errors.Join(packIndex.Execute(w, sheets), pack.Close())
}

// printSheet asks the app for one sheet, waits until it stands with its fonts, and prints it.
func printSheet(ctx context.Context, s sheet) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, packPatience)
	defer cancel()
	job, err := sheetJob(s)
	if err != nil {
		return nil, err
	}
	stands := chromedp.CSS(fmt.Sprintf("html[data-prints=%q]", s.ID+" "+s.Format+" "+s.Languages[0]))
	if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](job), chromedp.WaitReady(stands)); err != nil {
		return nil, err
	}
	return chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPrintBackground(), asTheSheetSays))
}

// asTheSheetSays prints on the paper that the style of the sheet names.
func asTheSheetSays(p *page.PrintToPDFParams) {
	yes := true
	p.PreferCSSPageSize = &yes
}

// sheetJob is the script that asks the app for a sheet.
func sheetJob(s sheet) (string, error) {
	detail, err := json.Marshal(s)
	return fmt.Sprintf("dispatchEvent(new CustomEvent('print-leaflet', {detail: %s}))", detail), err
}

// packIndex lists what is in the pack, for people who open it in a browser.
var packIndex = template.Must(template.New("index").Parse(`<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>リーフレット</title>
<style>body{font-family:sans-serif;margin:2rem;line-height:1.8}td{padding-right:1.5rem}</style>
<h1>リーフレット</h1>
<table>
{{range .}}<tr><td><a href="{{.File}}">{{.Title}}</a></td><td>{{.Language}}</td><td>{{.Format}}</td></tr>
{{end}}</table>
</html>
`))
