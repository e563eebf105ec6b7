package directory

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

type exporter struct {
	schema string
	export func(*Directory) ([]byte, error)
}

func exporters() map[string]exporter {
	return map[string]exporter{
		"FHIR": {"testdata/fhir.schema.json", (*Directory).FHIR},
		"HSDS": {"testdata/hsds.schema.json", (*Directory).HSDS},
	}
}

func schemaOf(t *testing.T, file string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile(file)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func decode(t *testing.T, blob []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(blob))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestExportsFollowTheirSpecification(t *testing.T) {
	d := assets(t)
	for name, e := range exporters() {
		t.Run(name, func(t *testing.T) {
			blob, err := e.export(d)
			if err != nil {
				t.Fatal(err)
			}
			schema := schemaOf(t, e.schema)
			if err := schema.Validate(decode(t, blob)); err != nil {
				t.Error(err)
			}
			again, _ := e.export(d)
			if !bytes.Equal(blob, again) {
				t.Error("two exports of the same directory differ")
			}
			for _, old := range []string{`"name":"全国健康保険協会 北海道支部"`, `"country":"JP"`, `"value":"01010016"`, `"id":"`} {
				if broken := bytes.ReplaceAll(blob, []byte(old), []byte(`"unknown":""`)); !bytes.Equal(broken, blob) && json.Valid(broken) {
					if err := schema.Validate(decode(t, broken)); err == nil {
						t.Errorf("the schema lets a document without %s pass", old)
					}
				}
			}
		})
	}
}

func TestExportsLoseNothing(t *testing.T) {
	d := assets(t)
	for name, e := range exporters() {
		blob, err := e.export(d)
		if err != nil {
			t.Fatal(err)
		}
		words, missing := map[string]bool{"": true}, []string{}
		for _, quoted := range regexp.MustCompile(`"(?:[^"\\]|\\.)*"`).FindAllString(string(blob), -1) {
			words[strings.Trim(quoted, `"`)] = true
		}
		for _, c := range d.contacts() {
			want := []string{c.ID, c.Name, c.Number, c.Postal}
			if c.Address != "" {
				want = append(want, c.Area)
			}
			for _, p := range c.Phones {
				want = append(want, p.Number)
			}
			for _, word := range want {
				if !words[word] {
					missing = append(missing, word)
				}
			}
		}
		if len(missing) > 0 {
			t.Errorf("%s lacks %v", name, missing)
		}
	}
}

// A switchboard that passes for a direct line would be asked what must be asked of one person only.
func TestExportsTellASwitchboardFromADirectLine(t *testing.T) {
	d, _ := Load(goodFiles(t), reviewed)
	var fhir fhirBundle
	var hsds hsdsPage
	for name, target := range map[string]any{"FHIR": &fhir, "HSDS": &hsds} {
		blob, err := exporters()[name].export(d)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(blob, target); err != nil {
			t.Fatal(err)
		}
	}
	for i, c := range d.contacts() {
		o, h := fhir.Entry[i].Resource, hsds.Contents[i]
		lines := slices.DeleteFunc(o.Telecom, func(l fhirTelecom) bool { return l.System == "url" })
		switch {
		case len(c.Phones) == 0:
			if len(lines)+len(o.Contact)+len(h.Phones)+len(h.Contacts) > 0 {
				t.Errorf("%s has a phone", c.Name)
			}
		case c.Phones[0].Label == Direct:
			if len(lines) != 1 || len(h.Phones) != 1 || len(o.Contact)+len(h.Contacts) > 0 {
				t.Errorf("%s: %+v, %+v, want a direct line", c.Name, o, h)
			}
		default:
			if len(lines)+len(h.Phones) > 0 || o.Contact[0].Name.Text != "代表電話" || h.Contacts[0].Name != "代表電話" {
				t.Errorf("%s: %+v, %+v, want a line named 代表電話", c.Name, o, h)
			}
		}
	}
}

func TestStableUUIDsAreOfVersionFive(t *testing.T) {
	shape := regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	var seen []string
	for _, id := range []string{"kyokai-01", "kyokai-02", "", "municipality-01100"} {
		u := stableUUID(id)
		if !shape.MatchString(u) || slices.Contains(seen, u) || u != stableUUID(id) {
			t.Errorf("UUID of %q = %s", id, u)
		}
		seen = append(seen, u)
	}
}
