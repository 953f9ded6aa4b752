import type { FoldedText } from './fold';

/**
 * The folded text that is being written. One for all texts: folding is synchronous, and buffers that are kept cost a
 * short text nothing.
 */
let units = new Uint16Array(0);
let starts = new Uint32Array(0);
let ends = new Uint32Array(0);
let length = 0;

const SMALLEST = 1024;
/** Larger buffers are given back. */
const LARGEST_KEPT = 0x10000;
/** `String.fromCharCode` takes so many arguments safely. */
const CHUNK = 8192;

/** @param size units of the text that will be read */
export function start(size: number): void {
  length = 0;
  if (units.length < size || (units.length > LARGEST_KEPT && size <= LARGEST_KEPT))
    resize(Math.max(SMALLEST, size));
}

/** Copies units that read as one unit each, up to one whose reading is at most `special`; returns where that is. */
export function copy(text: string, from: number, readings: Uint16Array, special: number): number {
  reserve(text.length - from);
  let at = from;
  let to = length;
  for (; at < text.length; at++) {
    const reading = readings[text.charCodeAt(at)]!;
    if (reading <= special) break;
    units[to] = reading;
    starts[to] = at;
    ends[to++] = at + 1;
  }
  length = to;
  return at;
}

export function add(unit: number, start: number, end: number): void {
  reserve(1);
  units[length] = unit;
  starts[length] = start;
  ends[length++] = end;
}

/** The last unit written; 0 if there is none. */
export function last(): number {
  return length > 0 ? units[length - 1]! : 0;
}

export function finish(): FoldedText {
  let text = '';
  for (let at = 0; at < length; at += CHUNK) {
    const chunk = units.subarray(at, Math.min(length, at + CHUNK));
    text += String.fromCharCode.apply(null, chunk as unknown as number[]);
  }
  return { text, starts: starts.slice(0, length), ends: ends.slice(0, length) };
}

function reserve(more: number): void {
  if (length + more > units.length) resize(Math.max(length + more, units.length * 2));
}

function resize(size: number): void {
  const kept = {
    units: units.subarray(0, length),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
  };
  units = new Uint16Array(size);
  starts = new Uint32Array(size);
  ends = new Uint32Array(size);
  units.set(kept.units);
  starts.set(kept.starts);
  ends.set(kept.ends);
}
