import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { big, type Part, pack } from './media/pack';

/** Certificates that are made for one run, by keys that nobody keeps: a site of a test, or the signer of one. */

export interface Holder {
  /** DER. */
  certificate: Uint8Array;
  key: KeyObject;
}

interface Wish {
  name: string;
  /** Further extensions, in DER. */
  extensions?: readonly Uint8Array[];
  /** Who signs it; itself when absent. */
  issuer?: { name: string; key: KeyObject };
}

const [INTEGER, BITS, OCTETS, OID, TEXT, SEQUENCE, SET] = [0x02, 0x03, 0x04, 0x06, 0x0c, 0x30, 0x31];
const GENERAL_TIME = 0x18;
/** Names of what a certificate holds, as DER writes them. */
const ECDSA_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
const COMMON_NAME = [0x55, 0x04, 0x03];
const ORGANIZATION = [0x55, 0x04, 0x0a];

export function der(tag: number, ...content: Part[]): Uint8Array {
  const bytes = pack(...content);
  const { length } = bytes;
  if (length < 0x80) return pack(tag, length, bytes);
  return length < 0x100 ? pack(tag, 0x81, length, bytes) : pack(tag, 0x82, big(2, length), bytes);
}

export const extension = (id: readonly number[], value: Uint8Array): Uint8Array =>
  der(SEQUENCE, der(OID, id), der(OCTETS, value));

/** A certificate of version 3 for a new key on the curve P-256, from 2000 to 2099. */
export function certify({ name, extensions = [], issuer }: Wish): Holder {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(SEQUENCE, der(OID, ECDSA_SHA256));
  const body = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, 2)),
    der(INTEGER, 1 + Math.floor(Math.random() * 100)),
    algorithm,
    nameOf(issuer?.name ?? name),
    der(SEQUENCE, der(GENERAL_TIME, '20000101000000Z'), der(GENERAL_TIME, '20990101000000Z')),
    nameOf(name),
    new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
    extensions.length > 0 ? der(0xa3, der(SEQUENCE, ...extensions)) : '',
  );
  const signature = new Uint8Array(sign('sha256', body, issuer?.key ?? privateKey));
  return { certificate: der(SEQUENCE, body, algorithm, der(BITS, 0, signature)), key: privateKey };
}

/** As TLS of Node takes it. */
export function pemOf({ certificate, key }: Holder): { cert: string; key: string } {
  const lines = Buffer.from(certificate).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function nameOf(name: string): Uint8Array {
  const part = (kind: readonly number[]) => der(SET, der(SEQUENCE, der(OID, kind), der(TEXT, name)));
  return der(SEQUENCE, part(ORGANIZATION), part(COMMON_NAME));
}
