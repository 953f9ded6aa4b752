import { useEffect, useState } from 'preact/hooks';
import { readStorageState } from '@/utils/care/storage-state';

/** True when the browser may clear the reports by itself; false as long as it is not known. */
export function useAtRisk(): boolean {
  const [atRisk, setAtRisk] = useState(false);
  useEffect(() => {
    let current = true;
    // A browser that does not tell has promised nothing.
    void readStorageState()
      .then(
        ({ persisted }) => persisted,
        () => false,
      )
      .then((persisted) => current && setAtRisk(!persisted));
    return () => {
      current = false;
    };
  }, []);
  return atRisk;
}
