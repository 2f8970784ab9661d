import { coverMarkers } from '../../domain/secrets.ts';

/** Stands in for each code unit of a marker: no letter, no digit, no blank, so that no rule reads across it. */
export const BARRIER = '\uFFFC';

/**
 * A text as finders read it: without what cannot be seen, compatibility forms folded, so that neither
 * hidden characters nor another style of letters hides a secret.
 */
export interface FoldedText {
  /** Letters in the case they were written in. */
  readonly text: string;
  /** The same text, unit by unit, in lower case and without diacritics. */
  readonly plain: string;
  /** The place in the text as it was written of a place in the folded one that is not empty, both in UTF-16 units, `end` excluded. */
  toSource(start: number, end: number): { start: number; end: number };
}

/** Marks that may join the letter before them to one character: Latin diacritics, kana voicing, Hangul parts. */
const JOINING = /[\u0300-\u036F\u0653-\u0655\u093C\u09BC\u3099\u309A\uFF9E\uFF9F\u1161-\u1175\u11A8-\u11C2]/;
/** Nothing to see: formatting, bidi and variation selectors, Arabic short vowels and tatweel; fillers that are letters to Unicode. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u0600-\u0605\u0610-\u061A\u064B-\u0652\u0670\u06D6-\u06ED\u0640]/u;
const INVISIBLES = new RegExp(INVISIBLE, 'gu');
/** Runs of characters that fold to themselves; all but the last, which a mark may follow. */
const STABLE_RUN = /[\t\n\r\x20-\x7E\u3041-\u3098\u30A1-\u30FE\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3\u0410-\u044F\u0621-\u063F\u0641-\u064A\u0E01-\u0E32\u0E34-\u0E5B\u0904-\u0939\u093D-\u0950\u00C0-\u00FF\u0100-\u0131\u0141-\u0148\u014A-\u017E\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9\uFFFC]+/y;
const MAX_MARKS = 8;
/** A character that unfolds to more (there are some of eighteen) stays as it is, or a text could grow eighteenfold. */
const MAX_GROWTH = 3;

/** Linear in the length of the text. */
export function foldText(source: string): FoldedText {
  const covered = coverMarkers(source, BARRIER);
  // Nearly every message of half our languages: nothing to fold, nothing to map.
  if (/^[\t\n\r\x20-\x7E]*$/.test(covered)) return { text: covered, plain: covered.toLowerCase(), toSource: (start, end) => ({ start, end }) };
  const pieces: string[] = [];
  const places = createPlaces();
  let at = 0;
  while (at < covered.length) {
    const stable = stableEnd(covered, at);
    const end = stable > at ? stable : clusterEnd(covered, at);
    const folded = stable > at ? covered.slice(at, stable) : foldCluster(covered.slice(at, end));
    pieces.push(folded);
    places.add(folded.length, at, end, stable > at);
    at = end;
  }
  const text = pieces.join('');
  return { text, plain: toPlain(text), toSource: places.toSource };
}

/** Where the characters end that fold to themselves and that no mark joins. */
function stableEnd(text: string, at: number): number {
  STABLE_RUN.lastIndex = at;
  const end = at + (STABLE_RUN.exec(text)?.[0].length ?? 0);
  return end === text.length || end === at ? end : end - 1;
}

/** Maps places of a text written piece by piece to where the pieces come from. */
function createPlaces(): { add(length: number, from: number, to: number, unitByUnit: boolean): void; toSource: FoldedText['toSource'] } {
  const begins: number[] = [];
  const pieces: { from: number; to: number; unitByUnit: boolean }[] = [];
  let written = 0;
  function add(length: number, from: number, to: number, unitByUnit: boolean): void {
    if (length === 0) return;
    begins.push(written);
    pieces.push({ from, to, unitByUnit });
    written += length;
  }
  /** The source of one unit. */
  function unitAt(at: number): { start: number; end: number } {
    let low = 0;
    for (let high = begins.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (begins[middle]! <= at) low = middle;
      else high = middle;
    }
    const { from, to, unitByUnit } = pieces[low]!;
    const start = from + at - begins[low]!;
    return unitByUnit ? { start, end: start + 1 } : { start: from, end: to };
  }
  return { add, toSource: (start, end) => (end > start ? { start: unitAt(start).start, end: unitAt(end - 1).end } : { start: 0, end: 0 }) };
}

const NONE = 1;
const HIDDEN = 2;
const JOINS = 3;
/** What a unit does to the one before it, 0 where not looked at yet. One byte a code unit. */
const effects = new Uint8Array(0x1_0000);

function effectAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return effects[unit] || (effects[unit] = effectOf(text.charAt(at)));
}

function effectOf(unit: string): number {
  if (JOINING.test(unit)) return JOINS;
  return INVISIBLE.test(unit) ? HIDDEN : NONE;
}

/** A code point with the marks that join it, hidden characters before a mark included; long heaps of marks are cut, as normalising them is not linear. */
function clusterEnd(text: string, at: number): number {
  const first = text.charCodeAt(at);
  let end = at + 1;
  if (first < 0x80 && text.charCodeAt(end) < 0x80) return end;
  if (first >= 0xD800 && first < 0xDC00 && /[\uDC00-\uDFFF]/.test(text.charAt(end))) end += 1;
  const most = Math.min(text.length, end + MAX_MARKS);
  for (let next = end; next < most; next++) {
    const effect = effectAt(text, next);
    if (effect === JOINS) end = next + 1;
    else if (effect === NONE) break;
  }
  return end;
}

/** What single characters fold to; texts repeat theirs. Holds at most the basic plane. */
const folds = new Array<string | undefined>(0x1_0000);

function foldCluster(cluster: string): string {
  if (cluster.length > 1) return unfold(cluster);
  const code = cluster.charCodeAt(0);
  let folded = folds[code];
  if (folded === undefined) folds[code] = folded = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]/.test(cluster) ? '' : unfold(cluster);
  return folded;
}

function unfold(cluster: string): string {
  const visible = cluster.replace(INVISIBLES, '');
  const folded = visible.normalize('NFKC');
  return folded.length > Math.max(visible.length, MAX_GROWTH) ? visible : folded;
}

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
