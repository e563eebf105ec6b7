//go:build prove

package e2e

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Every option of every question that can be asked is chosen once, every topic among them; none is on disk afterwards,
// the browser closed or killed.
func TestProveTraceEveryOption(t *testing.T) {
	d := newTablet(t)
	chosen, offered := map[string]bool{}, map[string]bool{}
	random := rand.New(rand.NewPCG(1, 2))
	for _, way := range []struct {
		name  string
		leave func()
	}{{"closed", d.closes}, {"killed", d.dies}} {
		clear(chosen)
		p := d.opens()
		p.visit(d.a)
		topics := p.asked().options
		consultations := 0
		for idle := 0; idle < 6; consultations++ {
			before := len(chosen)
			topic := everything
			if consultations < len(topics) {
				topic = topics[consultations]
			}
			chosen[topic], offered[topic] = true, true
			p.begin(topic)
			p.choosesAnew(chosen, offered, random)
			p.press(appTitle)
			p.end()
			if len(chosen) == before {
				idle++
			} else {
				idle = 0
			}
		}
		way.leave()
		d.findsNothing(way.name)
		t.Logf("%s: %d consultations, %d of %d options offered were chosen, %d words looked for", way.name, consultations, len(chosen), len(offered), len(d.words))
		if len(chosen) < len(offered) {
			t.Errorf("%s: options never chosen: %d", way.name, len(offered)-len(chosen))
		}
		d.reopens()
	}
}

// choosesAnew answers to the end with options that were never chosen before, where there are any.
func (p *tab) choosesAnew(chosen, offered map[string]bool, random *rand.Rand) {
	p.t.Helper()
	for range 60 {
		q := p.asked()
		if q.heading == resultHeading || len(q.options) == 0 {
			return
		}
		key := func(option string) string { return q.heading + " " + option }
		for _, option := range q.options {
			offered[key(option)] = true
		}
		i := slices.IndexFunc(q.options, func(option string) bool { return !chosen[key(option)] })
		if i < 0 {
			i = random.IntN(len(q.options))
		}
		chosen[key(q.options[i])] = true
		p.choose(q, q.options[i])
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
