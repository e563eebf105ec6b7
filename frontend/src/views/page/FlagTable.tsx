import type { Row } from '../../engine/bundle.gen';
import { Both, BothProse } from '../../parts/Both';
import { Cites } from '../../parts/Cites';
import { Fold } from '../../parts/Fold';
import { Icon, type IconName } from '../../parts/Icon';
import { Sign } from '../../parts/Sign';
import { T } from '../../parts/T';
import { AddressPicture, PhonePicture } from './FlagPicture';

/** The thing each respect is about: a row is found again by its picture. */
const PICTURES: Record<string, IconName> = {
  myna_card: 'card',
  new_registration: 'card',
  portal: 'mobile',
  clinic_data: 'clinic',
  clinic_address: 'clinic',
  certificate: 'letter',
  release: 'unlock',
};

const FLAGS = ['self_info', 'non_disclosure'] as const;

/** The two flags side by side. Each respect is a line over two cells, so that it fits a phone and reads in order. */
export function FlagTable({ rows, sources = true }: { rows: readonly Row[]; sources?: boolean }) {
  return (
    <>
      <table class="flags">
        <caption class="unseen">
          <T id="ui.page.two_flags" />
        </caption>
        <thead>
          <tr>
            {FLAGS.map((flag) => (
              <th key={flag} scope="col" class="flags__flag" id={`flag-${flag}`}>
                {flag === 'self_info' ? <PhonePicture /> : <AddressPicture />}
                <span class="flags__name">
                  <Both id={`ui.flag.${flag}`} />
                </span>
                <span class="flags__gist">
                  <Both id={`ui.flag.${flag}_gist`} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody key={row.id}>
            <tr>
              <th colSpan={2} scope="rowgroup" class="flags__label" id={`row-${row.id}`}>
                <Icon name={PICTURES[row.id] ?? 'info'} />
                <Both id={`explain.two_flags.row.${row.id}.label`} />
              </th>
            </tr>
            <tr>
              {FLAGS.map((flag) => (
                <td key={flag} class="flags__cell" headers={`row-${row.id} flag-${flag}`}>
                  <Sign of={row[flag]} />
                  <BothProse id={`explain.two_flags.row.${row.id}.${flag}`} />
                </td>
              ))}
            </tr>
          </tbody>
        ))}
      </table>
      {sources && (
        <Fold summary={<T id="ui.page_tools.table_sources" />}>
          {rows.map((row) => (
            <div key={row.id}>
              <p class="cites__for">
                <T id={`explain.two_flags.row.${row.id}.label`} />
              </p>
              <Cites cites={row.cites} />
            </div>
          ))}
        </Fold>
      )}
    </>
  );
}
