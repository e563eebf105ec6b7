package account

import (
	"slices"
	"strings"
)

// easyWords are what people put into passwords here: words of every list of common ones, and those of this work and this
// program. In small letters; the longest first, so that no part of one is left over.
var easyWords = []string{
	"michishirube", "administrator", "shikakukakunin", "joseisoudan", "みちしるべ", "パスワード", "mynumber", "password", "passw0rd", "p@ssword", "p@ssw0rd",
	"iloveyou", "football", "baseball", "sunshine", "princess", "welcome", "letmein", "passwd", "editor", "monkey", "dragon", "master", "secret", "soudan", "sodan", "josei",
	"shien", "hoken", "tokyo", "japan", "nihon", "nippon", "login", "admin", "hello", "guide", "相談", "支援", "女性", "保険", "ガイド", "役所", "日本",
}

// rows are what a finger runs along; also backwards.
var rows = []string{"01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm"}

// fewestLeft is how many different characters must be left of a password without what is guessed first.
const fewestLeft = 5

// guessable tells whether a password is put together of words and runs that are guessed first.
func guessable(password string) bool {
	rest := strings.ToLower(password)
	for _, word := range easyWords {
		rest = strings.ReplaceAll(rest, word, "")
	}
	left := map[rune]bool{}
	for r := []rune(rest); len(r) > 0; {
		n := runOf(r)
		if n == 1 {
			left[r[0]] = true
		}
		r = r[n:]
	}
	return len(left) < fewestLeft
}

// shortestRun is how many characters along a row are no chance.
const shortestRun = 4

// runOf gives how many characters at the beginning run along a row; 1 if too few do.
func runOf(r []rune) int {
	for n := len(r); n >= shortestRun; n-- {
		back := slices.Clone(r[:n])
		slices.Reverse(back)
		for _, row := range rows {
			if strings.Contains(row, string(r[:n])) || strings.Contains(row, string(back)) {
				return n
			}
		}
	}
	return 1
}
