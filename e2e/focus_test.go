package e2e

import (
	"strings"
	"testing"
)

// focusFault says what is wrong with what has the focus: no ring, out of sight, or under a bar that stays in place.
// An element too tall for the window only must not be wholly hidden.
const focusFault = `(() => {
	const one = document.activeElement;
	if (!one || one === document.body) return '';
	const name = one.tagName + ' «' + (one.getAttribute('aria-label') || one.labels?.[0]?.textContent || one.textContent).trim().slice(0, 40) + '»';
	const shown = [one, ...(one.labels ?? [])].map(e => e.getBoundingClientRect()).filter(r => r.width > 0);
	if (shown.length === 0) return name + ' has no box';
	const box = { top: Math.min(...shown.map(r => r.top)), bottom: Math.max(...shown.map(r => r.bottom)),
		left: Math.min(...shown.map(r => r.left)), right: Math.max(...shown.map(r => r.right)) };
	let ring = false;
	for (let e = one, i = 0; e && i < 3; e = e.parentElement, i++) {
		const style = getComputedStyle(e);
		if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) ring = true;
	}
	const faults = [];
	if (!ring && !/^H[12]$/.test(one.tagName)) faults.push('has no ring');
	const tall = box.bottom - box.top > innerHeight / 2;
	if (tall ? box.bottom < 1 || box.top > innerHeight - 1 : box.top < -1 || box.bottom > innerHeight + 1) faults.push('is out of sight: ' + box.top + ' to ' + box.bottom);
	const modal = one.closest('dialog');
	for (const bar of modal ? [] : document.querySelectorAll('*')) {
		const { position } = getComputedStyle(bar);
		if (position !== 'sticky' && position !== 'fixed' || bar.contains(one) || !bar.checkVisibility({ visibilityProperty: true })) continue;
		const r = bar.getBoundingClientRect();
		const over = Math.min(box.bottom, r.bottom) - Math.max(box.top, r.top);
		const beside = Math.min(box.right, r.right) - Math.max(box.left, r.left);
		// Another bar may lie over this one, with what has the focus in it.
		const at = document.elementFromPoint((Math.max(box.left, r.left) + Math.min(box.right, r.right)) / 2, (Math.max(box.top, r.top) + Math.min(box.bottom, r.bottom)) / 2);
		if (!bar.contains(at)) continue;
		if (beside > 1 && over > (tall ? box.bottom - box.top - 1 : 1)) faults.push('is under ' + bar.tagName + '.' + bar.className + ' by ' + over + ' px');
	}
	return faults.length ? name + ' ' + faults.join(', ') : '';
})()`

// seesFocus reports what is wrong with what has the focus.
func (p *tab) seesFocus() {
	p.t.Helper()
	if fault := p.evaluate(focusFault); fault != "" {
		p.t.Errorf("focus: %s", fault)
	}
}

// Tab goes through every control of every screen, each seen while it has the focus, and comes round again.
func TestFocusIsSeenOnEveryScreen(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 360, 640)
	stops := 0
	p.tour(func(state string) {
		if strings.HasPrefix(state, printed) {
			return
		}
		must(t, p.painted()) // the heading takes the focus after that
		p.evaluate("globalThis.stops = new WeakSet(); globalThis.last = null")
		for range 600 {
			p.keys("Tab")
			switch at := p.evaluate(focusStop).(string); at {
			case "again":
				return
			case "":
			default:
				t.Errorf("%s: %s", state, at)
			}
			stops++
		}
		t.Errorf("%s: Tab does not come round", state)
	})
	t.Logf("%d stops", stops)
}

// focusStop marks where the focus is; "again" when it was there before. A field of a date has several stops, and draws
// the ring of those inside itself.
const focusStop = `(() => {
	const one = document.activeElement;
	if (one && one === last && one.type === 'date') return '';
	last = one;
	if (one && one !== document.body && stops.has(one)) return 'again';
	if (one) stops.add(one);
	return ` + focusFault + `;
})()`
