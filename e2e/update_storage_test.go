package e2e

import (
	"testing"
	"time"

	"github.com/playwright-community/playwright-go"
)

// A device that is full says so, keeps the release it has, and takes the new one when there is room.
func TestUpdateWithoutRoom(t *testing.T) {
	t.Parallel()
	s, d := settled(t, 1)
	used := d.evaluate(`navigator.storage.estimate().then(e => e.usage)`)
	s.run(0)
	d.room(used)
	d.back()
	must(t, d.GetByText("この端末に、新しい版を保存できません。").WaitFor())
	d.press("このアプリについて")
	must(t, d.GetByText("この端末に、新しい版を保存できません。").WaitFor())
	s.cut()
	d.starts()
	d.ready()
	d.wholly(1)
	d.consults(1)
	s.reopen()
	d.room(nil)
	d.starts()
	d.arrived()
	d.goesOn(0)
}

// A device without any room works as long as the page is open, and says why it keeps nothing.
func TestFirstVisitWithoutRoom(t *testing.T) {
	t.Parallel()
	s := newStation(t, 0)
	d := newDevice(t, s)
	d.tab = newTab(t, d.context)
	d.room(100_000)
	_, err := d.Goto(s.url + "/")
	must(t, err)
	must(t, d.GetByText("この端末に、新しい版を保存できません。").WaitFor())
	must(t, d.GetByText("準備不足").WaitFor())
	d.consults(0)
}

// room sets how many bytes the device gives this site; nil ends it.
func (d *device) room(bytes any) {
	d.t.Helper()
	session, err := d.context.NewCDPSession(d.Page)
	must(d.t, err)
	params := map[string]any{"origin": d.s.url}
	if bytes != nil {
		params["quotaSize"] = bytes
	}
	_, err = session.Send("Storage.overrideQuotaForOrigin", params)
	must(d.t, err)
}

// What a browser may throw away, as scripts.
const (
	evictAll     = `caches.keys().then(all => Promise.all(all.map(name => caches.delete(name))))`
	evictContent = `caches.delete('content')`
	evictApp     = `caches.keys().then(all => Promise.all(all.filter(name => name.startsWith('shell-')).map(name => caches.delete(name))))`
	evictScript  = `caches.keys().then(all => caches.open(all.find(name => name.startsWith('shell-')))).then(async cache => {
		for (const request of await cache.keys()) if (/index.*\.js$/.test(request.url)) await cache.delete(request);
	})`
	evictPage  = `caches.keys().then(all => caches.open(all.find(name => name.startsWith('shell-')))).then(cache => cache.delete('/'))`
	evictFiles = `caches.open('content').then(async cache => {
		const { blobs } = await (await cache.match('/content/current')).json();
		for (const { name, hash } of blobs) if (['guide', 'text.vi', 'directory'].includes(name)) await cache.delete('/content/' + hash + '.json');
	})`
	evictLanguage = `caches.open('content').then(async cache => {
		const { blobs } = await (await cache.match('/content/current')).json();
		await cache.delete('/content/' + blobs.find(({ name }) => name === 'text.vi').hash + '.json');
	})`
)

// What was thrown away is fetched again at the next start with a network, whatever it was.
func TestWhatWasEvictedIsRepaired(t *testing.T) {
	t.Parallel()
	_, d := settled(t, 0)
	for what, evict := range map[string]string{
		"all": evictAll, "the content": evictContent, "files of the content": evictFiles,
		"the app": evictApp, "its script": evictScript, "its page": evictPage,
	} {
		d.evaluate(evict)
		d.starts()
		d.ready()
		if t.Failed() {
			t.Fatalf("%s: %v", what, d.evaluate(keptScript))
		}
	}
	d.goesOn(0)
}

// Without a network, what was thrown away is said plainly, with whom to call and what to do; then it is repaired.
func TestWhatWasEvictedIsSaidWithoutANetwork(t *testing.T) {
	t.Parallel()
	s, d := settled(t, 0)
	for _, tt := range []struct{ evict, says, again string }{
		{evictAll, "この端末に保存した案内が、消えています。", "link"},
		{evictApp, "この端末に保存した案内が、消えています。", "link"},
		{evictScript, "この端末に保存した案内が、消えています。", "link"},
		{evictContent, "この端末に、案内がまだないか、消えています。", "button"},
		{evictFiles, "この端末に、案内がまだないか、消えています。", "button"},
	} {
		d.evaluate(tt.evict)
		s.cut()
		must(t, d.tab.Close())
		d.tab = d.loads()
		must(t, d.GetByText(tt.says).WaitFor())
		for _, number := range []string{"110", "119", "#8008", "0120-279-889"} {
			must(t, d.GetByRole("link", playwright.PageGetByRoleOptions{Name: number, Exact: playwright.Bool(true)}).WaitFor())
		}
		s.reopen()
		must(t, d.GetByRole(playwright.AriaRole(tt.again), playwright.PageGetByRoleOptions{Name: "もう一度開く"}).Click())
		d.heading(homeHeading)
		d.ready()
		d.wholly(0)
	}
	d.evaluate(evictLanguage)
	s.stop()
	d.starts()
	must(t, d.GetByText("準備不足").WaitFor())
	d.consults(0)
}

// A clock that is wrong keeps no news away. Set back, the app goes by the day of its content and says so; set forward, it
// says that the content is past its review.
func TestUpdateWhateverTheClockSays(t *testing.T) {
	t.Parallel()
	s, d := settled(t, 1)
	s.run(0)
	must(t, d.context.Clock().SetFixedTime(time.Date(2019, 5, 1, 3, 0, 0, 0, time.UTC)))
	d.starts()
	must(t, d.GetByText("端末の日付が、内容の日付より前になっています。").WaitFor())
	if day := d.day(); day < "令和8年" {
		t.Errorf("with the clock in 2019 the guidance is of %s", day)
	}
	d.arrived()
	must(t, d.context.Clock().SetFixedTime(time.Date(2031, 2, 3, 3, 0, 0, 0, time.UTC)))
	d.starts()
	must(t, d.GetByText("見直しの期限").First().WaitFor())
	if day := d.day(); day != "令和13年2月3日" {
		t.Errorf("with the clock in 2031 the guidance is of %s", day)
	}
	d.wholly(0)
	s.run(1) // an older release is news too
	d.back()
	d.until("the older release", releaseWaits)
	must(t, d.context.Clock().SetFixedTime(time.Date(2026, 12, 1, 3, 0, 0, 0, time.UTC)))
	d.starts()
	d.wordsOf(1)
	if n := d.count(d.GetByText("端末の日付が、内容の日付より前になっています。")); n != 0 {
		t.Error("a right clock is called wrong")
	}
	if day := d.day(); day != "令和8年12月1日" {
		t.Errorf("with the clock right the guidance is of %s", day)
	}
}

// day is the day that home shows the guidance for.
func (p *tab) day() string {
	p.t.Helper()
	day := p.evaluate(`(document.body.innerText.match(/(令和\d+年\d+月\d+日)[^\n]*の決まりで案内します/) ?? ['', ''])[1]`).(string)
	if day == "" {
		p.t.Fatalf("home shows no day:\n%s", p.onScreen())
	}
	return day
}
