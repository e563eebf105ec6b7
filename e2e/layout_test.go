package e2e

import (
	"strings"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// clipped lists text that is cut off: beyond the page, or beyond a box that hides what overflows. What is cut
// away on purpose, for a screen reader only or until it has the focus, is no loss.
const clipped = `(() => {
	const faults = [], width = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth > width) faults.push('the page is ' + document.documentElement.scrollWidth + ' px wide');
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
	for (let text = texts.nextNode(); text; text = texts.nextNode()) {
		const parent = text.parentElement;
		if (!text.data.trim() || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
		const boxes = [];
		for (let box = parent; box !== document.body; box = box.parentElement) boxes.push([box, getComputedStyle(box)]);
		if (boxes.some(([, { clipPath }]) => clipPath !== 'none')) continue;
		range.selectNodeContents(text);
		const lines = [...range.getClientRects()].filter(r => r.width > 1 && r.height > 1);
		const name = '«' + text.data.trim().slice(0, 30) + '» ';
		if (lines.some(r => r.right > width + 1 || r.left < -1)) faults.push(name + 'leaves the page');
		for (const [box, style] of boxes) {
			const r = box.getBoundingClientRect();
			const beside = lines.some(l => l.right > r.right + 1 || l.left < r.left - 1);
			const below = lines.some(l => l.bottom > r.bottom + 1 || l.top < r.top - 1);
			if (beside && style.overflowX !== 'visible') faults.push(name + 'leaves ' + box.tagName + '.' + box.className + ' at the side');
			if (below && /hidden|clip/.test(style.overflowY)) faults.push(name + 'leaves ' + box.tagName + '.' + box.className + ' above or below');
		}
	}
	return [...new Set(faults)];
})()`

// small lists controls that do not answer a finger 44 px wide around their middle; links in text, 24 px.
const small = `(() => {
	const faults = [], modal = document.querySelector('dialog[open]');
	for (const one of (modal ?? document).querySelectorAll('a[href], button, summary, input, select')) {
		if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('[inert]') || getComputedStyle(one).clipPath !== 'none') continue;
		const label = one.labels?.[0], reach = one.tagName === 'A' && !one.href.startsWith('tel:') ? 23 : 43;
		const large = target => {
			target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
			const r = target.getClientRects()[0], x = (r.left + r.right) / 2, y = (r.top + r.bottom) / 2;
			const hits = (dx, dy) => {
				const at = document.elementFromPoint(x + dx, y + dy);
				return at && (one.contains(at) || label?.contains(at));
			};
			const span = (dx, dy) => {
				let n = 0;
				while (n < reach && hits(dx * (n + 0.5), dy * (n + 0.5))) n += 0.5;
				return n;
			};
			return span(1, 0) + span(-1, 0) >= reach && span(0, 1) + span(0, -1) >= reach;
		};
		// A finger on the label does the same as one on the box.
		if (!large(one) && !(label && large(label))) faults.push(one.tagName + ' «' + (one.getAttribute('aria-label') || label?.textContent || one.textContent).trim().slice(0, 30) + '» is small');
	}
	scrollTo(0, 0);
	return [...new Set(faults)];
})()`

// moving lists animations; none may run where motion is unwanted.
const moving = `document.getAnimations().filter(a => a.playState === 'running' && a.effect?.getComputedTiming().duration > 1).map(a => 'moves: ' + (a.animationName || a.transitionProperty))`

// report runs a check of the page and reports what it lists.
func (p *tab) report(state, check string) {
	p.t.Helper()
	for _, fault := range p.evaluate(check).([]any) {
		p.t.Errorf("%s: %s", state, fault)
	}
}

// At 320 px, a phone or 400 % zoom, everything is there without scrolling sideways, large enough for a finger, and still.
func TestEveryScreenFitsTheSmallestWindow(t *testing.T) {
	t.Parallel()
	still := playwright.BrowserNewContextOptions{ReducedMotion: playwright.ReducedMotionReduce, Viewport: &playwright.Size{Width: 320, Height: 640}}
	p := openWith(t, shared, still, nil)
	p.ready()
	p.tour(func(state string) {
		if strings.HasPrefix(state, printed) {
			return
		}
		p.report(state, clipped)
		p.report(state, small)
		p.report(state, moving)
		p.sweep(state)
	})
}

// With text twice as large nothing is cut.
func TestEveryScreenHoldsLargeText(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 1180, 820)
	p.press("表示")
	p.tick("radio", "200%")
	p.press("閉じる")
	p.tour(func(state string) {
		if strings.HasPrefix(state, printed) {
			return
		}
		for _, size := range screens {
			must(t, p.SetViewportSize(size.Width, size.Height))
			p.report(state+", text 200 %", clipped)
		}
	})
}

// Readings over every word make lines higher and names longer; nothing is cut either.
func TestTheMainScreensHoldFurigana(t *testing.T) {
	t.Parallel()
	p := open(t, shared, 320, 640)
	p.large()
	p.report("home with furigana, 200 %", clipped)
	first := p.GetByRole("checkbox").First()
	must(t, first.Check(playwright.LocatorCheckOptions{Force: playwright.Bool(true)}))
	must(t, first.Press("Enter"))
	must(t, p.GetByRole("radio").First().WaitFor())
	p.report("question with furigana, 200 %", clipped)
}

// faint lists pictures with no line or surface that stands out from the page where colours are forced.
const faint = `(() => {` + colours + `
	return [...document.querySelectorAll('svg')].filter(one => one.checkVisibility({ visibilityProperty: true }) && clearest(one) < 3)
		.map(one => 'faint: ' + one.getAttribute('class') + ' in ' + one.parentElement.textContent.trim().slice(0, 20));
})()`

// Forced colours, light and dark: every picture is still to be seen, the focus too.
func TestForcedColoursLoseNothing(t *testing.T) {
	t.Parallel()
	for _, scheme := range []*playwright.ColorScheme{playwright.ColorSchemeLight, playwright.ColorSchemeDark} {
		p := openWith(t, shared, playwright.BrowserNewContextOptions{ForcedColors: playwright.ForcedColorsActive, ColorScheme: scheme, ReducedMotion: playwright.ReducedMotionReduce}, nil)
		p.ready()
		if p.evaluate("matchMedia('(forced-colors: active)').matches") != true {
			t.Fatal("colours are not forced")
		}
		p.tourHome(func(state string) { p.report(state, faint); p.keys("Tab"); p.seesFocus() })
		p.tourPages(func(state string) {
			if !strings.HasPrefix(state, printed) {
				p.report(state, faint)
			}
		})
		p.full(nil)
		p.unfold()
		p.report("result", faint)
	}
}
