import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useAgain } from './use-again';

export interface VirtualRowsOptions {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  /** Of every row, and of what stays at the top of the scroller; in CSS pixels. */
  rowHeight: number;
  headHeight: number;
  /** A row that is rendered wherever it is; -1 for none. */
  keep: number;
}

export interface VirtualRows {
  /** Rows to render; `start` is measured from below the head. */
  rows: readonly Pick<VirtualItem, 'index' | 'start'>[];
  /** Of all rows together. */
  height: number;
}

/** Rows above and below what is in sight, so that scrolling by a wheel's click meets rendered rows. */
const OVERSCAN = 8;
/** Taken for the scroller's height while nothing is laid out, so that a hidden table still has its first rows. */
const UNSEEN_HEIGHT = 600;

type Options = VirtualizerOptions<HTMLElement, HTMLElement>;

/** Renders again with the rows that are in sight, whatever their number. */
export function useVirtualRows({
  scroller,
  count,
  rowHeight,
  headHeight,
  keep,
}: VirtualRowsOptions): VirtualRows {
  const renderAgain = useAgain();
  const options: Options = {
    count,
    estimateSize: () => rowHeight,
    scrollMargin: headHeight,
    overscan: OVERSCAN,
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), keep, count),
    getScrollElement: () => scroller.current,
    observeElementRect: (instance, report) =>
      observeElementRect(instance, ({ width, height }) => report({ width, height: height || UNSEEN_HEIGHT })),
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: renderAgain,
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => virtualizer.measure(), [rowHeight]);
  return {
    rows: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start: start - headHeight })),
    height: virtualizer.getTotalSize(),
  };
}

function withRow(indexes: number[], keep: number, count: number): number[] {
  if (keep < 0 || keep >= count || indexes.includes(keep)) return indexes;
  return keep < (indexes[0] ?? 0) ? [keep, ...indexes] : [...indexes, keep];
}
