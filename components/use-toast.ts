import { useState } from 'preact/hooks';
import type { ToastContent } from './Toast';

export interface Toasts {
  toast: ToastContent | undefined;
  show: (message: string, onUndo?: () => void) => void;
  close: () => void;
}

/** One message at a time; a new one takes the place of the old. */
export function useToast(): Toasts {
  const [toast, setToast] = useState<ToastContent>();
  const show = (message: string, onUndo?: () => void) =>
    setToast((last) => ({
      id: (last?.id ?? 0) + 1,
      message,
      ...(onUndo && { onUndo }),
    }));
  return { toast, show, close: () => setToast(undefined) };
}
