package editor

import (
	"os"
	"sync"
	"testing"

	"michishirube/server/content"
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
