import { join } from 'node:path';
import type { KnowledgeFiles } from '../files/knowledge-files.ts';
import type { ProblemCode } from '../../domain/documents/problem-codes.ts';
import type { Problem, ProblemValues } from '../problem.ts';
import type { CheckOptions } from './check-options.ts';
import { intentsWithUtterances } from './coverage.ts';

/** Categories and related ids exist; an article does not name itself or another twice. */
export function checkArticleFiles(files: KnowledgeFiles): Problem[] {
  const categories = new Set(files.categories.value.map(({ id }) => id));
  return [...files.articles].flatMap(([id, { file, value, lineOf }]) => {
    const problems: Problem[] = [];
    const report = (field: string, code: ProblemCode, values: ProblemValues, problem: string, expected: string): void => {
      problems.push({ file, line: lineOf(field), field, code, values, problem, expected });
    };
    if (!categories.has(value.category)) report('category', 'unknown-category', { id: value.category }, `is "${value.category}"`, `one of ${[...categories].join(', ')}`);
    value.related.forEach((related, i) => {
      if (related === id) report(`related.${i}`, 'relates-itself', {}, 'names the article itself', 'another article');
      else if (!files.articles.has(related)) report(`related.${i}`, 'unknown-related', { id: related }, `names the unknown article "${related}"`, 'the id of an article');
      else if (value.related.indexOf(related) !== i) report(`related.${i}`, 'repeated-related', { id: related }, `names "${related}" twice`, 'each article once');
    });
    return problems;
  });
}

/** Every translation has its article, and every complete locale has every article and intent. One problem a gap. */
export function checkCompleteness(files: KnowledgeFiles, { completeLocales }: CheckOptions): Problem[] {
  const orphans = files.translations.filter(({ value }) => !files.articles.has(value.articleId)).map(({ file }) => ({
    file, line: 1, field: 'file', code: 'no-article' as const, values: {}, problem: 'has no article', expected: 'a valid article.yaml beside it',
  }));
  const gaps = completeLocales.flatMap((locale) => {
    const translated = new Set(files.translations.filter(({ value }) => value.locale === locale).map(({ value }) => value.articleId));
    const uttered = new Set(files.utterances.filter((list) => list.locale === locale).map(({ intent }) => intent));
    return [
      ...describeGap(join(files.folder, 'articles'), locale, 'articles', [...files.articles.keys()].filter((id) => !translated.has(id))),
      ...describeGap(join(files.folder, 'intents'), locale, 'intents', intentsWithUtterances(files).filter((id) => !uttered.has(id))),
    ];
  });
  return [...orphans, ...gaps];
}

function describeGap(file: string, locale: string, what: string, missing: readonly string[]): Problem[] {
  if (missing.length === 0) return [];
  return [{ file, line: 1, field: locale, code: 'incomplete', values: { count: missing.length, what }, problem: `lacks ${missing.length} ${what}`, expected: missing.join(', ') }];
}
