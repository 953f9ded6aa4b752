import { crc32, deflateSync } from 'node:zlib';

/** What a demo picture says of its making. */
export type Mark = 'label' | 'xmp' | 'none';

const WIDTH = 480;
const HEIGHT = 320;
type Colour = readonly [red: number, green: number, blue: number];

/** A label of GB 45438-2025 with an invented producer. */
const LABEL = JSON.stringify({ Label: '1', ContentProducer: 'DemoPainter', ProduceID: 'demo-1' });
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"><TC260:AIGC>${LABEL.replaceAll('"', '&quot;')}</TC260:AIGC></rdf:Description></rdf:RDF></x:xmpmeta>`;

/** A PNG of hills below a sun, drawn here, and marked as generators mark theirs. */
export function picture(mark: Mark, sky: Colour, hills: Colour): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits of each of three colours.
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...(mark === 'label' ? [chunk('tEXt', Buffer.from(`AIGC\0${LABEL}`))] : []),
    ...(mark === 'xmp' ? [chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${XMP}`))] : []),
    chunk('IDAT', deflateSync(landscape(sky, hills))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function landscape(sky: Colour, hills: Colour): Buffer {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) rows.set(pixel(x, y, sky, hills), y * (1 + WIDTH * 3) + 1 + x * 3);
  return rows;
}

function pixel(x: number, y: number, sky: Colour, hills: Colour): number[] {
  const near = 240 + 26 * Math.sin(x / 90);
  const far = 200 + 40 * Math.sin(1 + x / 60);
  if (y > near) return hills.map((part) => Math.round(part * 0.6));
  if (y > far) return [...hills];
  if (Math.hypot(x - 350, y - 90) < 34) return [255, 236, 190];
  return sky.map((part) => Math.round(part + (255 - part) * (y / HEIGHT) * 0.7));
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(4 + body.length + 4);
  frame.writeUInt32BE(content.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}
