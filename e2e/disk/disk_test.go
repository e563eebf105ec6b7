package disk

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSearchFindsAWordHoweverItIsWritten(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"utf8":    "x相手のところにあるx相手のところにある",
		"little":  "x\x00\xf8\x76\x4b\x62x\x00",
		"big":     "\x00x\x76\xf8\x62\x4b\x00x",
		"ascii":   "a\x00zq\x00",
		"ascii16": "z\x00q\x00j\x00",
		"nothing": "相 手",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	found, err := Search(folder, []string{"相手", "zq", "手相"})
	if err != nil {
		t.Fatal(err)
	}
	if got := found["相手"]; len(got) != 3 || got["utf8"] != 2 || got["little"] != 1 || got["big"] != 1 {
		t.Errorf("相手: %v", got)
	}
	if got := found["zq"]; len(got) != 2 || got["ascii"] != 1 || got["ascii16"] != 1 {
		t.Errorf("zq: %v", got)
	}
	if got := found["手相"]; got != nil {
		t.Errorf("手相: %v", got)
	}
}

func TestMoreLeavesOutWhatWasThereBefore(t *testing.T) {
	before := Found{"kept": {"a": 2}, "moved": {"a": 1}, "gone": {"a": 1}}
	more := Found{"kept": {"a": 2, "b": 1}, "moved": {"b": 1}, "new": {"b": 1}}.More(before)
	if len(more) != 2 || more["kept"]["b"] != 1 || more["new"]["b"] != 1 {
		t.Errorf("more: %v", more)
	}
}
