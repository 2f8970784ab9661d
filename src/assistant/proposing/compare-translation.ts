import type { Translation } from '../../domain/article.ts';
import { checkParity } from '../../knowledge/check/check-parity.ts';
import { findVariables } from '../../knowledge/content/article-markdown.ts';

export interface TranslationWarning {
  readonly field: string;
  readonly problem: string;
  readonly expected: string;
}

type Words = Omit<Translation, 'revision'>;

/** Facts of a translation that are not those of its source, as the checks of published articles name them, and what a model alone forgets. */
export function compareTranslation(source: Words, copy: Words): TranslationWarning[] {
  const parsed = (words: Words) => ({ file: `${words.locale}.md`, value: { ...words, revision: '' }, lineOf: () => 1 });
  const parity = checkParity([parsed(source), parsed(copy)]).map(({ field, problem, expected }) => ({ field, problem, expected }));
  return [...parity, ...compareVariables(source, copy), ...comparePhrasings(source, copy)];
}

/** Of the lines that stand above the body. */
function compareVariables(source: Words, copy: Words): TranslationWarning[] {
  return (['title', 'summary'] as const).flatMap((field) => {
    const [before, after] = [source, copy].map((words) => findVariables(words[field]).map(({ name }) => name).sort().join(', '));
    return before === after ? [] : [{ field, problem: `has the variables ${after || 'none'}`, expected: before || 'no variables' }];
  });
}

function comparePhrasings(source: Words, copy: Words): TranslationWarning[] {
  if (copy.phrasings.length > 0 || source.phrasings.length === 0) return [];
  return [{ field: 'phrasings', problem: 'are missing', expected: 'what contacts of this language type' }];
}
