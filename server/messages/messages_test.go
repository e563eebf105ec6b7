package messages

import (
	"testing"
	"testing/fstest"
)

func TestSay(t *testing.T) {
	fsys := fstest.MapFS{
		"command/x.ja.toml": {Data: []byte("[x]\nplain = \"名簿\"\n[x.deep]\nfilled = \"行{{.row}}「{{.value}}」\"\n")},
		"broken.ja.toml":    {Data: []byte("[x")},
	}
	m, err := Load(fsys, "command/x.ja.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		id   string
		args map[string]string
		want string
	}{
		{"x.plain", nil, "名簿"},
		// Nothing of a file is ever taken for a template or for markup.
		{"x.deep.filled", map[string]string{"row": "2", "value": "{{.row}} <b>&"}, "行2「{{.row}} <b>&」"},
		{"x.none", map[string]string{"value": "1", "row": "2"}, "x.none row=2 value=1"},
	} {
		if got := m.Say(tt.id, tt.args); got != tt.want {
			t.Errorf("%s = %q, want %q", tt.id, got, tt.want)
		}
	}
	if !m.Has("x.deep.filled") || m.Has("x.none") {
		t.Error("Has is wrong")
	}
	for _, name := range []string{"broken.ja.toml", "none.ja.toml"} {
		if _, err := Load(fsys, name); err == nil {
			t.Errorf("%s was read", name)
		}
	}
}
