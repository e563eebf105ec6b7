package web

import (
	"context"
	"encoding/xml"
	"io"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"michishirube/server/content"
	"michishirube/server/editorial"
	"michishirube/server/messages"
	"michishirube/server/release"
)

// shipped is the content, read once; nobody here changes it.
var shipped = sync.OnceValues(func() (*content.Content, []content.Issue) {
	return content.Load(os.DirFS("../../assets"), os.DirFS("../../locales"))
})

// newsroom is a site with feeds, whose clock is set by the test.
type newsroom struct {
	*site
	national *release.Publisher
	regions  *release.RegionPublisher
	content  *content.Content
	now      time.Time
}

func newNewsroom(t *testing.T) *newsroom {
	t.Helper()
	c, issues := shipped()
	if len(issues) > 0 {
		t.Fatal(issues[0])
	}
	n := &newsroom{content: c, now: time.Date(2026, 11, 22, 3, 0, 0, 0, time.UTC)}
	clock := func() time.Time { return n.now }
	n.site = newSite(t, func(config *Config) {
		store := config.Files.(Record)
		config.Feed = Feed{Record: store, Content: c, Say: sayFeed(t)}
		n.national = release.NewPublisher(store.(release.Store), config.Current, clock)
		n.regions = release.NewRegionPublisher(store.(release.RegionStore), config.Current, c, clock)
	})
	return n
}

// publish puts a national release in force that tells changes: id and title, in turn.
func (n *newsroom) publish(t *testing.T, changes ...string) release.Release {
	t.Helper()
	var list, words []string
	for i := 0; i < len(changes); i += 2 {
		list = append(list, `{"id":"`+changes[i]+`","on":"2026-11-01"}`)
		words = append(words, `"changes.`+changes[i]+`.title":"`+changes[i+1]+`","changes.`+changes[i]+`.body":"- 一つ\n- 二つ<b>"`)
	}
	r, err := release.Build(release.Input{ReviewedOn: "2026-11-22", ReviewBy: "2027-03-31", Blobs: map[string][]byte{
		"guide":        []byte(`{"changes":[` + strings.Join(list, ",") + `]}`),
		"counselor.ja": []byte(`{"messages":{` + strings.Join(words, ",") + `}}`),
		"page.ja":      []byte(`["another shape"]`),
	}})
	if err != nil {
		t.Fatal(err)
	}
	if err := n.national.Publish(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	n.now = n.now.Add(20 * time.Hour)
	return r
}

// read reads a feed back as any reader does.
func (n *newsroom) read(t *testing.T, path string) atomFeed {
	t.Helper()
	r := n.get(path)
	wantStatus(t, r, http.StatusOK)
	wantHeader(t, r, "Content-Type", "application/atom+xml; charset=utf-8")
	wantHeader(t, r, "Cache-Control", "no-cache")
	wantHeader(t, r, "Content-Security-Policy", policy)
	text := body(t, r)
	again := n.get(path, "If-None-Match", r.Header.Get("ETag"))
	wantStatus(t, again, http.StatusNotModified)
	if body(t, n.ask(http.MethodHead, path)) != "" {
		t.Error("HEAD has a body")
	}
	wantStatus(t, n.ask(http.MethodPost, path), http.StatusMethodNotAllowed)
	var feed atomFeed
	decoder := xml.NewDecoder(strings.NewReader(text))
	if err := decoder.Decode(&feed); err != nil {
		t.Fatal(err)
	}
	if _, err := decoder.Token(); err != io.EOF {
		t.Errorf("something follows the feed: %v", err)
	}
	ids := []string{feed.ID}
	for _, e := range feed.Entries {
		ids = append(ids, e.ID)
	}
	slices.Sort(ids)
	if len(slices.Compact(ids)) != len(feed.Entries)+1 {
		t.Errorf("an ID stands twice: %v", ids)
	}
	return feed
}

func TestTheNationalFeedTellsWhatChanged(t *testing.T) {
	n := newNewsroom(t)
	wantStatus(t, n.get("/changes.atom"), http.StatusServiceUnavailable)
	first := n.publish(t, "a", "はじめの話")
	before := n.read(t, "/changes.atom")
	n.publish(t, "b", "つぎの話", "a", "はじめの話")
	n.publish(t, "b", "つぎの話(直し)", "a", "はじめの話")
	if err := n.national.Rollback(t.Context(), first.ID); err != nil {
		t.Fatal(err)
	}
	feed := n.read(t, "/changes.atom")
	if feed.Title != "医療保険 手続きガイド" || feed.Author.Name == "" || feed.Lang != "ja" || feed.ID != before.ID || feed.Updated != "2026-11-24T15:00:00Z" {
		t.Errorf("feed = %+v", feed)
	}
	var titles, texts []string
	for _, e := range feed.Entries {
		titles, texts = append(titles, e.Title), append(texts, e.Content.Text)
	}
	reviewed := "<p>内容の確認日: 2026年11月22日(令和8年)</p>"
	if want := []string{"2026年11月25日(令和8年)の版", "2026年11月24日(令和8年)の版", "2026年11月23日(令和8年)の版", "2026年11月22日(令和8年)の版"}; !slices.Equal(titles, want) {
		t.Errorf("titles = %q", titles)
	}
	if want := []string{
		"<p>前の版に戻しました。</p>",
		"<p>文やデータを直しました。</p>" + reviewed,
		"<h3>つぎの話</h3><ul><li>一つ</li><li>二つ&lt;b&gt;</li></ul>" + reviewed,
		"<h3>はじめの話</h3><ul><li>一つ</li><li>二つ&lt;b&gt;</li></ul>" + reviewed,
	}; !slices.Equal(texts, want) {
		t.Errorf("texts = %q", texts)
	}
	if last := feed.Entries[3]; last.ID != before.Entries[0].ID || last.Updated != "2026-11-22T03:00:00Z" {
		t.Errorf("an entry changed: %+v, was %+v", last, before.Entries[0])
	}
}

func TestTheFeedOfARegionNamesFieldsAndNobody(t *testing.T) {
	n := newNewsroom(t)
	n.publish(t)
	r := editorial.Region{Code: "28381", Name: "稲美<町>"}
	if err := n.store.PutRegion(t.Context(), r, editorial.Line{By: "hana"}); err != nil {
		t.Fatal(err)
	}
	wantStatus(t, n.get("/r/28381/changes.atom"), http.StatusNotFound)
	put := func(parent uint64, e editorial.Edition) {
		t.Helper()
		if _, err := n.regions.Publish(t.Context(), r, parent, editorial.Publication{Edition: e, By: "hana", ApprovedBy: "ito"}); err != nil {
			t.Fatal(err)
		}
		n.now = n.now.Add(24 * time.Hour)
	}
	windows := map[string]editorial.Value{"consultation": {Window: &editorial.Window{Name: "秘密の窓口", Phone: "079-000-0000"}}}
	put(0, editorial.Edition{Values: windows})
	put(1, editorial.Edition{Values: windows, Files: []editorial.File{{Hash: strings.Repeat("a", 64), Title: "秘密の紙"}, {Hash: strings.Repeat("b", 64), Title: "もう一枚"}}})
	put(2, editorial.Edition{Values: windows, Files: []editorial.File{{Hash: strings.Repeat("a", 64), Title: "秘密の紙"}, {Hash: strings.Repeat("b", 64), Title: "もう一枚"}}})
	if _, err := n.regions.Rollback(t.Context(), r, 3, 1, "hana", "ito"); err != nil {
		t.Fatal(err)
	}
	feed := n.read(t, "/r/28381/changes.atom")
	if feed.Author.Name != r.Name || !strings.HasSuffix(feed.Title, r.Name) || feed.Links[0].Href != "/r/28381/changes.atom" || feed.Links[1].Href != "/r/28381" {
		t.Errorf("feed = %+v", feed)
	}
	var texts []string
	for _, e := range feed.Entries {
		texts = append(texts, e.Content.Text)
	}
	if want := []string{
		"<p>前の版に戻しました。</p><ul><li>公式リーフレット</li></ul>",
		"<p>変わったところはありません。</p>",
		"<p>次のところが変わりました。</p><ul><li>公式リーフレット</li></ul>",
		"<p>次のところが変わりました。</p><ul><li>この地域の相談窓口</li></ul>",
	}; !slices.Equal(texts, want) {
		t.Errorf("texts = %q", texts)
	}
	raw := body(t, n.get("/r/28381/changes.atom"))
	for _, secret := range []string{"hana", "ito", "秘密", "079"} {
		if strings.Contains(raw, secret) {
			t.Errorf("it tells %q", secret)
		}
	}
	wantStatus(t, n.get("/r/13112/changes.atom"), http.StatusNotFound)
}

func TestTheShippedChangesAreTold(t *testing.T) {
	n := newNewsroom(t)
	bundle, err := content.Compile(n.content)
	if err != nil {
		t.Fatal(err)
	}
	blobs := map[string][]byte{}
	for name, blob := range bundle.Blobs {
		if name == "guide" || strings.HasSuffix(name, ".ja") {
			blobs[name] = blob
		}
	}
	r, err := release.Build(release.Input{ReviewedOn: "2026-11-22", ReviewBy: "2027-03-31", Blobs: blobs})
	if err != nil {
		t.Fatal(err)
	}
	if err := n.national.Publish(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	feed := n.read(t, "/changes.atom")
	for _, change := range n.content.Guide.Changes {
		if title := n.content.Texts["ja"]["changes."+change.ID+".title"]; title == "" || !strings.Contains(feed.Entries[0].Content.Text, title) {
			t.Errorf("%s is not told: %s", change.ID, feed.Entries[0].Content.Text)
		}
	}
	for _, telling := range []string{"DV", "暴力", "被害", "フラグ"} {
		if strings.Contains(feed.Title+feed.Entries[0].Title, telling) {
			t.Errorf("a title says %s", telling)
		}
	}
}

// A release that can no longer be read tells nothing, but what was published when is told all the same.
func TestOneReleaseThatIsGoneLeavesTheRest(t *testing.T) {
	n := newNewsroom(t)
	first := n.publish(t, "a", "はじめの話")
	n.publish(t, "b", "つぎの話", "a", "はじめの話")
	f := feeds{Feed: Feed{Record: without{n.store, first.ID}, Content: n.content, Say: sayFeed(t)}, told: &toldReleases{of: map[string]told{}}}
	all, err := f.nationalNews(t.Context())
	if err != nil || len(all) != 2 || !slices.Contains(all[1].lines, "# つぎの話") {
		t.Errorf("%v, %v", all, err)
	}
}

// without is a record that has lost a release.
type without struct {
	Record
	lost string
}

func (w without) Release(ctx context.Context, id string) (release.Release, error) {
	if id == w.lost {
		return release.Release{}, release.ErrDamaged
	}
	return w.Record.Release(ctx, id)
}

func sayFeed(t *testing.T) *messages.Messages {
	t.Helper()
	say, err := messages.Load(os.DirFS("../../locales"), "editor/feed.ja.toml")
	if err != nil {
		t.Fatal(err)
	}
	return say
}
