import { useEffect, useState } from 'preact/hooks';

const PREFIX = '#report/';

/** The chosen report is part of the address, so that the browser's Back leads from a report to the list. */
export function useSelection() {
  const [selected, setSelected] = useState(fromAddress);
  useEffect(() => {
    const follow = () => setSelected(fromAddress());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  function select(id: string | undefined) {
    if (id === fromAddress()) return;
    history.pushState(null, '', id ? PREFIX + id : location.pathname);
    setSelected(id);
  }
  return [selected, select] as const;
}

function fromAddress(): string | undefined {
  return location.hash.startsWith(PREFIX) ? location.hash.slice(PREFIX.length) : undefined;
}
