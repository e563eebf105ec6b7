//go:build prove

package engines

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// A new release and a new build of the app are in use after at most two starts. When they appear while a consultation
// runs, the page is not loaded anew and nothing is offered.
func TestProveEnginesUpdate(t *testing.T) {
	each(t, func(t *testing.T, e engine) {
		s, profile := start(t), t.TempDir()
		b := e.start(t, profile)
		b.visit(s)
		old := b.running()
		b.begin()
		b.heading(consultation[0][0])
		must(t, b.script(nil, `window.same = true`))
		s.stop()
		s.publish(t)
		s.serve(t, rebuilt)
		must(t, b.script(nil, `document.dispatchEvent(new Event('visibilitychange'))`))
		b.until("the new release on the device", `return (await (await caches.open('content')).keys()).some(one => one.url.endsWith('/content/staged'))`)
		b.until("the new build on the device", `return !!(await navigator.serviceWorker.getRegistration()).waiting`)
		b.answer()
		if !evaluate[bool](b, `return window.same === true`) || b.running() != old || b.offered() {
			t.Error("the update got into a consultation")
		}
		b.press(title)
		b.finish()
		b.quit()

		now, starts := old, 0
		for now.Release == old.Release || now.Another == old.Another {
			if starts++; starts > 2 {
				t.Fatalf("after two starts the device runs %+v, before %+v", now, old)
			}
			b = e.start(t, profile)
			b.visit(s)
			for b.offered() {
				before := b.running()
				b.press(take)
				waitFor(t, "what was taken", func() bool { return b.running() != before })
				b.ready()
			}
			if now = b.running(); starts == 1 {
				b.quit()
			}
		}
		t.Logf("release %.7s -> %.7s and a new build in %d starts", old.Release, now.Release, starts)

		b = e.start(t, profile)
		s.stop()
		b.visit(s)
		if b.running() != now {
			t.Errorf("without a server the device runs %+v, with one %+v", b.running(), now)
		}
		b.begin()
		b.answer()
		b.quit()
	})
}

// take is the button of the bar that tells of something new.
const take = "新しい版にする"

func (b *browser) offered() bool {
	b.t.Helper()
	return evaluate[bool](b, `return !!named('button', args[0])`, take)
}

// version is what a device runs: its release, and whether its page is that of the other build.
type version struct {
	Release string
	Another bool
}

// running gives nothing while the page is being loaded.
func (b *browser) running() (v version) {
	_ = b.script(&v, `
		const manifest = await (await caches.open('content')).match('/content/current');
		return { release: (await manifest.json()).release, another: document.querySelector('meta[name=generation]')?.content === String(args[0]) }`, mark)
	return v
}

// mark is that of the other build.
const mark = 1

// publish takes over a list of one insurer, which makes another release. The server must be stopped.
func (s *site) publish(t *testing.T) {
	t.Helper()
	list := filepath.Join(t.TempDir(), "list.csv")
	must(t, os.WriteFile(list, []byte("番号,名称,電話,電話の種類,発行者,確認日\n06130017,髙﨑健康保険組合,03-5211-0000,直通,県,令和8年11月1日\n"), 0o600))
	if out, err := exec.Command(binary, "import", "--data", s.data, "--by", "test", list).CombinedOutput(); err != nil {
		t.Fatalf("import: %v\n%s", err, out)
	}
}

// The kill switch takes worker and caches off a device in one load, and the app that is served again comes back.
func TestProveEnginesKillSwitch(t *testing.T) {
	each(t, func(t *testing.T, e engine) {
		s, profile := start(t), t.TempDir()
		b := e.start(t, profile)
		b.visit(s)
		b.quit()
		s.stop()
		s.serve(t, binary, "--remove-app")

		b = e.start(t, profile)
		b.open(s.url + "/")
		b.until("nothing left", `return (await navigator.serviceWorker.getRegistrations()).length === 0 && (await caches.keys()).length === 0`)
		b.quit()
		s.stop()
		s.serve(t, binary)
		b = e.start(t, profile)
		b.visit(s)
		e.complains(b)
		b.quit()
	})
}
