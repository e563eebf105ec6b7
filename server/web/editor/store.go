package editor

import (
	"context"

	"michishirube/server/account"
	"michishirube/server/editorial"
)

// Store is all that the editor keeps.
type Store interface {
	Accounts
	Sessions
	Audit
	Regions
	Editions
}

// Accounts keeps who may do what. ErrNotFound and ErrConflict are those of release.
type Accounts interface {
	Users(ctx context.Context) ([]account.User, error)
	User(ctx context.Context, name string) (account.User, error)
	// AddUser makes an account and adds the line to the audit. ErrConflict if there is one of that name.
	AddUser(ctx context.Context, u account.User, line editorial.Line) error
	// ChangeUser changes an account in one transaction. A line with an empty What is not added to the audit.
	ChangeUser(ctx context.Context, name string, line editorial.Line, change func(*account.User) error) (account.User, error)
}

// Sessions keeps who is logged in, by the hash of a token that only the browser has.
type Sessions interface {
	Session(ctx context.Context, hash []byte) (account.Session, error)
	// PutSession keeps a session. replaced is the hash of the one it takes the place of; nil if none.
	PutSession(ctx context.Context, hash, replaced []byte, kept account.Session) error
	// ChangeSession changes a session that is there, or ErrNotFound: one that was ended stays so.
	ChangeSession(ctx context.Context, hash []byte, kept account.Session) error
	EndSession(ctx context.Context, hash []byte) error
	EndSessions(ctx context.Context, ended func(account.Session) bool) error
}

// Audit is the record of who did what. Lines are only ever added.
type Audit interface {
	Audit(ctx context.Context, line editorial.Line) error
	AuditLines(ctx context.Context) ([]editorial.Line, error)
	// AuditBefore reads the newest lines that keep takes, newest first, before a number (0: all).
	AuditBefore(ctx context.Context, before uint64, most int, keep func(editorial.Line) bool) ([]editorial.Line, error)
}

// Regions keeps the regions there are.
type Regions interface {
	Regions(ctx context.Context) ([]editorial.Region, error)
	Region(ctx context.Context, code string) (editorial.Region, error)
}
