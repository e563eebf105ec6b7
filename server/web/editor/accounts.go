package editor

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"michishirube/server/account"
	"michishirube/server/editorial"
	"michishirube/server/release"
)

// The accounts of others, for an administrator: those that are bound to no more regions than hers.
func (e *Editor) accountRoutes() {
	admin := e.RequireRole(account.Administrator)
	e.get("/accounts", e.accounts, admin)
	e.get("/accounts/new", e.showNewAccount, admin, e.RequireRecent)
	e.post("/accounts/new", e.newAccount, admin, e.RequireRecent)
	e.get("/accounts/:name", e.showAccount, admin, e.RequireRecent)
	e.post("/accounts/:name", e.changeAccount, admin, e.RequireRecent)
	for what, change := range map[string]func(*account.User){
		"close":  func(u *account.User) { u.Disabled = true },
		"open":   func(u *account.User) { u.Disabled = false },
		"unlock": func(u *account.User) { u.Succeed() },
	} {
		e.post("/accounts/:name/"+what, e.switchAccount(what, change), admin, e.RequireRecent)
	}
	e.post("/accounts/:name/reset", e.resetAccount, admin, e.RequireRecent)
}

func (e *Editor) accounts(c echo.Context) error {
	all, err := e.Store.Users(c.Request().Context())
	if err != nil {
		return err
	}
	type row struct {
		account.User
		Mine, Locked bool
	}
	var rows []row
	for _, u := range all {
		if who(c).user.MayManage(u) {
			_, locked := u.Locked(e.Now())
			rows = append(rows, row{u, u.Name == who(c).user.Name, locked})
		}
	}
	return e.page(c, http.StatusOK, "accounts", struct{ Rows []row }{rows})
}

// managed is the account of the path. One that she may not change looks like one that is not there.
func (e *Editor) managed(c echo.Context) (account.User, error) {
	u, err := e.Store.User(c.Request().Context(), c.Param("name"))
	if err == nil && !who(c).user.MayManage(u) {
		e.refused(c, "account")
		err = fmt.Errorf("account of other regions: %w", release.ErrNotFound)
	}
	return u, err
}

// accountData is what the pages of one account show.
type accountData struct {
	Form    *form
	Account account.User // none when one is made
	Roles   []choice
	Regions []editorial.Region
	Self    bool
	Locked  bool
}

func (e *Editor) accountPage(c echo.Context, status int, name string, u account.User, f *form) error {
	regions, err := e.regionsOf(c)
	if err != nil {
		return err
	}
	data := accountData{Form: f, Account: u, Regions: regions, Self: u.Name == who(c).user.Name}
	_, data.Locked = u.Locked(e.Now())
	for _, r := range account.Roles() {
		data.Roles = append(data.Roles, choice{Value: string(r), Label: e.say("editor.role." + string(r))})
	}
	return e.page(c, status, name, data)
}

func (e *Editor) showNewAccount(c echo.Context) error {
	regions := ""
	if u := who(c).user; !u.IsNational() {
		regions = strings.Join(u.Regions, " ")
	}
	return e.accountPage(c, http.StatusOK, "accounts_new", account.User{}, filled("role", string(account.Editor), "regions", regions))
}

// newAccount makes an account and shows its start code: this once, to her alone.
func (e *Editor) newAccount(c echo.Context) error {
	f, ctx := newForm(c), c.Request().Context()
	u := account.User{Name: strings.ToLower(f.get("name")), CreatedAt: e.Now().UTC()}
	if err := e.fill(c, f, &u); err != nil {
		return err
	}
	if u.Validate() == account.ErrName {
		f.fault("name", e.say("editor.accounts.bad_name"))
	} else if _, err := e.Store.User(ctx, u.Name); err == nil {
		f.fault("name", e.say("editor.accounts.taken"))
	}
	if !f.ok() {
		return e.accountPage(c, http.StatusUnprocessableEntity, "accounts_new", account.User{}, f)
	}
	code := u.Begin(e.Now())
	if err := e.Store.AddUser(ctx, u, e.line(c, u.OnlyRegion(), "user", u.Summary())); err != nil {
		return err
	}
	return e.codePage(c, u, code)
}

func (e *Editor) codePage(c echo.Context, u account.User, code string) error {
	return e.page(c, http.StatusOK, "accounts_code", struct {
		Account account.User
		Code    string
	}{u, code})
}

// fill takes what is the same for a new account and a changed one from the form.
func (e *Editor) fill(c echo.Context, f *form, u *account.User) error {
	u.Display, u.Role = f.get("display"), account.Role(f.get("role"))
	u.Regions = strings.FieldsFunc(f.get("regions"), func(r rune) bool { return strings.ContainsRune(" \u3000,、\t\r\n", r) })
	if u.Display == "" {
		f.fault("display", e.say("editor.accounts.no_display"))
	}
	if !slices.Contains(account.Roles(), u.Role) {
		f.fault("role", e.say("editor.accounts.no_role"))
	}
	hers, err := e.regionsOf(c)
	if err != nil {
		return err
	}
	switch {
	case len(u.Regions) == 0:
		f.fault("regions", e.say("editor.accounts.no_regions"))
	case slices.Equal(u.Regions, []string{account.National}) && who(c).user.IsNational():
	default:
		for _, code := range u.Regions {
			if !slices.ContainsFunc(hers, func(r editorial.Region) bool { return r.Code == code }) {
				f.fault("regions", e.say("editor.accounts.bad_region", "code", code))
				break
			}
		}
	}
	return nil
}

func (e *Editor) showAccount(c echo.Context) error {
	u, err := e.managed(c)
	if err != nil {
		return err
	}
	f := filled("display", u.Display, "role", string(u.Role), "regions", strings.Join(u.Regions, " "))
	return e.accountPage(c, http.StatusOK, "accounts_one", u, f)
}

func (e *Editor) changeAccount(c echo.Context) error {
	f := newForm(c)
	was, err := e.managed(c)
	if err != nil {
		return err
	}
	u := was
	if err := e.fill(c, f, &u); err != nil {
		return err
	}
	// Nobody takes her own rights away by mistake: there might be nobody left to give them back.
	if was.Name == who(c).user.Name && (u.Role != was.Role || !slices.Equal(u.Regions, was.Regions)) {
		f.fault("role", e.say("editor.accounts.self"))
	}
	if !f.ok() {
		return e.accountPage(c, http.StatusUnprocessableEntity, "accounts_one", was, f)
	}
	_, err = e.Store.ChangeUser(c.Request().Context(), u.Name, e.line(c, u.OnlyRegion(), "user_change", u.Summary()), func(now *account.User) error {
		now.Display, now.Role, now.Regions = u.Display, u.Role, u.Regions
		return nil
	})
	if err != nil {
		return err
	}
	return e.done(c, "/editor/accounts", "saved")
}

// switchAccount closes, opens again or unlocks an account. Closing ends its sessions.
func (e *Editor) switchAccount(what string, change func(*account.User)) echo.HandlerFunc {
	return func(c echo.Context) error {
		u, err := e.managed(c)
		if err != nil {
			return err
		}
		if u.Name == who(c).user.Name {
			return errRole
		}
		_, err = e.Store.ChangeUser(c.Request().Context(), u.Name, e.line(c, u.OnlyRegion(), "user_"+what, u.Name), func(u *account.User) error {
			change(u)
			return nil
		})
		if err != nil {
			return err
		}
		return e.done(c, "/editor/accounts", "user_"+what)
	}
}

// resetAccount takes the password and the passkeys of an account away and shows a start code, for whoever lost them.
func (e *Editor) resetAccount(c echo.Context) error {
	u, err := e.managed(c)
	if err != nil {
		return err
	}
	if u.Name == who(c).user.Name {
		return errRole
	}
	var code string
	u, err = e.Store.ChangeUser(c.Request().Context(), u.Name, e.line(c, u.OnlyRegion(), "user_reset", u.Name), func(u *account.User) error {
		code = u.Begin(e.Now())
		return nil
	})
	if err != nil {
		return err
	}
	if err := e.endAll(c, u.Name); err != nil {
		return err
	}
	return e.codePage(c, u, code)
}
