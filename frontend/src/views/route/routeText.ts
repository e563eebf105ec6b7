import { maybe, t } from '../../text/text';

const joined = (...texts: (string | null)[]) => texts.filter((text) => text !== null).join('\n');

/** The words for the phone of a route, between the greeting and the closing that every call has. */
export function phoneText(route: string): string {
  const lines = t(`route.${route}.say`).split('\n');
  const said = lines.map((line) => t('ui.contact.say_line', { line })).join('\n');
  return joined(t('ui.contact.say_open'), said, t('ui.contact.say_close'));
}

/** What to have at hand: what this insurance needs, then what every call needs. */
export function bringText(route: string): string {
  return joined(maybe(`route.${route}.bring`), t('ui.contact.bring'));
}
