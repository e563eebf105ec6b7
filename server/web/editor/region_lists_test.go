package editor

import (
	"bytes"
	"context"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"michishirube/server/directory/intake"
	"michishirube/server/directory/master"
	"michishirube/server/editorial"
)

// keptLists keeps the list that was taken over last.
type keptLists struct {
	record intake.Record
	list   master.List
}

func (k *keptLists) Last(context.Context) (intake.Record, master.List, error) {
	return k.record, k.list, nil
}

func (k *keptLists) Keep(_ context.Context, r intake.Record, list master.List, _ editorial.Line) error {
	k.record, k.list = r, list
	return nil
}

// send sends a form with a file. No name: none was chosen.
func (b *browser) sendFile(path, name string, file []byte, pairs ...string) *http.Response {
	b.o.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for i := 0; i < len(pairs); i += 2 {
		if err := form.WriteField(pairs[i], pairs[i+1]); err != nil {
			b.o.t.Fatal(err)
		}
	}
	if err := form.WriteField("csrf", b.csrf); err != nil {
		b.o.t.Fatal(err)
	}
	if name != "" {
		part, err := form.CreateFormFile("file", name)
		if err == nil {
			_, err = part.Write(file)
		}
		if err != nil {
			b.o.t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		b.o.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, site+path, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	return b.send(r)
}

func TestTheListIsReadBeforeItIsTakenOver(t *testing.T) {
	o := newRegionOffice(t)
	admin := o.as("admin")
	admin.want(admin.get("/editor/list"), http.StatusOK, "取り込んだ名簿はありません")
	good := []byte("種別,名称,都道府県,電話番号,電話の種類,発行者,確認日\nその他,女性相談の会,兵庫県,079-492-9135,直通,稲美町,令和8年11月2日\n")
	bad := append(bytes.Clone(good), "その他,,兵庫県,079-492-9136,直通,稲美町,令和8年11月2日\n"...)
	for _, tt := range []struct {
		name, file string
		pairs      []string
		texts      []string
	}{
		{"", "", nil, []string{"ファイルを選んでください", `href="#f-file"`}},
		{"list.csv", "a,b\n1,2\n", nil, []string{"下の「書き出す」"}},
		{"list.csv", string(bad), []string{"do", "take"}, []string{"名称がありません", "まだ取り込めません", "1行を除いて"}},
		{"list.csv", string(good), []string{"verified_on", "令和8年2月30日"}, []string{"日付として読めません", `value="令和8年2月30日"`}},
		{"list.csv", string(good), []string{"verified_on", "2026-11-23"}, []string{"まだ来ていない日"}},
		{"list.csv", string(good), []string{"source_url", "example.jp"}, []string{"http://"}},
	} {
		admin.want(admin.sendFile("/editor/list", tt.name, []byte(tt.file), tt.pairs...), http.StatusUnprocessableEntity, tt.texts...)
	}
	admin.want(admin.sendFile("/editor/list", "list.csv", good, "do", "check"), http.StatusOK, "増える: 1件", "女性相談の会", "まだ何も書き込んでいません")
	if !o.lists.record.At.IsZero() {
		t.Fatal("reading a list keeps it")
	}
	checked := func() string {
		t.Helper()
		found := regexp.MustCompile(`name="checked" value="([^"]+)"`).FindStringSubmatch(admin.page)
		if found == nil {
			t.Fatalf("nothing was checked\n%s", admin.page)
		}
		return found[1]
	}
	// Another file than the one that was looked at is looked at first.
	admin.want(admin.sendFile("/editor/list", "list.csv", bad, "do", "take", "skip_bad", "yes", "checked", checked()), http.StatusOK, "まだ何も書き込んでいません")
	admin.wantTo(admin.sendFile("/editor/list", `C:\lists\list.csv`, bad, "do", "take", "skip_bad", "yes", "checked", checked()), "/editor/list?done=list_taken")
	if r := o.lists.record; r.By != "admin" || r.File != "list.csv" || r.Rows != 2 || r.Skipped != 1 || len(r.Hash) != 64 || len(o.lists.list.Entries) != 1 {
		t.Errorf("kept %+v, %+v", r, o.lists.list)
	}
	admin.want(admin.get("/editor/list"), http.StatusOK, "list.csv")
	admin.want(admin.sendFile("/editor/list", "list.csv", good, "do", "take"), http.StatusOK, "今の内容と同じです")
	for format, kind := range map[string]string{"csv": "text/csv", "xlsx": "spreadsheetml", "jsonl": "jsonl"} {
		r := admin.get("/editor/list/export/" + format)
		if r.StatusCode != http.StatusOK || !strings.Contains(r.Header.Get("Content-Type"), kind) || !strings.HasPrefix(r.Header.Get("Content-Disposition"), "attachment") {
			t.Errorf("%s: %d %v", format, r.StatusCode, r.Header)
		}
		if format != "xlsx" && !strings.Contains(admin.page, "女性相談の会") {
			t.Errorf("%s lacks what was taken over", format)
		}
	}
	admin.want(admin.get("/editor/list/export/exe"), http.StatusNotFound)
	admin.get("/editor/list")
	admin.wantTo(admin.sendFile("/editor/list", "", nil, "do", "remove"), "/editor/list?done=list_removed")
	if len(o.lists.list.Entries) != 0 || o.lists.record.File != "" {
		t.Errorf("still kept: %+v", o.lists.record)
	}
}
