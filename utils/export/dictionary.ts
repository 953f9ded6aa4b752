import { COLUMN_SETS, columnSets } from './column-sets';
import { columns, SCHEMA_VERSION } from './columns';
import { MANIFEST_NAME } from './manifest';

/** docs/data-dictionary.md, written from the one list of columns. */
export function dataDictionary(): string {
  return `${HEAD}
## Columns

${table(
  ['column', 'type', '名称', '说明', 'name', 'description', 'import'],
  columns.map(({ id, type, label, description, from }) => [
    `\`${id}\``,
    type,
    label.zh_CN,
    description.zh_CN,
    label.en,
    description.en,
    from === 'report' ? 'yes' : '–',
  ]),
)}

## Sets of columns

${COLUMN_SETS.map(setLine).join('\n')}
`;
}

const HEAD = `# Data dictionary

Written from the one list of columns (\`utils/export/columns/\`); do not edit by hand. Format version ${SCHEMA_VERSION}.

Tables are CSV by RFC 4180: UTF-8 with a byte-order mark (or without, or GB 18030), CRLF, every text in quotes. A cell that
a spreadsheet might run as a formula begins with an apostrophe, which import takes off again. The separator is the
comma, and that must be chosen where a program asks: read as separated by \`;\` or tabs, a text falls into several cells,
and what is cut out of its middle is escaped by nobody. Phone, card and identity card numbers in texts are \`***\`. In a
list, items are joined by \`; \` (hashtags by a space); an item that could be misread is a JSON string. Times are ISO
8601 in UTC unless the column says local time.

A ZIP holds \`reports.csv\`, \`reports.ndjson\`, \`pictures/<SHA-256>.webp\` and, written last, \`${MANIFEST_NAME}\` with the
size and the SHA-256 of each. The lines of NDJSON are described in \`utils/model/exchange.ts\`.

The column *import* says whether another copy of the extension reads the cell back; the others tell of the export, of
packs and sites, or of what a table can tell but not hold.
`;

function setLine(name: (typeof COLUMN_SETS)[number]): string {
  const ids = columnSets[name];
  return name === 'all'
    ? `- **all** (${ids.length}): every column, in the order above`
    : `- **${name}** (${ids.length}): ${ids.map((id) => `\`${id}\``).join(', ')}`;
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cellOf).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cellOf(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '\\<') || ' ';
}
