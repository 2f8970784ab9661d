/**
 * A file of typed arrays with a JSON header: what was trained, read back without parsing or copying.
 * Layout: length of the header (32 bits, little-endian), the header, then the arrays, each at a
 * multiple of 8 bytes. Byte order is the machine's: the files are a cache and never travel.
 */

const ARRAY_TYPES = { Float32Array, Int32Array, Uint32Array, Int8Array } as const;
type ArrayType = keyof typeof ARRAY_TYPES;
export type TypedArray = Float32Array | Int32Array | Uint32Array | Int8Array;

interface Header {
  readonly meta: unknown;
  readonly arrays: readonly { readonly name: string; readonly type: ArrayType; readonly length: number }[];
}

const LENGTH_BYTES = 4;

export function encodeArrays(meta: unknown, arrays: Readonly<Record<string, TypedArray>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(arrays);
  const header: Header = { meta, arrays: entries.map(([name, array]) => ({ name, type: typeOf(array), length: array.length })) };
  const headerBytes = new TextEncoder().encode(JSON.stringify(header));
  const start = align(LENGTH_BYTES + headerBytes.length);
  const bytes = new Uint8Array(entries.reduce((end, [, array]) => end + align(array.byteLength), start));
  new DataView(bytes.buffer).setUint32(0, headerBytes.length, true);
  bytes.set(headerBytes, LENGTH_BYTES);
  let at = start;
  for (const [, array] of entries) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += align(array.byteLength);
  }
  return bytes;
}

/** @param bytes that begin at a multiple of 8 in their buffer; the arrays are views into it. Throws where they are no such file. */
export function decodeArrays(bytes: Uint8Array<ArrayBuffer>): { meta: unknown; arrays: Record<string, TypedArray> } {
  if (bytes.length < LENGTH_BYTES) throw new RangeError('the file is empty');
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (LENGTH_BYTES + headerLength > bytes.length) throw new RangeError('the header is cut off');
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + headerLength))) as Header;
  let at = align(LENGTH_BYTES + headerLength);
  const arrays: Record<string, TypedArray> = {};
  for (const { name, type, length } of header.arrays) {
    const array = new ARRAY_TYPES[type](bytes.buffer, bytes.byteOffset + at, length);
    arrays[name] = array;
    at += align(array.byteLength);
  }
  return { meta: header.meta, arrays };
}

function align(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}

function typeOf(array: TypedArray): ArrayType {
  const found = (Object.keys(ARRAY_TYPES) as ArrayType[]).find((type) => array instanceof ARRAY_TYPES[type]);
  if (!found) throw new TypeError('not a typed array of a known kind');
  return found;
}
