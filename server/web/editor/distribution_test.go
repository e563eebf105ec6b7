package editor

import (
	"bytes"
	"image/png"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"michishirube/server/editorial"
	"michishirube/server/release"
)

// published is an office whose region 28381 has published, and whose data folder is given.
func published(t *testing.T, folder string, edit ...func(*Config)) *office {
	t.Helper()
	var current release.Current
	o := newOffice(t, append(edit, func(c *Config) { c.Current, c.Folder = &current, os.DirFS(folder) })...)
	national, err := release.Build(release.Input{ReviewedOn: "2026-11-22", ReviewBy: "2027-03-31", Blobs: map[string][]byte{"guide": []byte(`{}`)}})
	if err != nil {
		t.Fatal(err)
	}
	if err := release.NewPublisher(o.store, &current, o.editor.Now).Publish(t.Context(), national); err != nil {
		t.Fatal(err)
	}
	p := release.NewRegionPublisher(o.store, &current, o.editor.Content, o.editor.Now)
	r := editorial.Region{Code: "28381", Name: "稲美町"}
	if _, err := p.Publish(t.Context(), r, 0, editorial.Publication{By: "hana", ApprovedBy: "ito"}); err != nil {
		t.Fatal(err)
	}
	return o
}

func TestTheLinkOfARegionIsPassedOn(t *testing.T) {
	o := published(t, t.TempDir())
	b := o.as("hana")
	link := site + "/r/28381"
	b.want(b.get("/editor/regions/28381/distribution"), http.StatusOK,
		link, link+"/changes.atom", `aria-label="`+link, "集めていません", `<textarea id="f-mail" rows="16" readonly`,
		"/editor/regions/28381/distribution/poster", "ホーム画面に追加", "leaflets --out")
	if strings.Contains(b.page, "<script") || strings.Contains(b.page, "style=") || strings.Contains(b.page, "editor.distribution.") {
		t.Error("the page has a script, a style of its own, or lacks words")
	}
	b.want(b.get("/editor/regions/28381/distribution/letter"), http.StatusOK, link, "令和6年(2024年)11月25日", "民間団体",
		"2026年11月22日(令和8年)", "自動では引き継がれません", `value="稲美町"`, "御中")
	if strings.Contains(b.page, "<form") || strings.Contains(b.page, "<button") {
		t.Error("what is typed into the letter could be sent")
	}
	// The national link, from the national pages.
	b.want(b.get("/editor/distribution"), http.StatusOK, "<code>"+site+"/</code>", site+"/changes.atom")
	b.want(b.get("/editor/distribution/poster"), http.StatusOK, "医療保険 手続きガイド")
	// Another's region is not hers.
	b.want(b.get("/editor/regions/13112/distribution"), http.StatusNotFound)
	if r := o.browser().get("/editor/distribution"); r.StatusCode != http.StatusSeeOther {
		t.Errorf("not logged in: %d", r.StatusCode)
	}
}

func TestALinkThatLeadsNowhereIsNotPassedOn(t *testing.T) {
	b := published(t, t.TempDir()).as("admin")
	base := "/editor/regions/13112/distribution"
	b.want(b.get(base), http.StatusOK, "まだ公開されていません")
	if strings.Contains(b.page, "<svg") || strings.Contains(b.page, "<textarea") {
		t.Error("it is offered all the same")
	}
	for _, paper := range []string{"/poster", "/letter"} {
		b.wantTo(b.get(base+paper), base)
	}
	b.want(b.get(base+"/qr.png"), http.StatusNotFound)
}

func TestThePosterTellsNobodyAnything(t *testing.T) {
	b := published(t, t.TempDir()).as("hana")
	b.want(b.get("/editor/regions/28381/distribution/poster"), http.StatusOK, "医療保険 手続きガイド", site+"/r/28381", "稲美町")
	var telling struct{ Words map[string][]string }
	data, err := os.ReadFile("../../../assets/content/neutral_words.yaml")
	if err == nil {
		err = yaml.Unmarshal(data, &telling)
	}
	if err != nil || len(telling.Words["ja"]) == 0 {
		t.Fatal(telling, err)
	}
	for _, word := range append(telling.Words["ja"], "フラグ", "女性", "みちしるべ") {
		if strings.Contains(strings.ToLower(b.page), word) {
			t.Errorf("it says %q", word)
		}
	}
}

func TestWithoutAnOriginTheLinkIsMarkedAsGuessed(t *testing.T) {
	b := published(t, t.TempDir(), func(c *Config) { c.Origin = nil }).as("hana")
	b.want(b.get("/editor/regions/28381/distribution"), http.StatusOK, site+"/r/28381", "-origin")
	told := published(t, t.TempDir(), func(c *Config) { c.Origin = &url.URL{Scheme: "https", Host: "other.example.lg.jp"} }).as("hana")
	told.want(told.get("/editor/regions/28381/distribution"), http.StatusOK, "https://other.example.lg.jp/r/28381")
	if strings.Contains(told.page, site) || strings.Contains(told.page, "-origin の指定がない") {
		t.Error("the request decides the link although somebody told it")
	}
}

func TestTheLeafletsAreHandedOut(t *testing.T) {
	folder := t.TempDir()
	b := published(t, folder).as("hana")
	b.want(b.get("/editor/leaflets.zip"), http.StatusNotFound)
	if err := os.WriteFile(filepath.Join(folder, "leaflets.zip"), []byte("PK pack"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.want(b.get("/editor/distribution"), http.StatusOK, `href="/editor/leaflets.zip"`)
	r := b.get("/editor/leaflets.zip")
	b.want(r, http.StatusOK, "PK pack")
	for name, want := range map[string]string{"Content-Type": "application/zip", "Cache-Control": "no-store", "Content-Disposition": `attachment; filename="leaflets.zip"`} {
		if got := r.Header.Get(name); got != want {
			t.Errorf("%s = %q, want %q", name, got, want)
		}
	}
	if r := b.o.browser().get("/editor/leaflets.zip"); r.StatusCode != http.StatusSeeOther {
		t.Errorf("not logged in: %d", r.StatusCode)
	}
}

// The picture and the drawing must show the same modules, with four white ones around them.
func TestTheCodeIsDrawnWhole(t *testing.T) {
	b := published(t, t.TempDir()).as("hana")
	b.want(b.get("/editor/regions/28381/distribution/qr.png"), http.StatusOK)
	picture, err := png.Decode(bytes.NewReader([]byte(b.page)))
	if err != nil {
		t.Fatal(err)
	}
	code, err := newQR(site + "/r/28381")
	if err != nil {
		t.Fatal(err)
	}
	if picture.Bounds().Dx() != code.size*pixels {
		t.Fatalf("%v for %d modules", picture.Bounds(), code.size)
	}
	drawn := make(map[[2]int]bool)
	for _, run := range regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-\d+z`).FindAllStringSubmatch(string(code.SVG("x")), -1) {
		for i := range atoi(t, run[3]) {
			drawn[[2]int{atoi(t, run[1]) + i, atoi(t, run[2])}] = true
		}
	}
	for y := range code.size {
		for x := range code.size {
			r, _, _, _ := picture.At(x*pixels+pixels/2, y*pixels+pixels/2).RGBA()
			dark, edge := r == 0, min(x, y, code.size-1-x, code.size-1-y) < quiet
			if dark != drawn[[2]int{x, y}] || dark && edge {
				t.Fatalf("module %d, %d: %v in the picture, %v in the drawing, on the edge: %v", x, y, dark, drawn[[2]int{x, y}], edge)
			}
		}
	}
	if !drawn[[2]int{quiet, quiet}] || !drawn[[2]int{code.size - quiet - 1, quiet}] || !drawn[[2]int{quiet, code.size - quiet - 1}] {
		t.Error("a corner lacks its mark")
	}
}

func atoi(t *testing.T, digits string) int {
	t.Helper()
	n, err := strconv.Atoi(digits)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
