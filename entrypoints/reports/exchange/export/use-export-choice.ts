import { useEffect, useState } from 'preact/hooks';
import { type ExportChoice, readExportChoice } from '@/utils/exchange/export-choice';
import { exportChoice } from '@/utils/storage/settings';

/** The reader's way of exporting, kept for the next time; `undefined` until it was read. */
export function useExportChoice(onProblem: (error: unknown) => void) {
  const [choice, setChoice] = useState<ExportChoice>();
  useEffect(() => {
    exportChoice.getValue().then(
      (stored) => setChoice(readExportChoice(stored)),
      (error: unknown) => {
        setChoice(readExportChoice(undefined));
        onProblem(error);
      },
    );
  }, []);
  function change(parts: Partial<ExportChoice>): void {
    if (!choice) return;
    const next = { ...choice, ...parts };
    setChoice(next);
    exportChoice.setValue(next).catch(onProblem);
  }
  return { choice, change };
}
