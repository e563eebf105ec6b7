// Package account is who may change what: people of the editor, their roles and regions, their passwords and passkeys, and
// what happens after a wrong password. It is pure: values in, values out.
package account

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Role is what a person does. Each may do what the one before it may.
type Role string

// The roles.
const (
	Editor        Role = "editor"        // writes drafts
	Approver      Role = "approver"      // puts in force what somebody else wrote
	Administrator Role = "administrator" // makes accounts and regions
)

// Roles lists them, the least first.
func Roles() []Role { return []Role{Editor, Approver, Administrator} }

// National stands for every region.
const National = "*"

var (
	// ErrName says that a name cannot be a login name.
	ErrName = errors.New("a login name has 2 to 32 small letters, digits, dots, hyphens or underscores and begins with a letter or digit")
	// ErrRole says that a role is none.
	ErrRole = errors.New("expected the role editor, approver or administrator")
)

var loginName = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{1,31}$`)

// User is a person with an account. There is none until somebody makes one on the server.
type User struct {
	Name    string   `json:"name"`    // logs in with it
	Display string   `json:"display"` // as others see it
	Role    Role     `json:"role"`
	Regions []string `json:"regions"` // codes, or National alone

	Hash       string    `json:"hash,omitempty"` // argon2id; empty: passkeys only
	PasswordAt time.Time `json:"password_at"`
	Start      string    `json:"start,omitempty"` // SHA-256 of the start code, until a password is set
	StartUntil time.Time `json:"start_until"`
	Handle     []byte    `json:"handle,omitempty"` // random, what authenticators know the account by
	Passkeys   []Passkey `json:"passkeys,omitempty"`

	Disabled    bool      `json:"disabled,omitempty"`
	Failures    int       `json:"failures,omitempty"` // wrong passwords in a row
	LockedUntil time.Time `json:"locked_until"`
	CreatedAt   time.Time `json:"created_at"`
}

// Validate tells what of the account cannot be: its name, its role, or that it is bound to nothing.
func (u User) Validate() error {
	switch {
	case !loginName.MatchString(u.Name):
		return ErrName
	case !slices.Contains(Roles(), u.Role):
		return ErrRole
	case len(u.Regions) == 0:
		return errors.New("expected a region, or * for all")
	}
	return nil
}

// In tells whether the account is bound to a region, or to all.
func (u User) In(region string) bool {
	return slices.Contains(u.Regions, National) || slices.Contains(u.Regions, region)
}

// IsNational tells whether the account is bound to all regions.
func (u User) IsNational() bool { return slices.Contains(u.Regions, National) }

// OnlyRegion is the region whose people may read in their audit what was done to the account; empty if there are several.
func (u User) OnlyRegion() string {
	if len(u.Regions) == 1 && !u.IsNational() {
		return u.Regions[0]
	}
	return ""
}

// Summary is the account in the words of the audit.
func (u User) Summary() string {
	return fmt.Sprintf("%s (%s: %s)", u.Name, u.Role, strings.Join(u.Regions, " "))
}

// MayWrite tells whether the person may write drafts in a region.
func (u User) MayWrite(region string) bool { return !u.Disabled && u.In(region) }

// MayApprove tells whether the person may put in force, in a region, what by wrote. alone is set where the region does
// without a second person.
func (u User) MayApprove(region, by string, alone bool) bool {
	return u.MayWrite(region) && u.Role != Editor && (alone || by != u.Name)
}

// MayAdminister tells whether the person may change the settings of a region.
func (u User) MayAdminister(region string) bool { return u.MayWrite(region) && u.Role == Administrator }

// MayManage tells whether the person may change another account: an administrator, one that is bound to no more regions.
func (u User) MayManage(other User) bool {
	if u.Disabled || u.Role != Administrator {
		return false
	}
	return u.IsNational() || len(other.Regions) > 0 && !slices.ContainsFunc(other.Regions, func(r string) bool { return !slices.Contains(u.Regions, r) })
}
