/** Elements whose text is not part of what a reader reads. */
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'BUTTON', 'TEXTAREA', 'SELECT']);
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL'.split(
    ' ',
  ),
);
/** A post longer than this is cut; the longest captured article has about 60,000 characters. */
export const MAX_TEXT = 200_000;

/** A run of text that was taken unchanged from one text node. */
interface Run {
  /** Offset in the readable text. */
  at: number;
  /** Offset in the node. */
  from: number;
  length: number;
  node: Text;
}

/** Text as read, with the way back to the nodes that hold it. */
export interface ReadableText {
  text: string;
  runs: readonly Run[];
}

/**
 * Reads an element's text with white space folded and one line break between blocks, without asking for layout.
 * Offsets are UTF-16 code units. Open shadow roots are not entered.
 */
export function readReadableText(root: Element): ReadableText {
  let text = '';
  const runs: Run[] = [];
  let pending: '' | ' ' | '\n' = '';

  const breakLine = () => {
    if (text) pending = '\n';
  };
  const append = (node: Text, from: number, length: number) => {
    if (pending && text) text += pending;
    pending = '';
    runs.push({ at: text.length, from, length, node });
    text += node.data.slice(from, from + length);
  };
  const visitText = (node: Text) => {
    const words = /[^\s\u200b]+/g;
    let last = 0;
    for (let match = words.exec(node.data); match; match = words.exec(node.data)) {
      if (match.index > last && pending === '' && text) pending = ' ';
      append(node, match.index, match[0].length);
      last = match.index + match[0].length;
      if (text.length > MAX_TEXT) return;
    }
    if (last < node.data.length && pending === '' && text) pending = ' ';
  };
  const visit = (element: Element) => {
    for (let node = element.firstChild; node && text.length <= MAX_TEXT; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) visitText(node as Text);
      else if (node.nodeType === Node.ELEMENT_NODE) {
        const child = node as Element;
        const name = child.tagName.toUpperCase();
        if (SKIPPED.has(name)) continue;
        const block = BLOCKS.has(name);
        if (block || name === 'BR') breakLine();
        visit(child);
        if (block) breakLine();
      }
    }
  };
  visit(root);
  return { text, runs };
}

/**
 * The same text without the way back, for the many places that need none; several times as fast. Its state stands
 * outside, so that nothing is allocated: it is never entered twice at once.
 */
export function readableText(element: Element | null | undefined): string {
  if (!element) return '';
  plain = '';
  gap = '';
  if (element.childElementCount === 0 || !element.querySelector(STRUCTURE))
    addWords(element.textContent ?? '');
  else visitPlain(element);
  return plain;
}

/** Whatever may break a line or is not read. These do neither and are by far the most; a longer list costs more than it saves. */
const STRUCTURE = ':not(a, b, em, i, img, span, strong)';

let plain = '';
let gap: '' | ' ' | '\n' = '';

function visitPlain(element: Element): void {
  for (let node = element.firstChild; node && plain.length <= MAX_TEXT; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) addWords((node as Text).data);
    else if (node.nodeType === Node.ELEMENT_NODE) {
      const child = node as Element;
      const name = child.tagName;
      if (isOf(SKIPPED, name)) continue;
      const block = isOf(BLOCKS, name);
      if (plain && (block || isOf(BREAK, name))) gap = '\n';
      visitPlain(child);
      if (plain && block) gap = '\n';
    }
  }
}

/** Names are in capitals already, but for those of drawings and of documents that are not HTML. */
function isOf(names: ReadonlySet<string>, name: string): boolean {
  return names.has(name) || (name >= 'a' && names.has(name.toUpperCase()));
}

const BREAK = new Set(['BR']);
const BLANK = /[\s\u200b]/;
const WORDS = /[^\s\u200b]+/g;

function addWords(data: string): void {
  if (!BLANK.test(data)) {
    if (data) addWord(data);
    return;
  }
  let last = 0;
  WORDS.lastIndex = 0;
  for (let match = WORDS.exec(data); match; match = WORDS.exec(data)) {
    if (match.index > last && gap === '' && plain) gap = ' ';
    addWord(match[0]);
    last = match.index + match[0].length;
    if (plain.length > MAX_TEXT) return;
  }
  if (last < data.length && gap === '' && plain) gap = ' ';
}

function addWord(word: string): void {
  if (gap && plain) plain += gap;
  gap = '';
  plain += word;
}
