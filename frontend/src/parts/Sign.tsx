import type { Mark, Urgency } from '../engine/bundle.gen';

/** Shapes that differ without colour, on screen and on monochrome paper. */
const SHAPES: Record<Mark | Urgency, string> = {
  yes: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z',
  no: 'M6 6l12 12M18 6L6 18',
  partial: 'M12 5l8 14H4z',
  arrives: 'M3 12h15M13 6.5l5.5 5.5-5.5 5.5',
  ordinary: 'M4 9h16M4 15h16',
  info: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 11v5M12 7.8v.4',
  now: 'M12 4l9.5 16h-19z',
  today: 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14z',
  soon: 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14z',
};

/** The shape of a mark or of an urgency. Words stand beside it, so it is silent. */
export function Sign({ of }: { of: Mark | Urgency }) {
  return (
    <svg class="sign" data-of={of} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={SHAPES[of]} />
    </svg>
  );
}
