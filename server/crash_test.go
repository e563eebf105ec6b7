package main

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"michishirube/server/editorial"
	"michishirube/server/store"
)

// crashes kills a server in the middle of what people save in the editor, and holds what is left against what they were
// told.
type crashes struct {
	t       *testing.T
	command func(args ...string) *exec.Cmd
	data    string
	cmd     *exec.Cmd
	clerk   *clerk
	model   kept
	took    map[string]time.Duration
	n       int
	laid    string          // the list that is laid over the content in force
	space   <-chan struct{} // it is full, or not any more, as it was told

	Kills, Acknowledged, Inside, Kept, Gone int
	By                                      map[string]int
}

// newCrashes makes a data folder in which the content is in force already, with an administrator and one region.
func newCrashes(t *testing.T, command func(args ...string) *exec.Cmd, data string) *crashes {
	t.Helper()
	c := &crashes{t: t, command: command, data: data, took: map[string]time.Duration{}, By: map[string]int{}}
	add := command("user", "add", "admin", "--role", "administrator", "--regions", "*", "--password-stdin", "--data", data)
	add.Stdin = strings.NewReader(typed + "\n")
	if out, err := add.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	db, err := store.Open(filepath.Join(data, databaseFile))
	if err == nil {
		r := editorial.Region{Code: crashRegion, Name: "稲美町", OnePerson: true}
		err = db.PutRegion(context.Background(), r, editorial.Line{What: "region"})
	}
	if err == nil {
		err = db.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.kill() })
	c.clerk = newClerk(t, "") // each start is at another address
	c.model = c.look()
	return c
}

// start runs the server, and tells when it is served.
func (c *crashes) start() (ready chan string) {
	c.t.Helper()
	c.cmd = c.command("serve", "-addr", "localhost:0", "-data", c.data, "-log-level", "error")
	c.cmd.Stderr = os.Stderr
	out, err := c.cmd.StdoutPipe()
	if err == nil {
		err = c.cmd.Start()
	}
	if err != nil {
		c.t.Fatal(err)
	}
	ready, space := make(chan string, 1), make(chan struct{}, 1)
	c.space = space
	go func() {
		defer close(ready)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if url, ok := strings.CutPrefix(lines.Text(), "serving at "); ok {
				ready <- url
			} else {
				space <- struct{}{}
			}
		}
	}()
	return ready
}

func (c *crashes) mustStart() {
	c.t.Helper()
	select {
	case url, ok := <-c.start():
		if !ok {
			c.t.Fatal("the server does not start after a kill")
		}
		c.clerk.url = url
		if c.model.Lists != c.laid { // other content: it was published
			c.laid = c.model.Lists
			c.model.Releases++
		}
	case <-time.After(2 * time.Minute):
		c.t.Fatal("the server does not get ready")
	}
}

func (c *crashes) kill() {
	if c.cmd != nil {
		_ = c.cmd.Process.Kill()
		_ = c.cmd.Wait() // it was killed: always an error
		c.cmd = nil
	}
}

// round starts the server, begins one change and kills the server at some moment of it.
func (c *crashes) round(kind string) {
	c.t.Helper()
	c.mustStart()
	c.n++
	send, after := c.change(kind)
	acknowledged, begun := make(chan time.Duration, 1), time.Now() // after how long; 0: not at all
	go func() {
		if send() {
			acknowledged <- time.Since(begun)
		} else {
			acknowledged <- 0
		}
	}()
	if c.took[kind] == 0 { // the first tells how long one takes
		acknowledged <- <-acknowledged
	} else {
		time.Sleep(time.Duration(rand.Float64() * 1.2 * float64(c.took[kind])))
	}
	c.kill()
	took := <-acknowledged
	if took > 0 {
		c.took[kind] = (3*c.took[kind] + took) / 4
	}
	c.judge(kind, took > 0, after)
}

// judge looks at what a killed server left: the change whole if it was acknowledged, and else whole or not at all.
func (c *crashes) judge(kind string, acknowledged bool, after func(*kept)) {
	c.t.Helper()
	have, done := c.look(), c.model.with(after)
	if have.Releases > c.model.Releases {
		c.laid = have.Lists
	}
	c.Kills++
	c.By[kind]++
	whole, none := reflect.DeepEqual(have, done), reflect.DeepEqual(have, c.model)
	switch {
	case acknowledged && whole:
		c.Acknowledged++
	case acknowledged:
		c.t.Errorf("%s: an acknowledged change is lost, or a part of it: %+v, want %+v", kind, have, done)
	case whole:
		c.Inside, c.Kept = c.Inside+1, c.Kept+1
	case none:
		c.Inside, c.Gone = c.Inside+1, c.Gone+1
	default:
		c.t.Errorf("%s: a part of a change is left: %+v, want %+v or %+v", kind, have, c.model, done)
	}
	for _, path := range backupsIn(backupFolder(c.data, "")) {
		if err := store.Verify(context.Background(), path); err != nil {
			c.t.Errorf("a kill left a backup that is none: %v", err)
		}
	}
	c.model = have
}

func (c *crashes) tell() {
	c.t.Logf("%d kills of the program %v: %d acknowledged before, %d inside a change, of which %d were kept whole and of %d nothing",
		c.Kills, c.By, c.Acknowledged, c.Inside, c.Kept, c.Gone)
}

// change gives what sends one change of a kind, with its forms read already, and what it does to what is kept.
func (c *crashes) change(kind string) (send func() bool, after func(*kept)) {
	c.t.Helper()
	at, phone := "/editor/regions/"+crashRegion, fmt.Sprintf("079-492-%04d", c.n)
	draft := func(k *kept) { k.Version++; k.Audit["draft"]++ }
	edit := func() (func() bool, func(*kept)) {
		form := c.clerk.form(at+"/fields/city_kokuho", "name", "住民課", "phone", phone, "do", "save")
		return func() bool { return c.clerk.send(at+"/fields/city_kokuho", form) }, func(k *kept) { draft(k); k.Phone = phone }
	}
	switch kind {
	case "publish":
		write, wrote := edit()
		if !write() {
			c.t.Fatal("a draft is not saved")
		}
		c.model = c.model.with(wrote)
		form := c.clerk.form(at+"/approve", "do", "publish")
		return func() bool { return c.clerk.send(at+"/approve", form) },
			func(k *kept) { k.Version = 0; k.Editions++; k.Audit["publish"]++ }
	case "upload":
		if len(c.model.Files) > 7 {
			hash := editorial.FileHash(crashPDF(c.model.Files[0]))
			if !c.clerk.send(at+"/files/"+hash, c.clerk.form(at+"/files", "do", "remove")) {
				c.t.Fatal("a leaflet is not taken out")
			}
			c.model = c.model.with(func(k *kept) { draft(k); k.Files = k.Files[1:] })
		}
		title := fmt.Sprintf("ご案内 %d", c.n)
		form := c.clerk.form(at+"/files", "title", title)
		return func() bool { return c.clerk.sendFile(at+"/files", "a.pdf", crashPDF(title), form) },
			func(k *kept) { k.Version++; k.Audit["file"]++; k.Files = append(k.Files, title) }
	case "import":
		name := fmt.Sprintf("list-%d.csv", c.n)
		file := []byte("種別,名称,都道府県,電話番号,電話の種類,発行者,確認日\nその他,女性相談の会,兵庫県," + phone + ",直通,稲美町,令和8年11月2日\n")
		form := c.clerk.form("/editor/list", "do", "check")
		form.Set("checked", c.clerk.checked(name, file, form))
		form.Set("do", "take")
		return func() bool { return c.clerk.sendFile("/editor/list", name, file, form) },
			func(k *kept) { k.Lists = name; k.Audit["list"]++ }
	}
	return edit()
}

// crashPDF is a leaflet of some size, another one for each title.
func crashPDF(title string) []byte {
	page := "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n" +
		"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>\nendobj\n"
	return []byte(page + "%" + strings.Repeat(title, 10_000) + "\ntrailer\n<</Size 4/Root 1 0 R>>\n%%EOF\n")
}

func TestAKilledServerLosesNothingItAcknowledged(t *testing.T) {
	c := newCrashes(t, self, seed(t))
	for _, kind := range []string{"edit", "upload", "publish"} {
		c.round(kind)
		c.round(kind)
	}
	c.round("import") // last, since the next start would publish
	c.tell()
}
