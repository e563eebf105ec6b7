package e2e

import (
	"archive/zip"
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Feet of two regions. The fonts of paper have 稲美町, as every name of a municipality, and no 𠮷.
const (
	inamiFoot   = "稲美町福祉課 発行 担当 𠮷田"
	otherFoot   = "世田谷区生活支援課 発行"
	inamiExtra  = "稲美町役場の2階で受け付けます。"
	inamiWindow = "稲美町住民課保険係"
)

// The ZIP of a region holds the papers of the region: its foot, its words, its windows, and nothing of another one.
func TestTheZIPOfARegionIsOfThatRegion(t *testing.T) {
	t.Setenv("MICHISHIRUBE_CHROMIUM", chromium())
	a := openOffice(t)
	admin, w := a.clerk(t, "admin"), team{a.clerk(t, "hana"), a.clerk(t, "ito")}
	admin.fill("/editor/regions/new", "code", "28381", "name", "稲美町")
	admin.fill("/editor/regions/new", "code", "13112", "name", "世田谷区")
	w.publish("28381", said{"leaflet_footer", []string{"value", inamiFoot}}, said{"leaflet_extra", []string{"value", inamiExtra}},
		window("consultation", inamiWindow, "079-492-9137"))
	w.publish("13112", said{"leaflet_footer", []string{"value", otherFoot}})

	// Made on the server when an editor asks for it, in one language.
	at := "/editor/regions/28381/distribution"
	must(t, w.editor.FillTo(at, at+"/leaflets", "language", "ja"))
	path, wait := at+"/leaflets/ja.zip", time.Now().Add(2*time.Minute)
	res, body := w.editor.ask(http.MethodGet, path, nil)
	for ; res.StatusCode == http.StatusNotFound && time.Now().Before(wait); res, body = w.editor.ask(http.MethodGet, path, nil) {
		time.Sleep(200 * time.Millisecond)
	}
	if name := res.Header.Get("Content-Disposition"); res.StatusCode != http.StatusOK || !strings.Contains(name, `"leaflets-28381-ja-`) {
		_, page := w.editor.ask(http.MethodGet, at, nil)
		t.Fatalf("%s %s\n%s\n%s", res.Status, name, page, a.log)
	}
	z := unzip(t, []byte(body))
	for name := range z {
		if !strings.HasSuffix(name, ".pdf") {
			continue
		}
		paper := z.pdf(t, name)
		if paper.has(otherFoot) || paper.has("世田谷区") {
			t.Errorf("%s says something of another region", name)
		}
		if neutral := strings.HasPrefix(name, "neutral_card"); paper.has("稲美町") == neutral {
			t.Errorf("%s: the name of the region is on it: %v", name, !neutral)
		}
	}
	flags := z.pdf(t, "two_flags-a4-ja.pdf")
	for _, want := range []string{inamiFoot, inamiExtra, inamiWindow, "079-492-9137"} {
		if !flags.has(want) {
			t.Errorf("the leaflet of the flags does not say %q:\n%s", want, flags.text)
		}
	}
	// Thickened letters and the one character that comes from the machine are drawn; nothing may be left to the printer.
	for _, font := range flags.strangeFonts(t) {
		fields := strings.Fields(font)
		if n := len(fields); fields[n-5] != "yes" || fields[n-3] != "yes" {
			t.Errorf("not embedded, or without its characters: %s", font)
		}
	}
	index := string(z["index.html"])
	for _, want := range []string{"リーフレット(稲美町)", "印刷用の書体にない字: 𠮷", "two_flags-a5-ja.pdf", "令和"} {
		if !strings.Contains(index, want) {
			t.Errorf("the index does not say %q:\n%s", want, index)
		}
	}

	// Made elsewhere, from the server as it runs, and put into its data folder.
	command(t, binary, "leaflets", "--out", a.dataDir, "--region", "13112", "--from", a.url, "--id", "certificate", "--language", "ja")
	made, err := os.ReadFile(filepath.Join(a.dataDir, "leaflets-13112-certificate-ja.zip"))
	must(t, err)
	other := unzip(t, made)
	if paper := other.pdf(t, "certificate-a4-ja.pdf"); len(other) != 3 || !paper.has(otherFoot) || paper.has("稲美町") {
		t.Errorf("%d files; the other region's paper says:\n%s", len(other), paper.text)
	}
}

// pack is a ZIP of leaflets, by the names of its files.
type pack map[string][]byte

func unzip(t *testing.T, data []byte) pack {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	all := pack{}
	for _, f := range r.File {
		file, err := f.Open()
		must(t, err)
		all[f.Name], err = io.ReadAll(file)
		must(t, err)
	}
	return all
}

// pdf reads one of its papers.
func (p pack) pdf(t *testing.T, name string) *pdf {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	must(t, os.WriteFile(path, p[name], 0o600))
	return &pdf{path: path, text: command(t, "pdftotext", "-raw", path, "-")}
}
