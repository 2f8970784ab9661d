import { coverMarkers } from '../../domain/secrets.ts';
import { createPlaces } from './create-places.ts';
import { toPlain } from './to-plain.ts';
import { createUnitTable } from './unit-table.ts';

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

const NONE = 1;
const HIDDEN = 2;
const JOINS = 3;

/** What a unit does to the one before it. */
const effectAt = createUnitTable((unit) => {
  if (JOINING.test(unit)) return JOINS;
  return INVISIBLE.test(unit) ? HIDDEN : NONE;
});

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
