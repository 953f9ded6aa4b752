import { useLayoutEffect, useState } from 'preact/hooks';
import { addressOf, readAddress, type ViewAddress } from '@/utils/views/address';
import type { ViewState } from '@/utils/views/query';

/**
 * What the queue shows, kept in the address behind the place (../use-place.ts): filters replace it, so that Back does
 * not go through every letter that was typed; views are steps of the history.
 */
export function useViewAddress() {
  const [shown, setShown] = useState(fromAddress);
  useLayoutEffect(() => {
    const follow = () => setShown(fromAddress());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const go = (how: 'push' | 'replace', state: ViewState, base: string) => {
    const address = addressOf(fromAddress().path || 'queue', state, base);
    if (how === 'push' && address !== location.hash) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    setShown(fromAddress());
  };
  return {
    shown,
    /** Several changes in one turn add up: each starts from what the last has made of the address. */
    change: (part: (last: ViewAddress) => Partial<ViewState>) => {
      const last = fromAddress();
      go('replace', { ...last, ...part(last) }, last.base);
    },
    /** Without a step of the history, for a name that a view has only now. */
    rename: (base: string) => go('replace', fromAddress(), base),
    choose: (state: ViewState, base: string) => go('push', state, base),
  };
}

function fromAddress(): ViewAddress {
  return readAddress(location.hash);
}
