// What the app knows of her insurer and of the window: it goes onto paper only where it is ticked.
import { type Extra, type LeafletChoice, lastContact } from '../../app/leaflet';
import { consultation } from '../../consultation/consultation';
import { routesFor } from '../../engine/evaluate';
import { maybe } from '../../text/text';
import { index } from '../lookup/directory';
import { find } from '../lookup/found';

/** Everything that could be printed, by the box it fills; what is not known is missing. */
export function known(): Partial<Record<Extra, string>> {
  const guide = consultation.guide.value;
  const routes =
    guide && consultation.running.value ? routesFor(guide, consultation.answers.value, consultation.day.value) : [];
  const insurer = routes.length === 1 ? maybe(`route.${routes[0]}.name`) : null;
  const contact = lastContact.value !== null && index.value ? find(lastContact.value, index.value) : null;
  const city = contact?.kind === 'municipality' ? contact.area + contact.name : null;
  const phone = contact?.phones[0]?.number;
  return {
    ...(insurer ? { insurer } : {}),
    ...(city ? { city } : {}),
    ...(contact ? { desk: contact.name } : {}),
    ...(contact && phone ? { phone } : {}),
  };
}

/** What is printed of it: what was ticked, and nothing else. */
export function valuesOf({ extras }: LeafletChoice): Partial<Record<Extra, string>> {
  const all = known();
  return Object.fromEntries(extras.flatMap((extra) => (all[extra] === undefined ? [] : [[extra, all[extra]]])));
}
