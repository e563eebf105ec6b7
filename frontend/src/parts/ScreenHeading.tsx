import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** A lower window, as at 400 % zoom, may begin above the heading. */
const LOW = 416;

/**
 * The one heading of a screen. It takes the focus when the screen opens, so that a keyboard or a screen reader starts there.
 * `of` names what the screen shows: a new name takes the focus again.
 */
export function ScreenHeading({
  children,
  of,
  focus = true,
}: {
  children: ComponentChildren;
  of: string;
  focus?: boolean;
}) {
  const ref = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (focus) window.scrollTo(0, 0);
  }, [of]);
  // After the paint: the question stands sooner, and a screen reader loses nothing.
  useEffect(() => {
    if (focus) ref.current?.focus({ preventScroll: window.innerHeight > LOW });
  }, [of]);
  return (
    <h1 ref={ref} tabIndex={-1} class="screen__heading">
      {children}
    </h1>
  );
}
