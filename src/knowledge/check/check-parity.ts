import type { Translation } from '../../domain/article.ts';
import { DEFAULT_LOCALE } from '../../domain/locales.ts';
import { findLinks, plainText } from '../content/article-markdown.ts';
import { findNumbers } from '../content/find-numbers.ts';
import type { ParsedFile } from '../files/parsed-file.ts';
import type { Problem } from '../problem.ts';

/**
 * Facts must not drift between languages: a translation states the same numbers and has the same
 * links, each as often, as the article in the default locale.
 */
export function checkParity(translations: readonly ParsedFile<Translation>[]): Problem[] {
  const references = new Map(translations.filter(({ value }) => value.locale === DEFAULT_LOCALE).map(({ value }) => [value.articleId, value]));
  return translations.flatMap((parsed) => {
    const reference = references.get(parsed.value.articleId);
    if (!reference || reference === parsed.value) return [];
    return [
      ...compare(parsed, 'links', linksOf(reference), linksOf(parsed.value)),
      ...compare(parsed, 'numbers', findNumbers(plainText(reference.body)), findNumbers(plainText(parsed.value.body))),
    ];
  });
}

function linksOf({ body }: Translation): string[] {
  return findLinks(body).map(({ target }) => target).sort();
}

function compare(parsed: ParsedFile<Translation>, what: string, reference: readonly string[], actual: readonly string[]): Problem[] {
  const missing = subtract(reference, actual);
  const extra = subtract(actual, reference);
  if (missing.length === 0 && extra.length === 0) return [];
  const differences = [missing.length > 0 ? `lacks ${missing.join(', ')}` : '', extra.length > 0 ? `has ${extra.join(', ')} too many` : ''];
  return [{
    file: parsed.file, line: parsed.lineOf('body'), field: 'body',
    problem: `${what} differ from ${DEFAULT_LOCALE}.md: ${differences.filter(Boolean).join('; ')}`,
    expected: `the same ${what} in every language`,
  }];
}

/** What is left of a list when each item of another is taken out once. */
function subtract(from: readonly string[], what: readonly string[]): string[] {
  const rest = [...what];
  return from.filter((item) => {
    const at = rest.indexOf(item);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
