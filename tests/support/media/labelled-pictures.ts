import { UUID_C2PA } from '@/utils/evidence/media/bmff';
import { container as gifContainer } from '@/utils/evidence/media/containers/gif';
import { container as heifContainer } from '@/utils/evidence/media/containers/heif';
import { container as jpegContainer } from '@/utils/evidence/media/containers/jpeg';
import { container as pngContainer } from '@/utils/evidence/media/containers/png';
import { container as tiffContainer } from '@/utils/evidence/media/containers/tiff';
import { container as webpContainer } from '@/utils/evidence/media/containers/webp';
import type { Container } from '@/utils/evidence/media/define-container';
import { uuidBox } from './mp4-writer';
import { big, JUMBF, LABEL, XMP, zeros } from './pack';
import {
  deflated,
  exifItem,
  exifSegment,
  gif,
  gifComment,
  gifImage,
  gifPacket,
  heif,
  idat,
  jpeg,
  jumbfSegment,
  png,
  pngChunk,
  pngItxt,
  pngText,
  segment,
  tiff,
  webp,
  xmpItem,
  xmpSegment,
} from './pictures';
import { chunk } from './riff-writer';

const PACKET = new TextDecoder().decode(XMP);
const FIELDS = [
  { tag: 0x0131, value: 'An invented program\0' },
  { tag: 0x010e, value: `${LABEL}\0` },
];
const EXIF = tiff(FIELDS, [{ tag: 0x9286, value: ['ASCII\0\0\0', LABEL] }]);
const PIXELS = Array.from({ length: 12 }, () => idat(9_000));

/** Well-formed pictures of every kind that carry a label or XMP with one, and use much of what each reader knows. */
export const LABELLED_PICTURES: [Container, Uint8Array][] = [
  [jpegContainer, jpeg(exifSegment(EXIF), xmpSegment(PACKET), segment(0xfe, 'a comment'))],
  [
    jpegContainer,
    jpeg(
      jumbfSegment(900, 1, zeros(450)),
      jumbfSegment(900, 2, zeros(434)),
      segment(0xed, 'Photoshop 3.0\0', '8BIM', big(2, 0x0404), zeros(2), big(4, 0)),
      xmpSegment(PACKET),
    ),
  ],
  [pngContainer, png(pngText('AIGC', LABEL), pngChunk('eXIf', EXIF), pngChunk('caBX', JUMBF), ...PIXELS)],
  [
    pngContainer,
    png(
      pngChunk('zTXt', 'a\0\0', await deflated(new TextEncoder().encode('b'.repeat(900)))),
      ...PIXELS,
      pngItxt('XML:com.adobe.xmp', PACKET),
    ),
  ],
  [webpContainer, webp(chunk('VP8 ', zeros(700)), chunk('EXIF', EXIF), chunk('XMP ', XMP))],
  [webpContainer, webp(chunk('ANMF', zeros(90_000)), chunk('C2PA', JUMBF), chunk('XMP ', XMP))],
  [gifContainer, gif(gifComment('x'), gifPacket(PACKET), gifImage(300), gifComment(LABEL))],
  [gifContainer, gif(gifImage(80_000), gifPacket(PACKET))],
  [tiffContainer, tiff([...FIELDS, { tag: 0x02bc, type: 1, value: XMP }])],
  [tiffContainer, tiff(FIELDS, [{ tag: 0x9286, value: ['ASCII\0\0\0', LABEL] }], { low: false })],
  [heifContainer, heif([exifItem(EXIF), xmpItem(PACKET)])],
  [
    heifContainer,
    heif([xmpItem(PACKET)], {
      brand: 'avif',
      gap: 90_000,
      after: [uuidBox(UUID_C2PA, big(4, 0), 'manifest\0', big(8, 0), JUMBF)],
    }),
  ],
];
