/** What people write for characters that no case number has (Crockford's base 32). */
const MISTAKEN: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** The case number that somebody typed, however they typed it: small letters, no hyphen or another, O for 0; undefined where it is none. */
export function readCaseNumber(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s#\p{Pd}]/gu, '').replace(/[OIL]/g, (letter) => MISTAKEN[letter] ?? letter);
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(plain) ? `${plain.slice(0, 4)}-${plain.slice(4)}` : undefined;
}
