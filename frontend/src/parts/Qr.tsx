import { encode } from 'uqr';

/** The quiet zone a reader needs around the code, in modules. */
const QUIET = 4;

/** The dark modules as one path, a run of them in a row at a time. */
export function qrPath(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1]) return [];
        const end = row.indexOf(false, x);
        return [`M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`];
      }),
    )
    .join('');
}

/** A text as a QR code, drawn on the device. The same text must stand beside it for whoever has no reader. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path class="qr__paper" d={`M0 0h${size}v${size}H0z`} />
      <path class="qr__ink" d={qrPath(data)} />
    </svg>
  );
}
