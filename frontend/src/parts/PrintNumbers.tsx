import { Icon } from './Icon';
import { T } from './T';

/** Prints, with numbers only on demand: a paper that is found must not lead anyone on. */
export function PrintNumbers({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <section class="printing">
      <div class="choice" data-compact>
        <input
          id="print-numbers"
          class="choice__input"
          type="checkbox"
          autoComplete="off"
          checked={checked}
          onChange={(e) => onChange(e.currentTarget.checked)}
        />
        <label class="choice__label" for="print-numbers">
          <T id="ui.contact.print_numbers" />
        </label>
      </div>
      <div class="actions">
        <button type="button" class="button" onClick={() => window.print()}>
          <Icon name="print" />
          <T id="ui.page_tools.print" />
        </button>
      </div>
    </section>
  );
}
