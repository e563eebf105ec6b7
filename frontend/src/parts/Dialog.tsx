import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { CoverButton } from './CoverButton';

interface Props {
  title: ComponentChildren;
  children: ComponentChildren;
  onClose: () => void;
  role?: 'dialog' | 'alertdialog';
}

/** A native modal dialog. The hide button is inside, because everything outside is out of reach while it is open. */
export function Dialog({ title, children, onClose, role = 'dialog' }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      class="dialog"
      role={role}
      aria-labelledby={id}
      onCancel={(e) => {
        e.preventDefault();
        onClose();
      }}
    >
      <div class="dialog__head">
        <h2 id={id} class="dialog__title">
          {title}
        </h2>
        <CoverButton />
      </div>
      {children}
    </dialog>
  );
}
