import fc from 'fast-check';

/** How many times as many examples `npm run prove -- fuzz` draws, each time others. A plain test run draws the same. */
const TIMES = Number(process.env.PROPERTY_TIMES ?? 1);

/** Tries a property on so many examples. */
export function holds<T extends unknown[]>(property: fc.IProperty<T>, examples: number): void {
  fc.assert(property, { numRuns: examples * TIMES, ...(TIMES === 1 && { seed: 20261122 }) });
}
