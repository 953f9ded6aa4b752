import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/i18n';

export interface ModalProps {
  title: string;
  class?: string;
  onClose: () => void;
  children: ComponentChildren;
}

/**
 * A dialog over the page: the browser keeps the focus in it, and gives it back where it was. It begins at its field when
 * it has one.
 */
export function Modal({ title, class: name = '', onClose, children }: ModalProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    current?.querySelector('input')?.focus();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`queue-dialog ${name}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" class="button queue-close" aria-label={t('actionClose')} onClick={onClose}>
          ×
        </button>
      </header>
      {children}
    </dialog>
  );
}
