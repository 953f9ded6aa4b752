import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Dropped, isTakeable, readDrop } from './dropped';

/**
 * Takes what is dropped anywhere on the page; otherwise the browser would open it in the page's place.
 *
 * @returns whether something is held over the page that may be dropped
 */
export function useFileDrop(onDrop: (dropped: Dropped) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useLayoutEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer || !isTakeable(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // Between two elements of the page it is still over it.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!event.dataTransfer || !isTakeable(event.dataTransfer)) return;
      event.preventDefault();
      latest.current(readDrop(event.dataTransfer));
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
}
