import { describe, expect, it } from 'vitest';
import { isExpired, statusOn } from './phoneStatus';

const checked = (status: 'verified' | 'single_source' | 'unconfirmed') => ({ status, verified_on: '2026-05-01' });

describe('the status of a number', () => {
  it.each(['verified', 'single_source', 'unconfirmed'] as const)('stays %s for 180 days', (status) => {
    expect(statusOn(checked(status), '2026-05-01')).toBe(status);
    expect(statusOn(checked(status), '2026-10-28')).toBe(status);
  });

  it.each(['verified', 'single_source', 'unconfirmed'] as const)('%s is expired from the 181st day on', (status) => {
    expect(statusOn(checked(status), '2026-10-29')).toBe('expired');
    expect(statusOn(checked(status), '2027-10-29')).toBe('expired');
  });

  it('does not expire by a clock that runs behind', () => {
    expect(isExpired('2026-05-01', '2026-01-01')).toBe(false);
  });

  it('counts days, whatever the length of months', () => {
    expect(isExpired('2027-09-01', '2028-02-28')).toBe(false);
    expect(isExpired('2027-09-01', '2028-02-29')).toBe(true);
  });
});
