package editor

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/labstack/echo/v4"

	"michishirube/server/account"
	"michishirube/server/content"
	"michishirube/server/directory"
	"michishirube/server/editorial"
	"michishirube/server/messages"
	"michishirube/server/release"
)

var readNational = sync.OnceValues(func() (*content.Content, []content.Issue) {
	return content.Load(os.DirFS("../../../assets"), os.DirFS("../../../locales"))
})

// national is the content as it is shipped. Nobody changes it.
func national(t testing.TB) *content.Content {
	t.Helper()
	c, issues := readNational()
	if len(issues) > 0 {
		t.Fatal(issues[0])
	}
	return c
}

// readRelease is a national release in which the Japanese words can be found again, and readList the list of insurers.
var (
	readRelease = sync.OnceValues(func() (release.Release, error) {
		c, _ := readNational()
		blobs, err := wordsOf(c)
		if err != nil {
			return release.Release{}, err
		}
		return release.Build(release.Input{ReviewedOn: "2026-11-22", ReviewBy: "2027-03-31", Blobs: blobs})
	})
	readList = sync.OnceValues(func() (*directory.Directory, []directory.Issue) {
		return directory.Load(os.DirFS("../../../assets"), "")
	})
)

// regionOffice is an office with a national release in force, and what publishes beside it.
type regionOffice struct {
	*office
	current   *release.Current
	publisher *release.RegionPublisher
	lists     *keptLists
}

func newRegionOffice(t testing.TB) *regionOffice {
	t.Helper()
	r := &regionOffice{current: &release.Current{}, lists: &keptLists{}}
	r.office = newOffice(t, func(c *Config) {
		db := c.Store.(interface {
			release.Store
			release.RegionStore
		})
		built, err := readRelease()
		if err != nil {
			t.Fatal(err)
		}
		if err := release.NewPublisher(db, r.current, c.Now).Publish(t.Context(), built); err != nil {
			t.Fatal(err)
		}
		r.publisher = release.NewRegionPublisher(db, r.current, c.Content, c.Now)
		own, unfit := readList()
		if len(unfit) > 0 {
			t.Fatal(unfit[0])
		}
		say, err := messages.Load(os.DirFS("../../../locales"), "command/import.ja.toml")
		if err != nil {
			t.Fatal(err)
		}
		c.Publisher, c.Current, c.Intake = r.publisher, r.current, Intake{Directory: own, Lists: r.lists, Say: say.Say}
	})
	for _, u := range []account.User{
		{Name: "jiro", Display: "次郎", Role: account.Editor, Regions: []string{"28381"}, Hash: hashed(t)},
		{Name: "sato", Display: "佐藤", Role: account.Administrator, Regions: []string{"28381"}, Hash: hashed(t)},
		{Name: "far", Display: "遠山", Role: account.Administrator, Regions: []string{"13112"}, Hash: hashed(t)},
	} {
		if err := r.store.AddUser(t.Context(), u, editorial.Line{What: "user", Detail: u.Name}); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// wordsOf are the blobs of a content in which its Japanese words can be found again.
func wordsOf(c *content.Content) (map[string][]byte, error) {
	guide, err := json.Marshal(c.Finish())
	if err != nil {
		return nil, err
	}
	words := map[string]string{}
	for id, text := range c.Texts["ja"] {
		if strings.HasPrefix(id, "local.") || strings.HasPrefix(id, "step.") || strings.HasPrefix(id, "desk.") {
			words[id] = text
		}
	}
	text, err := json.Marshal(content.TextBundle{Locale: "ja", Messages: words})
	return map[string][]byte{"guide": guide, "text.ja": text}, err
}

const inami = "/editor/regions/28381"

// served gives the manifest of a region.
func (o *regionOffice) served(code string) release.Region {
	o.t.Helper()
	s, err := o.current.Load()
	if err != nil {
		o.t.Fatal(err)
	}
	return s.Regions[code]
}

var seenField = regexp.MustCompile(`name="seen" value="([^"]+)"`)
var parentField = regexp.MustCompile(`name="parent" value="([^"]+)"`)

// press sends a form of the page looked at last: with what it shows the part to be.
func (b *browser) press(path string, pairs ...string) *http.Response {
	b.o.t.Helper()
	for name, field := range map[string]*regexp.Regexp{"seen": seenField, "parent": parentField} {
		if found := field.FindStringSubmatch(b.page); found != nil && !slices.Contains(pairs, name) {
			pairs = append(pairs, name, found[1])
		}
	}
	return b.post(path, pairs...)
}

// says writes a field of the draft as somebody does, by the page.
func (b *browser) says(field string, pairs ...string) {
	b.o.t.Helper()
	at := inami + "/fields/" + field
	b.want(b.get(at), http.StatusOK)
	b.wantTo(b.press(at, append([]string{"do", "save"}, pairs...)...), at+"?done=draft_saved")
}

// asks asks for approval.
func (b *browser) asks() {
	b.o.t.Helper()
	b.want(b.get(inami+"/draft"), http.StatusOK)
	b.wantTo(b.press(inami+"/draft", "do", "ask"), inami+"/draft?done=draft_ask")
}

// approves puts the draft in force.
func (b *browser) approves() {
	b.o.t.Helper()
	b.want(b.get(inami+"/approve"), http.StatusOK)
	b.wantTo(b.press(inami+"/approve", "do", "publish"), inami+"?done=published")
}

func TestThreePeople(t *testing.T) {
	o := newRegionOffice(t)
	hana, ito := o.as("hana"), o.as("ito")
	hana.want(hana.get(inami), http.StatusOK, "まだ何も公開していません", "国民健康保険の窓口")
	hana.says("auto_flags", "value", "both")
	hana.says("city_kokuho", "name", "住民課 国保年金係", "phone", "079-492-9135", "hours", "平日 8:30〜17:15")
	hana.want(hana.get(inami+"/fields/city_kokuho"), http.StatusOK, "079-492-9135", "まだ確かめていません")
	hana.wantTo(hana.press(inami+"/fields/city_kokuho", "do", "verify", "day", "令和8年11月20日"), inami+"/fields/city_kokuho?done=verified")
	hana.want(hana.get(inami+"/fields/city_kokuho"), http.StatusOK, "2026年11月20日(令和8年)")
	if o.served("28381").ID != "" {
		t.Error("a draft is served")
	}
	hana.asks()
	hana.want(hana.get(inami+"/approve"), http.StatusForbidden)

	ito.want(ito.get("/editor"), http.StatusOK, "承認を頼まれている下書き", inami+"/approve")
	ito.want(ito.get(inami+"/approve"), http.StatusOK, "花さんが承認を頼んでいます", "誤りはありません", "2つのフラグが付く扱い")
	ito.want(ito.press(inami+"/approve", "do", "return", "reason", " "), http.StatusUnprocessableEntity, "差し戻す理由を書いてください")
	ito.wantTo(ito.press(inami+"/approve", "do", "return", "reason", "受付時間に\n土曜も書いてください"), inami+"?done=draft_returned")

	hana.want(hana.get(inami+"/draft"), http.StatusOK, "伊藤さんが差し戻しました", "土曜も書いてください")
	hana.says("city_kokuho", "name", "住民課 国保年金係", "phone", "079-492-9135", "hours", "平日と第2土曜")
	hana.want(hana.get(inami+"/fields/city_kokuho"), http.StatusOK, "まだ確かめていません")
	hana.asks()
	ito.approves()
	first := o.served("28381")
	if !strings.Contains(string(first.Manifest), `"name":"region"`) || !strings.Contains(string(first.Blob.JSON), `"hours":"平日と第2土曜"`) {
		t.Errorf("served %s: %s", first.Manifest, first.Blob.JSON)
	}
	ito.want(ito.get(inami+"/history"), http.StatusOK, "第1版", "書いた人: 花さん、承認した人: 伊藤さん", "2026年11月22日(令和8年) 12:00")

	var did []string
	lines, err := o.store.AuditLines(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		if l.Region == "28381" && l.By != "" {
			did = append(did, l.By+" "+l.What)
		}
	}
	want := []string{"hana draft", "hana draft", "hana verify", "hana ask", "ito return", "hana draft", "hana ask", "ito publish"}
	if !slices.Equal(did, want) {
		t.Errorf("the record says %v, want %v", did, want)
	}
}

func TestWhoeverWroteAnyPartCannotApprove(t *testing.T) {
	o := newRegionOffice(t)
	hana, ito, sato := o.as("hana"), o.as("ito"), o.as("sato")
	ito.says("flag_form", "value", "不開示の申出書")
	hana.says("mailing", "value", "窓口に届け出ます")
	hana.asks()
	ito.want(ito.get(inami+"/approve"), http.StatusOK, "承認を頼んだ人は、承認できません", "花", "伊藤")
	ito.want(ito.press(inami+"/approve", "do", "publish"), http.StatusUnprocessableEntity, "ほかの承認者に頼んでください")
	sato.approves()
	if p, err := o.store.InForceEdition(t.Context(), "28381"); err != nil || p.By != "hana" || p.ApprovedBy != "sato" {
		t.Errorf("in force: %+v, %v", p, err)
	}
}

func TestOnePersonIsRecorded(t *testing.T) {
	o := newRegionOffice(t)
	sato := o.as("sato")
	sato.says("flag_form", "value", "申出書")
	sato.want(sato.get(inami+"/approve"), http.StatusOK)
	sato.want(sato.press(inami+"/approve", "do", "publish"), http.StatusUnprocessableEntity)
	sato.want(sato.get(inami+"/settings"), http.StatusOK, `value="稲美町"`)
	sato.wantTo(sato.post(inami+"/settings", "name", "稲美町役場", "one_person", "yes"), inami+"?done=saved")
	sato.want(sato.get(inami+"/approve"), http.StatusOK, "あなたが1人で書いて承認することになります")
	sato.wantTo(sato.press(inami+"/approve", "do", "publish"), inami+"?done=published")
	sato.want(sato.get(inami+"/history/1"), http.StatusOK, "1人で書いて承認した版です")
	if !strings.Contains(string(o.served("28381").Blob.JSON), "稲美町役場") {
		t.Error("devices are not told the new name")
	}
	lines, err := o.store.AuditLines(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(lines, func(l editorial.Line) bool {
		return l.What == "region" && l.By == "sato" && strings.Contains(l.Detail, "one person")
	}) {
		t.Error("the switch is not in the record")
	}
}

func TestRegionsAreMadeByNationalAdministrators(t *testing.T) {
	o := newRegionOffice(t)
	admin := o.as("admin")
	admin.want(admin.get("/editor/regions"), http.StatusOK, "稲美町", "世田谷区", "地域を登録する")
	admin.want(admin.get("/editor/regions/new"), http.StatusOK)
	for _, tt := range []struct{ code, name, text string }{
		{"28381", "稲美", "もう登録されています"}, {"Inami", "稲美", "半角の小文字"}, {"10000", "", "名前を入力"}, {"10000", strings.Repeat("長", 31), "31字"},
	} {
		admin.want(admin.post("/editor/regions/new", "code", tt.code, "name", tt.name), http.StatusUnprocessableEntity, tt.text, fmt.Sprintf("value=%q", tt.code))
	}
	admin.wantTo(admin.post("/editor/regions/new", "code", "01202", "name", "函館市"), "/editor/regions/01202?done=region_made")
	sato := o.as("sato")
	sato.want(sato.get("/editor/regions/new"), http.StatusForbidden)
	sato.want(sato.get("/editor/regions"), http.StatusOK, "稲美町")
	if strings.Contains(sato.page, "世田谷区") || strings.Contains(sato.page, "地域を登録する") {
		t.Error("she is shown what is not hers")
	}
}

// restart is a start of the program with other national content: nobody is logged out.
func (o *regionOffice) restart(c *content.Content) {
	o.t.Helper()
	o.publisher = release.NewRegionPublisher(o.store, o.current, c, o.editor.Now)
	if _, err := o.publisher.Load(o.t.Context()); err != nil {
		o.t.Fatal(err)
	}
	config := o.editor.Config
	config.Content, config.Publisher = c, o.publisher
	var err error
	if o.editor, err = New(config); err != nil {
		o.t.Fatal(err)
	}
	o.Echo = echo.New()
	o.Logger.SetOutput(io.Discard)
	o.editor.Register(o.Echo)
}
