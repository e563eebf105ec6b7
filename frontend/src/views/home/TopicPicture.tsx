/** One small line picture a topic. `line` takes the colour of the text, `fill` a pale one. */
const PICTURES: Record<string, { line: string; fill: string }> = {
  // a clipboard with ticks
  full: {
    fill: 'M11 9h26v32H11z',
    line: 'M11 9h26v32H11zM18 5h12v8H18zM16 21l3 3 5-5M16 32l3 3 5-5M28 23h5M28 34h5',
  },
  // a flag
  flags: { fill: 'M13 8h24l-6 8 6 8H13z', line: 'M13 43V6M13 8h24l-6 8 6 8H13M8 43h10' },
  // a letter with a card in it
  certificate: {
    fill: 'M6 20l18 12 18-12v22H6z',
    line: 'M6 20v22h36V20M6 20l18 12 18-12M12 23V7h24v16M18 13h12M18 19h7',
  },
  // a card and a phone
  card: {
    fill: 'M4 12h26v18H4z',
    line: 'M25 30H4V12h26v6M9 18h7v7H9zM20 18h5M20 23h2M27 18h15v25H27zM32 38h5',
  },
  // a clinic
  visit: { fill: 'M9 18h30v24H9z', line: 'M9 42V18L24 7l15 11v24zM24 18v10M19 23h10M19 42v-8h10v8' },
  // two cards, one following the other
  change: {
    fill: 'M4 8h22v15H4z',
    line: 'M4 8h22v15H4zM9 14h8M22 28h22v15H22zM27 34h8M32 13h7v9M35 18l4 5 4-5M12 28v9h5',
  },
  // a cake with a candle
  age75: {
    fill: 'M7 26h34v16H7z',
    line: 'M7 26h34v16H7zM7 33c4 4 7 4 11 0 4 4 8 4 12 0 4 4 7 4 11 0M24 26V15M24 6c3 3 3 6 0 7-3-1-3-4 0-7z',
  },
  // an open lock
  release: { fill: 'M9 22h30v20H9z', line: 'M9 22h30v20H9zM16 22v-7a8 8 0 0 1 15.5-3M24 29v6' },
};

/** The picture of a topic. Its words stand beside it. */
export function TopicPicture({ id }: { id: string }) {
  const picture = PICTURES[id];
  if (!picture) return null;
  return (
    <svg class="topic__picture" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path class="topic__fill" d={picture.fill} />
      <path class="topic__line" d={picture.line} />
    </svg>
  );
}
