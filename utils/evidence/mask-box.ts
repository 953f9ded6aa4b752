import type { Box } from '../model/picture';
import type { Size } from './picture';

/** The smallest side of a box that is drawn by hand, in pixels of the picture. */
export const MIN_SIDE = 8;

/** The box between two corners, as far as it lies in the picture. */
export function boxBetween(a: { x: number; y: number }, b: { x: number; y: number }, picture: Size): Box {
  const [left, right] = span(a.x, b.x, picture.width);
  const [top, bottom] = span(a.y, b.y, picture.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** A box to begin with when it is moved by keys: a quarter of each side, in the middle. */
export function middleBox({ width, height }: Size): Box {
  const side = (length: number) => Math.min(length, Math.max(MIN_SIDE, Math.round(length / 4)));
  const box = { width: side(width), height: side(height) };
  return { x: Math.round((width - box.width) / 2), y: Math.round((height - box.height) / 2), ...box };
}

/** The box moved as far as it stays in the picture. */
export function moved(box: Box, dx: number, dy: number, picture: Size): Box {
  return {
    ...box,
    x: between(box.x + dx, 0, picture.width - box.width),
    y: between(box.y + dy, 0, picture.height - box.height),
  };
}

/** The box with its right and lower edge moved as far as they stay in the picture and something is left of it. */
export function sized(box: Box, dx: number, dy: number, picture: Size): Box {
  const least = (length: number) => Math.min(MIN_SIDE, length);
  return {
    ...box,
    width: between(box.width + dx, least(box.width), picture.width - box.x),
    height: between(box.height + dy, least(box.height), picture.height - box.y),
  };
}

function span(a: number, b: number, length: number): [number, number] {
  const inside = [a, b].map((value) => between(value, 0, length));
  return [Math.min(...inside), Math.max(...inside)];
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
