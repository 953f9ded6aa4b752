import {
  AI_KINDS,
  MEDIA_TROUBLES,
  MEDIA_VERDICTS,
  type MediaCheck,
  type MediaEvidence,
  PLACES,
  STRENGTHS,
  VIAS,
} from '../../model/media-check';
import { MEDIA_TYPES } from '../../model/post';
import { readWord } from '../cells';
import { type Row, RowProblem } from './cells-of-row';

const COLUMN = 'media_checks';
/** Stands before each piece of evidence. */
const SAYS = 'says';
const NAME = /([a-z0-9]+)=/y;

/** Words in order, and those with a name before them. */
interface Words {
  plain: string[];
  named: Map<string, string>;
}

/** What came of looking into the files of a row. @throws RowProblem */
export function readMediaChecks(row: Row): MediaCheck[] {
  return row.list(COLUMN).map((item) => {
    const [file, ...evidence] = partsOf(item);
    return { ...readFile(row, file!), evidence: evidence.map((words) => readEvidence(row, words)) };
  });
}

function readFile(row: Row, { plain, named }: Words): Omit<MediaCheck, 'evidence'> {
  const [type = '', address = '', verdict = '', via = '', time = ''] = plain;
  const [url, at] = [row.address(COLUMN, address), row.timeIn(COLUMN, time)];
  if (url === undefined || at === undefined)
    throw new RowProblem(`${COLUMN}: expected type, address, verdict, way of reading and time`);
  const [container, sha256, capturedBy] = ['container', 'sha256', 'camera'].map((name) => named.get(name));
  const [bytesRead, requests] = ['bytes', 'requests'].map((name) => wholeNumber(named.get(name)));
  const trouble = named.get('trouble');
  return {
    media: { type: row.oneOf(COLUMN, MEDIA_TYPES, type), url },
    verdict: row.oneOf(COLUMN, MEDIA_VERDICTS, verdict),
    via: row.oneOf(COLUMN, VIAS, via),
    at,
    ...(container !== undefined && { container }),
    ...(bytesRead !== undefined && { bytesRead }),
    ...(requests !== undefined && { requests }),
    ...(sha256 !== undefined && { sha256 }),
    ...(trouble !== undefined && { trouble: row.oneOf(COLUMN, MEDIA_TROUBLES, trouble) }),
    ...(capturedBy !== undefined && { capturedBy }),
  };
}

function readEvidence(row: Row, { plain, named }: Words): MediaEvidence {
  const [mechanism = '', strength = '', kind = '', place = ''] = plain;
  const [producer, signer] = [named.get('producer'), named.get('signer')];
  return {
    mechanism,
    strength: row.oneOf(COLUMN, STRENGTHS, strength),
    kind: row.oneOf(COLUMN, AI_KINDS, kind),
    place: row.oneOf(COLUMN, PLACES, place),
    ...(producer !== undefined && { producer }),
    ...(signer !== undefined && { signer }),
  };
}

/** The words of the file, and those after each {@link SAYS}. Names that this version does not know are passed over. */
function partsOf(item: string): Words[] {
  const parts: Words[] = [{ plain: [], named: new Map() }];
  for (let at = 0; at < item.length; ) {
    NAME.lastIndex = at;
    const name = NAME.exec(item)?.[1];
    const { text, end } = readWord(item, name === undefined ? at : NAME.lastIndex);
    const part = parts.at(-1)!;
    if (name !== undefined) part.named.set(name, text);
    else if (text === SAYS && end === at + SAYS.length) parts.push({ plain: [], named: new Map() });
    else if (end > at) part.plain.push(text);
    at = end + 1;
  }
  return parts;
}

function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d{1,16}$/.test(text) || !Number.isSafeInteger(value))
    throw new RowProblem(`${COLUMN}: expected a whole number of bytes and requests`);
  return value;
}
