import type {
  DismissalLine,
  ExchangeLine,
  FileEnd,
  FileHead,
  HistoryLine,
  PictureLine,
  ReportLine,
  SettingsLine,
  WholeReport,
} from '../model/exchange';
import type { Evidence, HistoryEntry } from '../model/report';
import type { ExportOptions, ExportSource } from './define-exporter';
import { maskWhole } from './mask-report';

/** Lines that belong together. */
export interface ExchangePiece {
  text: string;
  /** The reports of these lines, as they stand there. */
  wholes: readonly WholeReport[];
}

/** Text that is handed on in one piece, roughly: pictures make single lines long. */
const PIECE = 250_000;

/**
 * An NDJSON file from its first line to its last.
 *
 * @param lineOf what a report's line says of a picture; it is asked in the order of the file
 */
export async function* exchangePieces(
  source: ExportSource,
  options: ExportOptions,
  lineOf: (picture: Evidence) => Promise<PictureLine>,
): AsyncGenerator<ExchangePiece> {
  const head: FileHead = options.mask ? { ...options.head, masked: true } : options.head;
  yield { text: jsonLine(head), wholes: [] };
  const end: FileEnd = { kind: 'end', reports: 0, dismissals: 0 };
  for await (const batch of source.wholes()) {
    end.reports += batch.length;
    const wholes = options.mask ? batch.map(maskWhole) : batch;
    yield* reportPieces(wholes, lineOf);
  }
  for await (const batch of source.dismissals()) {
    end.dismissals += batch.length;
    const lines = batch.map((dismissal): DismissalLine => ({ kind: 'dismissal', ...dismissal }));
    yield { text: lines.map(jsonLine).join(''), wholes: [] };
  }
  if (source.settings) {
    const settings: SettingsLine = { kind: 'settings', values: source.settings };
    yield { text: jsonLine(settings), wholes: [] };
  }
  yield { text: jsonLine(end), wholes: [] };
}

async function* reportPieces(
  wholes: readonly WholeReport[],
  lineOf: (picture: Evidence) => Promise<PictureLine>,
): AsyncGenerator<ExchangePiece> {
  let [text, begin] = ['', 0];
  for (const [i, whole] of wholes.entries()) {
    const pictures: PictureLine[] = [];
    for (const picture of whole.evidence) pictures.push(await lineOf(picture));
    text += jsonLine(reportLine(whole, pictures));
    if (text.length < PIECE && i < wholes.length - 1) continue;
    yield { text, wholes: wholes.slice(begin, i + 1) };
    [text, begin] = ['', i + 1];
  }
}

function jsonLine(line: ExchangeLine): string {
  return `${JSON.stringify(line)}\n`;
}

function reportLine({ report, history, visits }: WholeReport, pictures: PictureLine[]): ReportLine {
  return { kind: 'report', report, history: history.map(historyLine), visits: [...visits], pictures };
}

/** Names what was not there before, which JSON would leave out. */
function historyLine(entry: HistoryEntry): HistoryLine {
  if (!entry.before) return entry;
  const absent = Object.entries(entry.before).flatMap(([name, value]) => (value === undefined ? name : []));
  return absent.length > 0 ? { ...entry, absent } : entry;
}
