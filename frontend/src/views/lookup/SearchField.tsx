import { typed } from '../../app/lookup';
import { T } from '../../parts/T';

/** Longer than any name in the directory. */
const MOST = 80;

/** Keys that lead from the field into the list. */
const INTO_LIST = new Set(['ArrowDown', 'Enter']);

/** One field for numbers, names and places. It stands in no form: nothing can be sent, and no browser offers to keep it. */
export function SearchField({ list }: { list: string }) {
  return (
    <div class="search">
      <label class="field__label" for="look-up">
        <T id="ui.lookup.field" />
      </label>
      <input
        id="look-up"
        class="field__input search__input"
        type="search"
        inputMode="text"
        enterKeyHint="search"
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellcheck={false}
        maxLength={MOST}
        aria-describedby="look-up-note"
        value={typed}
        onInput={(e) => {
          typed.value = e.currentTarget.value;
        }}
        onKeyDown={(e) => {
          // While an input method is open, its keys choose characters.
          if (e.isComposing || !INTO_LIST.has(e.key)) return;
          const first = document.getElementById(list)?.querySelector<HTMLElement>('button');
          if (!first) return;
          e.preventDefault();
          first.focus();
        }}
      />
      <p id="look-up-note" class="search__note">
        <T id="ui.lookup.field_note" />
      </p>
    </div>
  );
}
