/** A cell is text on the left or a number on the right. */
export type Align = 'left' | 'right';

export interface Column {
  head: string;
  align?: Align;
}

/** An aligned Markdown table: reads well in a terminal, and pastes into notes as it is. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ head }, i) =>
    Math.max(3, width(head), ...rows.map((row) => width(row[i] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    `| ${columns.map(({ align }, i) => pad(cells[i] ?? '', widths[i]!, align)).join(' | ')} |`;
  const rule = `| ${columns
    .map(({ align }, i) => (align === 'right' ? `${'-'.repeat(widths[i]! - 1)}:` : '-'.repeat(widths[i]!)))
    .join(' | ')} |`;
  return [line(columns.map(({ head }) => head)), rule, ...rows.map(line)].map((each) => `${each}\n`).join('');
}

function pad(cell: string, to: number, align: Align = 'left'): string {
  const space = ' '.repeat(Math.max(0, to - width(cell)));
  return align === 'right' ? space + cell : cell + space;
}

/** Columns of a terminal: East Asian wide characters take two. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;
