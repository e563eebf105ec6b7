import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const MM = 96 / 25.4;

/** Keeps the style value --scale of an element so that a paper of some width, in millimetres, fits into it. */
export function useScale(ref: RefObject<HTMLElement | null>, width: number): void {
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const adapt = () => element.style.setProperty('--scale', String(Math.min(1, element.clientWidth / (width * MM))));
    adapt();
    const observer = new ResizeObserver(adapt);
    observer.observe(element);
    return () => observer.disconnect();
  }, [width]);
}
