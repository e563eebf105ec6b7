//go:build prove

package e2e

import (
	"slices"
	"testing"
)

// Every option that any question offers is chosen once, every topic among them; none is on disk afterwards, the browser
// closed or killed.
func TestProveTraceEveryOption(t *testing.T) {
	d := newTablet(t)
	for _, leaving := range []struct {
		name  string
		leave func()
	}{{"closed", d.closes}, {"killed", d.dies}} {
		p := d.opens()
		p.visit(d.a)
		o := &options{chosen: map[string]bool{}}
		topics := p.asked().options
		slices.Reverse(topics) // the one that asks everything stands first, and the last way is gone first
		for _, topic := range topics {
			o.ways = append(o.ways, way{topic: topic, to: topic})
		}
		consultations := 0
		for len(o.ways) > 0 {
			next := o.ways[len(o.ways)-1]
			o.ways = o.ways[:len(o.ways)-1]
			if o.chosen[next.to] {
				continue
			}
			consultations++
			p.begin(next.topic)
			o.walk(p, next)
			p.press(appTitle)
			p.end()
		}
		leaving.leave()
		d.findsNothing(leaving.name)
		t.Logf("%s: %d options chosen in %d consultations, %d words looked for", leaving.name, len(o.chosen), consultations, len(d.words))
		d.reopens()
	}
}

// options are those that were chosen, each with its question, and the ways to those that were offered beside them.
type options struct {
	chosen map[string]bool
	ways   []way
}

// way leads to an option: the topic, and the answers up to it.
type way struct {
	topic   string
	answers []string
	to      string
}

// walk goes the way, and on to the end with the first option of each question that was never chosen.
func (o *options) walk(p *tab, w way) {
	p.t.Helper()
	o.chosen[w.topic] = true
	var taken []string
	for range 60 {
		q := p.asked()
		if q.heading == resultHeading || len(q.options) == 0 {
			return
		}
		option := ""
		if len(taken) < len(w.answers) {
			option = w.answers[len(taken)]
		}
		for _, offered := range q.options {
			name := q.heading + " " + offered
			switch {
			case o.chosen[name]:
			case option == "":
				option = offered
			case offered != option:
				o.ways = append(o.ways, way{w.topic, append(slices.Clone(taken), offered), name})
			}
		}
		if option == "" {
			option = q.options[0]
		}
		o.chosen[q.heading+" "+option] = true
		taken = append(taken, option)
		p.choose(q, option)
		p.press("次へ")
		p.leaves(q.heading)
	}
	p.t.Fatal("the questions do not end")
}

// No screen of the app, in any of its states, has a field that a browser remembers, or a title that tells.
func TestProveTraceNoFieldIsRemembered(t *testing.T) {
	p := open(t, shared, 820, 1180)
	states := 0
	p.tour(func(state string) {
		states++
		p.remembersNoField(state)
	})
	t.Logf("%d states", states)
}

// The page for her own phone, in every language.
func TestProveTraceHerPhone(t *testing.T) {
	texts := phoneKeepsNothing(t, append([]string{"ja"}, tags...))
	t.Logf("%d texts in %d languages looked for on disk, three ways to leave", len(texts), len(tags)+1)
}
