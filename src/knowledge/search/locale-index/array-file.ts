import { createHash } from 'node:crypto';

/**
 * A file of typed arrays with a JSON header: what was trained, read back without parsing or copying.
 * Layout: SHA-256 of all that follows (32 bytes), length of the header (32 bits, little-endian), the
 * header, then the arrays, each at a multiple of 8 bytes. Byte order is the machine's: the files are a
 * cache and never travel.
 */

const ARRAY_TYPES = { Float32Array, Int32Array, Uint32Array, Int8Array } as const;
type ArrayType = keyof typeof ARRAY_TYPES;
export type TypedArray = Float32Array | Int32Array | Uint32Array | Int8Array;

interface Header {
  readonly meta: unknown;
  readonly arrays: readonly { readonly name: string; readonly type: ArrayType; readonly length: number }[];
}

const DIGEST_BYTES = 32;
const LENGTH_BYTES = 4;
const HEADER_START = DIGEST_BYTES + LENGTH_BYTES;

export function encodeArrays(meta: unknown, arrays: Readonly<Record<string, TypedArray>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(arrays);
  const header: Header = { meta, arrays: entries.map(([name, array]) => ({ name, type: typeOf(array), length: array.length })) };
  const headerBytes = new TextEncoder().encode(JSON.stringify(header));
  const start = align(HEADER_START + headerBytes.length);
  const bytes = new Uint8Array(entries.reduce((end, [, array]) => end + align(array.byteLength), start));
  new DataView(bytes.buffer).setUint32(DIGEST_BYTES, headerBytes.length, true);
  bytes.set(headerBytes, HEADER_START);
  let at = start;
  for (const [, array] of entries) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += align(array.byteLength);
  }
  bytes.set(digestOf(bytes));
  return bytes;
}

/** @param bytes that begin at a multiple of 8 in their buffer; the arrays are views into it. Throws where they are no such file, or not as they were written. */
export function decodeArrays(bytes: Uint8Array<ArrayBuffer>): { meta: unknown; arrays: Record<string, TypedArray> } {
  if (bytes.length < HEADER_START || !digestOf(bytes).equals(bytes.subarray(0, DIGEST_BYTES))) throw new RangeError('the file is damaged');
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(DIGEST_BYTES, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(HEADER_START, HEADER_START + headerLength))) as Header;
  let at = align(HEADER_START + headerLength);
  const arrays: Record<string, TypedArray> = {};
  for (const { name, type, length } of header.arrays) {
    const array = new ARRAY_TYPES[type](bytes.buffer, bytes.byteOffset + at, length);
    arrays[name] = array;
    at += align(array.byteLength);
  }
  return { meta: header.meta, arrays };
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes.subarray(DIGEST_BYTES)).digest();
}

function align(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}

function typeOf(array: TypedArray): ArrayType {
  const found = (Object.keys(ARRAY_TYPES) as ArrayType[]).find((type) => array instanceof ARRAY_TYPES[type]);
  if (!found) throw new TypeError('not a typed array of a known kind');
  return found;
}
