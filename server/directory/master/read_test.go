package master

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"michishirube/server/directory"
)

const (
	ownHeader  = "id,番号,名称,カナ,種別,都道府県,市区町村コード,市区町村,郵便番号,住所,電話,電話の種類,電話の確かさ,受付時間,URL,出典URL,発行者,確認日,備考\n"
	orcaHeader = "hknjanum,hknjaname,hknjaname_tan1,hknnum,post,adrs,banti,tel,creymd,upymd\n"
	openHeader = "全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,所在地_全国地方公共団体コード,所在地_連結表記,所在地_都道府県,所在地_市区町村," +
		"所在地_町字,所在地_番地以下,建物名等(方書),緯度,経度,電話番号,内線番号,郵便番号,利用可能曜日,開始時間,終了時間,利用可能日時特記事項,URL,備考\n"
	olderHeader = "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,名称_通称,住所,方書,電話番号,内線番号,利用可能曜日,開始時間,終了時間,URL,備考\n"
)

func TestOurOwnLayout(t *testing.T) {
	d := small(t)
	got := readOne(t, ownHeader+"my-desk,０６１３００１７,髙﨑㈱健康保険組合,ｹﾝﾎﾟ ｸﾐｱｲ,健保組合,東京,131016,千代田区,１００８３７０,\"東京都千代田区\n１－２\",03(5467)1721,直通,確認済み,"+
		"平日 ９時〜,https://www.example.jp/,https://www.example.jp/desk,髙﨑,令和8年11月1日,=1+1\n", Input{Directory: d, Today: today})
	want := directory.Contact{
		ID: "my-desk", Kind: directory.KindKenpoUnion, Name: "髙﨑㈱健康保険組合", Kana: "けんぽ くみあい", Prefecture: "13", Area: "千代田区",
		Number: "06130017", Postal: "100-8370", Address: "東京都千代田区\n１－２", URL: "https://www.example.jp/", Hours: "平日 ９時〜",
		Phones: []directory.Phone{{
			Number: "03-5467-1721", Tel: "tel:0354671721", Label: directory.Direct, URL: "https://www.example.jp/desk", Publisher: "髙﨑",
			VerifiedOn: "2026-11-01", Status: directory.PhoneVerified,
		}},
		VerifiedOn: "2026-11-01", Note: "=1+1",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("contact = %+v\nwant      %+v", got, want)
	}
}

func TestTheMasterOfABillingSystem(t *testing.T) {
	d := small(t)
	text := orcaHeader +
		"138016  ,千代田区,千代田区国保,060,1020000,東京都千代田区九段南,１－２－１,03-5211-0000,20200401,20240401\n" +
		"06130017,テスト健康保険組合,テスト健康保険組合,006,,,,,00000000,99999999\n"
	r := readAll(t, []byte(text), defaults(d))
	if r.Layout != ORCA || len(r.Faults)+len(r.Unknown) > 0 || len(r.Entries) != 2 {
		t.Fatalf("result = %+v", r)
	}
	got := r.Entries[0].Contact
	want := directory.Contact{
		ID: "kokuho-138016", Kind: directory.KindKokuho, Name: "千代田区", Prefecture: "13", Number: "138016", Postal: "102-0000",
		Address: "東京都千代田区九段南１－２－１", Note: "略称 千代田区国保", VerifiedOn: "2026-11-01",
		Phones: []directory.Phone{{
			Number: "03-5211-0000", Tel: "tel:0352110000", Label: directory.Representative, Publisher: "県", VerifiedOn: "2026-11-01",
			Status: directory.PhoneSingleSource,
		}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("contact = %+v\nwant      %+v", got, want)
	}
	if second := r.Entries[1].Contact; second.ID != "kenpo-union-06130017" || second.Note != "" || second.Phones != nil {
		t.Errorf("contact = %+v", second)
	}
}

func TestTheOpenDataSet(t *testing.T) {
	in := defaults(small(t))
	in.Kind = directory.KindMunicipality
	t.Run("of today", func(t *testing.T) {
		got := readOne(t, openHeader+"131016,0001,東京都千代田区,保険年金課,ホケンネンキンカ,131016,東京都千代田区九段南1-2-1,東京都,千代田区,,,区役所2階,35.6,139.7,"+
			"03-5211-0000,123,1020074,月火水木金,8:30,17:00,祝日を除く,https://www.city.chiyoda.lg.jp/,\n", in)
		if got.Kana != "ほけんねんきんか" || got.Address != "東京都千代田区九段南1-2-1 区役所2階" || got.Area != "千代田区" || got.Prefecture != "13" ||
			got.Hours != "月火水木金 8:30〜17:00 祝日を除く" || got.Note != "内線 123" || got.Phones[0].Publisher != "東京都千代田区" ||
			got.Kind != directory.KindMunicipality || !strings.HasPrefix(got.ID, "desk-x") {
			t.Errorf("contact = %+v", got)
		}
	})
	t.Run("with the address in parts", func(t *testing.T) {
		got := readOne(t, openHeader+"130001,1,東京都,窓口,,,,東京都,千代田区,九段南,1-2-1,,,,,,,,,,,,\n", in)
		if got.Address != "東京都千代田区九段南1-2-1" || got.Prefecture != "13" || len(got.Phones) > 0 {
			t.Errorf("contact = %+v", got)
		}
	})
	t.Run("as it was before", func(t *testing.T) {
		got := readOne(t, olderHeader+"131016,1,東京都,千代田区,窓口,マドグチ,,九段南1-2-1,2階,03-5211-0000,,,,,,\n", in)
		if got.Address != "九段南1-2-1 2階" || got.Area != "千代田区" || got.Phones[0].Publisher != "県" {
			t.Errorf("contact = %+v", got)
		}
	})
}

func TestATitleMayStandAboveTheColumns(t *testing.T) {
	r := readAll(t, []byte("保険者の一覧,,\n令和8年11月1日現在,,\nNo,名称,番号\n1,テスト健保,06130017\n"), defaults(small(t)))
	if len(r.Entries) != 1 || r.Rows != 1 || len(r.Unknown) != 1 || r.Unknown[0] != "No" {
		t.Errorf("result = %+v", r)
	}
}

func TestNumberCellsGetTheirZerosBack(t *testing.T) {
	book := workbook(t,
		[]any{"番号", "名称", "市区町村コード", "郵便番号", "電話", "確認日"},
		[]any{10017, "札幌市", 11002, 600000, 112112111, 46327},
		[]any{"010025", "札幌市の組合", "011002", "0600000", "011-211-2112", "2026-11-01"},
	)
	r := readAll(t, book, defaults(small(t)))
	if len(r.Faults) > 0 || len(r.Entries) != 2 {
		t.Fatalf("result = %+v", r)
	}
	c := r.Entries[0].Contact
	if c.Number != "010017" || c.Area != "札幌市" || c.Postal != "060-0000" || c.Phones[0].Number != "0112112111" || c.VerifiedOn != "2026-11-01" {
		t.Errorf("contact = %+v", c)
	}
	if len(r.Notes) != 4 {
		t.Errorf("notes = %+v, want one for each of four", r.Notes)
	}
	if n := r.Notes[0]; n.Row != 2 || n.Column != "番号" || n.Args["from"] != "10017" || n.Args["to"] != "010017" {
		t.Errorf("note = %+v", n)
	}
}

func TestASecondPhoneStandsInARowOfItsOwn(t *testing.T) {
	header := "id,名称,種別,電話,電話の種類,確認日\n"
	r := readAll(t, []byte(header+"desk,窓口,その他,03-5211-0000,代表,2026-11-01\ndesk,窓口,その他,03-5211-0001,直通,2026-11-02\n"), defaults(small(t)))
	if len(r.Faults) > 0 || len(r.Entries) != 1 || len(r.Entries[0].Contact.Phones) != 2 {
		t.Errorf("result = %+v", r)
	}
	for name, row := range map[string]string{
		"the same phone":  "desk,窓口,その他,03-5211-0000,代表,2026-11-01\n",
		"another name":    "desk,別の窓口,その他,03-5211-0001,直通,2026-11-02\n",
		"no phone at all": "desk,窓口,その他,,,2026-11-02\n",
	} {
		r := readAll(t, []byte(header+"desk,窓口,その他,03-5211-0000,代表,2026-11-01\n"+row), defaults(small(t)))
		if len(r.Faults) != 1 || r.Faults[0].Code != "duplicate" || r.Faults[0].Row != 3 || r.Faults[0].Args["row"] != "2" {
			t.Errorf("%s: faults = %+v, want a duplicate", name, r.Faults)
		}
	}
}

func TestFilesWithoutWhatIsNeeded(t *testing.T) {
	d := small(t)
	bare := Input{Directory: d, Today: today}
	for name, tt := range map[string]struct {
		text string
		in   Input
		want error
	}{
		"no known columns":                {"a,b\n1,2\n", defaults(d), ErrColumns},
		"columns too far below":           {strings.Repeat("x\n", headerWithin) + "名称,番号\nx,06130017\n", defaults(d), ErrColumns},
		"nothing below the columns":       {"名称,番号\n", defaults(d), ErrNoRows},
		"no day":                          {orcaHeader + "06130017,x,,,,,,,,\n", Input{Directory: d, Today: today, Publisher: "県"}, ErrSource},
		"no source":                       {orcaHeader + "06130017,x,,,,,,,,\n", Input{Directory: d, Today: today, VerifiedOn: today}, ErrSource},
		"no day in the open data set":     {openHeader + "131016,1,千代田区,x,,,,,,,,,,,,,,,,,,,\n", bare, ErrSource},
		"the source is the owner of it":   {openHeader + "131016,1,千代田区,x,,,,,,,,,,,,,,,,,,,\n", Input{Directory: d, Today: today, VerifiedOn: today, Kind: "other"}, nil},
		"source and day in their columns": {ownHeader + "a,,x,,その他,東京都,,,,,,,,,,,都,2026-11-01,\n", bare, nil},
	} {
		table, err := ReadTable([]byte(tt.text), "")
		if err != nil {
			t.Fatal(err)
		}
		r, err := Read(table, tt.in)
		if !errors.Is(err, tt.want) || len(r.Faults) > 0 {
			t.Errorf("%s: %v, %v, want %v", name, err, r.Faults, tt.want)
		}
	}
	table, err := ReadTable([]byte("名称,番号,名称\nx,1,y\n"), "")
	if err != nil {
		t.Fatal(err)
	}
	twice := new(ColumnTwiceError)
	if _, err := Read(table, defaults(d)); !errors.As(err, &twice) || twice.Name != "名称" {
		t.Errorf("err = %v, want 名称 to stand twice", err)
	}
}

func TestExpiredPhonesAreCounted(t *testing.T) {
	r := readAll(t, []byte("名称,種別,電話,確認日\nx,その他,03-5211-0000,2026-05-25\ny,その他,03-5211-0001,2026-05-26\n"), defaults(small(t)))
	if r.Expired != 1 {
		t.Errorf("expired = %d, want 1", r.Expired)
	}
}
