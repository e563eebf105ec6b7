package editor

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"michishirube/server/account"
	"michishirube/server/editorial"
	"michishirube/server/store/storetest"
)

// access is who may ask for a route of regions, below /editor.
type access struct {
	least    account.Role
	national bool // bound to all regions
	recent   bool // asks for the password again
}

// regionAccess is what every route of regions must ask for. A route that is not here fails the test.
func regionAccess() map[string]access {
	approve, manage := access{least: account.Approver, recent: true}, access{least: account.Administrator, national: true}
	settings, write := access{least: account.Administrator, recent: true}, access{least: account.Editor}
	return map[string]access{
		"GET /regions": write, "GET /regions/new": manage, "POST /regions/new": manage,
		"GET /regions/:code": write, "GET /regions/:code/settings": settings, "POST /regions/:code/settings": settings,
		"GET /regions/:code/fields/:field": write, "POST /regions/:code/fields/:field": write,
		"GET /regions/:code/files": write, "POST /regions/:code/files": write,
		"GET /regions/:code/files/:hash": write, "POST /regions/:code/files/:hash": write,
		"GET /regions/:code/draft": write, "POST /regions/:code/draft": write, "GET /regions/:code/preview": write,
		"GET /regions/:code/approve": approve, "POST /regions/:code/approve": approve,
		"GET /regions/:code/history": write, "GET /regions/:code/history/:number": write,
		"GET /regions/:code/history/:number/rollback": approve, "POST /regions/:code/history/:number/rollback": approve,
		"GET /list": manage, "POST /list": manage, "GET /list/export/:format": manage,
	}
}

// inForceOffice is an office in which everything there is a route for is there.
func inForceOffice(t *testing.T) (*regionOffice, string) {
	t.Helper()
	o := newRegionOffice(t)
	hash := storetest.KeepPDF(t, o.store, "28381", onePage(""))
	e := editorial.Edition{
		Values: map[string]editorial.Value{"mailing": {Text: "窓口へ", Base: editorial.BasesOf(o.editor.Content).Of("mailing")}},
		Files:  []editorial.File{{Hash: hash, Title: "ご案内", Bytes: 1, Pages: 1, AddedOn: "2026-11-22"}},
	}
	for i, edition := range []editorial.Edition{e, {}} {
		pub := editorial.Publication{Edition: edition, By: "hana", ApprovedBy: "ito"}
		if _, err := o.publisher.Publish(t.Context(), editorial.Region{Code: "28381", Name: "稲美町"}, uint64(i), pub); err != nil {
			t.Fatal(err)
		}
	}
	return o, hash
}

func TestEveryRouteOfRegionsAsksWhoItIs(t *testing.T) {
	o, hash := inForceOffice(t)
	fill := strings.NewReplacer(":code", "28381", ":field", "mailing", ":hash", hash, ":number", "1", ":format", "csv")
	send := func(b *browser, method, path string) *http.Response {
		if method == http.MethodPost {
			return b.press(path)
		}
		return b.get(path)
	}
	people := map[string]*browser{} // who log in once: an address may not try as often as there are routes
	for _, name := range []string{"hana", "ito", "sato", "far", "admin"} {
		people[name] = o.as(name)
	}
	seen := 0
	for _, route := range o.Routes() {
		path, below := strings.CutPrefix(route.Path, "/editor")
		mine := below && (strings.HasPrefix(path, "/regions") || strings.HasPrefix(path, "/list"))
		if !mine || route.Method == http.MethodHead || strings.Contains(route.Name, "distribution") {
			continue
		}
		a, known := regionAccess()[route.Method+" "+path]
		if !known {
			continue // of another part, whose own test knows it
		}
		seen++
		at := fill.Replace(route.Path)
		t.Run(route.Method+" "+path, func(t *testing.T) {
			if r := send(o.browser(), route.Method, at); r.StatusCode != http.StatusSeeOther || !strings.HasPrefix(r.Header.Get("Location"), "/editor/login") {
				t.Errorf("nobody: %d to %s", r.StatusCode, r.Header.Get("Location"))
			}
			for _, u := range []struct {
				name     string
				role     account.Role
				national bool
				code     string
			}{
				{"hana", account.Editor, false, "28381"}, {"ito", account.Approver, false, "28381"}, {"sato", account.Administrator, false, "28381"},
				{"far", account.Administrator, false, "13112"}, {"admin", account.Administrator, true, "28381"},
			} {
				b := people[u.name]
				b.get("/editor")
				r := send(b, route.Method, at)
				elsewhere := strings.Contains(path, ":code") && u.code != "28381"
				allowed := slices.Index(account.Roles(), u.role) >= slices.Index(account.Roles(), a.least) && (u.national || !a.national)
				switch {
				case elsewhere && r.StatusCode != http.StatusNotFound:
					t.Errorf("%s, of another region: %d", u.name, r.StatusCode)
				case !elsewhere && !allowed && r.StatusCode != http.StatusForbidden:
					t.Errorf("%s, of a smaller role: %d", u.name, r.StatusCode)
				case !elsewhere && allowed && (r.StatusCode == http.StatusForbidden || r.StatusCode == http.StatusNotFound || r.StatusCode >= 500):
					t.Errorf("%s may, but: %d\n%s", u.name, r.StatusCode, b.page)
				}
			}
			if route.Method == http.MethodPost {
				b := people["admin"]
				for _, token := range []string{"", "forged"} {
					b.get("/editor")
					if r := b.press(at, "csrf", token); r.StatusCode != http.StatusForbidden {
						t.Errorf("with the token %q: %d", token, r.StatusCode)
					}
				}
				b.headers["Sec-Fetch-Site"] = "cross-site"
				defer delete(b.headers, "Sec-Fetch-Site")
				if r := b.press(at); r.StatusCode != http.StatusForbidden {
					t.Errorf("from another site: %d", r.StatusCode)
				}
			}
		})
	}
	if seen != len(regionAccess()) {
		t.Errorf("%d of %d routes are there", seen, len(regionAccess()))
	}
}

func TestWhatChangesDevicesAsksForThePasswordAgain(t *testing.T) {
	o, _ := inForceOffice(t)
	for path, a := range regionAccess() {
		method, path, _ := strings.Cut(path, " ")
		if !a.recent {
			continue
		}
		admin := o.as("admin")
		admin.get("/editor")
		o.now = o.now.Add(account.RecentLimit + time.Second)
		at := "/editor" + strings.NewReplacer(":code", "28381", ":number", "1").Replace(path)
		var r *http.Response
		if method == http.MethodPost {
			r = admin.press(at, "do", "publish", "parent", "2")
		} else {
			r = admin.get(at)
		}
		admin.wantTo(r, "/editor/confirm")
	}
	if p, err := o.store.InForceEdition(t.Context(), "28381"); err != nil || p.Number != 2 {
		t.Errorf("something was published: %+v, %v", p, err)
	}
}

func TestASessionThatEndedPublishesNothing(t *testing.T) {
	o := newRegionOffice(t)
	hana, ito := o.as("hana"), o.as("ito")
	hana.says("mailing", "value", "窓口へ")
	hana.asks()
	ito.get(inami + "/approve")
	o.now = o.now.Add(account.IdleLimit)
	if r := ito.press(inami+"/approve", "do", "publish"); r.StatusCode != http.StatusSeeOther || !strings.HasPrefix(r.Header.Get("Location"), "/editor/login") {
		t.Errorf("%d to %s", r.StatusCode, r.Header.Get("Location"))
	}
	if o.served("28381").ID != "" {
		t.Error("published")
	}
}
