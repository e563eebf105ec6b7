import { days } from '../../consultation/day';
import { switchboardText } from '../../parts/ContactPhone';
import { checkedText } from '../../parts/ContactStatus';
import { statusOn } from '../../parts/phoneStatus';
import { Sheet } from '../../parts/Sheet';
import { SheetSection } from '../../parts/SheetSection';
import { t } from '../../text/text';
import { RouteSheetParts } from '../route/RouteSheet';
import type { Found } from './found';
import { noPhoneText } from './NoPhone';

/** Every number in a line with its label, status and day; without numbers a blank to write it in by hand. */
function phoneLines(found: Found, route: string | null, numbers: boolean): string {
  if (found.phones.length === 0) return noPhoneText(found);
  return found.phones
    .flatMap((phone) => [
      t('ui.contact.sheet_phone', {
        label: t(`ui.contact.label_${phone.label}`),
        number: numbers ? phone.number : t('ui.contact.sheet_blank'),
        status: t(`ui.contact.status_${statusOn(phone, days.today.value)}`),
        day: checkedText(phone),
      }),
      ...(phone.label === 'representative' ? [switchboardText(route)] : []),
    ])
    .join('\n');
}

/** A contact on paper, for the counselor's own file. */
export function ContactSheet({
  found,
  route,
  desk,
  numbers,
}: {
  found: Found;
  route: string | null;
  desk: string | null;
  numbers: boolean;
}) {
  const about = [
    t(`ui.lookup.kind_${found.kind}`),
    found.area,
    numbers && found.number ? t('ui.contact.sheet_number', { number: found.number }) : '',
    found.address ?? '',
  ];
  return (
    <Sheet title={found.name}>
      <SheetSection title="ui.contact.facts" text={about.filter(Boolean).join('\n')} />
      <SheetSection title="ui.contact.phone_title" text={phoneLines(found, route, numbers)} />
      {found.hours && <SheetSection title="ui.helpline.hours" text={found.hours} />}
      {desk && <SheetSection title={`desk.${desk}.name`} text={t(`desk.${desk}.note`)} />}
      {route && <RouteSheetParts id={route} />}
    </Sheet>
  );
}
