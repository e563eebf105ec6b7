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
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    dialog?.showModal();
    // Some browsers close it without asking, as on a second Escape or a swipe back.
    dialog?.addEventListener('close', onClose);
    // The title is read first, and no button is a stray Enter away.
    heading.current?.focus();
    return () => {
      dialog?.removeEventListener('close', onClose);
      dialog?.close();
      // The browser gives the focus back only to a dialog that is still in the document.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
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
        <h2 ref={heading} id={id} tabIndex={-1} class="dialog__title">
          {title}
        </h2>
        <CoverButton />
      </div>
      {children}
    </dialog>
  );
}
