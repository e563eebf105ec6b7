import { askToEnd } from '../../app/ending';
import { nav } from '../../app/screen';
import { CopyText } from '../../parts/CopyText';
import { Fold } from '../../parts/Fold';
import { Icon } from '../../parts/Icon';
import { T } from '../../parts/T';
import { recordText } from './record';
import { sheetDetail } from './sheetDetail';

/** Its own component, so that the text is only put together when it is looked at. */
function RecordText() {
  const text = recordText();
  return (
    <>
      <p>
        <T id="ui.keep.record_note" />
      </p>
      <pre class="record">{text}</pre>
      <CopyText text={text} />
    </>
  );
}

/** What stays after the talk: the record, the paper for the file, and the end. */
export function Keep() {
  return (
    <section class="keep" aria-labelledby="keep">
      <h2 id="keep">
        <T id="ui.keep.title" />
      </h2>
      <Fold kind="boxed" summary={<T id="ui.keep.record" />}>
        <RecordText />
      </Fold>
      <div class="choice" data-compact>
        <input
          id="sheet-detail"
          class="choice__input"
          type="checkbox"
          autoComplete="off"
          checked={sheetDetail.value}
          onChange={() => {
            sheetDetail.value = !sheetDetail.value;
          }}
        />
        <label class="choice__label" for="sheet-detail">
          <T id="ui.keep.detail" />
        </label>
      </div>
      <div class="actions">
        <button type="button" class="button" onClick={() => window.print()}>
          <Icon name="print" />
          <T id="ui.keep.print" />
        </button>
        <button type="button" class="button" onClick={() => nav.go({ name: 'leaflets' })}>
          <Icon name="letter" />
          <T id="ui.leaflet.hand_over" />
        </button>
        <button type="button" class="button" data-kind="primary" onClick={askToEnd}>
          <T id="ui.consultation.end" />
        </button>
      </div>
      <p class="keep__note">
        <T id="ui.keep.print_note" />
      </p>
    </section>
  );
}
