package content

import (
	"os"
	"testing"
)

func TestWhatThePaperFontsLackIsNamed(t *testing.T) {
	paper, err := LoadPaper(os.DirFS("../../assets"))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"稲美町 福祉課\n函館市、世田谷区、匝瑳市、檮原町、塙町、南越前町": "", "𠮷田の𠮷": "𠮷", "髙橋﨑": "髙﨑", "": "",
	} {
		if got := paper.Lacks(text); got != want {
			t.Errorf("of %q it lacks %q, want %q", text, got, want)
		}
	}
}
