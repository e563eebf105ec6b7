import { useEffect, useRef } from 'preact/hooks';

const HOLD_KEYS = new Set(['Enter', ' ']);

/**
 * Swallows the keys of a hold until they are let go: a held key repeats, and would press whatever has the focus next.
 */
function swallowUntilReleased(): void {
  const swallow = (e: KeyboardEvent) => {
    if (!HOLD_KEYS.has(e.key)) return;
    e.preventDefault();
    e.stopPropagation();
    if (e.type !== 'keyup') return;
    window.removeEventListener('keydown', swallow, true);
    window.removeEventListener('keyup', swallow, true);
  };
  window.addEventListener('keydown', swallow, true);
  window.addEventListener('keyup', swallow, true);
}

/** Handlers for a control that acts only when it is held, by finger, mouse or keyboard. A short press does nothing. */
export function useHold(onHeld: () => void, milliseconds: number) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  const start = (byKey: boolean) => {
    stop();
    timer.current = setTimeout(() => {
      if (byKey) swallowUntilReleased();
      onHeld();
    }, milliseconds);
  };
  useEffect(() => stop, []);
  return {
    onPointerDown: () => start(false),
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    onBlur: stop,
    onContextMenu: (e: Event) => e.preventDefault(),
    onKeyDown: (e: KeyboardEvent) => {
      if (!HOLD_KEYS.has(e.key)) return;
      e.preventDefault();
      if (!e.repeat) start(true);
    },
    onKeyUp: stop,
  };
}
