import { Ruby } from './Ruby';

/** Blanks are written 〔 〕 in the texts. */
const BLANK = /(\u3014[^\u3015]*\u3015)/;

/** Words for the phone, a line each; what must be filled in by voice is framed. */
export function PhoneWords({ text }: { text: string }) {
  return (
    <div class="phonewords">
      {text.split('\n').map((line) => (
        <p key={line}>
          {line.split(BLANK).map((part, i) =>
            BLANK.test(part) ? (
              <span key={i} class="blank">
                <Ruby text={part} />
              </span>
            ) : (
              <Ruby key={i} text={part} />
            ),
          )}
        </p>
      ))}
    </div>
  );
}
