import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  type: 'checkbox' | 'radio';
  name: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
  hint?: ComponentChildren;
  children: ComponentChildren;
}

/** A native check box or radio button with its words. */
export function Tick({ id, type, name, checked, disabled = false, onChange, hint, children }: Props) {
  return (
    <div class="choice" data-compact>
      <input
        id={id}
        class="choice__input"
        type={type}
        name={name}
        autoComplete="off"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(e) => onChange(e.currentTarget.checked)}
      />
      <label class="choice__label" for={id}>
        {children}
      </label>
      {hint && (
        <p id={`${id}-hint`} class="choice__hint">
          {hint}
        </p>
      )}
    </div>
  );
}
