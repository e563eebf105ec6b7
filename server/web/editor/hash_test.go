package editor

import (
	"encoding/base64"
	"fmt"

	"golang.org/x/crypto/argon2"
)

// cheapHash makes an argon2id hash of one pass over little memory, which every check of a password takes as it is.
func cheapHash(password string) (string, error) {
	salt := []byte("0123456789abcdef")
	key := argon2.IDKey([]byte(password), salt, 1, 64, 1, 32)
	raw := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=64,t=1,p=1$%s$%s", argon2.Version, raw.EncodeToString(salt), raw.EncodeToString(key)), nil
}
