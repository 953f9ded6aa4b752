import type { Overruled } from '../../model/handover';
import type { LabelItem, LabelPlaceReading, Media } from '../../model/post';
import type { CheckAnswer } from '../../model/report';
import { readWord, stringAt } from '../cells';
import { RowProblem } from './cells-of-row';

/** Readers of what columns write into one item. */

/** `category question yes`; the question in the one language that the table holds. */
export function readAnswer(item: string): CheckAnswer {
  const { text: category, end } = readWord(item, 0);
  const last = item.lastIndexOf(' ');
  const answer = item.slice(last + 1);
  if (last < end || (answer !== 'yes' && answer !== 'no'))
    throw new RowProblem('answers: expected category, question and yes or no');
  const question = item.slice(end + 1, last);
  return { category, question: { zh_CN: question, en: question }, answer };
}

/** `check purpose time who`. */
export function readOverruled(item: string): Overruled {
  const { text: check, end } = readWord(item, 0);
  const [purpose, time = '', ...rest] = item.slice(end + 1).split(' ');
  const at = Date.parse(time);
  if ((purpose !== 'export' && purpose !== 'handover') || Number.isNaN(at))
    throw new RowProblem('overruled: expected check, purpose and time');
  const by = rest.length > 0 ? readWord(rest.join(' '), 0).text : undefined;
  return { check, for: purpose, at, ...(by !== undefined && { by }) };
}

/** `kind by from words`. */
export function readLabelItem(item: string): Record<keyof LabelItem, string> {
  const [kind = '', by = '', from = ''] = item.split(' ', 3);
  const { text } = readWord(item, kind.length + by.length + from.length + 3);
  return { kind, by, from, text };
}

/** `image https://…`. */
export function readMedia(item: string): Record<keyof Media, string> {
  const end = item.indexOf(' ');
  return { type: item.slice(0, Math.max(0, end)), url: item.slice(end + 1) };
}

/** `element <selector> = "words"; state <field> = ""`. */
export function readLabelPlaces(cell: string): LabelPlaceReading[] {
  const places: LabelPlaceReading[] = [];
  for (let at = 0; at < cell.length; ) {
    const { place, end } = placeAt(cell, at);
    places.push(place);
    at = end;
  }
  return places;
}

const BETWEEN = ' = ';

function placeAt(cell: string, at: number): { place: LabelPlaceReading; end: number } {
  const { text: from, end: afterFrom } = readWord(cell, at);
  const selector = stringAt(cell, afterFrom + 1);
  const sign = cell.indexOf(BETWEEN, selector ? selector.end : afterFrom + 1);
  const words = sign < 0 ? undefined : stringAt(cell, sign + BETWEEN.length);
  if (!words || (from !== 'element' && from !== 'state'))
    throw new RowProblem('label_places: expected element or state, a place, and its words in quotes');
  const where = selector ? selector.text : cell.slice(afterFrom + 1, sign);
  const rest = /[;\s]*/y;
  rest.lastIndex = words.end;
  rest.test(cell);
  return { place: { from, where, text: words.text }, end: rest.lastIndex };
}
