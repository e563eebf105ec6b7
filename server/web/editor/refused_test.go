package editor

import (
	"net/http"
	"strings"
	"testing"

	"michishirube/server/account"
)

// Whoever keeps the machine must see that somebody tries; and must not find in the log what was typed, or from where.
func TestWhatFailsAndWhatIsRefusedIsInTheLog(t *testing.T) {
	for want, do := range map[string]func(o *office){
		`"login failed" by=password account=hana`: func(o *office) { o.guess("hana", "a wrong password") },
		`"login failed" by=password account=""`:   func(o *office) { o.guess("a wrong password", "x") },
		`"login failed" by=start account=ito`: func(o *office) {
			o.change("ito", func(u *account.User) { u.Begin(o.now) })
			b := o.browser()
			b.get("/editor/start")
			b.post("/editor/start", "name", "ito", "code", "a wrong password", "new", secret, "again", secret)
		},
		`refused why=role route=/editor/accounts by=hana`:        func(o *office) { o.as("hana").get("/editor/accounts") },
		`refused why=region route=/editor/regions/:code by=hana`: func(o *office) { o.as("hana").get("/editor/regions/13112") },
		`refused why=token route=/editor/account/sessions by=hana`: func(o *office) {
			o.as("hana").post("/editor/account/sessions", "csrf", "a wrong password")
		},
		`refused why="another site" route=/editor/login by=""`: func(o *office) {
			b := o.browser()
			b.headers["Sec-Fetch-Site"] = "cross-site"
			b.post("/editor/login", "name", "hana", "password", secret)
		},
		`refused why="too often" route=/editor/login by=""`: func(o *office) {
			b := o.browser()
			b.get("/editor/login")
			for range triesAtOnce + 1 {
				b.post("/editor/login", "name", "hana", "password", "a wrong password")
			}
		},
	} {
		o := newOffice(t)
		do(o)
		if log := o.log.String(); !strings.Contains(log, want) || strings.Contains(log, "a wrong password") || strings.Contains(log, "192.0.2") {
			t.Errorf("want %s in the log, and nothing of the other side:\n%s", want, log)
		}
	}
}

func TestWhoMayDoItIsNotToldOf(t *testing.T) {
	o := newOffice(t)
	b := o.as("hana")
	if r := b.get("/editor/regions/28381"); r.StatusCode == http.StatusNotFound || o.log.Len() > 0 {
		t.Errorf("status %d, log %s", r.StatusCode, o.log.String())
	}
}
