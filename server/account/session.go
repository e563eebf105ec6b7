package account

import (
	"encoding/json"
	"time"
)

// How long somebody stays logged in.
const (
	IdleLimit   = 30 * time.Minute // without a request
	LongestTime = 10 * time.Hour   // with any number of them: a working day
	RecentLimit = 5 * time.Minute  // after which a publication asks for the password again
)

// Session is what the server knows of somebody logged in.
type Session struct {
	User    string          `json:"user"` // login name; empty before the login is complete
	Created time.Time       `json:"created"`
	Seen    time.Time       `json:"seen"`
	Values  json.RawMessage `json:"values"` // of the editor; the store does not look into it
}

// Over tells whether the session has ended by itself.
func (s Session) Over(now time.Time) bool {
	return now.Sub(s.Seen) >= IdleLimit || now.Sub(s.Created) >= LongestTime
}
