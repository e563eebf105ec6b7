import { Fragment } from 'preact';
import { Qr } from '../../parts/Qr';
import { Cells, CellText } from './Cells';
import type { Box, Link, Row } from './rows';

/** An address that ends its lines where a reader expects it. */
export function Address({ text }: { text: string }) {
  return (
    <>
      {text.split(/(?<=[./])(?=[^./])/).map((part, i) => (
        <Fragment key={i}>
          {i > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}

/** The code of the neutral page, and the same address to be typed. */
export function LinkOf({ link }: { link: Link }) {
  return (
    <div class="leaf__link" lang={link.text.lang}>
      <Qr text={link.address} label={link.address} />
      <div>
        <p class="leaf__linktext">
          <CellText of={link.text} />
        </p>
        <p class="leaf__address" lang="en">
          <Address text={link.address} />
        </p>
      </div>
    </div>
  );
}

/** A note needs the whole width; of the others two stand side by side, and an odd one comes first. */
function isWide(fields: readonly Box[], at: number): boolean {
  const small = fields.filter(({ id }) => id !== 'note');
  return fields[at]?.id === 'note' || (small.length % 2 === 1 && fields[at] === small[0]);
}

function BoxOf({ box, wide }: { box: Box; wide: boolean }) {
  return (
    <div class="leaf__box" data-field={box.id} data-wide={wide}>
      <span class="leaf__boxlabel">
        <Cells of={box.label} />
      </span>
      <span class="leaf__boxspace" lang="ja">
        {box.value}
      </span>
    </div>
  );
}

function Inner({ row }: { row: Row }) {
  switch (row.kind) {
    case 'title':
      return (
        <h2 class="leaf__title">
          <Cells of={row.cells} />
        </h2>
      );
    case 'heading':
      return (
        <h3 class="leaf__heading">
          {row.number !== undefined && <span class="leaf__no">{row.number}</span>}
          <Cells of={row.cells} beside />
        </h3>
      );
    case 'lead':
    case 'p':
      return (
        <p class="leaf__p">
          <Cells of={row.cells} beside />
        </p>
      );
    case 'item':
      return (
        <div class="leaf__item">
          <Cells of={row.cells} beside />
        </div>
      );
    case 'checks':
      return (
        <div class="leaf__checks">
          <h3 class="leaf__checkname">
            <Cells of={row.cells} />
          </h3>
          <div>
            {row.items.map((cells, i) => (
              <div key={i} class="leaf__check">
                <Cells of={cells} />
              </div>
            ))}
          </div>
        </div>
      );
    case 'step':
      return (
        <div class="leaf__step">
          <span class="leaf__stepno">{row.number}.</span> <Cells of={row.cells} beside />
        </div>
      );
    case 'label':
      return (
        <div class="leaf__label">
          <Cells of={row.cells} beside />
        </div>
      );
    case 'letter':
      return (
        <div class="leaf__lettered" data-names={row.names ?? false}>
          <span class="leaf__letter" lang="en">
            {row.letter}
          </span>
          <Cells of={row.cells} beside />
        </div>
      );
    case 'columns':
    case 'compare':
      return (
        <div class="leaf__compare">
          {row.kind === 'columns' ? (
            <span />
          ) : (
            <strong>
              <Cells of={row.label} />
            </strong>
          )}
          <span>
            <Cells of={row.self} />
          </span>
          <span>
            <Cells of={row.non} />
          </span>
        </div>
      );
    case 'boxes':
      return (
        <div class="leaf__boxes">
          {row.fields.map((box, i) => (
            <BoxOf key={box.id} box={box} wide={isWide(row.fields, i)} />
          ))}
        </div>
      );
    case 'call':
      return (
        <div class="leaf__call">
          <span class="leaf__callname">
            <Cells of={row.name} />
          </span>{' '}
          <span class="leaf__number" lang="ja">
            {row.number}
          </span>
          {row.hours.length > 0 && (
            <span class="leaf__hours">
              <Cells of={row.hours} />
            </span>
          )}
        </div>
      );
    case 'link':
      return (
        <div class="leaf__links">
          {row.links.map((link) => (
            <LinkOf key={link.address} link={link} />
          ))}
        </div>
      );
  }
}

/** A row of a paper. */
export function LeafRow({ row }: { row: Row }) {
  return (
    <div class="leaf__row" data-kind={row.kind}>
      <Inner row={row} />
    </div>
  );
}
