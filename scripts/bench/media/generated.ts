import { gzipSync } from 'node:zlib';
import { cluster, HEAD, seekHead, segment, simpleTag, tags } from '@/tests/support/media/ebml-writer';
import { amf, flv, flvTag, script } from '@/tests/support/media/flv-writer';
import { id3, SOUND, userText } from '@/tests/support/media/id3-writer';
import { box, FTYP, keyedList, mdat, moov, trak } from '@/tests/support/media/mp4-writer';
import { LABEL, pack, utf8, XMP, zeros } from '@/tests/support/media/pack';
import { pdf, pdfStream } from '@/tests/support/media/pdf-writer';
import * as pictures from '@/tests/support/media/pictures';
import { avi, chunk, list, wav } from '@/tests/support/media/riff-writer';
import { comments, flac, flacBlock, page, pagesOf } from '@/tests/support/media/vorbis-writer';
import { docx } from '@/tests/support/media/zip-writer';
import type { GivenFile } from './inside/jobs';

const PACKET = new TextDecoder().decode(XMP);
const EXIF = pictures.tiff([{ tag: 0x010e, value: `${LABEL}\0` }]);
const FIELDS = [{ tag: 0x010e, value: `${LABEL}\0` }];
const UDTA = box('udta', box('meta', keyedList({ AIGC: LABEL })));
const OPUS = page([utf8('OpusHead\x01\x02')], { first: true });
const OGG_COMMENTS = pagesOf(pack('OpusTags', comments([`AIGC=${LABEL}`])), 9);
const TAGS_ID = 0x1254c367;
const TAGS = tags(simpleTag('AIGC', LABEL));

/** A file of about so many bytes whose label stands where writers of its kind put it; most of it is nothing. */
const KINDS: Readonly<Record<string, (size: number) => Uint8Array>> = {
  'jpeg, EXIF': (size) => pack(pictures.jpeg(pictures.exifSegment(EXIF)), zeros(size)),
  'jpeg, XMP': (size) => pack(pictures.jpeg(pictures.xmpSegment(PACKET)), zeros(size)),
  'png, before the pixels': (size) => pictures.png(pictures.pngText('AIGC', LABEL), pictures.idat(size)),
  'png, behind the pixels': (size) =>
    pictures.png(...pixels(size), pictures.pngItxt('XML:com.adobe.xmp', PACKET)),
  webp: (size) => pictures.webp(chunk('VP8 ', zeros(size)), chunk('EXIF', EXIF), chunk('XMP ', XMP)),
  gif: (size) => pictures.gif(pictures.gifImage(size), pictures.gifPacket(PACKET)),
  tiff: (size) => pack(pictures.tiff(FIELDS), zeros(size)),
  heif: (size) => pictures.heif([pictures.exifItem(EXIF), pictures.xmpItem(PACKET)], { gap: size }),
  'mp4, moov first': (size) => pack(FTYP, moov(trak(9_000), UDTA), mdat(size)),
  'mp4, moov last': (size) => pack(FTYP, mdat(size), moov(trak(9_000), UDTA)),
  matroska: (size) => {
    const clusters = cluster(size);
    const behind = seekHead([TAGS_ID, 0]).length + clusters.length;
    return pack(HEAD, segment(seekHead([TAGS_ID, behind]), clusters, TAGS));
  },
  avi: (size) => avi(list('INFO', chunk('AIGC', utf8(LABEL))), list('movi', zeros(size))),
  wav: (size) => wav(chunk('data', zeros(size)), chunk('id3 ', id3(4, [userText(4, 'AIGC', LABEL)]))),
  flv: (size) => flv(script('onMetaData', amf.map({ AIGC: amf.text(LABEL) })), flvTag(9, zeros(size))),
  mp3: (size) => pack(id3(3, [userText(3, 'AIGC', LABEL)]), times(SOUND, size)),
  flac: (size) => pack(flac(flacBlock(4, comments([`AIGC=${LABEL}`]))), zeros(size)),
  ogg: (size) => pack(OPUS, ...OGG_COMMENTS, times(page([zeros(9_000)]), size)),
  pdf: (size) =>
    pdf(
      { 1: '<</Type/Catalog/Metadata 5 0 R>>' },
      { padding: size, late: { 5: pdfStream('/Type/Metadata/Subtype/XML', XMP, true) } },
    ),
  ooxml: (size) => docx({ AIGC: LABEL }, { padding: size }),
  markdown: (size) => pack(`---\ntitle: x\nAIGC: ${LABEL}\n---\n`, zeros(size).fill(0x61)),
};

export const SIZES = [200_000, 700_000, 2_000_000];

export function generatedFiles(sizes: readonly number[]): GivenFile[] {
  return sizes.flatMap((size) =>
    Object.entries(KINDS).map(([kind, make]) => given(`${kind}, ${size / 1000} KB`, make(size))),
  );
}

export function given(name: string, file: Uint8Array): GivenFile {
  return { name, packed: gzipSync(file).toString('base64') };
}

function pixels(size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(size / 32_768) }, () => pictures.idat(32_768));
}

function times(piece: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(size / piece.length) }, () => piece);
}
