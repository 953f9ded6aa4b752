import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';

export const DOWNLOADS = { permissions: ['downloads' as const] };

/** Whether the browser lets us save files by ourselves, followed; `undefined` until it has answered. */
export function useMayDownload(): boolean | undefined {
  const [allowed, setAllowed] = useState<boolean>();
  useEffect(() => {
    let current = true;
    const ask = () =>
      void browser.permissions.contains(DOWNLOADS).then((answer) => {
        if (current) setAllowed(answer);
      });
    browser.permissions.onAdded.addListener(ask);
    browser.permissions.onRemoved.addListener(ask);
    ask();
    return () => {
      current = false;
      browser.permissions.onAdded.removeListener(ask);
      browser.permissions.onRemoved.removeListener(ask);
    };
  }, []);
  return allowed;
}
