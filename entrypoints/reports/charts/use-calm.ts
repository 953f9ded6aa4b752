import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * A value that changes at most once in `pause` milliseconds, and at once after a longer rest: figures over all reports
 * are not worth counting at every step while reports are still being read.
 */
export function useCalm<T>(value: T, pause: number): T {
  const [calm, setCalm] = useState(value);
  const changed = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (value === calm) return;
    const change = () => {
      changed.current = performance.now();
      setCalm(() => value);
    };
    const rest = changed.current + pause - performance.now();
    if (rest <= 0) {
      change();
      return;
    }
    const timer = setTimeout(change, rest);
    return () => clearTimeout(timer);
  }, [value, calm, pause]);
  return calm;
}
