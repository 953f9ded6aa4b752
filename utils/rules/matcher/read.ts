import { MAX_FILLERS } from '../fold/table';
import { BREAK, type ClassMap, FILLER_CODE, INVISIBLE_CODE, OTHER, SPECIAL, SURROGATE_CODE } from './classes';
import { rowOf } from './filter';
import { CANDIDATES, CLASSES, type Memory, SINGLES, SPAN, TABLES } from './memory';
import { setSpot, span } from './span';

/**
 * Reads on in the text until the span is full or the text ends. Invisible characters and vanishing fillers are left
 * out, other runs of fillers are one {@link BREAK}; what stays is one class per character. On the way it notes the
 * candidates.
 *
 * @param mask of the filter's rows
 */
export function readSpan(text: string, memory: Memory, mask: number, map: ClassMap): void {
  readPlain(text, memory, mask, map.hanStart);
  if (span.next < text.length) readRest(text, memory, mask, map);
  if (span.next < text.length) return;
  memory[CLASSES + span.filled] = OTHER;
  note(memory, mask);
}

function readRest(text: string, memory: Memory, mask: number, map: ClassMap): void {
  while (span.filled < SPAN && span.next < text.length) {
    readSpecial(text, memory, mask, map);
    readPlain(text, memory, mask, map.hanStart);
  }
}

/**
 * Takes most of a scan's time. The inner loop reads plain characters and notes candidates without a branch; the outer
 * one passes over single invisible characters and fillers and ends at anything else that is not plain. Few variables
 * live through the loop: more than an engine has registers for cost a tenth.
 */
function readPlain(text: string, memory: Memory, mask: number, hanStart: number): void {
  // Constants of a module are variables once bundled, which engines read anew in every round.
  const rows = TABLES;
  const base = CLASSES;
  let next = span.next;
  let at = base + span.filled;
  let count = CANDIDATES + span.candidates;
  let a = memory[at - 2]!;
  let b = memory[at - 1]!;
  const stop = Math.min(text.length, next + SPAN - span.filled);
  for (;;) {
    let c = OTHER;
    for (; next < stop; next++) {
      c = memory[text.charCodeAt(next)]!;
      if (c >= SPECIAL) break;
      memory[at] = c;
      memory[count] = at;
      count += (memory[rows + (rowOf(a, b) & mask)]! >>> (c & 15)) & 1;
      at++;
      a = b;
      b = c;
    }
    if (c < FILLER_CODE || next + 1 >= stop) break;
    const follower = memory[text.charCodeAt(next + 1)]!;
    if (follower >= SPECIAL) break;
    next++;
    if (c === INVISIBLE_CODE || follower >= hanStart || b >= hanStart) {
      setSpot(at - base, next - at + base);
      continue;
    }
    memory[at] = BREAK;
    memory[count] = at;
    count += (memory[rows + (rowOf(a, b) & mask)]! >>> BREAK) & 1;
    at++;
    a = b;
    b = BREAK;
  }
  span.next = next;
  span.filled = at - base;
  span.candidates = count - CANDIDATES;
}

/** Reads the character that stands next, whatever it is, or the run of fillers. */
function readSpecial(text: string, memory: Memory, mask: number, map: ClassMap): void {
  const code = codeAt(text, span.next, memory, map);
  if (code === FILLER_CODE) {
    if (passFillers(text, memory, map)) readClass(BREAK, memory, mask);
  } else {
    span.next += widthAt(text, span.next);
    if (code !== INVISIBLE_CODE) {
      if (code >= SPECIAL) memory[SINGLES + span.singles++] = span.filled;
      readClass(code & ~SPECIAL, memory, mask);
    }
  }
  setSpot(span.filled, span.next - span.filled);
}

function readClass(own: number, memory: Memory, mask: number): void {
  memory[CLASSES + span.filled] = own;
  note(memory, mask);
  span.filled++;
}

/** Notes a candidate if the class at the end of the span and the two before it make one. */
function note(memory: Memory, mask: number): void {
  const place = CLASSES + span.filled;
  const row = memory[TABLES + (rowOf(memory[place - 2]!, memory[place - 1]!) & mask)]!;
  memory[CANDIDATES + span.candidates] = span.filled;
  span.candidates += (row >>> (memory[place]! & 15)) & 1;
}

/** Passes over a run of fillers and the invisible characters in it; says whether it breaks words. */
function passFillers(text: string, memory: Memory, map: ClassMap): boolean {
  let count = 0;
  let code = FILLER_CODE;
  let next = span.next;
  while (code >= FILLER_CODE) {
    if (code === FILLER_CODE) count++;
    next += widthAt(text, next);
    code = next < text.length ? codeAt(text, next, memory, map) : OTHER;
  }
  span.next = next;
  const besideHan = memory[CLASSES + span.filled - 1]! >= map.hanStart || (code & ~SPECIAL) >= map.hanStart;
  return count > MAX_FILLERS || !besideHan;
}

function codeAt(text: string, at: number, memory: Memory, { astral }: ClassMap): number {
  const code = memory[text.charCodeAt(at)]!;
  return code === SURROGATE_CODE ? (astral.get(text.codePointAt(at)!) ?? OTHER) : code;
}

function widthAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1;
}
