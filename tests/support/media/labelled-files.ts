import { UUID_C2PA, UUID_XMP } from '@/utils/evidence/media/bmff';
import { container as aviContainer } from '@/utils/evidence/media/containers/avi';
import { container as flacContainer } from '@/utils/evidence/media/containers/flac';
import { container as flvContainer } from '@/utils/evidence/media/containers/flv';
import { container as markdown } from '@/utils/evidence/media/containers/markdown';
import { container as matroska } from '@/utils/evidence/media/containers/matroska';
import { container as mp3 } from '@/utils/evidence/media/containers/mp3';
import { container as mp4 } from '@/utils/evidence/media/containers/mp4';
import { container as ogg } from '@/utils/evidence/media/containers/ogg';
import { container as ooxml } from '@/utils/evidence/media/containers/ooxml';
import { container as pdfContainer } from '@/utils/evidence/media/containers/pdf';
import { container as wavContainer } from '@/utils/evidence/media/containers/wav';
import type { Container } from '@/utils/evidence/media/define-container';
import { element, HEAD, seekHead, segment, simpleTag, tags } from './ebml-writer';
import { amf, flv, script } from './flv-writer';
import { frame, id3, SOUND, unsynchronised, userText } from './id3-writer';
import { box, FTYP, keyedList, mdat, moov, trak, uuidBox } from './mp4-writer';
import { big, JUMBF, LABEL, pack, utf8, XMP, zeros } from './pack';
import { pdf, pdfStream } from './pdf-writer';
import { avi, chunk, list, wav } from './riff-writer';
import { comments, flac, flacBlock, page, pagesOf } from './vorbis-writer';
import { docx } from './zip-writer';

const OPUS = page([utf8('OpusHead\x01\x02')], { first: true });
const MARKED_PDF = {
  1: '<</Type/Catalog/Metadata 5 0 R>>',
  3: `<</AIGC(${LABEL})/N<feff0041>>>`,
  5: pdfStream('/Type/Metadata/Subtype/XML', XMP, true),
};

/** Well-formed films, sounds and papers that carry a label or XMP with one, and use much of what each reader knows. */
export const LABELLED_FILES: [Container, Uint8Array][] = [
  [
    aviContainer,
    avi(list('INFO', chunk('AIGC', utf8(LABEL))), list('movi', zeros(70_000)), chunk('_PMX', XMP)),
  ],
  [
    wavContainer,
    wav(
      chunk('data', zeros(70_000)),
      chunk('id3 ', id3(4, [userText(4, 'AIGC', LABEL)])),
      chunk('C2PA', JUMBF),
    ),
  ],
  [mp3, pack(id3(4, [frame(4, 'COMM', [3, 'eng', 0, 'x']), userText(4, 'AIGC', LABEL)]), SOUND)],
  [mp3, pack(id3(3, [unsynchronised(pack(userText(3, 'AIGC', LABEL)))], { flags: 0x80 }), SOUND)],
  [flacContainer, flac(flacBlock(6, zeros(90_000)), flacBlock(4, comments(['TITLE=x', `AIGC=${LABEL}`])))],
  [
    ogg,
    pack(
      OPUS,
      ...pagesOf(pack('OpusTags', comments([`COVERART=${'A'.repeat(70_000)}`, `AIGC=${LABEL}`])), 9),
    ),
  ],
  [
    flvContainer,
    flv(
      script(
        'onMetaData',
        amf.map({ d: amf.number(), k: amf.object({ l: amf.list(1, amf.yes()) }), AIGC: amf.text(LABEL) }),
      ),
    ),
  ],
  [
    matroska,
    pack(
      HEAD,
      segment(
        seekHead([0x1254c367, 200_000]),
        element(0xec, zeros(9)),
        tags(simpleTag('A', 'b', simpleTag('AIGC', LABEL))),
      ),
    ),
  ],
  [
    mp4,
    pack(
      FTYP,
      uuidBox(UUID_C2PA, big(4, 0), 'manifest\0', big(8, 0), JUMBF),
      mdat(70_000),
      moov(trak(99), box('udta', box('meta', keyedList({ AIGC: LABEL })))),
    ),
  ],
  [
    mp4,
    pack(
      FTYP,
      moov(trak(150_000), box('udta', box('\xa9cmt', big(2, 1), big(2, 0), 'x'))),
      uuidBox(UUID_XMP, XMP),
    ),
  ],
  [pdfContainer, pdf(MARKED_PDF, { trailer: '/Root 1 0 R/Info 3 0 R' })],
  [pdfContainer, pdf({ ...MARKED_PDF, 2: '.'.repeat(150_000) }, { trailer: '/Root 1 0 R/Info 3 0 R' })],
  [ooxml, docx({ AIGC: LABEL, title: 'x' })],
  [markdown, utf8(`---\ntitle: x\nAIGC: ${LABEL}\n---\n`)],
];
