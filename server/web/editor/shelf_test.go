package editor

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"michishirube/server/editorial"
	"michishirube/server/release"
)

// printer is a Print that tests can hold and fail.
type printer struct {
	begun chan PackOrder
	end   chan error
}

func (p printer) print(ctx context.Context, s *release.Snapshot, o PackOrder, out io.Writer, told func(done, of int)) error {
	told(1, 3)
	select {
	case p.begun <- o:
	case <-ctx.Done():
		return ctx.Err()
	}
	id, _ := packID(o.Region, s)
	if _, err := fmt.Fprintf(out, "PK %s %s of %s", o.Region, o.Language, id); err != nil {
		return err
	}
	select {
	case err := <-p.end:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// starts waits until something is being printed.
func (p printer) starts(t *testing.T) PackOrder {
	t.Helper()
	select {
	case o := <-p.begun:
		return o
	case <-time.After(10 * time.Second):
		t.Fatal("nothing is being printed")
		return PackOrder{}
	}
}

// printing is an office with a shelf, whose region 28381 has published.
func printing(t *testing.T, folder string) (*office, printer, *Shelf) {
	t.Helper()
	p := printer{make(chan PackOrder), make(chan error)}
	ctx, stop := context.WithCancel(t.Context())
	var log bytes.Buffer
	shelf, err := NewShelf(ctx, folder, p.print, "build", slog.New(slog.NewTextHandler(&log, nil)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(); shelf.Wait() })
	return published(t, t.TempDir(), func(c *Config) { c.Shelf = shelf }), p, shelf
}

// idle waits until nothing is being made.
func (s *Shelf) idle(t *testing.T) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if jobs, _ := s.waiting(); len(jobs) == 0 {
			return
		}
	}
	t.Fatal("it is still being made")
}

const (
	handOut = "/editor/regions/28381/distribution"
	allPack = handOut + "/leaflets/all.zip"
)

func TestAZIPOfARegionIsMadeOnDemand(t *testing.T) {
	o, p, shelf := printing(t, t.TempDir())
	b := o.as("hana")
	b.want(b.get(handOut), http.StatusOK, "ZIPを作る", "すべての言語", "Tiếng Việt", "中立のカード")
	b.want(b.get(allPack), http.StatusNotFound)
	b.wantTo(b.press(handOut+"/leaflets"), handOut+"?done=pack_ordered")
	if asked := p.starts(t); asked != (PackOrder{Region: "28381"}) {
		t.Errorf("asked for %+v", asked)
	}
	b.press(handOut+"/leaflets", "language", "vi")
	b.press(handOut+"/leaflets", "language", "vi") // pressed twice
	b.want(b.get(handOut), http.StatusOK, "3枚のうち1枚", "Tiếng ViệtのZIPは、順番を待っています", "今の様子を見る")
	b.want(b.get(allPack), http.StatusNotFound) // half of it is none
	p.end <- nil
	if second := p.starts(t); second.Language != "vi" {
		t.Errorf("the second is %+v", second)
	}
	p.end <- nil
	shelf.idle(t)
	b.want(b.get(handOut), http.StatusOK, `href="`+allPack+`"`, handOut+"/leaflets/vi.zip")
	r := b.get(allPack)
	b.want(r, http.StatusOK, "PK 28381  of ")
	s, err := o.editor.Current.Load()
	if err != nil {
		t.Fatal(err)
	}
	wanted := `attachment; filename="leaflets-28381-all-` + s.Regions["28381"].ID[:7] + `.zip"`
	if got := r.Header.Get("Content-Disposition"); got != wanted || r.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("%q, %q", got, r.Header.Get("Cache-Control"))
	}

	// The same national one is another; what is of no language is none.
	b.want(b.get("/editor/distribution/leaflets/all.zip"), http.StatusNotFound)
	b.want(b.press(handOut+"/leaflets", "language", "xx"), http.StatusUnprocessableEntity, "一覧にある言語")
	for _, path := range []string{"/leaflets/xx.zip", "/leaflets/all", "/leaflets/..%2fall.zip"} {
		b.want(b.get(handOut+path), http.StatusNotFound)
	}
	if strange := o.browser().get(allPack); strange.StatusCode != http.StatusSeeOther {
		t.Errorf("not logged in: %d", strange.StatusCode)
	}
	b.want(b.get("/editor/regions/13112/distribution/leaflets/all.zip"), http.StatusNotFound)
	b.want(b.press("/editor/regions/13112/distribution/leaflets"), http.StatusNotFound)

	// A region that says something else has no ZIP until it is made again; the old one is then gone.
	pub := release.NewRegionPublisher(o.store, o.editor.Current, o.editor.Content, o.editor.Now)
	said := editorial.Edition{Values: map[string]editorial.Value{"mailing": {Text: "窓口へ", Base: editorial.BasesOf(o.editor.Content).Of("mailing")}}}
	if _, err := pub.Publish(t.Context(), editorial.Region{Code: "28381", Name: "稲美町"}, 1, editorial.Publication{Edition: said, By: "hana", ApprovedBy: "ito"}); err != nil {
		t.Fatal(err)
	}
	b.want(b.get(allPack), http.StatusNotFound)
	b.press(handOut + "/leaflets")
	p.starts(t)
	p.end <- nil
	shelf.idle(t)
	b.want(b.get(allPack), http.StatusOK)
	if left, _ := filepath.Glob(filepath.Join(shelf.folder, "28381__*.zip")); len(left) != 1 {
		t.Errorf("kept: %q", left)
	}
}

func TestAZIPThatCannotBeMadeIsTold(t *testing.T) {
	o, p, shelf := printing(t, t.TempDir())
	b := o.as("hana")
	b.want(b.get(handOut), http.StatusOK)
	b.press(handOut+"/leaflets", "language", "ja")
	p.starts(t)
	p.end <- errors.New("the browser is gone")
	shelf.idle(t)
	b.want(b.get(handOut), http.StatusOK, "日本語のZIPを作れませんでした")
	if left, _ := os.ReadDir(shelf.folder); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	b.press(handOut+"/leaflets", "language", "ja")
	p.starts(t)
	p.end <- nil
	shelf.idle(t)
	if b.want(b.get(handOut), http.StatusOK, handOut+"/leaflets/ja.zip"); bytes.Contains([]byte(b.page), []byte("作れませんでした")) {
		t.Error("the failure is still told")
	}
}

func TestTheShelfKeepsNoMoreThanItMay(t *testing.T) {
	folder := t.TempDir()
	old := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	for i := range mostPacks + 5 {
		name := filepath.Join(folder, fmt.Sprintf("%05d__aa.zip", i))
		if err := errors.Join(os.WriteFile(name, nil, 0o600), os.Chtimes(name, old, old.Add(time.Duration(i)*time.Hour))); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "28381__bb.zip.part"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	o, p, shelf := printing(t, folder)
	b := o.as("hana")
	b.want(b.get(handOut), http.StatusOK)
	b.press(handOut + "/leaflets")
	p.starts(t)
	p.end <- nil
	shelf.idle(t)
	b.want(b.get(allPack), http.StatusOK)
	left, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(left) != mostPacks || filepath.Base(left[0]) != "00006__aa.zip" {
		t.Errorf("%d files, the first %s (%v)", len(left), left[0], err)
	}
}

func TestWithoutABrowserTheCommandIsTold(t *testing.T) {
	folder := t.TempDir()
	o := published(t, folder)
	b := o.as("hana")
	command := "michishirube leaflets --out FOLDER --region 28381 --origin " + site
	b.want(b.get(handOut), http.StatusOK, command, "この地域のことを入れる")
	b.want(b.press(handOut+"/leaflets"), http.StatusNotFound)
	b.want(b.get("/editor/distribution"), http.StatusOK, "michishirube leaflets --out FOLDER --origin "+site)

	// What that command made is handed out, and told from one of an earlier edition.
	s, err := o.editor.Current.Load()
	if err != nil {
		t.Fatal(err)
	}
	for of, isOld := range map[string]bool{s.Regions["28381"].ID: false, s.Current.ID: true} {
		var pack bytes.Buffer
		w := zip.NewWriter(&pack)
		if err := errors.Join(w.SetComment(of), w.Close(), os.WriteFile(filepath.Join(folder, "leaflets-28381.zip"), pack.Bytes(), 0o600)); err != nil {
			t.Fatal(err)
		}
		b.want(b.get(handOut), http.StatusOK, `href="`+handOut+`/leaflets.zip"`)
		if told := bytes.Contains([]byte(b.page), []byte("今の案内のものではありません")); told != isOld {
			t.Errorf("the ZIP is old: %v, told: %v", isOld, told)
		}
		b.want(b.get(handOut+"/leaflets.zip"), http.StatusOK, pack.String())
	}
}
