package editor

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"github.com/gorilla/sessions"

	"michishirube/server/account"
	"michishirube/server/release"
)

// record is what a session holds.
type record struct {
	User          string // empty before the login is complete
	Created, Seen time.Time
	State         state
}

// state is what the editor remembers of a login, and on the way to one.
type state struct {
	CSRF     string    `json:"csrf,omitempty"`
	ProvenAt time.Time `json:"proven_at"`          // when she last gave her password or a passkey
	Pending  string    `json:"pending,omitempty"`  // whose password was right; a passkey is still to come
	Next     string    `json:"next,omitempty"`     // where she wanted to go
	Ceremony *ceremony `json:"ceremony,omitempty"` // a passkey being asked for
}

// empty tells that there is nothing to remember: a browser that has seen the login page.
func (r record) empty() bool { return r.User == "" && r.State.Pending == "" && r.State.Ceremony == nil }

// The names of a session's values.
type sessionKey int

const (
	recordKey   sessionKey = iota // record
	keptKey                       // the hash under which the record is kept, []byte
	replacedKey                   // the hash under which it was before the token was changed, []byte
	overKey                       // whether it ended by itself, bool
)

// sessionStore is a sessions.Store whose sessions are on the server. The cookie holds a random token and nothing else; the
// database holds only the token's hash, so that whoever reads it cannot log in.
//
// A browser that has only seen the login page has a token but no record: nobody can fill the database by asking for pages.
type sessionStore struct {
	kept   Sessions
	now    func() time.Time
	name   string
	secure bool
}

var _ sessions.Store = (*sessionStore)(nil)

// Get gives the session of a request, always the same one.
func (s *sessionStore) Get(r *http.Request, name string) (*sessions.Session, error) {
	return sessions.GetRegistry(r).Get(s, name)
}

// New reads the session of a request; one without a record if there is none, or if it is over.
func (s *sessionStore) New(r *http.Request, name string) (*sessions.Session, error) {
	session := sessions.NewSession(s, name)
	session.Options = &sessions.Options{Path: "/", Secure: s.secure, HttpOnly: true, SameSite: http.SameSiteStrictMode}
	session.Values[recordKey] = record{}
	cookie, err := r.Cookie(name)
	if err != nil || !isToken(cookie.Value) {
		session.ID, session.IsNew = newToken(), true
		return session, nil
	}
	session.ID = cookie.Value
	hash := hashToken(session.ID)
	kept, err := s.kept.Session(r.Context(), hash)
	switch {
	case errors.Is(err, release.ErrNotFound):
		return session, nil
	case err != nil:
		return session, err
	case kept.Over(s.now()):
		session.Values[overKey] = true
		return session, s.kept.EndSession(r.Context(), hash)
	}
	rec := record{User: kept.User, Created: kept.Created, Seen: kept.Seen}
	if err := json.Unmarshal(kept.Values, &rec.State); err != nil {
		return session, err
	}
	session.Values[recordKey], session.Values[keptKey] = rec, hash
	return session, nil
}

// Save keeps a session and hands out its token. A negative MaxAge ends it.
func (s *sessionStore) Save(r *http.Request, w http.ResponseWriter, session *sessions.Session) error {
	rec, _ := session.Values[recordKey].(record)
	was, _ := session.Values[keptKey].([]byte)
	replaced, _ := session.Values[replacedKey].([]byte)
	hash := hashToken(session.ID)
	var err error
	switch {
	case session.Options.MaxAge < 0:
		err = s.kept.EndSession(r.Context(), hash)
	case !rec.empty():
		kept := account.Session{User: rec.User, Created: rec.Created, Seen: rec.Seen}
		if kept.Values, err = json.Marshal(rec.State); err != nil {
			return err
		}
		if string(was) == string(hash) {
			err = s.kept.ChangeSession(r.Context(), hash, kept)
		} else {
			err = s.kept.PutSession(r.Context(), hash, replaced, kept)
		}
	}
	if errors.Is(err, release.ErrNotFound) {
		return errEnded // somebody ended it while this request was under way
	}
	if err != nil {
		return err
	}
	session.Values[keptKey] = hash
	delete(session.Values, replacedKey)
	http.SetCookie(w, sessions.NewCookie(session.Name(), session.ID, session.Options))
	return nil
}

// rotate gives the session a new token; the one before is worth nothing once it is saved.
func rotate(session *sessions.Session) {
	session.Values[replacedKey] = hashToken(session.ID)
	session.ID = newToken()
}

const tokenBytes = 32

func newToken() string {
	b := make([]byte, tokenBytes)
	_, _ = rand.Read(b) // never fails: crypto/rand ends the program instead
	return base64.RawURLEncoding.EncodeToString(b)
}

func isToken(s string) bool {
	b, err := base64.RawURLEncoding.Strict().DecodeString(s)
	return err == nil && len(b) == tokenBytes
}

func hashToken(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}

// earlyCSRF is what a form before the login must carry: it follows from the token, so nothing has to be kept.
func earlyCSRF(token string) string {
	mac := hmac.New(sha256.New, []byte(token))
	mac.Write([]byte("csrf"))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}
