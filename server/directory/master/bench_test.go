package master

import (
	"fmt"
	"strings"
	"testing"

	"michishirube/server/directory"
)

// billingMaster is a master of 4,000 made-up insurers, as a billing system writes it.
func billingMaster(b *testing.B) []byte {
	var s strings.Builder
	s.WriteString(orcaHeader)
	for i := range 4000 {
		body := fmt.Sprintf("06%02d%03d", i%47+1, i/47+1)
		digit, ok := directory.CheckDigit(body)
		if !ok {
			b.Fatal(body)
		}
		fmt.Fprintf(&s, "%s%c,髙﨑㈱テスト%04d健康保険組合,髙﨑%04d,006,1008370,東京都千代田区霞が関,１－２－%d,03-%04d-%04d,20200401,20240401\n",
			body, digit, i, i, i, 1000+i, i)
	}
	return inCP932(b, s.String())
}

func BenchmarkImport4000RowsOfCP932(b *testing.B) {
	d, data := project(b), billingMaster(b)
	b.ReportAllocs()
	for b.Loop() {
		r := readAll(b, data, defaults(d))
		if len(r.Entries) != 4000 {
			b.Fatalf("%d entries, faults %v", len(r.Entries), r.Faults[:1])
		}
		if diff := Compare(d, Lay(d, Take(d, r.Entries, today, "名簿"))); len(diff.Added) != 4000 {
			b.Fatalf("%d added", len(diff.Added))
		}
	}
}
