import { useEffect, useRef } from 'preact/hooks';

const HOLD_KEYS = new Set(['Enter', ' ']);

/** Handlers for a control that acts only when it is held, by finger, mouse or keyboard. A short press does nothing. */
export function useHold(onHeld: () => void, milliseconds: number) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  const start = () => {
    stop();
    timer.current = setTimeout(onHeld, milliseconds);
  };
  useEffect(() => stop, []);
  return {
    onPointerDown: start,
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    onBlur: stop,
    onContextMenu: (e: Event) => e.preventDefault(),
    onKeyDown: (e: KeyboardEvent) => {
      if (!HOLD_KEYS.has(e.key)) return;
      e.preventDefault();
      if (!e.repeat) start();
    },
    onKeyUp: stop,
  };
}
