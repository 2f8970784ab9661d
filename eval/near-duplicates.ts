import type { KnowledgeBase } from '../src/knowledge/knowledge-base.ts';
import type { EvaluationCase } from './cases.ts';

/** Share of common character trigrams (Dice) from which two texts count as nearly the same. */
const NEARLY_SAME = 0.85;

export interface NearDuplicate {
  readonly caseId: string;
  readonly text: string;
  /** The phrasing or utterance that it is too near to. */
  readonly phrasing: string;
}

/** Cases that a phrasing gives away: measured on them, the search would look better than it is. */
export function findNearDuplicates(cases: readonly EvaluationCase[], knowledge: Pick<KnowledgeBase, 'articles' | 'utterances'>): NearDuplicate[] {
  const index = buildIndex(collectPhrasings(knowledge));
  return cases.flatMap(({ id, text }) => {
    const phrasing = findNearest(text, index);
    return phrasing === undefined ? [] : [{ caseId: id, text, phrasing }];
  });
}

function collectPhrasings({ articles, utterances }: Pick<KnowledgeBase, 'articles' | 'utterances'>): string[] {
  const phrasings = [...articles.values()].flatMap(({ translations }) => Object.values(translations).flatMap((translation) => translation.phrasings));
  return [...phrasings, ...utterances.flatMap((one) => one.utterances)];
}

interface Index {
  readonly texts: readonly { readonly text: string; readonly size: number }[];
  /** Numbers of the texts that have a trigram. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
}

function buildIndex(phrasings: readonly string[]): Index {
  const postings = new Map<string, number[]>();
  const texts = phrasings.map((text, number) => {
    const trigrams = trigramsOf(text);
    for (const trigram of trigrams) {
      const list = postings.get(trigram);
      if (list) list.push(number);
      else postings.set(trigram, [number]);
    }
    return { text, size: trigrams.size };
  });
  return { texts, postings };
}

function findNearest(text: string, { texts, postings }: Index): string | undefined {
  const trigrams = trigramsOf(text);
  const common = new Map<number, number>();
  for (const trigram of trigrams) for (const number of postings.get(trigram) ?? []) common.set(number, (common.get(number) ?? 0) + 1);
  for (const [number, shared] of common) {
    const other = texts[number];
    if (other && (2 * shared) / (trigrams.size + other.size) >= NEARLY_SAME) return other.text;
  }
  return undefined;
}

function trigramsOf(text: string): Set<string> {
  const letters = [...` ${text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()} `];
  return new Set(letters.slice(2).map((_letter, at) => letters.slice(at, at + 3).join('')));
}
