//go:build prove

package engines

import (
	"testing"

	"michishirube/e2e/disk"
)

// After one visit the whole app works with the server gone, also in a browser that was closed or killed, and what was
// done in it is nowhere afterwards: not for the page, not for the button back, not on disk.
func TestProveEnginesOfflineWithoutATrace(t *testing.T) {
	each(t, func(t *testing.T, e engine) {
		s, profile := start(t), t.TempDir()
		b := e.start(t, profile)
		b.visit(s)
		s.stop()
		b.reload()
		b.ready()
		before := b.kept()
		b.quit()
		onDisk := e.search(t, profile)

		for _, way := range []struct {
			name  string
			leave func()
		}{
			{"ended, then closed", func() { b.ends(s, before); b.quit() }},
			{"closed in the middle", func() { b.quit() }},
			{"killed in the middle", func() { b.kill() }},
		} {
			b = e.start(t, profile)
			b.visit(s)
			b.nothingLeft()
			b.consult()
			for _, step := range []string{"マイナンバーカードを止める", "マイナポータルの代理人を外す", "スマホの電子証明書を止める"} {
				b.until("step "+step, `return !!named('h3', args[0])`, step)
			}
			steps := evaluate[int](b, `return [...document.querySelectorAll('main h3')].filter(seen).length`)
			b.speak("vi")
			b.speak("es")
			b.press(title)
			b.heading(underWay)
			b.press(lookUp)
			b.heading(lookUp)
			b.find("01130012")
			b.shows("全国健康保険協会 東京支部の番号です。")
			b.find(" " + typed)
			b.unchanged(before)
			e.complains(b)
			way.leave()
			more := e.search(t, profile).More(onDisk)
			for word, files := range more {
				t.Errorf("%s: %q is on disk: %v", way.name, word, files)
			}
			t.Logf("%s: %d questions, %d steps, 2 languages and a look-up without a server; %d of %d words on disk more often than before",
				way.name, len(consultation), steps, len(more), len(words()))
		}
		b = e.start(t, profile)
		b.visit(s)
		b.nothingLeft()
		b.quit()
	})
}

// ends ends the consultation and goes back as far as the browser lets a bystander.
func (b *browser) ends(s *site, before kept) {
	b.t.Helper()
	b.press(title)
	b.finish()
	b.unchanged(before)
	for range 20 {
		b.back()
		if evaluate[string](b, `return location.href`) != s.url+"/" {
			return
		}
		b.nothingLeft()
	}
}

// typed is what no content holds.
const typed = "zqxjkv"

// words are what a trace would be made of: what was typed, each answer chosen by its label, and answers in any form in
// which they could be written.
func words() []string {
	words := []string{typed, "zqxjk", "01130012", `"card":["`, `"card":"l`, "card=l", `"answers":`, `"topic":["card"]`, cardTopic}
	for _, asked := range consultation {
		words = append(words, asked[1])
	}
	return words
}

// search counts them on disk. The content that is kept holds the labels too, so numbers say something only beside others.
// That the address is found proves that the search sees what is there.
func (e engine) search(t *testing.T, profile string) disk.Found {
	t.Helper()
	found, err := disk.Search(profile, append(words(), "localhost"))
	must(t, err)
	if len(found["localhost"]) == 0 {
		t.Error("not even the address is on disk: the search sees nothing")
	}
	delete(found, "localhost")
	return found
}
