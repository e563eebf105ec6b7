// A page that is left keeps nothing: the browser may freeze it whole and show it again on Back.

/**
 * Calls `wipe` whenever the page is left, before the browser can freeze it, and `restore` if it comes back from there.
 * Both must work at once: `wipe` empties memory and DOM, `restore` renders anew. Gives the way to stop.
 */
export function onLeave(wipe: () => void, restore: () => void, target: EventTarget = window): () => void {
  const hide = () => wipe();
  const show = (event: Event) => {
    if (!(event as PageTransitionEvent).persisted) return;
    wipe(); // in case the browser froze the page without a word
    restore();
  };
  target.addEventListener('pagehide', hide);
  target.addEventListener('pageshow', show);
  return () => {
    target.removeEventListener('pagehide', hide);
    target.removeEventListener('pageshow', show);
  };
}
