package directory

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// budget is what the blob may cost a device on a slow line, in bytes of brotli.
const budget = 120_000

// assets gives the directory of the project. The day of review is not known here: `check` compares it.
func assets(t *testing.T) *Directory {
	t.Helper()
	d, issues := Load(os.DirFS("../../assets"), "9999-12-31")
	if len(issues) > 0 {
		t.Fatalf("issues = %v", issues)
	}
	return d
}

// The desks of the guidance name these lines.
func TestTheProjectsDirectoryHoldsWhatDesksName(t *testing.T) {
	d := assets(t)
	for _, id := range []string{"police_110", "mynumber", "dv_navi", "houterasu"} {
		if !d.Has(id) {
			t.Errorf("%s is missing", id)
		}
	}
}

func TestTheProjectsDirectoryIsWhole(t *testing.T) {
	d := assets(t)
	kinds, statuses, wards := map[Kind]int{}, map[PhoneStatus]int{}, 0
	for _, c := range d.Records {
		kinds[c.Kind]++
	}
	for _, m := range d.Municipalities {
		wards += len(m.Wards)
		for _, p := range m.Phones {
			statuses[p.Status]++
		}
	}
	got := fmt.Sprint(len(d.Prefectures), len(d.Schemes), kinds[KindDVCenter], len(d.Municipalities), wards, statuses)
	if want := "47 18 47 1741 171 map[single_source:921 unconfirmed:99]"; got != want {
		t.Errorf("prefectures, schemes, centres, municipalities, wards, phones = %s, want %s", got, want)
	}
	t.Logf("records by kind: %v", kinds)
}

func TestEveryPrefectureHasItsBranchAndItsCentre(t *testing.T) {
	d := assets(t)
	byID := map[string]Contact{}
	for _, c := range d.Records {
		byID[c.ID] = c
	}
	for _, p := range d.Prefectures {
		branch, centre := byID["kyokai-"+p.Number], byID["dv-center-"+p.Number]
		if want := withCheckDigit("01" + p.Number + "001"); branch.Number != want || branch.Prefecture != p.Number {
			t.Errorf("branch of %s = %+v, want the number %s", p.Name, branch, want)
		}
		if known := branch.Address != ""; known != (p.Name != "鳥取県") || known != strings.HasPrefix(branch.Address, p.Name) {
			t.Errorf("address of the branch of %s = %q; that of 鳥取 was not found", p.Name, branch.Address)
		}
		if len(centre.Phones) != 1 || centre.Phones[0].Label != Direct || centre.Prefecture != p.Number || centre.Hours == "" {
			t.Errorf("centre of %s = %+v, want one direct line and its hours", p.Name, centre)
		}
	}
}

// The numbers in these pages are those of welfare desks, though they were collected as 代表電話.
func TestPhonesThatTheirPageDoesNotBearOutAreNotShown(t *testing.T) {
	for _, m := range assets(t).Municipalities {
		for _, p := range m.Phones {
			if strings.HasPrefix(p.URL, "https://www.pref.saitama.lg.jp/a0602/") {
				t.Errorf("%s shows %s", m.Name, p.Number)
			}
		}
	}
}

func TestTheBlobIsSmallAndAlwaysTheSame(t *testing.T) {
	first, err := assets(t).JSON()
	if err != nil {
		t.Fatal(err)
	}
	second, err := assets(t).JSON()
	if err != nil || !bytes.Equal(first, second) {
		t.Errorf("two readings of the same files differ (%v)", err)
	}
	var packed bytes.Buffer
	w := brotli.NewWriterLevel(&packed, brotli.BestCompression)
	if _, err := w.Write(first); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes of JSON, %d of brotli, %d allowed", len(first), packed.Len(), budget)
	if packed.Len() > budget {
		t.Errorf("%d bytes of brotli, over %d", packed.Len(), budget)
	}
}
