import type { PhoneStatus } from '../directory/directory.gen';

/** After so many days a check is no longer relied on. */
export const VALID_DAYS = 180;

const DAY_MS = 86_400_000;

/** Whether a check of that day is too old on a day. It is worked out on the device: what is stored cannot age. */
export function isExpired(verifiedOn: string, today: string): boolean {
  return Date.parse(today) - Date.parse(verifiedOn) > VALID_DAYS * DAY_MS;
}

/** What a number weighs on a day. */
export function statusOn(
  { status, verified_on }: { status: PhoneStatus; verified_on: string },
  today: string,
): PhoneStatus | 'expired' {
  return isExpired(verified_on, today) ? 'expired' : status;
}
