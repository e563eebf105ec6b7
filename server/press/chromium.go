package press

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Patience with a browser: how long the app may take until every paper can be printed, and one leaflet until it is.
const (
	openPatience  = 3 * time.Minute
	printPatience = 60 * time.Second
)

// Find gives the Chromium to print with: the one named, else the one installed.
func Find(given string) (string, error) {
	names := []string{"chromium", "chromium-browser", "google-chrome", "msedge"}
	if given != "" {
		names = []string{given}
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	if given != "" {
		return "", fmt.Errorf("no program %s", given)
	}
	return "", errors.New("no Chromium found: install one, or name it with --chromium FILE or CHROMIUM_PATH")
}

// openApp opens the app, of a region by the region's link, and waits until every paper can be printed.
func openApp(ctx context.Context, chromium string, s *source) (tab context.Context, stop func(), err error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, stopBrowser := chromedp.NewExecAllocator(ctx, options...)
	tab, closeTab := chromedp.NewContext(ctx)
	stop = func() { closeTab(); stopBrowser() }
	path := "/"
	if s.code != "" {
		path = "/r/" + s.code
	}
	// A timeout on the first of these would end the browser with it, so the browser is started before.
	err = chromedp.Do(tab)
	if err == nil {
		wait, cancel := context.WithTimeout(tab, openPatience)
		defer cancel()
		err = chromedp.Do(wait, chromedp.Navigate(s.address+path), chromedp.WaitReady(chromedp.CSS("html[data-prints]")))
	}
	if err != nil {
		stop()
		return nil, nil, fmt.Errorf("open %s%s in %s: %w", s.address, path, chromium, err)
	}
	return tab, stop, nil
}

// printSheet asks the app for one sheet, waits until it stands with its fonts and the region's words, and prints it.
func printSheet(tab context.Context, s Sheet, region string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(tab, printPatience)
	defer cancel()
	detail, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	ask := fmt.Sprintf("dispatchEvent(new CustomEvent('print-leaflet', {detail: %s}))", detail)
	stands := strings.TrimSpace(strings.Join([]string{s.ID, s.Format, s.Languages[0], region}, " "))
	if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](ask), chromedp.WaitReady(chromedp.CSS(fmt.Sprintf("html[data-prints=%q]", stands)))); err != nil {
		return nil, err
	}
	return chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPrintBackground(), asTheSheetSays))
}

// asTheSheetSays prints on the paper that the style of the sheet names.
func asTheSheetSays(p *page.PrintToPDFParams) {
	yes := true
	p.PreferCSSPageSize = &yes
}
