package editor

import (
	"encoding/csv"
	"encoding/json"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"michishirube/server/account"
	"michishirube/server/editorial"
)

var shownCode = regexp.MustCompile(`class="code">([^<]+)<`)

func TestAnAdministratorMakesAnAccount(t *testing.T) {
	o := newOffice(t)
	admin := o.as("admin")
	admin.get("/editor/accounts/new")
	admin.want(admin.post("/editor/accounts/new", "name", "Yuki", "display", "雪", "role", "approver", "regions", "28381,13112"), http.StatusOK, "yuki", "開始コード")
	code := shownCode.FindStringSubmatch(admin.page)[1]
	admin.get("/editor/accounts/yuki")
	if strings.Contains(admin.page, code) {
		t.Error("the code is shown a second time")
	}
	b := o.browser()
	b.get("/editor/start")
	b.wantTo(b.post("/editor/start", "name", "yuki", "code", code, "new", "another horse battery", "again", "another horse battery"), "/editor")
	b.want(b.get("/editor"), http.StatusOK, "稲美町", "世田谷区", "雪")
}

func TestAccountsThatCannotBeMade(t *testing.T) {
	o := newOffice(t)
	admin := o.as("admin")
	good := map[string]string{"name": "yuki", "display": "雪", "role": "editor", "regions": "28381"}
	for _, tt := range []struct{ field, value, words string }{
		{"name", "y", "2字から32字"}, {"name", "hana", "もう使われています"}, {"name", "", "2字から32字"}, {"display", " ", "表示する名前を入力"},
		{"role", "owner", "役割を1つ"}, {"role", "", "役割を1つ"}, {"regions", "", "地域の番号を入力"}, {"regions", "28381 99999", "99999"}, {"regions", "* 28381", "*"},
	} {
		pairs := []string{}
		for field, value := range good {
			if field == tt.field {
				value = tt.value
			}
			pairs = append(pairs, field, value)
		}
		admin.get("/editor/accounts/new")
		admin.want(admin.post("/editor/accounts/new", pairs...), http.StatusUnprocessableEntity, tt.words, "data-fault")
		if tt.field != "display" && !strings.Contains(admin.page, `value="雪"`) {
			t.Error("what was typed is gone")
		}
	}
	if all, err := o.store.Users(t.Context()); err != nil || len(all) != 3 {
		t.Errorf("%d accounts, %v", len(all), err)
	}
}

func TestAnAdministratorOfOneRegionStaysInIt(t *testing.T) {
	o := newOffice(t)
	o.change("ito", func(u *account.User) { u.Role = account.Administrator })
	b := o.as("ito")
	b.want(b.get("/editor/accounts"), http.StatusOK, "花")
	if strings.Contains(b.page, "管理</a>") {
		t.Error("she is shown accounts of other regions")
	}
	b.want(b.get("/editor/accounts/admin"), http.StatusNotFound)
	for _, action := range []string{"", "/close", "/reset", "/unlock", "/open"} {
		b.get("/editor")
		b.want(b.post("/editor/accounts/admin"+action), http.StatusNotFound)
	}
	for _, regions := range []string{"*", "13112", "28381 13112"} {
		b.get("/editor/accounts/new")
		b.want(b.post("/editor/accounts/new", "name", "yuki", "display", "雪", "role", "editor", "regions", regions), http.StatusUnprocessableEntity, "担当")
		b.get("/editor/accounts/hana")
		b.want(b.post("/editor/accounts/hana", "display", "花", "role", "editor", "regions", regions), http.StatusUnprocessableEntity, "担当")
	}
	b.get("/editor/accounts/hana")
	b.wantTo(b.post("/editor/accounts/hana", "display", "花子", "role", "approver", "regions", "28381"), "/editor/accounts?done=saved")
	if u, err := o.store.User(t.Context(), "hana"); err != nil || u.Display != "花子" || u.Role != account.Approver || u.Hash == "" {
		t.Errorf("account = %+v, %v", u, err)
	}
}

func TestAccountsAreClosedOpenedUnlockedAndReset(t *testing.T) {
	o := newOffice(t)
	admin, hana := o.as("admin"), o.as("hana")
	press := func(what string) *http.Response {
		admin.get("/editor/accounts/hana")
		return admin.post("/editor/accounts/hana/" + what)
	}
	admin.wantTo(press("close"), "/editor/accounts?done=user_close")
	hana.wantTo(hana.get("/editor"), "/editor/login")
	admin.want(admin.get("/editor/accounts"), http.StatusOK, "閉じている")
	admin.wantTo(press("open"), "/editor/accounts?done=user_open")
	hana = o.as("hana")
	o.change("hana", func(u *account.User) { u.LockedUntil = o.now.Add(account.RecentLimit) })
	admin.want(admin.get("/editor/accounts"), http.StatusOK, "ロック中")
	admin.wantTo(press("unlock"), "/editor/accounts?done=user_unlock")
	o.as("hana")
	admin.want(press("reset"), http.StatusOK, "開始コード")
	hana.wantTo(hana.get("/editor"), "/editor/login")
	if u, err := o.store.User(t.Context(), "hana"); err != nil || u.Hash != "" || !u.Starts(shownCode.FindStringSubmatch(admin.page)[1], o.now) {
		t.Errorf("account = %+v, %v", u, err)
	}
	admin.get("/editor/accounts/admin")
	for _, what := range []string{"close", "reset", "unlock", "open"} {
		admin.want(admin.post("/editor/accounts/admin/"+what), http.StatusForbidden)
	}
	admin.get("/editor/accounts/admin")
	admin.want(admin.post("/editor/accounts/admin", "display", "管理", "role", "editor", "regions", "*"), http.StatusUnprocessableEntity, "自分の役割")
	lines, err := o.store.AuditLines(t.Context())
	var did []string
	for _, l := range lines {
		if l.By == "admin" && l.What != "login" {
			did = append(did, l.What+" "+l.Region+" "+l.Detail)
		}
	}
	want := []string{"user_close 28381 hana", "user_open 28381 hana", "user_unlock 28381 hana", "user_reset 28381 hana"}
	if err != nil || !slices.Equal(did, want) {
		t.Errorf("audit = %q, %v", did, err)
	}
}

func TestTheAuditShowsHerRegionsOnly(t *testing.T) {
	o := newOffice(t)
	for _, l := range []editorial.Line{
		{At: o.now, By: "ito", Region: "28381", What: "publish", From: 1, To: 2}, {At: o.now, By: "someone", Region: "13112", What: "draft", Detail: "秘密"},
		{At: o.now, By: "ito", Region: "28381", What: "unheard", Detail: `=HYPERLINK("https://evil.example")`},
	} {
		if err := o.store.Audit(t.Context(), l); err != nil {
			t.Fatal(err)
		}
	}
	b := o.as("hana")
	for _, path := range []string{"/editor/audit", "/editor/audit.csv", "/editor/audit.jsonl", "/editor/audit?region=13112", "/editor/audit.csv?region=13112"} {
		if b.want(b.get(path), http.StatusOK); strings.Contains(b.page, "秘密") || strings.Contains(b.page, "someone") {
			t.Errorf("%s shows her another region", path)
		}
	}
	b.want(b.get("/editor/audit"), http.StatusOK, "unheard", "ログイン", "1 → 2", "2026年11月22日(令和8年) 12:00")
	b.want(b.get("/editor/audit?region=28381"), http.StatusOK, "unheard", "selected")

	r := b.get("/editor/audit.csv?region=28381")
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.page, "\ufeff"))).ReadAll()
	if err != nil || len(rows) != 4 || !strings.HasPrefix(b.page, "\ufeff番号") || r.Header.Get("Content-Disposition") != `attachment; filename="audit.csv"` {
		t.Fatalf("%d rows, %v, %v\n%s", len(rows), r.Header, err, b.page)
	}
	if got := rows[3][5]; got != `'=HYPERLINK("https://evil.example")` {
		t.Errorf("a spreadsheet takes %s for a formula", got)
	}
	b.get("/editor/audit.jsonl?region=28381")
	lines := strings.Split(strings.TrimSpace(b.page), "\n")
	var last editorial.Line
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &last); err != nil || last.What != "unheard" || len(lines) != 3 {
		t.Errorf("%d lines, the last %+v, %v", len(lines), last, err)
	}
	admin := o.as("admin")
	admin.want(admin.get("/editor/audit"), http.StatusOK, "秘密", "someone")
}

func TestTheAuditIsReadPageByPage(t *testing.T) {
	o := newOffice(t)
	for range 2*auditPage + 10 {
		if err := o.store.Audit(t.Context(), editorial.Line{At: o.now, By: "ito", Region: "28381", What: "draft"}); err != nil {
			t.Fatal(err)
		}
	}
	b := o.as("hana")
	pages, seen := 0, 0
	older := regexp.MustCompile(`href="(/editor/audit\?[^"]*before=\d+)"`)
	for path := "/editor/audit?region=28381"; path != ""; pages++ {
		b.want(b.get(path), http.StatusOK)
		seen += strings.Count(b.page, `<th scope="row">`)
		path = ""
		if found := older.FindStringSubmatch(b.page); found != nil {
			path = strings.ReplaceAll(found[1], "&amp;", "&")
		}
	}
	if pages != 3 || seen != 2*auditPage+11 {
		t.Errorf("%d lines on %d pages", seen, pages)
	}
}
