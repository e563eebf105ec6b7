package e2e

import (
	"io"
	"net/http"
	"regexp"
	"testing"

	"github.com/playwright-community/playwright-go"

	"michishirube/e2e/disk"
)

// Her own phone keeps nothing of the page behind a leaflet's code, whether she leaves it by its exit, closes the browser
// over it or lets the battery run empty.
func TestHerPhoneKeepsNothingOfThePage(t *testing.T) {
	t.Parallel()
	phoneKeepsNothing(t, []string{"ja", "vi"})
}

// phoneKeepsNothing gives how many texts were looked for.
func phoneKeepsNothing(t *testing.T, languages []string) (texts []string) {
	t.Helper()
	for _, tag := range languages {
		texts = append(texts, textsOf(t, shared.url+"/i/"+tag)...)
	}
	for _, way := range []string{"exit", "closed", "killed"} {
		d := &tablet{t: t, a: shared, profile: t.TempDir()}
		p := d.opens()
		must(t, p.Route("https://www.jma.go.jp/**", func(r playwright.Route) {
			_ = r.Fulfill(playwright.RouteFulfillOptions{ContentType: playwright.String("text/html"), Body: "<!doctype html><title>-</title>"})
		}))
		for _, tag := range languages {
			_, err := p.Goto(shared.url + "/i/" + tag)
			must(t, err)
		}
		switch way {
		case "exit":
			must(t, p.Locator("#exit").Click())
			must(t, p.WaitForURL("https://www.jma.go.jp/**"))
			d.closes()
		case "closed":
			d.closes()
		case "killed":
			d.dies()
		}
		const history = "Default/History" // of every visited address; what is not found there was not looked for
		found, err := disk.Search(d.profile, append(texts, shared.url+"/i/"))
		must(t, err)
		if way != "killed" && found[shared.url+"/i/"][history] == 0 {
			t.Errorf("%s: the browser's history is not on disk", way)
		}
		for text, files := range found {
			if text != shared.url+"/i/" {
				t.Errorf("%s: %q is on disk: %v", way, text, files)
			}
		}
	}
	return texts
}

// betweenTags are the texts of a page as they stand in the file. The title is left out: it is neutral, and in the history.
var betweenTags = regexp.MustCompile(`<(?:p|span|a|h2|li)[^>]*>([^<>]{8,})<`)

func textsOf(t *testing.T, address string) (texts []string) {
	t.Helper()
	res, err := http.Get(address)
	must(t, err)
	defer res.Body.Close()
	page, err := io.ReadAll(res.Body)
	must(t, err)
	for _, found := range betweenTags.FindAllSubmatch(page, -1) {
		texts = append(texts, string(found[1]))
	}
	if len(texts) < 4 {
		t.Fatalf("%s has %d texts only", address, len(texts))
	}
	return texts
}
