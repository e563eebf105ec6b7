import type { NumberReading } from '../../lookup/number';

/** What a part of the number stands for. */
export type PartName = 'scheme' | 'prefecture' | 'insurer' | 'check';

/** A part of the number with the digits typed for it so far. */
export interface NumberPart {
  name: PartName;
  digits: string;
  missing: number;
}

const EIGHT: readonly [PartName, number][] = [
  ['scheme', 2],
  ['prefecture', 2],
  ['insurer', 3],
  ['check', 1],
];
const SIX = EIGHT.slice(1);

/** Whether the digits are read as eight, as the six of kokuho, or cannot be told yet. */
function shapeOf({ normalized, scheme, kind }: NumberReading): readonly [PartName, number][] | null {
  if (normalized.length === 8) return EIGHT;
  if (normalized.startsWith('00')) return null;
  if (normalized.length === 6) return SIX;
  if (scheme === '') return null;
  return normalized.length < 6 && kind.startsWith('kokuho') ? SIX : EIGHT;
}

/** Takes a number apart as far as it can be told what its digits stand for; null when it cannot. */
export function partsOf(reading: NumberReading): NumberPart[] | null {
  const shape = shapeOf(reading);
  let at = 0;
  return (
    shape?.map(([name, length]) => {
      const digits = reading.normalized.slice(at, at + length);
      at += length;
      return { name, digits, missing: length - digits.length };
    }) ?? null
  );
}
