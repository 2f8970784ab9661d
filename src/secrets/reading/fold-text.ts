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
  /** The place in the text as it was written of a place in the folded one, both in UTF-16 units, `end` excluded. */
  toSource(start: number, end: number): { start: number; end: number };
}

/** Marks that may join the letter before them to one character: Latin diacritics, kana voicing, Hangul parts. */
const JOINING = /[\u0300-\u036F\u0653-\u0655\u093C\u09BC\u3099\u309A\u1161-\u1175\u11A8-\u11C2]/;
/** Nothing to see: formatting, bidi and variation selectors, Arabic short vowels and tatweel; fillers that are letters to Unicode. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u0600-\u0605\u0610-\u061A\u064B-\u0652\u0670\u06D6-\u06ED\u0640]/u;
/** Read by blocks: these fold to themselves unless a joining mark follows. */
const STABLE = /[\u3041-\u3098\u30A1-\u30FE\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3\u0410-\u044F\u0621-\u063F\u0641-\u064A\u0E01-\u0E32\u0E34-\u0E5B\u0904-\u0939]/;
const MAX_MARKS = 8;
/** A character that unfolds to more (there are some of eighteen) stays as it is, or a text could grow eighteenfold. */
const MAX_GROWTH = 3;

const BLANK = 0x20;

/** Linear in the length of the text. */
export function foldText(source: string): FoldedText {
  const covered = coverMarkers(source, BARRIER);
  // Nearly every message of half our languages: nothing to fold, nothing to map.
   
  if (/^[\t\n\r\x20-\x7E]*$/.test(covered)) return { text: covered, plain: covered.toLowerCase(), toSource: (start, end) => ({ start, end }) };
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let at = 0;
  while (at < covered.length) {
    const end = clusterEnd(covered, at);
    const folded = foldCluster(covered.slice(at, end));
    for (let i = 0; i < folded.length; i++) {
      starts.push(at);
      ends.push(end);
    }
    text += folded;
    at = end;
  }
  return { text, plain: toPlain(text), toSource: (start, end) => ({ start: starts[start] ?? source.length, end: end > start ? ends[end - 1] ?? source.length : starts[start] ?? source.length }) };
}

/** A code point with the marks that join it; long heaps of marks are cut, as normalising them is not linear. */
function clusterEnd(text: string, at: number): number {
  const first = text.charCodeAt(at);
  let end = at + 1;
  if (first < 0x80 && text.charCodeAt(end) < 0x300) return end;
  if (first >= 0xD800 && first < 0xDC00 && /[\uDC00-\uDFFF]/.test(text.charAt(end))) end += 1;
  const most = end + MAX_MARKS;
  while (end < most && end < text.length && text.charCodeAt(end) >= 0x300 && JOINING.test(text.charAt(end))) end += 1;
  return end;
}

/** What single characters fold to; texts repeat theirs. Holds at most the basic plane. */
const folds = new Map<string, string>();

function foldCluster(cluster: string): string {
  if (cluster.length > 1) return unfold(cluster);
  const code = cluster.charCodeAt(0);
  if (code < 0x7F) return code >= BLANK || code === 0x0A || code === 0x09 || code === 0x0D ? cluster : '';
  let folded = folds.get(cluster);
  if (folded === undefined) folds.set(cluster, folded = STABLE.test(cluster) ? cluster : unfold(cluster));
  return folded;
}

function unfold(cluster: string): string {
  if (INVISIBLE.test(cluster) && [...cluster].every((character) => INVISIBLE.test(character))) return '';
  const folded = cluster.normalize('NFKC');
  return folded.length > Math.max(cluster.length, MAX_GROWTH) ? cluster : folded;
}

/** Letters that are no base letter plus a mark to Unicode but are typed as these; Arabic letters that are written for one another. */
const LIKE: Readonly<Record<string, string>> = {
  ı: 'i', đ: 'd', ø: 'o', ł: 'l', æ: 'a', œ: 'o', أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ئ: 'ي', ؤ: 'و', ة: 'ه', ک: 'ك', گ: 'ك',
};
/** A letter with marks in a script whose marks may be left out; marks of other scripts are vowels. */
const MARKED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]\p{Mn}/u;
const plains = new Map<string, string>();

/** Lower case without diacritics, unit by unit, so that places stay the same. */
export function toPlain(folded: string): string {
  const lower = folded.toLowerCase();
   
  if (lower.length === folded.length && /^[\x00-\x7F]*$/.test(lower)) return lower;
  let plain = '';
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charAt(i);
    let found = plains.get(unit);
    if (found === undefined) plains.set(unit, found = plainUnit(unit));
    plain += found;
  }
  return plain;
}

function plainUnit(unit: string): string {
  const lower = unit.toLowerCase().charAt(0);
  const like = LIKE[lower];
  if (like !== undefined) return like;
  const parts = lower.normalize('NFD');
  return MARKED.test(parts) ? LIKE[parts.charAt(0)] ?? parts.charAt(0) : lower;
}
