/** As many arguments as a call surely takes. */
const CHUNK = 8_192;

/** A string of UTF-16 code units. Adding letter to letter would leave a string behind for each of them. */
export function textOfCodes(codes: Uint16Array, length: number): string {
  let text = '';
  for (let at = 0; at < length; at += CHUNK) text += Reflect.apply(String.fromCharCode, undefined, codes.subarray(at, Math.min(length, at + CHUNK))) as string;
  return text;
}
