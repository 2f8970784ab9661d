/** The text of a file, or where it stops being UTF-8. */
export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly code: 'encoding' | 'no-text'; readonly problem: string; readonly line: number | null };

const NUL = '\0';

/**
 * Reads bytes as UTF-8 and as nothing else: guessing another encoding would bring wrong letters into
 * articles that nobody notices. A byte order mark is left out.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return { ok: false, code: 'encoding', problem: 'is UTF-16', line: null };
  const end = countValidBytes(bytes);
  if (end < bytes.length) {
    const line = countLines(bytes.subarray(0, end));
    const wrong = bytes[end]!.toString(16).padStart(2, '0');
    return { ok: false, code: 'encoding', problem: `is not UTF-8 from byte ${end} on (0x${wrong}, line ${line})`, line };
  }
  const text = new TextDecoder().decode(bytes);
  const nul = text.indexOf(NUL);
  if (nul >= 0) return { ok: false, code: 'no-text', problem: 'has a NUL character: it is no text', line: text.slice(0, nul).split('\n').length };
  return { ok: true, text };
}

/** How many bytes from the beginning are UTF-8: all of them, or up to the first that is none. */
function countValidBytes(bytes: Uint8Array): number {
  if (isValid(bytes, 'whole')) return bytes.length;
  // A longer beginning is never right where a shorter one is wrong.
  let [right, wrong] = [0, bytes.length];
  while (right < wrong) {
    const middle = Math.ceil((right + wrong) / 2);
    if (isValid(bytes.subarray(0, middle), 'cut')) right = middle;
    else wrong = middle - 1;
  }
  // What is right so far may end within a character that goes wrong after it.
  while (right > 0 && !isValid(bytes.subarray(0, right), 'whole')) right -= 1;
  return right;
}

function isValid(bytes: Uint8Array, extent: 'whole' | 'cut'): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: extent === 'cut' });
    return true;
  } catch {
    return false;
  }
}

function countLines(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 1);
}
