/**
 * Texts as search sees them: the same for what is stored and for what is asked, and before any database,
 * so that every database finds the same. Folded to NFKC and lower case, Latin, Greek, Cyrillic and Arabic
 * letters without their marks; scripts that set no spaces between words, and Korean with its endings, as
 * overlapping pairs (the bigrams of Lucene's CJKAnalyzer), so that words of two characters are found.
 */

export interface Token {
  readonly text: string;
  /** Place in the text in UTF-16 code units, `end` excluded. */
  readonly start: number;
  readonly end: number;
}

export interface Tokens {
  /** In order; words that follow one another are neighbours. */
  readonly body: readonly Token[];
  /** What is looked for alone: the last character of a run of pairs, and long codes backwards, by how they end. */
  readonly extras: readonly Token[];
}

/** Stands before what is backwards and between extras; a letter that no text has, so that every database takes it for one. */
export const MARK = '\uA7FB';
/** Longer ones are cut: nobody tells two codes apart by what comes after. */
const MAX_TOKEN_LENGTH = 128;
/** From so many characters on, one of them a digit, a word is a code that people know by its ends. */
const MIN_CODE_LENGTH = 16;

const IGNORED = /[\u00AD\u0640\u200C\u200D\u2060\uFEFF]/g;
/** A character with its marks, also the marks of half-width kana, and what is written and not seen. */
const CLUSTER = /[\p{L}\p{N}][\p{M}\uFF9E\uFF9F\u00AD\u0640\u200C\u200D\u2060\uFEFF]*|[\s\S]/gu;
const RUN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\uFF9E\uFF9F\u00AD\u200C\u200D\u2060\uFEFF]*/gu;
const DENSE = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const MARKLESS = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** What NFKC makes of some letters beside letters: spaces, slashes. */
const OTHER = /[^\p{L}\p{N}\p{M}]/gu;
const ASCII = /^[\0-\x7F]*$/;

/** Letters that have no decomposition, or are written either way. */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i', đ: 'd', ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', ς: 'σ', ى: 'ي', ة: 'ه', ی: 'ي', ک: 'ك',
};
const ANY_LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

interface Cluster { readonly folded: string; readonly start: number; readonly end: number; readonly dense: boolean }

/** @param text in NFC, since places are told in it. */
export function tokenise(text: string): Tokens {
  const body: Token[] = [];
  const extras: Token[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (ASCII.test(run)) addWord(run.toLowerCase(), index, index + run.length, body, extras);
    else splitRun(run, index, body, extras);
  }
  return { body, extras };
}

function splitRun(run: string, offset: number, body: Token[], extras: Token[]): void {
  const clusters = [...run.matchAll(CLUSTER)].map(({ 0: cluster, index }): Cluster => {
    const folded = fold(cluster);
    return { folded, start: offset + index, end: offset + index + cluster.length, dense: isDense(folded) };
  }).filter(({ folded }) => folded !== '');
  for (let from = 0; from < clusters.length;) {
    let to = from;
    while (to < clusters.length && clusters[to]?.dense === clusters[from]?.dense) to++;
    const part = clusters.slice(from, to);
    const [first] = part;
    const last = part.at(-1);
    if (first?.dense) addPairs(part, body, extras);
    else if (first && last) addWord(part.map(({ folded }) => folded).join(''), first.start, last.end, body, extras);
    from = to;
  }
}

function addWord(word: string, start: number, end: number, body: Token[], extras: Token[]): void {
  body.push({ text: word.slice(0, MAX_TOKEN_LENGTH), start, end });
  if (word.length >= MIN_CODE_LENGTH && /\p{N}/u.test(word)) extras.push({ text: backwards(word), start, end });
}

function addPairs(clusters: readonly Cluster[], body: Token[], extras: Token[]): void {
  clusters.forEach(({ folded, start, end }, index) => {
    const next = clusters[index + 1];
    if (next) body.push({ text: folded + next.folded, start, end: next.end });
    else (clusters.length === 1 ? body : extras).push({ text: folded, start, end });
  });
}

/** True for characters of scripts that are kept in pairs. */
export function isDense(text: string): boolean {
  return DENSE.test(text);
}

/** The token of how a code ends. */
export function backwards(word: string): string {
  return MARK + [...word].reverse().join('').slice(0, MAX_TOKEN_LENGTH);
}

function fold(cluster: string): string {
  const plain = cluster.replace(IGNORED, '').normalize('NFKC').toLowerCase().replace(OTHER, '');
  if (!MARKLESS.test(plain)) return plain;
  return plain.normalize('NFD').replace(/\p{Mn}/gu, '').replace(ANY_LETTER, (letter) => LETTERS[letter] ?? letter);
}

/** Everything that is indexed, in order. Between extras stands a mark, lest two of them pass for words that follow one another. */
export function indexedTokens({ body, extras }: Tokens): string[] {
  return [...body, ...extras.flatMap((token) => [{ text: MARK }, token])].map(({ text }) => text);
}
