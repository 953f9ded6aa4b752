import { createServer as createProxy, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { certify, pemOf } from '../support/certificate';

/** What a host of pages or pictures answers. */
export interface Answer {
  body: string | Uint8Array;
  type: string;
  headers?: Record<string, string>;
  status?: number;
  /** Lets any page read it. */
  cors?: boolean;
  /** Ignores what part was asked for, as some hosts do. */
  noRanges?: boolean;
  /** Milliseconds before the answer begins. */
  slow?: number;
}

/** One request, as it came. */
export interface Asked {
  method: string;
  url: string;
  range?: string;
  cookie?: string;
  referrer?: string;
  origin?: string;
  status: number;
  /** Of the body, in bytes that were handed to the network: a client that hangs up gets fewer. */
  sent: number;
}

/** All hosts of the network that a driven browser meets, each with a certificate that nobody vouches for. */
export interface MediaServer {
  /** Of the proxy that leads every host here: `127.0.0.1:port`. */
  proxy: string;
  asked: readonly Asked[];
  forget(): void;
  close(): Promise<void>;
}

/** What the handler answers; `undefined` means "not found". Nothing reaches another machine. */
export async function openMediaServer(answer: (url: URL) => Answer | undefined): Promise<MediaServer> {
  const asked: Asked[] = [];
  const server = createServer(pemOf(certify({ name: 'localhost' })), (request, response) => {
    const note = (status: number, sent: number) => asked.push(noteOf(request, status, sent));
    void respond(request, response, answer, note);
  });
  await listening(server);
  /** Those that lead through the proxy: no server counts them among its own. */
  const tunnels = new Set<Duplex>();
  const proxy = createProxy((_, response) => response.writeHead(404).end());
  proxy.on('connect', (_, client, head) => {
    const upstream = connect((server.address() as AddressInfo).port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    tunnels.add(client);
    client.on('close', () => tunnels.delete(client));
    // A browser that is closed drops its connections, and nobody waits for them.
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  });
  await listening(proxy);
  return {
    proxy: `127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    asked,
    forget: () => asked.splice(0),
    close: async () => {
      for (const tunnel of tunnels) tunnel.destroy();
      server.closeAllConnections();
      proxy.closeAllConnections();
      await Promise.all([server, proxy].map((each) => new Promise((closed) => each.close(closed))));
    },
  };
}

function listening(server: { listen(port: number, host: string, done: () => void): unknown }): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (url: URL) => Answer | undefined,
  note: (status: number, sent: number) => void,
): Promise<void> {
  const found = answer(urlOf(request));
  if (found?.slow) await new Promise((resolve) => setTimeout(resolve, found.slow));
  if (!found) {
    note(404, 0);
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not part of this test.');
    return;
  }
  const whole = Buffer.from(found.body);
  const headers = {
    'content-type': found.type,
    ...(found.cors && {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'range',
      'access-control-expose-headers': 'content-range',
    }),
    ...found.headers,
  };
  const part = found.noRanges || found.status ? undefined : partOf(request.headers.range, whole.length);
  if (part === 'outside') {
    note(416, 0);
    response.writeHead(416, { ...headers, 'content-range': `bytes */${whole.length}` }).end();
    return;
  }
  const body = part ? whole.subarray(part.start, part.end) : whole;
  const status = found.status ?? (part ? 206 : 200);
  note(status, body.length);
  response
    .writeHead(status, {
      ...headers,
      'content-length': String(body.length),
      ...(!found.noRanges && { 'accept-ranges': 'bytes' }),
      ...(part && { 'content-range': `bytes ${part.start}-${part.end - 1}/${whole.length}` }),
    })
    .end(body);
}

function partOf(
  range: string | undefined,
  size: number,
): { start: number; end: number } | 'outside' | undefined {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === undefined) return undefined;
  const start = Number(from);
  if (start >= size) return 'outside';
  return { start, end: to ? Math.min(Number(to) + 1, size) : size };
}

function urlOf(request: IncomingMessage): URL {
  return new URL(request.url ?? '/', `https://${request.headers.host}`);
}

function noteOf(request: IncomingMessage, status: number, sent: number): Asked {
  const { range, cookie, origin, referer: referrer } = request.headers;
  return {
    method: request.method ?? '',
    url: urlOf(request).href,
    ...(range && { range }),
    ...(cookie && { cookie }),
    ...(referrer && { referrer }),
    ...(origin && { origin }),
    status,
    sent,
  };
}
