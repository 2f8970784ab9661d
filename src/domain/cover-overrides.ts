/** Bidirectional overrides: no text of ours needs them, and nothing isolates a word from them that stands beside it. */
const OVERRIDES = /[\u202D\u202E]/g;

/** For contacts and for pages: the sign for a character that cannot be shown in the place of each override. */
export function coverOverrides(text: string): string {
  return text.replace(OVERRIDES, '\uFFFD');
}
