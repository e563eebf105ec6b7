package content

// The words of the base: the shortest that have everything.
const (
	baseFacts = `[option]
dont_know = "わからない"
[fact.danger]
short = "きけん"
ask = "あぶないですか。"
why = "さきに。"
how = "しずかに。"
opt.now = "はい"
opt.not_now = "いいえ"
[fact.topic]
short = "ことがら"
ask = "なんですか。"
why = "さきに。"
how = "しずかに。"
opt.full = "ぜんぶ"
opt.visit = "びょういん"
opt.papers = "かみ"
hint.visit = "びょういんです。"
[fact.insurance]
short = "保険"
ask = "保険はどれですか。"
why = "さきに。"
how = "しずかに。"
unsure = "しらべます。"
opt.own = "ある"
opt.none = "ない"
[fact.flags]
short = "フラグ"
ask = "どれですか。"
why = "さきに。"
how = "しずかに。"
unsure = "しらべます。"
opt.none = "ない"
opt.self_info = "ある"
[fact.card]
short = "カード"
ask = "どこですか。"
why = "さきに。"
how = "しずかに。"
unsure = "しらべます。"
opt.with_her = "ある"
opt.lost = "ない"
[fact.proof]
short = "かみ"
ask = "ありますか。"
why = "さきに。"
how = "しずかに。"
unsure = "しらべます。"
opt.center = "ある"
opt.none = "ない"
`
	baseSteps = `[step.call_110]
title = "よぶ"
do = "よびます。"
say = "よびましょう。"
[step.ask_certificate]
title = "たのむ"
phone = "おねがいします。"
say = "たのみましょう。"
[step.ask_certificate.before]
do = "まえのことば。"
[step.ask_certificate.after]
do = "あとのことば。"
bring = "かみを受け取る。"
[step.join]
title = "はいる"
do = "つたえます。"
say = "はいりましょう。"
[step.stop_card]
title = "とめる"
do = "とめます。"
say = "とめましょう。"
[step.keep_card]
title = "もつ"
do = "もちます。"
say = "もちましょう。"
watch = "きっとそらのいろ"
[step.ask_flag]
title = "きく"
do = "ききます。"
say = "ききましょう。"
phone = "おしえてください。"
[step.get_paper]
title = "もらう"
do = "もらいます。"
say = "もらいましょう。"
[step.paper_home_safe]
title = "たしかめる"
do = "ききます。"
say = "かみはあんぜんですか。"
`
	baseAround = `[desk]
police.name = "けいさつ"
police.note = "よびます。"
insurer.name = "保険"
insurer.note = "かみにあります。"
center.name = "センター"
center.note = "ちかくです。"
[route]
own.name = "じぶん"
own.window = "まど"
own.mail = "てがみ"
own.say = "おねがいします。"
unknown.name = "わからない"
unknown.window = "まど"
unknown.mail = "てがみ"
unknown.say = "おねがいします。"
[explain.two_flags]
title = "ふたつ"
lead = "ちがいます。"
row.myna.label = "カード"
row.myna.self_info = "つかえません。"
row.myna.non_disclosure = "つかえます。"
what.title = "なに"
what.body = "しるしです。"
until_2025.title = "まえ"
until_2025.body = "まえのはなし。"
[timeline.old_card]
name = "ふるいカード"
usable = "つかえます。"
ended = "おわりました。"
[checklist.delivery]
title = "とどけかた"
lead = "たしかめます。"
item.address = "きっとここ。"
[helpline.police_110]
name = "けいさつ"
hours = "いつでも"
cost = "ただ"
for = "きけんなとき"
[ui.home]
hello = "こんにちは"
`
	baseLeaflets = `[practice.first]
title = "れんしゅう"
story = "おはなし。"
learn = "まなび。"
[changes.second]
title = "ふたつめ"
body = "かわりました。"
[changes.first]
title = "ひとつめ"
body = "かわりました。"
[local]
window.label = "まど"
auto.label = "じどう"
auto.both = "つきます。"
auto.separate = "つきません。"
extra.label = "しらせ"
[glossary]
mark = "めじるし"
[leaflet]
practice = "れんしゅう"
[leaflet.box]
desk = "まど"
person = "ひと"
phone = "でんわ"
day = "ひ"
note = "メモ"
insurer = "保険"
city = "まち"
[leaflet.foot]
version = "はん {{.version}}"
reviewed = "たしかめた {{.day}}"
page = "{{.page}}/{{.pages}}"
late = "すぎました。"
reference = "さんこうです。"
[leaflet.link]
text = "ページ"
[leaflet.paper]
title = "かみ"
lead = "このかみのことです。"
what.title = "なに"
what.body = """
しるしは、めじるしです。
- しるし"""
order.body = """
- ひとつ
- ふたつ"""
flags.card.label = "カード"
flags.card.self_info = "つかえません。"
flags.card.non_disclosure = "つかえます。"
[leaflet.neutral_card]
title = "でんわ"
calls.police_110 = "いそぐとき"
[leaflet.staff]
title = "ひょう"
what.body = "たしかめます。"
[page]
title = "ページ"
lead = "あんないです。"
exit = "てんき"
exit_note = "のこります。"
language = "ことば"
paper.title = "とどかないとき"
paper.body = "ききます。"
expiry.title = "きれたとき"
expiry.body = "ききます。"
visit.title = "いくまえ"
visit.body = "ききます。"
calls.title = "でんわ"
calls.body = "ききます。"
line.dv_plus = "でんわ"
line.yorisoi = "でんわ"
line.dv_navi = "でんわ"
line.mynumber = "でんわ"
`
	baseLeafletsKo = `[glossary]
mark = "표"
[leaflet.paper]
title = "종이"
what.body = """
{mark}는 표입니다.
- {mark}"""
`
)
