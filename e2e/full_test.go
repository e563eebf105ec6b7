package e2e

import (
	"slices"

	"github.com/playwright-community/playwright-go"
)

// The topic that asks everything.
const everything = "ひととおり確認する"

// worst are the answers that leave the most to do. A question with none of these options takes its first one.
var worst = []string{
	"今は大丈夫", "安全な方法がない", "相手の勤め先の保険の扶養", "わからない", "相手のところにある", "どちらかに当てはまる", "いる",
	"資格確認書(期限内)", "3か月以内に切れる", "世帯主の相手あてに届く", "移していない", "相手の扶養から抜ける",
}

// question is what stands on the screen of a question.
type question struct {
	heading string
	many    bool
	options []string
}

// asked reads the question on screen.
func (p *tab) asked() question {
	p.t.Helper()
	heading, err := p.GetByRole("heading", playwright.PageGetByRoleOptions{Level: playwright.Int(1)}).TextContent()
	must(p.t, err)
	many := p.GetByRole("main").GetByRole("checkbox")
	q := question{heading: heading, many: p.count(many) > 0}
	options := many
	if !q.many {
		options = p.GetByRole("main").GetByRole("radio")
	}
	labels, err := options.EvaluateAll("all => all.map(one => one.labels[0]?.textContent ?? '')")
	must(p.t, err)
	for _, label := range labels.([]any) {
		q.options = append(q.options, label.(string))
	}
	return q
}

// choice is the first of the preferred answers that the question offers.
func (q question) choice(preferred []string) string {
	for _, option := range preferred {
		if slices.Contains(q.options, option) {
			return option
		}
	}
	return q.options[0]
}

// choose ticks an option of the question on screen.
func (p *tab) choose(q question, option string) {
	p.t.Helper()
	if q.many {
		p.tick("checkbox", option)
	} else {
		p.tick("radio", option)
	}
}

// full walks the consultation about everything from home to its result; look sees each question before it is answered.
func (p *tab) full(look func(question)) {
	p.t.Helper()
	p.begin(everything)
	p.walk(worst, look)
}

// walk answers from the question on screen to the result.
func (p *tab) walk(preferred []string, look func(question)) {
	p.t.Helper()
	for range 40 {
		q := p.asked()
		if q.heading == resultHeading {
			return
		}
		if look != nil {
			look(q)
		}
		p.choose(q, q.choice(preferred))
		p.press("次へ")
		p.leaves(q.heading)
	}
	p.t.Fatal("the questions do not end")
}
