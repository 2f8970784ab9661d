import { CONTEXT_WORDS, type ContextKind } from './context-words.ts';
import { foldText } from './fold-text.ts';
import { compileLexicon, findInLexicon, type WordLexicon } from './word-lexicon.ts';

/** A place in a folded text whose words say what stands beside them. */
export interface Mention {
  readonly kinds: readonly ContextKind[];
  readonly start: number;
  readonly end: number;
}

let lexicon: WordLexicon<ContextKind> | undefined;

/** All mentions in order, none overlapping. The lexicon is compiled at the first call, about 10 ms. */
export function findMentions(plain: string): readonly Mention[] {
  lexicon ??= compileLexicon(expressions());
  return findInLexicon(plain, lexicon);
}

function* expressions(): Generator<[string, ContextKind]> {
  for (const [kind, languages] of Object.entries(CONTEXT_WORDS) as [ContextKind, Record<string, string>][]) {
    for (const list of Object.values(languages)) {
      for (const expression of list.split(',')) yield [foldText(expression.trim()).plain.replace(/[-_\s]+/g, ' '), kind];
    }
  }
}
