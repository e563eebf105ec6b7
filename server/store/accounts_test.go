package store_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"michishirube/server/account"
	"michishirube/server/editorial"
	"michishirube/server/release"
	"michishirube/server/store/storetest"
)

func hana() account.User {
	return account.User{Name: "hana", Display: "花", Role: account.Editor, Regions: []string{"28381"}}
}

func TestAccounts(t *testing.T) {
	s, ctx := storetest.Open(t), context.Background()
	line := editorial.Line{By: "server", What: "user", Detail: "hana"}
	if err := s.AddUser(ctx, hana(), line); err != nil {
		t.Fatal(err)
	}
	if err := s.AddUser(ctx, hana(), line); !errors.Is(err, release.ErrConflict) {
		t.Errorf("a second account of that name: %v", err)
	}
	if err := s.AddUser(ctx, account.User{Name: "x"}, line); !errors.Is(err, release.ErrInvalid) {
		t.Errorf("an account that cannot be: %v", err)
	}
	if _, err := s.User(ctx, "taro"); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("an account that is not there: %v", err)
	}
	u, err := s.ChangeUser(ctx, "hana", line, func(u *account.User) error { u.Role = account.Approver; return nil })
	if err != nil || u.Role != account.Approver {
		t.Errorf("changed: %+v, %v", u, err)
	}
	for name, change := range map[string]func(*account.User){
		"renamed": func(u *account.User) { u.Name = "taro" }, "of no region": func(u *account.User) { u.Regions = nil },
	} {
		if _, err := s.ChangeUser(ctx, "hana", line, func(u *account.User) error { change(u); return nil }); !errors.Is(err, release.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	all, err := s.Users(ctx)
	if err != nil || len(all) != 1 || all[0].Role != account.Approver {
		t.Errorf("all = %+v, %v", all, err)
	}
	lines, err := s.AuditLines(ctx)
	if err != nil || len(lines) != 2 {
		t.Errorf("audit = %+v, %v", lines, err)
	}
}

func TestWrongPasswordsAtOnceAllCount(t *testing.T) {
	s, ctx := storetest.Open(t), context.Background()
	if err := s.AddUser(ctx, hana(), editorial.Line{}); err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if _, err := s.ChangeUser(ctx, "hana", editorial.Line{}, func(u *account.User) error { u.Failures++; return nil }); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if u, err := s.User(ctx, "hana"); err != nil || u.Failures != 8 {
		t.Errorf("%d failures, %v", u.Failures, err)
	}
}

func TestSessions(t *testing.T) {
	s, ctx := storetest.Open(t), context.Background()
	if err := s.AddUser(ctx, hana(), editorial.Line{}); err != nil {
		t.Fatal(err)
	}
	before, after, other := []byte("before"), []byte("after"), []byte("other")
	for hash, replaced := range map[string][]byte{"before": nil, "other": nil} {
		if err := s.PutSession(ctx, []byte(hash), replaced, account.Session{User: map[string]string{"before": "hana", "other": "taro"}[hash]}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.PutSession(ctx, after, before, account.Session{User: "hana"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Session(ctx, before); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("the session before the login is still there: %v", err)
	}
	if _, err := s.ChangeUser(ctx, "hana", editorial.Line{}, func(u *account.User) error { u.Disabled = true; return nil }); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Session(ctx, after); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("the session of a closed account is still there: %v", err)
	}
	if got, err := s.Session(ctx, other); err != nil || got.User != "taro" {
		t.Errorf("somebody else's session: %+v, %v", got, err)
	}
	if err := s.EndSession(ctx, other); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Session(ctx, other); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("an ended session: %v", err)
	}
	if err := s.ChangeSession(ctx, other, account.Session{User: "taro"}); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("an ended session is brought back: %v", err)
	}
}

func TestTheAuditIsReadFromItsEnd(t *testing.T) {
	s, ctx := storetest.Open(t), context.Background()
	for i := range 7 {
		if err := s.Audit(ctx, editorial.Line{What: []string{"draft", "login"}[i%2]}); err != nil {
			t.Fatal(err)
		}
	}
	drafts := func(l editorial.Line) bool { return l.What == "draft" } // 1, 3, 5, 7
	for _, tt := range []struct {
		before uint64
		most   int
		want   []uint64
	}{
		{0, 2, []uint64{7, 5}}, {5, 2, []uint64{3, 1}}, {1, 2, nil}, {100, 9, []uint64{7, 5, 3, 1}}, {4, 9, []uint64{3, 1}},
	} {
		lines, err := s.AuditBefore(ctx, tt.before, tt.most, drafts)
		var got []uint64
		for _, l := range lines {
			got = append(got, l.Number)
		}
		if err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("before %d: %v, %v, want %v", tt.before, got, err, tt.want)
		}
	}
}
