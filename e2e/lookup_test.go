package e2e

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/playwright-community/playwright-go"
)

// offlineLookUp opens the look-up with the server process gone.
func offlineLookUp(t *testing.T) *tab {
	t.Helper()
	a := start(t)
	p := open(t, a, 820, 1180)
	p.offline(a)
	p.press(lookUp)
	p.heading(lookUp)
	return p
}

// hits are the names of the hits on screen, each with its kind and area.
func (p *tab) hits() (hits []string) {
	p.t.Helper()
	names, err := p.Locator(".hit").EvaluateAll("all => all.map(one => one.querySelector('.hit__name').textContent + '|' + one.querySelector('.tag').textContent + '|' + one.querySelector('.hit__data').lastChild.textContent)")
	must(p.t, err)
	for _, name := range names.([]any) {
		hits = append(hits, name.(string))
	}
	return hits
}

const tokyo = "全国健康保険協会 東京支部|協会けんぽ|東京都 中野区"

func TestANumberLeadsToItsInsurer(t *testing.T) {
	t.Parallel()
	p := offlineLookUp(t)
	for _, typed := range []string{"01130012", "\uff10\uff11\uff11\uff13\uff10\uff10\uff11\uff12", "0113-0012", " 01 13 001 2 ", "01-13-001-2"} {
		p.look(typed)
		if hits := p.hits(); !slices.Equal(hits, []string{tokyo}) {
			t.Errorf("%q finds %q", typed, hits)
		}
		p.says("番号からわかること", "全国健康保険協会 東京支部の番号です。")
	}
	for typed, said := range map[string]string{
		"138016":   "東京都の市区町村の国民健康保険の形です。",
		"00138016": "東京都の市区町村の国民健康保険の形です。",
		"0113001":  "7桁です。",
		"1130012":  "最初の0が抜けているなら、01130012です。",
		"01130013": "番号が正しくありません。",
		"138017":   "番号が正しくありません。",
		"0113":     "続きの数字を入れてください。",
	} {
		p.look(typed)
		p.says("番号からわかること", said)
		wrong := p.count(p.Locator("[data-part=check][data-wrong=true]").GetByText("合っていません"))
		if want := map[bool]int{true: 1}[strings.HasPrefix(said, "番号が正しくありません")]; wrong != want {
			t.Errorf("%q: a wrong check digit is said %d times, not %d", typed, wrong, want)
		}
	}
}

// says waits for a text in the region of this name.
func (p *tab) says(region, text string) {
	p.t.Helper()
	must(p.t, expect.Locator(p.GetByRole("region", playwright.PageGetByRoleOptions{Name: region})).ToContainText(text))
}

func TestANameAndAPlaceLeadToTheWindow(t *testing.T) {
	t.Parallel()
	p := offlineLookUp(t)
	p.look("名古屋市 国保")
	if hits := p.hits(); len(hits) == 0 || hits[0] != "名古屋市 国民健康保険|市区町村の国保|愛知県" {
		t.Errorf("名古屋市 国保 finds %q", hits)
	}
	p.look("府中市")
	hits := p.hits()
	for _, both := range []string{"府中市|市区町村|東京都", "府中市|市区町村|広島県"} {
		if !slices.Contains(hits[:2], both) {
			t.Errorf("府中市 finds %q, not %s", hits, both)
		}
	}
	p.look("qqqq")
	must(t, p.GetByRole("heading", playwright.PageGetByRoleOptions{Name: "見つかりませんでした"}).WaitFor())
	must(t, expect.Locator(p.Locator(".lookup [role=status]")).ToHaveText("見つかりませんでした"))
}

// A step's desk knows the insurance: its way opens, and the look-up stays within it.
func TestAStepLeadsToTheWindowOfTheInsurance(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		answers                       []string
		route, find, place, hit, kind string
	}{
		{[]string{"自分の勤め先の保険", "協会けんぽ"}, "協会けんぽ", "地名や名前で窓口を探す", "東京", tokyo, "|協会けんぽ|"},
		{[]string{"国民健康保険(相手と同じ世帯)"}, "国民健康保険(市区町村)", "窓口と番号を探す", "名古屋市", "名古屋市 国民健康保険|市区町村の国保|愛知県", "名古屋市"},
	} {
		t.Run(c.route, func(t *testing.T) {
			a := start(t)
			p := open(t, a, 820, 1180)
			p.offline(a)
			p.begin(everything)
			p.walk(append(c.answers, worst...), nil)
			p.unfold()
			step := p.GetByRole("main").GetByRole("article").Filter(playwright.LocatorFilterOptions{Has: p.step("今の届け先に送らないよう頼む")})
			must(t, step.GetByRole("button", playwright.LocatorGetByRoleOptions{Name: routePage}).First().Click())
			p.heading(c.route)
			must(t, p.named(c.find).First().Click())
			p.heading(lookUp)
			must(t, p.GetByText("の中から探しています").WaitFor())
			p.look(c.place)
			hits := p.hits()
			if len(hits) == 0 || hits[0] != c.hit {
				t.Errorf("%s within %s finds %q", c.place, c.route, hits)
			}
			for _, hit := range hits {
				if !strings.Contains(hit, c.kind) {
					t.Errorf("%s within %s finds %q", c.place, c.route, hit)
				}
			}
			p.press("すべてから探す")
			must(t, p.GetByText("の中から探しています").WaitFor(playwright.LocatorWaitForOptions{State: playwright.WaitForSelectorStateDetached}))
		})
	}
}

func TestAContactSaysWhoPicksUpAndHowSureItIs(t *testing.T) {
	t.Parallel()
	p := offlineLookUp(t)
	p.look("府中市 広島")
	p.openHit("府中市")
	p.says("電話番号", "代表電話")
	p.says("電話番号", "0847-44-9099")
	p.says("電話番号", "一つの情報源だけ")
	p.says("電話番号", "担当につないでもらいます")
	p.press("もどる")

	p.look("01130012")
	p.openHit("全国健康保険協会 東京支部")
	p.says("電話番号", "電話番号は、こちらではわかっていません")
	if n := p.count(p.Locator("main a[href^='tel:']")); n != 0 {
		t.Errorf("%d numbers where none is known", n)
	}
}

// A switchboard asks who calls and why: no centre shows one.
func TestNoCentreShowsASwitchboard(t *testing.T) {
	t.Parallel()
	p := offlineLookUp(t)
	seen := map[string]bool{}
	for _, place := range []string{"北海道", "東京", "神奈川", "愛知", "大阪", "広島", "福岡", "沖縄"} {
		p.look("女性相談支援センター " + place)
		centres := p.Locator(".hit").Filter(playwright.LocatorFilterOptions{Has: p.Locator(".tag").GetByText("相談センター")})
		for i := range p.count(centres) {
			must(t, centres.Nth(i).Click())
			p.leaves(lookUp)
			seen[p.title()] = true
			p.says("電話番号", "直通")
			if n := p.count(p.Locator("main").GetByText("代表電話")); n != 0 {
				t.Errorf("%s speaks of a switchboard", p.title())
			}
			p.press("もどる")
			p.heading(lookUp)
		}
	}
	if len(seen) < 8 {
		t.Errorf("only %d centres seen", len(seen))
	}
}

// title is the heading on screen.
func (p *tab) title() string {
	p.t.Helper()
	title, err := p.Locator("#main .screen__heading").TextContent()
	must(p.t, err)
	return title
}

// What was checked more than 180 days ago says so; the day is that of the device.
func TestAnOldNumberSaysSo(t *testing.T) {
	t.Parallel()
	const expired = "確認から180日をすぎています"
	for day, want := range map[time.Time]int{
		time.Date(2027, 1, 23, 3, 0, 0, 0, time.UTC): 0, // 2026-07-27 and 180 days
		time.Date(2027, 1, 24, 3, 0, 0, 0, time.UTC): 1,
	} {
		p := at(t, shared, day)
		p.contact("府中市 広島", "府中市")
		phone := p.GetByRole("region", playwright.PageGetByRoleOptions{Name: "電話番号"})
		must(t, expect.Locator(phone).ToContainText("0847-44-9099"))
		if n := p.count(phone.GetByText(expired)); n != want {
			t.Errorf("%s: said %d times that the check is old, not %d", day.Format(time.DateOnly), n, want)
		}
	}
}

// A paper that is found must not lead anyone on.
func TestAContactIsPrintedWithoutItsNumber(t *testing.T) {
	t.Parallel()
	p := offlineLookUp(t)
	p.look("府中市 広島")
	p.openHit("府中市")
	const phone = "0847-44-9099"
	if s := p.paper(); strings.Contains(plain(strings.Join(s.pages, "")), phone) {
		t.Error("the number is printed")
	} else {
		s.check("府中市", 1, 3)
	}
	p.tick("checkbox", "電話番号と保険者番号も印刷する")
	if s := p.paper(); !strings.Contains(plain(strings.Join(s.pages, "")), phone) {
		t.Error("the number is not printed, though it was asked for")
	}
}
