import { useEffect, useState } from 'preact/hooks';

interface Setting<T> {
  getValue(): Promise<T>;
  watch(show: (value: T) => void): () => void;
}

/** A setting as it is stored now, followed; `undefined` until it has been read. */
export function useStored<T>(setting: Setting<T>): { value: T } | undefined {
  const [stored, setStored] = useState<{ value: T }>();
  useEffect(() => {
    let current = true;
    const show = (value: T) => {
      if (current) setStored({ value });
    };
    const stop = setting.watch(show);
    void setting.getValue().then(show);
    return () => {
      current = false;
      stop();
    };
  }, [setting]);
  return stored;
}
