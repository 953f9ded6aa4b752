import { useCallback, useState } from 'preact/hooks';

/** Renders the component again; the same function every time. */
export function useAgain(): () => void {
  const [, count] = useState(0);
  return useCallback(() => count((renders) => renders + 1), []);
}
