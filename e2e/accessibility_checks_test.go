package e2e

// What axe-core does not look at, as checks of the page that list faults. Each begins with the criterion of WCAG 2.2.

// spaced lists text that is cut off with the distances a reader may set for herself.
const spaced = `(() => {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
	document.adoptedStyleSheets.push(sheet);
	try {
		return ` + clipped + `.map(fault => '1.4.12: ' + fault);
	} finally {
		document.adoptedStyleSheets.pop();
	}
})()`

// colours are what the checks of contrast compute with.
const colours = `
	const channels = colour => (colour.match(/[\d.]+/g) ?? []).map(Number);
	const luminance = ([r, g, b]) => {
		const [x, y, z] = [r, g, b].map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
		return 0.2126 * x + 0.7152 * y + 0.0722 * z;
	};
	const seen = colour => { const [, , , a = 1] = channels(colour); return a >= 0.9; };
	const contrast = (a, b) => {
		const [x, y] = [luminance(channels(a)), luminance(channels(b))];
		return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
	};
	const ground = one => {
		for (let e = one; e; e = e.parentElement) {
			const { backgroundColor } = getComputedStyle(e);
			if (seen(backgroundColor)) return backgroundColor;
		}
		return getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)';
	};
	// How far the clearest line or surface of a picture stands out from what is behind it.
	const clearest = picture => {
		const back = ground(picture);
		return Math.max(...[...picture.querySelectorAll('path, rect, circle, line')].flatMap(shape => ['fill', 'stroke'].map(key => {
			const paint = getComputedStyle(shape)[key];
			return paint.startsWith('rgb') && seen(paint) ? contrast(paint, back) : 1;
		})));
	};
`

// unbounded lists fields whose edge, and pictures whose shape, cannot be told from what is around them. The browser draws
// its own boxes and buttons where a sheet leaves them alone.
const unbounded = `(() => {` + colours + `
	const faults = [];
	const shown = one => one.checkVisibility({ visibilityProperty: true }) && getComputedStyle(one).clipPath === 'none';
	for (const field of document.querySelectorAll('input:not([type=radio], [type=checkbox], [type=hidden], [type=file]), select, textarea')) {
		if (!shown(field) || field.disabled) continue;
		// A list may be drawn by the label around it.
		const best = Math.max(...[field, field.closest('label')].filter(Boolean).map(drawn => {
			const style = getComputedStyle(drawn), around = ground(drawn.parentElement);
			const edge = parseFloat(style.borderBlockEndWidth) > 0 && seen(style.borderBlockEndColor) ? contrast(style.borderBlockEndColor, around) : 1;
			return Math.max(edge, seen(style.backgroundColor) ? contrast(style.backgroundColor, around) : 1);
		}));
		if (best < 3) faults.push('1.4.11: the edge of ' + field.tagName + '.' + field.className + ' has ' + best.toFixed(2));
	}
	for (const picture of document.querySelectorAll('svg')) {
		if (!shown(picture)) continue;
		const best = clearest(picture);
		if (best < 3 && !picture.closest('[disabled]')) faults.push('1.4.11: a picture in ' + picture.parentElement.className + ' has ' + best.toFixed(2));
	}
	return [...new Set(faults)];
})()`

// untold lists words whose language is not the one the page says they are in, as far as letters tell it.
const untold = `(() => {
	const letters = [['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u], ['ko', /\p{Script=Hangul}/u], ['th', /\p{Script=Thai}/u], ['ne', /\p{Script=Devanagari}/u]];
	const faults = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let text = texts.nextNode(); text; text = texts.nextNode()) {
		const at = text.parentElement;
		if (!at || at.closest('style, script, noscript, pre, code') || !at.checkVisibility({ visibilityProperty: true })) continue;
		const said = at.closest('[lang]')?.lang ?? '', words = text.data.trim();
		if (!said) faults.push('3.1.1: no language for ' + words);
		for (const [lang, script] of letters) {
			if (script.test(words) && said.split('-')[0] !== lang) faults.push('3.1.2: «' + words.slice(0, 30) + '» is said to be ' + said);
		}
		if (/\p{Script=Han}/u.test(words) && !/^(ja|zh)/.test(said)) faults.push('3.1.2: «' + words.slice(0, 30) + '» is said to be ' + said);
		if (/[a-z]{4,}( [a-z]{2,}){2,}/.test(words) && said === 'ja' && !words.includes('http')) faults.push('3.1.2: «' + words.slice(0, 30) + '» is said to be ' + said);
	}
	return [...new Set(faults)];
})()`

// unsound lists what no screen may have: words that show only under a pointer, an ID given twice, a label that points
// nowhere, and a window that holds the page in one direction.
const unsound = `(() => {
	const faults = [...document.querySelectorAll('[title]:not(iframe)')].map(one => '1.4.13: only a pointer is told ' + one.title);
	const ids = [...document.querySelectorAll('[id]')].map(one => one.id);
	faults.push(...ids.filter((id, i) => ids.indexOf(id) !== i).map(id => '4.1.1: two elements are ' + id));
	for (const name of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'headers']) {
		for (const one of document.querySelectorAll('[' + name + ']')) {
			faults.push(...one.getAttribute(name).split(/\s+/).filter(id => !ids.includes(id)).map(id => '4.1.1: ' + name + ' points to ' + id + ', which is not there'));
		}
	}
	faults.push(...[...document.querySelectorAll('[accesskey]')].map(one => '2.1.4: a key of its own, ' + one.accessKey));
	faults.push(...[...document.querySelectorAll('[autofocus]')].filter(one => one.getAttribute('role') !== 'alert').map(() => '3.2.1: something takes the focus'));
	return [...new Set(faults)];
})()`
