/** The line pictures of controls: one 24-unit square each, drawn with the colour of the text beside them. */
const PATHS = {
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  check: 'M5 12.5l5 5L19.5 7',
  hide: 'M4 4h16v12H4zM9 20h6M12 16v4M4 4l16 12',
  text: 'M3 19l5.5-14L14 19M5 14h7M14.5 19l3.2-8 3.3 8M15.6 16.5h4.2',
  turn: 'M20 5v5h-5M4 19v-5h5M19.5 10A8 8 0 0 0 6 6.6M4.5 14A8 8 0 0 0 18 17.4',
  show: 'M3 5h18v11H3zM8 20h8M12 16v4M8.5 10.5l2.5 2.5 4.5-5',
  find: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
  copy: 'M9 9h11v12H9zM5 15H4V3h11v2',
  phone: 'M6.5 3.5l3 5-2 2c1 2.4 3 4.5 5.5 5.5l2-2 5 3c0 2-1.5 3.5-3.5 3.5C10 20.5 3.5 14 3.5 7c0-2 1-3.5 3-3.5z',
  warn: 'M12 3.5L22 20.5H2zM12 10v5M12 17.3v.4',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v6M12 7.3v.4',
  globe:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 2.6 4.2 5.6 4.2 9S15 18.4 12 21c-3-2.6-4.2-5.6-4.2-9S9 5.6 12 3z',
  sound: 'M4 9.5h3.5L12 5.5v13L7.5 14.5H4zM15 9a4 4 0 0 1 0 6M17.5 6.5a8 8 0 0 1 0 11',
  stop: 'M6 6h12v12H6z',
  speak: 'M4 4h16v11H11l-5 5v-5H4zM8 8.5h8M8 11.5h5',
  list: 'M9 6h12M9 12h12M9 18h12M3 6l1 1 2-2M3 12l1 1 2-2M3 18l1 1 2-2',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8 3v5M16 3v5',
  card: 'M3 6h18v12H3zM6 10h5v4H6zM14 10h4M14 14h3',
  mobile: 'M7 2.5h10v19H7zM10.5 5h3M10.5 18.5h3',
  clinic: 'M4 21V9l8-6 8 6v12zM12 9v6M9 12h6M10 21v-3h4v3',
  letter: 'M3 6h18v13H3zM3 6l9 7 9-7',
  unlock: 'M5 11h14v10H5zM8 11V7a4 4 0 0 1 7.8-1.3M12 15v2.5',
} as const;

/** The name of a control's picture. */
export type IconName = keyof typeof PATHS;

/** A control's picture. Always beside words, so it says nothing to a screen reader. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
