import type { Translation } from '../../domain/article.ts';
import { findLinks, findVariables, plainText, splitAnswer } from '../content/article-markdown.ts';
import { findNumbers } from '../content/find-numbers.ts';

/** A way in which a translation says something else than its source, told without knowing its language. */
export type FactDifference =
  /** Each as often as it is missing or too much. */
  | { readonly kind: 'numbers' | 'links' | 'variables'; readonly missing: readonly string[]; readonly extra: readonly string[] }
  /** `section` counts the `##` headings from 1, 0 is what stands before them; null for the whole article. */
  | { readonly kind: 'sections' | 'steps' | 'points' | 'warnings'; readonly section: number | null; readonly source: number; readonly translation: number };

type Words = Pick<Translation, 'body'>;

/**
 * What differs in fact: numbers, links, variables, and by section the steps (items of numbered
 * lists), points (other items) and warnings (what is bold). A picture may be another in each language. An empty list where nothing does.
 */
export function compareFacts(source: Words, translation: Words): FactDifference[] {
  return [
    ...compareLists('numbers', findNumbers(plainText(source.body)), findNumbers(plainText(translation.body))),
    ...compareLists('links', listLinks(source), listLinks(translation)),
    ...compareLists('variables', listVariables(source), listVariables(translation)),
    ...compareShapes(listSections(source), listSections(translation)),
  ];
}

function listLinks({ body }: Words): string[] {
  return findLinks(body).map(({ target }) => target).sort();
}

/** Each once: how often a name is repeated is a matter of the language. Those of links are told as links. */
function listVariables({ body }: Words): string[] {
  const linked = new Set(findLinks(body).flatMap(({ target }) => findVariables(target).map(({ name }) => name)));
  return [...new Set(findVariables(body).map(({ name }) => name))].filter((name) => !linked.has(name)).sort();
}

function compareLists(kind: 'numbers' | 'links' | 'variables', source: readonly string[], translation: readonly string[]): FactDifference[] {
  const missing = subtract(source, translation);
  const extra = subtract(translation, source);
  return missing.length + extra.length === 0 ? [] : [{ kind, missing, extra }];
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

interface Shape {
  readonly steps: number;
  readonly points: number;
  readonly warnings: number;
}

function listSections({ body }: Words): Shape[] {
  const { answer, sections } = splitAnswer(body);
  return [answer, ...sections.map((section) => section.body)].map((text) => ({
    steps: count(text, /^[ \t]*\d+[.)][ \t]/gm),
    points: count(text, /^[ \t]*[-*+][ \t]/gm),
    warnings: count(text, /\*\*[^*\n]+\*\*/g),
  }));
}

/** Sections are compared one by one only where there are as many: else each would be compared with another. */
function compareShapes(source: readonly Shape[], translation: readonly Shape[]): FactDifference[] {
  if (source.length !== translation.length) return [{ kind: 'sections', section: null, source: source.length - 1, translation: translation.length - 1 }];
  return source.flatMap((shape, section) => (['steps', 'points', 'warnings'] as const)
    .filter((kind) => shape[kind] !== translation[section]![kind])
    .map((kind) => ({ kind, section, source: shape[kind], translation: translation[section]![kind] })));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
