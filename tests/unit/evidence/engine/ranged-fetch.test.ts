// @vitest-environment node
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { RangedFetch } from '@/utils/evidence/engine/ranged-fetch';
import { SourceTrouble } from '@/utils/evidence/engine/trouble';
import type { Budget } from '@/utils/evidence/media/byte-source';

const KIB = 1024;
const file = Uint8Array.from({ length: 700 * KIB }, (_, i) => (i * 31) % 251);

type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;
let behave: Behaviour;
let asked: IncomingMessage[] = [];
const server = createServer((request, response) => {
  asked.push(request);
  behave(request, response);
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/picture.png?x=1`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  behave = ranges;
});

const rangeOf = ({ headers }: IncomingMessage): [number, number] => {
  const [start, end] = /^bytes=(\d+)-(\d+)$/.exec(headers.range!)!.slice(1).map(Number);
  return [start!, end! + 1];
};
const ranges: Behaviour = (request, response) => {
  const [start, end] = rangeOf(request);
  if (start >= file.length) {
    response.writeHead(416, { 'content-range': `bytes */${file.length}` }).end();
    return;
  }
  const part = file.subarray(start, end);
  const range = `bytes ${start}-${start + part.length - 1}/${file.length}`;
  response.writeHead(206, { 'content-type': 'image/png', 'content-range': range }).end(part);
};
const everything: Behaviour = (_, response) => response.writeHead(200).end(file);

const open = (signal = new AbortController().signal, spent?: Budget) => new RangedFetch(url, signal, spent);
const troubleOf = (read: Promise<unknown>) =>
  read.then(
    () => 'no trouble',
    (error: unknown) => (error instanceof SourceTrouble ? error.trouble : error),
  );

describe('a file at its host', () => {
  test('is read in parts; what the host tells of the whole is known afterwards', async () => {
    const source = open();
    expect(await source.read(0, 1_000)).toEqual(file.slice(0, 1_000));
    expect(await source.read(5_000, 5_010)).toEqual(file.slice(5_000, 5_010));
    expect(source.size).toBe(file.length);
    expect(source.type).toBe('image/png');
    expect(asked.map(({ headers }) => headers.range)).toEqual(['bytes=0-999', 'bytes=5000-5009']);
  });

  test('is shorter than what is asked for at its end, and empty behind it', async () => {
    const source = open();
    const end = file.length;
    expect(await source.read(end - 5, end + 100)).toEqual(file.slice(end - 5));
    expect(await source.read(end + 10, end + 20)).toEqual(new Uint8Array());
    expect(source.size).toBe(end);
  });

  test('is asked for without cookies and without telling from where', async () => {
    await open().read(0, 10);
    expect(asked[0]!.headers).not.toHaveProperty('cookie');
    expect(asked[0]!.headers).not.toHaveProperty('referer');
    expect(asked[0]!.method).toBe('GET');
  });

  test('takes three requests at the most, those made before counted', async () => {
    const source = open();
    for (let i = 0; i < 3; i++) await source.read(i, i + 1);
    expect(await troubleOf(source.read(9, 10))).toBe('budget');
    expect(asked).toHaveLength(3);
    const after = open(undefined, { requests: 1, bytes: 0 });
    for (let i = 0; i < 2; i++) await after.read(i, i + 1);
    expect(await troubleOf(after.read(9, 10))).toBe('budget');
  });

  test('takes 256 KiB at the most', async () => {
    const source = open();
    await source.read(0, 200 * KIB);
    expect(await troubleOf(source.read(300 * KIB, 357 * KIB))).toBe('budget');
    expect((await source.read(300 * KIB, 356 * KIB)).length).toBe(56 * KIB);
    expect(asked).toHaveLength(2);
  });

  test.each([
    ['a refusal', 403, 'refused'],
    ['too many requests', 429, 'refused'],
    ['nothing there', 404, 'refused'],
    ['a fault of the host', 500, 'refused'],
  ])('is not read after %s', async (_, status, trouble) => {
    behave = (_request, response) => response.writeHead(status).end('no');
    expect(await troubleOf(open().read(0, 10))).toBe(trouble);
  });

  test('is not read from a host that hangs up', async () => {
    behave = (request) => request.socket.destroy();
    expect(await troubleOf(open().read(0, 10))).toBe('network');
    behave = (request, response) => {
      response.writeHead(206, { 'content-range': 'bytes 0-99/100', 'content-length': '100' });
      response.write(file.subarray(0, 10), () => request.socket.destroy());
    };
    expect(await troubleOf(open().read(0, 100))).toBe('network');
  });

  test('is not waited for longer than the signal says', async () => {
    behave = () => undefined;
    const abort = new AbortController();
    const read = troubleOf(open(abort.signal).read(0, 10));
    abort.abort(new SourceTrouble('slow'));
    expect(await read).toBe('slow');
    let headersSent = () => {};
    const sent = new Promise<void>((resolve) => {
      headersSent = resolve;
    });
    behave = (_request, response) => {
      response.writeHead(206, { 'content-range': 'bytes 0-99/100', 'content-length': '100' });
      response.write(file.subarray(0, 10), () => headersSent());
    };
    const later = new AbortController();
    const half = troubleOf(open(later.signal).read(0, 100));
    await sent;
    later.abort(new SourceTrouble('stopped'));
    expect(await half).toBe('stopped');
  });

  test.each([
    ['elsewhere', (to: string) => to.replace('127.0.0.1', 'localhost')],
    ['to another place of its own', () => '/moved'],
    ['back to itself, on and on', (to: string) => to],
    ['to the reader’s disk', () => 'file:///etc/hostname'],
    ['into itself', () => 'data:image/png;base64,iVBORw0KGgo='],
  ])('is not followed %s', async (_, location) => {
    behave = (_request, response) => response.writeHead(302, { location: location(url) }).end();
    expect(await troubleOf(open().read(0, 10))).toBe('network');
    expect(asked, 'nobody else was asked, and nobody twice').toHaveLength(1);
  });

  test('leaves what was spent on it before to nobody else', async () => {
    const after = open(undefined, { requests: 1, bytes: 64 * KIB });
    await after.read(0, 100 * KIB);
    expect(await troubleOf(after.read(100 * KIB, 193 * KIB))).toBe('budget');
    expect((await after.read(100 * KIB, 192 * KIB)).length).toBe(92 * KIB);
  });
});

describe('a host that does not know of parts', () => {
  test('is hung up on once there is enough, and that is not asked for again', async () => {
    behave = everything;
    const source = open();
    expect(await source.read(0, 64 * KIB)).toEqual(file.slice(0, 64 * KIB));
    expect(await source.read(100, 200)).toEqual(file.slice(100, 200));
    expect(asked).toHaveLength(1);
    expect(source.size).toBeUndefined();
    expect(await source.read(64 * KIB, 80 * KIB)).toEqual(file.slice(64 * KIB, 80 * KIB));
    expect(asked).toHaveLength(2);
  });

  test('is not asked for what comes too late in the file', async () => {
    behave = everything;
    const source = open();
    await source.read(0, 64 * KIB);
    expect(await troubleOf(source.read(600 * KIB, 600 * KIB + 10))).toBe('budget');
    expect(asked).toHaveLength(1);
    expect(await troubleOf(open().read(600 * KIB, 600 * KIB + 10))).toBe('budget');
    expect(asked).toHaveLength(2);
  });

  test('tells the size of the file, unless it is packed; and a short file tells it itself', async () => {
    behave = (_, response) => response.writeHead(200, { 'content-length': String(file.length) }).end(file);
    const source = open();
    await source.read(0, 10);
    expect(source.size).toBe(file.length);
    behave = (_, response) => response.writeHead(200).end(file.subarray(0, 500));
    const short = open();
    expect(await short.read(0, 64 * KIB)).toEqual(file.slice(0, 500));
    expect(short.size).toBe(500);
  });
});

describe('a host that sends more than anybody wants', () => {
  /** Sends for as long as anybody takes it. */
  const endless = (status: number, headers: Record<string, string> = {}): Behaviour => {
    return (_request, response) => {
      response.writeHead(status, headers);
      const more = () => {
        while (!response.destroyed && response.write(file.subarray(0, 16 * KIB)));
      };
      response.on('drain', more);
      more();
    };
  };

  test.each([
    ['all of it', endless(200)],
    ['one part', endless(206, { 'content-range': 'bytes 0-99/100' })],
  ])('is hung up on: %s', async (_, behaviour) => {
    let hungUp: Promise<unknown> = Promise.resolve();
    behave = (request, response) => {
      hungUp = new Promise((resolve) => response.on('close', resolve));
      behaviour(request, response);
    };
    expect(await open().read(0, 64 * KIB)).toHaveLength(64 * KIB);
    await hungUp;
  });

  test.each([200, 206])('by packing it is read to the same bound: %i', async (status) => {
    const bomb = gzipSync(new Uint8Array(50_000_000));
    behave = (_request, response) =>
      response
        .writeHead(status, { 'content-encoding': 'gzip', 'content-length': String(bomb.length) })
        .end(bomb);
    const source = open();
    expect(await source.read(0, 64 * KIB)).toEqual(new Uint8Array(64 * KIB));
    expect(source.size, 'what is on the way is not the size of the file').toBeUndefined();
    expect(await troubleOf(source.read(0, 256 * KIB))).toBe('budget');
  });

  test('drop by drop is given up when its time is over, with all that was asked of it closed', async () => {
    let dripping: ReturnType<typeof setInterval>;
    const hungUp = Promise.withResolvers<void>();
    behave = (_request, response) => {
      response.writeHead(206, { 'content-range': 'bytes 0-65535/65536' });
      dripping = setInterval(() => response.write(Uint8Array.of(1)), 5);
      response.on('close', () => {
        clearInterval(dripping);
        hungUp.resolve();
      });
    };
    const abort = new AbortController();
    const read = troubleOf(open(abort.signal).read(0, 64 * KIB));
    setTimeout(() => abort.abort(new SourceTrouble('slow')), 60);
    expect(await read).toBe('slow');
    await hungUp.promise;
  });
});

describe('a host that lies', () => {
  test('about the length of what it sends', async () => {
    behave = (_, response) =>
      response.writeHead(206, { 'content-range': 'bytes 0-9/20' }).end(file.subarray(0, 5_000));
    const source = open();
    expect(await source.read(0, 10)).toEqual(file.slice(0, 10));
    expect(source.size).toBe(20);
  });

  test('about where that stands in the file', async () => {
    behave = (_, response) =>
      response.writeHead(206, { 'content-range': 'bytes 0-9/20' }).end(file.subarray(0, 10));
    const source = open();
    await source.read(0, 10);
    behave = (_, response) =>
      response.writeHead(206, { 'content-range': 'bytes 5-9/20' }).end(file.subarray(0, 10));
    expect(await troubleOf(source.read(10, 20))).toBe('refused');
  });

  test.each(['bytes 0-9/*', 'bytes 0-9/1e9', 'lines 1-2', ''])('or says nothing of use: %s', async (told) => {
    behave = (_, response) => response.writeHead(206, { 'content-range': told }).end(file.subarray(0, 10));
    const source = open();
    expect(await source.read(0, 10)).toEqual(file.slice(0, 10));
    expect(source.size).toBeUndefined();
  });
});
