/** Letters that are no base letter plus a mark to Unicode but are typed as these; Arabic letters that are written for one another. */
const LIKE: Readonly<Record<string, string>> = {
  ı: 'i', đ: 'd', ø: 'o', ł: 'l', æ: 'a', œ: 'o', أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ئ: 'ي', ؤ: 'و', ة: 'ه', ک: 'ك', گ: 'ك',
};
/** A letter with marks in a script whose marks may be left out; marks of other scripts are vowels. */
const MARKED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]\p{Mn}/u;
/** Scripts in which a letter may have another, plainer one. */
const CHANGING = /[\u00C0-\u06FF\u1E00-\u1FFF\u2C60-\u2C7F\uA640-\uA69F\uA720-\uA7FF]/g;
const plains = new Array<string | undefined>(0x1_0000);

/** Lower case without diacritics, unit by unit, so that places stay the same. */
export function toPlain(folded: string): string {
  const lower = folded.toLowerCase();
  // A few capitals become two units in lower case.
  return lower.length === folded.length ? lower.replace(CHANGING, plainOf) : Array.from({ length: folded.length }, (_, i) => plainOf(folded.charAt(i))).join('');
}

function plainOf(unit: string): string {
  const code = unit.charCodeAt(0);
  return plains[code] ??= plainUnit(unit);
}

function plainUnit(unit: string): string {
  const lower = unit.toLowerCase().charAt(0);
  const like = LIKE[lower];
  if (like !== undefined) return like;
  const parts = lower.normalize('NFD');
  return MARKED.test(parts) ? LIKE[parts.charAt(0)] ?? parts.charAt(0) : lower;
}
