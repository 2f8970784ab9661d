import type { Translation } from '../../domain/article.ts';
import { DEFAULT_LOCALE } from '../../domain/locales.ts';
import { compareFacts, type FactDifference } from '../editing/compare-facts.ts';
import type { ParsedFile } from '../files/parsed-file.ts';
import type { Problem } from '../problem.ts';

/** Facts must not drift between languages: every translation says what the article in the default locale says. */
export function checkParity(translations: readonly ParsedFile<Translation>[]): Problem[] {
  const references = new Map(translations.filter(({ value }) => value.locale === DEFAULT_LOCALE).map(({ value }) => [value.articleId, value]));
  return translations.flatMap((parsed) => {
    const reference = references.get(parsed.value.articleId);
    if (!reference || reference === parsed.value) return [];
    return compareFacts(reference, parsed.value).map((difference) => describeDifference(parsed, difference));
  });
}

function describeDifference(parsed: ParsedFile<Translation>, difference: FactDifference): Problem {
  const place = { file: parsed.file, line: parsed.lineOf('body'), field: 'body', code: `${difference.kind}-differ` as const };
  if ('missing' in difference) {
    const { kind, missing, extra } = difference;
    const differences = [missing.length > 0 ? `lacks ${missing.join(', ')}` : '', extra.length > 0 ? `has ${extra.join(', ')} too many` : ''];
    return {
      ...place, values: { missing: missing.join(', '), extra: extra.join(', ') },
      problem: `${kind} differ from ${DEFAULT_LOCALE}.md: ${differences.filter(Boolean).join('; ')}`, expected: `the same ${kind} in every language`,
    };
  }
  const { kind, section, source, translation } = difference;
  return {
    ...place, values: { section: section ?? 0, source, translation },
    problem: `has ${translation} ${kind} where ${DEFAULT_LOCALE}.md has ${source}${section === null ? '' : ` (section ${section}, the answer being 0)`}`,
    expected: `as many ${kind} in every language`,
  };
}
