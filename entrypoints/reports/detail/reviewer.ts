import { useEffect, useState } from 'preact/hooks';
import { t } from '@/utils/i18n';
import { reviewer } from '@/utils/storage/settings';

/** The reader's own name as it is now, wherever it is changed; empty when none was given. */
export function useReviewer(): string {
  const [name, setName] = useState('');
  useEffect(() => {
    void reviewer.getValue().then(setName);
    return reviewer.watch(setName);
  }, []);
  return name;
}

/**
 * Resolves to true once it is stored.
 *
 * @throws Error whose message is in the reader's language
 */
export async function saveReviewer(name: string): Promise<boolean> {
  try {
    await reviewer.setValue(name);
    return true;
  } catch (error) {
    throw new Error(t('optionsNotSaved', error instanceof Error ? error.message : String(error)), {
      cause: error,
    });
  }
}
