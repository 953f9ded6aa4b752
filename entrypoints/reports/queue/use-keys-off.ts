import { useEffect, useState } from 'preact/hooks';
import { readKeys } from '@/utils/keys/keys';
import { storedKeys } from '@/utils/storage/settings';

/** Whether the reader has turned keys off in the options: then letters do nothing here either. */
export function useKeysOff(): boolean {
  const [isOff, setOff] = useState(false);
  useEffect(() => {
    const read = (stored: unknown) => setOff(readKeys(stored).keys.isOff);
    void storedKeys.getValue().then(read);
    return storedKeys.watch(read);
  }, []);
  return isOff;
}
