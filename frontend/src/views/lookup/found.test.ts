import { describe, expect, it } from 'vitest';
import { prepare } from '../../lookup/entries';
import { sampleDirectory } from '../../testing/directory';
import { find } from './found';

const index = prepare(sampleDirectory);

describe('find', () => {
  it('gives a record with its source and day', () => {
    const found = find('kyokai-13', index);
    expect(found).toMatchObject({ name: 'Kyokai Alpha', number: '01130012', verifiedOn: '2026-08-04', phones: [] });
    expect(found?.source?.title).toBe('The list');
  });

  it('gives a ward the number of its city, and not its reading', () => {
    const ward = find('municipality-13102', index);
    expect(ward?.phones.map(({ number }) => number)).toEqual(['03-0000-0001']);
    expect(ward?.kana).toBeUndefined();
    expect(find('municipality-13101', index)?.kana).toBeDefined();
  });

  it('never gives a centre a switchboard', () => {
    expect(find('dv-center-13', index)?.phones.map(({ label }) => label)).toEqual(['direct']);
    expect(find('dv-center-14', index)?.phones).toEqual([]);
  });

  it('knows nothing of what this release does not have', () => {
    expect(find('kyokai-99', index)).toBeNull();
  });

  it('gives a target without a record its name alone', () => {
    expect(find('late-elderly-13', index)).toMatchObject({ kind: 'late_elderly', phones: [] });
  });
});
