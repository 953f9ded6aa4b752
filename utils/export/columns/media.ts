import { type MediaCheck, type MediaEvidence, postEvidenceOf, verdictOf } from '../../model/media-check';
import type { Report } from '../../model/report';
import { joinAll, joinList, word } from '../cells';
import { claimWords, maskCheckShort, saidByFiles } from '../media-said';
import { type Column, column, iso, toldColumn } from './define-column';

/** What the files of the post say of their making. */
export const mediaColumns: readonly Column[] = [
  toldColumn(
    'media_verdict',
    'enum',
    [
      [
        '文件结论',
        '各文件中最强的一个：ai、ai-edited、none 没有找到依据（不能说明不是 AI 制作）、unreadable 读不到；空表示没有查看文件',
      ],
      [
        'Verdict of the files',
        'The strongest of all files: ai, ai-edited, none (no evidence was found, which proves nothing) or unreadable; empty when none was looked into',
      ],
    ],
    ({ mediaChecks = [] }) => verdictOf(mediaChecks) ?? '',
  ),
  toldColumn(
    'media_strength',
    'enum',
    [
      ['文件依据的强度', 'A1 至 B3，A1 最强；微弱线索不计，空表示没有计入的依据'],
      [
        'Strength of the files’ evidence',
        'A1 (strongest) to B3; weak hints do not count, and leave it empty',
      ],
    ],
    ({ mediaChecks = [] }) => postEvidenceOf(mediaChecks)?.strength ?? '',
  ),
  toldColumn(
    'media_mechanisms',
    'list',
    [
      ['文件依据的种类', '最强的在前，如 c2pa、gb45438、iptc-source-type'],
      ['Mechanisms', 'The strongest first, for instance c2pa, gb45438 or iptc-source-type'],
    ],
    (report) => joinList(saidIn(report).map(({ mechanism }) => mechanism)),
  ),
  toldColumn(
    'media_producers',
    'list',
    [
      ['文件所写的制作者', '文件自己写的名称或代号；号码已遮盖'],
      ['Producers', 'Names or codes as the files give them; private numbers are replaced'],
    ],
    (report) => joinList(saidIn(report).flatMap(({ producer }) => producer ?? [])),
  ),
  toldColumn(
    'media_signers',
    'list',
    [
      ['文件记录的签名者', '证书所写的名称；号码已遮盖'],
      ['Signers', 'Names as the certificates give them; private numbers are replaced'],
    ],
    (report) => joinList(saidIn(report).flatMap(({ signer }) => signer ?? [])),
  ),
  toldColumn(
    'media_claims',
    'list',
    [
      ['文件依据的说法', '只说文件或签名者所说，不说作品本身'],
      ['What the files say', 'In Chinese; what a file or its signer says, never what the work is'],
    ],
    (report) => joinList(saidIn(report).map(claimWords)),
  ),
  toldColumn(
    'media_files_checked',
    'integer',
    [
      ['已查看的文件数', '读到内容的文件；空表示没有查看文件'],
      ['Files looked into', 'Those that could be read; empty when none was looked into'],
    ],
    ({ mediaChecks = [] }) =>
      mediaChecks.length > 0 ? mediaChecks.filter(({ verdict }) => verdict !== 'unreadable').length : '',
  ),
  toldColumn(
    'media_bytes_read',
    'integer',
    [
      ['读取的字节数', '各文件合计'],
      ['Bytes read', 'Of all files together'],
    ],
    ({ mediaChecks = [] }) =>
      mediaChecks.length > 0 ? mediaChecks.reduce((sum, { bytesRead = 0 }) => sum + bytesRead, 0) : '',
  ),
  toldColumn(
    'media_sha256',
    'list',
    [
      ['所读内容的 SHA-256', '所读字节的散列值，不一定是整个文件'],
      ['SHA-256 of what was read', 'Of the bytes that were read, which may be less than the file'],
    ],
    ({ mediaChecks = [] }) => joinList(mediaChecks.flatMap(({ sha256 }) => sha256 ?? [])),
  ),
  column(
    'media_checks',
    'list',
    [
      [
        '文件查看明细',
        '每个文件：类型、网址、结论、读取方式、时间、其他各项；每个 says 之后为一条依据：种类、强度、ai 或 ai-edited、所在位置、制作者、签名者',
      ],
      [
        'Files in detail',
        'For each its type, address, verdict, way of reading, time and other values; after each “says” one piece of evidence: mechanism, strength, ai or ai-edited, place, producer and signer',
      ],
    ],
    ({ mediaChecks = [] }) => joinAll(mediaChecks.map((check) => checkWords(maskCheckShort(check)))),
  ),
];

/** Masked: these are words of others. */
function saidIn({ mediaChecks = [] }: Report): MediaEvidence[] {
  return saidByFiles(mediaChecks.map(maskCheckShort));
}

function checkWords(check: MediaCheck): string {
  const { media, verdict, evidence, via, at } = check;
  const { container, bytesRead, requests, sha256, trouble, capturedBy } = check;
  return [
    `${media.type} ${word(media.url)} ${verdict} ${via} ${iso(at)}`,
    named({ container, bytes: bytesRead, requests, sha256, trouble, camera: capturedBy }),
    ...evidence.map(evidenceWords),
  ].join('');
}

function evidenceWords({ mechanism, strength, kind, place, producer, signer }: MediaEvidence): string {
  return ` says ${word(mechanism)} ${strength} ${kind} ${place}${named({ producer, signer })}`;
}

/** ` name=value` of each that is there. */
function named(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}=${word(String(value))}`))
    .join('');
}
