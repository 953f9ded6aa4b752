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

/** Readable text only, for places that need no way back. */
export function readableText(element: Element | null | undefined): string {
  return element ? readReadableText(element).text : '';
}
