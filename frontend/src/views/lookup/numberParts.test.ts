import { describe, expect, it } from 'vitest';
import { decode } from '../../lookup/number';
import { sampleDirectory } from '../../testing/directory';
import { partsOf } from './numberParts';

const partsFor = (typed: string) => {
  const reading = decode(typed, sampleDirectory);
  return reading && partsOf(reading)?.map(({ name, digits, missing }) => `${name} ${digits} ${missing}`);
};

describe('the parts of a number', () => {
  it('are four for eight digits', () => {
    expect(partsFor('01130012')).toEqual(['scheme 01 0', 'prefecture 13 0', 'insurer 001 0', 'check 2 0']);
  });

  it('are three for six digits', () => {
    expect(partsFor('138016')).toEqual(['prefecture 13 0', 'insurer 801 0', 'check 6 0']);
  });

  it('show what is still to come', () => {
    expect(partsFor('0613')).toEqual(['scheme 06 0', 'prefecture 13 0', 'insurer  3', 'check  1']);
  });

  it('are not guessed for what is no insurer number', () => {
    expect(partsFor('03-1234-5678')).toBeUndefined();
    expect(partsFor('0')).toBeUndefined();
  });
});
