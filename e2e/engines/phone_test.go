//go:build prove

package engines

import (
	"testing"

	"michishirube/e2e/disk"
)

// The page behind a leaflet's code leaves nothing on her own phone but its address and its neutral title, whether she
// leaves it by its exit, the browser is closed over it, or the battery is empty.
func TestProveEnginesPhonePage(t *testing.T) {
	each(t, func(t *testing.T, e engine) {
		s := start(t)
		for _, way := range []string{"exit", "closed", "killed"} {
			profile := t.TempDir()
			b := e.start(t, profile)
			texts := []string{"localhost"}
			for _, tag := range []string{"ja", "en", "vi"} {
				b.open(s.url + "/i/" + tag)
				// As they stand in the file: readings over words cut a sentence into pieces.
				texts = append(texts, evaluate[[]string](b, `
					const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, node => node.parentElement.closest('script, style') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
					const found = [];
					while (texts.nextNode()) if (texts.currentNode.data.trim().length > 7) found.push(texts.currentNode.data.trim());
					return found.filter(one => !document.title.includes(one))`)...)
				if left := evaluate[[]string](b, `return [
					...(await navigator.serviceWorker.getRegistrations()).map(one => one.scope), ...(await caches.keys()),
					...(await indexedDB.databases()).map(one => one.name), ...Object.keys(localStorage), ...Object.keys(sessionStorage),
					...(document.cookie ? [document.cookie] : []), ...(history.state ? ['state'] : []), ...(window.name ? ['name'] : []),
				]`); len(left) > 0 {
					t.Errorf("%s leaves %v", tag, left)
				}
			}
			e.complains(b)
			switch way {
			case "exit":
				before := evaluate[int](b, `return history.length`)
				if !evaluate[bool](b, `document.getElementById('exit').click(); return document.title === '' && !document.body.checkVisibility()`) {
					t.Error("the exit does not cover at once")
				}
				waitFor(t, "another page", func() bool {
					var address string
					return b.script(&address, `return location.href`) == nil && address != s.url+"/i/vi"
				})
				if now := evaluate[int](b, `return history.length`); now != before {
					t.Errorf("the exit makes the history %d long, before %d", now, before)
				}
				b.quit()
			case "closed":
				b.quit()
			case "killed":
				b.kill()
			}
			found, err := disk.Search(profile, texts)
			must(t, err)
			for text, files := range found {
				if text != "localhost" {
					t.Errorf("%s: %q is on disk: %v", way, text, files)
				}
			}
			t.Logf("%s: of %d texts of the page in three languages %d are on disk; the address is in %d files", way, len(texts)-1, max(0, len(found)-1), len(found["localhost"]))
		}
	})
}
