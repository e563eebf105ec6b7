package editor

import (
	"net/http"
	"strings"
	"testing"

	"michishirube/server/editorial"
)

func TestTwoEditorsOfOneField(t *testing.T) {
	o := newRegionOffice(t)
	hana, jiro := o.as("hana"), o.as("jiro")
	at := inami + "/fields/flag_form"
	hana.get(at)
	jiro.get(at)
	jiro.wantTo(jiro.press(at, "do", "save", "value", "次郎の申出書"), at+"?done=draft_saved")
	// Both versions are shown, hers is kept, and nothing is overwritten.
	hana.want(hana.press(at, "do", "save", "value", "花の申出書"), http.StatusConflict,
		"ほかの人が先に保存しました", "次郎さんが保存した内容", "次郎の申出書", `value="花の申出書"`)
	if d, err := o.store.Draft(t.Context(), "28381"); err != nil || d.Edition.Values["flag_form"].Text != "次郎の申出書" {
		t.Fatalf("draft = %+v, %v", d, err)
	}
	// She decides.
	hana.wantTo(hana.press(at, "do", "save", "value", "花の申出書"), at+"?done=draft_saved")
	if d, _ := o.store.Draft(t.Context(), "28381"); d.Edition.Values["flag_form"].Text != "花の申出書" || !d.WrittenBy("jiro") {
		t.Errorf("draft = %+v", d)
	}
	// One takes the field away while the other verifies or removes it.
	jiro.get(at)
	hana.get(at)
	hana.wantTo(hana.press(at, "do", "remove"), at+"?done=draft_saved")
	jiro.want(jiro.press(at, "do", "save", "value", "また書く"), http.StatusConflict, "この項目を外しました", `value="また書く"`)
}

func TestTwoEditorsOfDifferentFields(t *testing.T) {
	o := newRegionOffice(t)
	hana, jiro := o.as("hana"), o.as("jiro")
	hana.get(inami + "/fields/mailing")
	jiro.says("flag_form", "value", "申出書")
	hana.wantTo(hana.press(inami+"/fields/mailing", "do", "save", "value", "窓口へ"), inami+"/fields/mailing?done=draft_saved")
	d, err := o.store.Draft(t.Context(), "28381")
	if err != nil || d.Edition.Values["flag_form"].Text != "申出書" || d.Edition.Values["mailing"].Text != "窓口へ" {
		t.Errorf("draft = %+v, %v", d, err)
	}
}

func TestAFormLeftOpenOverAPublication(t *testing.T) {
	o := newRegionOffice(t)
	hana, jiro, ito := o.as("hana"), o.as("jiro"), o.as("ito")
	at := inami + "/fields/flag_form"
	hana.get(at)
	jiro.says("flag_form", "value", "公開した申出書")
	jiro.asks()
	ito.approves()
	// The draft is gone, as it was when she opened the page; what is in force is not.
	hana.want(hana.press(at, "do", "save", "value", "古い申出書"), http.StatusConflict, "公開した申出書", "古い申出書")
}

func TestADraftThatChangedIsNotApproved(t *testing.T) {
	o := newRegionOffice(t)
	hana, jiro, ito := o.as("hana"), o.as("jiro"), o.as("ito")
	hana.says("flag_form", "value", "申出書")
	hana.asks()
	ito.get(inami + "/approve")
	jiro.says("mailing", "value", "窓口へ")
	ito.want(ito.press(inami+"/approve", "do", "publish"), http.StatusConflict, "ほかの人が内容を変えました", "窓口へ")
	if o.served("28381").ID != "" {
		t.Fatal("what nobody saw is in force")
	}
	// What was asked for is no longer what there is.
	ito.want(ito.press(inami+"/approve", "do", "publish"), http.StatusUnprocessableEntity, "承認はまだ頼まれていません")
	jiro.asks()
	ito.get(inami + "/approve")
	other := editorial.Publication{By: "x", ApprovedBy: "y"}
	if _, err := o.publisher.Publish(t.Context(), editorial.Region{Code: "28381", Name: "稲美町"}, 0, other); err != nil {
		t.Fatal(err)
	}
	ito.want(ito.press(inami+"/approve", "do", "publish"), http.StatusConflict, "ほかの人が内容を変えました")
}

func TestADraftIsWithdrawnAndThrownAway(t *testing.T) {
	o := newRegionOffice(t)
	hana := o.as("hana")
	hana.want(hana.get(inami+"/draft"), http.StatusOK, "違いはありません")
	hana.want(hana.press(inami+"/draft", "do", "ask"), http.StatusUnprocessableEntity, "いまはこの操作ができません")
	hana.says("flag_form", "value", "申出書")
	hana.asks()
	hana.get(inami + "/draft")
	hana.wantTo(hana.press(inami+"/draft", "do", "withdraw"), inami+"/draft?done=draft_withdraw")
	hana.get(inami + "/draft")
	hana.wantTo(hana.press(inami+"/draft", "do", "discard"), inami+"/draft?done=draft_discard")
	hana.want(hana.get(inami), http.StatusOK, "変更はありません")
	if strings.Contains(hana.page, "申出書</p>") {
		t.Error("what was thrown away is shown")
	}
}

func TestHistoryAndRollback(t *testing.T) {
	o := newRegionOffice(t)
	hana, ito := o.as("hana"), o.as("ito")
	publish := func(text string) {
		t.Helper()
		hana.says("flag_form", "value", text)
		hana.asks()
		ito.approves()
	}
	publish("はじめの申出書")
	o.now = o.now.AddDate(0, 0, 2)
	hana, ito = o.as("hana"), o.as("ito")
	publish("つぎの申出書")
	hana.says("mailing", "value", "書きかけ")
	hana.want(hana.get(inami+"/history/1/rollback"), http.StatusForbidden)

	ito.want(ito.get(inami+"/history?day=R8.11.23"), http.StatusOK, "2026年11月23日(令和8年)に公開していた内容", inami+"/history/1")
	ito.want(ito.get(inami+"/history?day=2026-11-21"), http.StatusOK, "まだ何も公開していませんでした")
	ito.want(ito.get(inami+"/history?day=2026/11/24"), http.StatusOK, "この日のうちに変わりました")
	ito.want(ito.get(inami+"/history?day=きのう"), http.StatusUnprocessableEntity, "日付として読めません", `value="きのう"`)
	ito.want(ito.get(inami+"/history/2"), http.StatusOK, "つぎの申出書", "はじめの申出書")
	ito.want(ito.get(inami+"/history/1"), http.StatusOK, "第1版の内容に戻す")
	for _, path := range []string{"/history/3", "/history/0", "/history/x", "/history/3/rollback"} {
		ito.want(ito.get(inami+path), http.StatusNotFound)
	}
	ito.want(ito.get(inami+"/history/1/rollback"), http.StatusOK, "つぎの申出書")
	ito.want(ito.press(inami+"/history/1/rollback", "parent", "1"), http.StatusConflict, "ほかの人が内容を変えました")
	ito.wantTo(ito.press(inami+"/history/1/rollback"), inami+"/history?done=rolled_back")
	ito.want(ito.get(inami+"/history"), http.StatusOK, "第1版の内容に戻した版", "第3版")
	if words := string(o.served("28381").Blob.JSON); !strings.Contains(words, "はじめの申出書") {
		t.Errorf("served %s", words)
	}
	// The draft that was under way keeps what was written, and does not bring back what was taken away.
	hana.want(hana.get(inami+"/draft"), http.StatusOK, "書きかけ")
	if strings.Contains(hana.page, "つぎの申出書") {
		t.Error("the draft would bring back what was taken away")
	}
	ito.want(ito.get(inami+"/history/1/rollback"), http.StatusOK)
	ito.want(ito.press(inami+"/history/1/rollback"), http.StatusUnprocessableEntity, "いま公開している内容と同じです")
}

func TestWhoeverWroteATextCannotPutItBack(t *testing.T) {
	o := newRegionOffice(t)
	ito, sato := o.as("ito"), o.as("sato")
	ito.says("flag_form", "value", "はじめの申出書")
	ito.asks()
	sato.approves()
	sato.says("flag_form", "value", "つぎの申出書")
	sato.asks()
	ito.approves()
	ito.want(ito.get(inami+"/history/1/rollback"), http.StatusOK, "自分では戻せません")
	ito.want(ito.press(inami+"/history/1/rollback", "parent", "2"), http.StatusUnprocessableEntity, "自分では戻せません")
	sato.want(sato.get(inami+"/history/1/rollback"), http.StatusOK)
	sato.wantTo(sato.press(inami+"/history/1/rollback"), inami+"/history?done=rolled_back")
}
