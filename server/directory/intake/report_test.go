package intake

import "testing"

func TestAValueOfTheFileCannotCommandTheTerminal(t *testing.T) {
	if got := oneLine("a\x1b[2Jb\nc\u009b"); got != "a\uFFFD[2Jb⏎c\uFFFD" {
		t.Errorf("= %q", got)
	}
}
