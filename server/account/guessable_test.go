package account

import "testing"

func TestWhatIsGuessedFirstIsNoPassword(t *testing.T) {
	for _, password := range []string{
		"passwordpassword", "Password12345678", "qwertyuiopasdfgh", "123456789012345", "abcdefghijklmno", "0987654321abcdef", "abababababababab", "1qaz2wsx3edc4rfv",
		"michishirube2026", "joseisoudanshien", "p@ssw0rdp@ssw0rd", "相談支援相談支援相談支援相談支援", "AdministratorAdmin1", "1q2w3e4r5t6y7u8i",
	} {
		if !guessable(password) {
			t.Errorf("%q is taken", password)
		}
	}
	for _, password := range []string{
		"correct horse battery", "another horse battery", "ねこが窓から月を見ている夜です", "xK7-mQ2v-pR9t-wZ4", "my password is not this one",
	} {
		if guessable(password) {
			t.Errorf("%q is refused", password)
		}
	}
}
