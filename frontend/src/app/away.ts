// The list of open apps shows a picture of each, also of one that is only out of view for a moment.

/** Marks the page while it is out of view; on screen nothing of a marked page is painted, on paper everything is. */
export function followAway(target: Document = document): () => void {
  const follow = () => target.documentElement.toggleAttribute('data-away', target.visibilityState === 'hidden');
  target.addEventListener('visibilitychange', follow);
  return () => target.removeEventListener('visibilitychange', follow);
}
