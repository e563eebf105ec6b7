/** What a report of a contact that does not work carries: which record, of which release, on which day. Nothing else. */
export function reportText(id: string, release: string, day: string): string {
  return [`contact ${id}`, `release ${release}`, `day ${day}`].join('\n');
}
