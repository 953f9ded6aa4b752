import { useEffect, useState } from 'preact/hooks';
import { t } from '../utils/i18n';

export interface ToastContent {
  /** A new id starts the time anew. */
  id: number;
  message: string;
  onUndo?: () => void;
}

export interface ToastProps {
  toast: ToastContent | undefined;
  seconds: number;
  onClose: () => void;
}

/** A passing message. The live region stays in the document; the time stands still under pointer or focus. */
export function Toast({ toast, seconds, onClose }: ToastProps) {
  return (
    <div class="toast-place">
      <div role="status">{toast && <span class="visually-hidden">{toast.message}</span>}</div>
      {toast && <ToastBody key={toast.id} toast={toast} seconds={seconds} onClose={onClose} />}
    </div>
  );
}

function ToastBody({ toast, seconds, onClose }: ToastProps & { toast: ToastContent }) {
  const [left, setLeft] = useState(seconds);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setInterval(() => setLeft((value) => value - 1), 1_000);
    return () => clearInterval(timer);
  }, [held]);
  useEffect(() => {
    if (left <= 0) onClose();
  }, [left]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return (
    <div class="toast" onPointerEnter={hold} onPointerLeave={release} onFocusIn={hold} onFocusOut={release}>
      <span aria-hidden="true">{toast.message}</span>
      {toast.onUndo && (
        <button type="button" class="button" onClick={toast.onUndo}>
          {t('actionUndoSeconds', Math.max(left, 0))}
        </button>
      )}
      <button type="button" class="button quiet" onClick={onClose}>
        {t('actionClose')}
      </button>
    </div>
  );
}
