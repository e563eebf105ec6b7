// @vitest-environment node
// No leaflet may need a character that its bundled font lacks: paper cannot show what the device makes of it.
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
// @ts-expect-error: a script without types
import { ALWAYS, charactersOf, FONTS } from '../../scripts/font-characters.mjs';

/** The tables of a WOFF2 file by number, as far as they are needed: cmap is never transformed. */
const CMAP = 0;
const [GLYF, LOCA] = [10, 11];
const CUSTOM = 63;

/** Reads numbers of seven bits a byte. */
function base128(data: Buffer, at: number): [value: number, next: number] {
  let value = 0;
  for (;;) {
    const byte = data.readUInt8(at++);
    value = value * 128 + (byte & 127);
    if (byte < 128) return [value, at];
  }
}

/** The cmap table of a WOFF2 file. */
function cmapOf(data: Buffer): Buffer {
  const tables = data.readUInt16BE(12);
  let at = 48;
  let start = 0;
  let found: [number, number] | undefined;
  for (let i = 0; i < tables; i++) {
    const flags = data.readUInt8(at++);
    const tag = flags & 63;
    if (tag === CUSTOM) at += 4;
    let length: number;
    [length, at] = base128(data, at);
    const version = flags >> 6;
    const transformed = tag === GLYF || tag === LOCA ? version === 0 : version !== 0;
    if (transformed) [length, at] = base128(data, at);
    if (tag === CMAP) found = [start, length];
    start += length;
  }
  if (!found) throw new Error('no cmap');
  return brotliDecompressSync(data.subarray(at)).subarray(found[0], found[0] + found[1]);
}

/** The characters a cmap table has glyphs for. */
function characters(cmap: Buffer): Set<number> {
  const all = new Set<number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 12) {
      for (let g = 0; g < table.readUInt32BE(12); g++) {
        const [first, last] = [table.readUInt32BE(16 + g * 12), table.readUInt32BE(20 + g * 12)];
        for (let c = first; c <= last; c++) all.add(c);
      }
    } else if (format === 4) {
      const n = table.readUInt16BE(6);
      for (let s = 0; s < n; s += 2) {
        const [last, first] = [table.readUInt16BE(14 + s), table.readUInt16BE(16 + n + s)];
        for (let c = first; c <= last && c < 0xffff; c++) all.add(c);
      }
    }
  }
  return all;
}

const covered = (name: string, weight: string) =>
  characters(cmapOf(readFileSync(new URL(`./fonts/${name}-${weight.toLowerCase()}.woff2`, import.meta.url))));

interface Font {
  tags: string[];
}
const fonts = Object.entries(FONTS as Record<string, Font>);

it('paper.txt lists what the plain Japanese font has, and nothing else', () => {
  const listed = readFileSync(new URL('../../../assets/content/paper.txt', import.meta.url), 'utf8').replaceAll(
    '\n',
    '',
  );
  const has = covered('japanese', 'Regular');
  const seen = [...has].map((code) => String.fromCodePoint(code)).filter((one) => one.trim() !== '');
  expect([...listed].sort(), 'cut the fonts anew: npm run fonts').toEqual(seen.sort());
});

describe.each(['Regular', 'Bold'])('the %s fonts of paper', (weight) => {
  const latin = covered('latin', weight);
  const japanese = covered('japanese', weight);

  it.each(fonts)('%s has every character of its leaflets', (name, font) => {
    const own = covered(name, weight);
    const needed: string[] = [...charactersOf(font, weight), ...ALWAYS];
    // What the font of a language lacks comes from the Latin and Japanese ones behind it, as the style sheet says.
    const lacking = needed.filter((one) => {
      const code = one.codePointAt(0) ?? 0;
      return ![own, latin, japanese].some((font) => font.has(code));
    });
    expect(lacking, 'cut the fonts anew: npm run fonts').toEqual([]);
  });
});
