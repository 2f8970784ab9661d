/** A sign that opens a list while somebody writes: `/` prepared replies, `@` colleagues. */
export interface TypedTrigger {
  readonly opens: 'macros' | 'mentions';
  /** What was typed, as it is put back where the list is left. */
  readonly sign: string;
  /** Where it was typed. */
  readonly at: number;
}

/** Also as input methods of Chinese and Japanese write them: there the key `/` gives 、 or ／. */
const SIGNS: Readonly<Record<string, TypedTrigger['opens']>> = { '/': 'macros', '／': 'macros', '、': 'macros', '@': 'mentions', '＠': 'mentions' };

/**
 * The sign that was typed just now, or null. Prepared replies open at the beginning of a line only,
 * and nobody is called in the middle of an e-mail address.
 * @param caret where the next character would go, in the text after it was typed.
 */
export function triggerIn(before: string, after: string, caret: number): TypedTrigger | null {
  const at = caret - 1;
  const sign = after[at] ?? '';
  const opens = SIGNS[sign];
  if (!opens || after.length !== before.length + 1 || after.slice(0, at) + after.slice(caret) !== before) return null;
  const previous = after[at - 1];
  const fits = opens === 'macros' ? previous === undefined || previous === '\n' : !isLetter(previous) && previous !== '.';
  return fits ? { opens, sign, at } : null;
}

export function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}_]/u.test(character);
}
